import { YztElement } from '@yizhangtu/base/element';
import type { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import { LinkTarget } from '@yizhangtu/base/link';
import { css, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { DATASET_LINK } from '../link/linked-controller.js';
import type { DatasetElement } from '../link/types.js';
import type { DatasetLike } from '../model/dataset-like.js';
import { onSchemaRegistered, schemaById } from '../model/schemas.js';
import type { DatasetChange, DatasetSchema, Provenance } from '../model/types.js';
import './events.js';
import type { FreshnessClock } from './freshness.js';

/** Properties that say where the data comes from. */
const WORDS: readonly string[] = ['source', 'licence', 'updatedAt', 'example', 'maxAge'];

/** Base of the elements that hold data for all views that name them: what data are called, where they come from, and what is told of them. */
export abstract class SharedDatasetElement extends YztElement implements DatasetElement {
  static override styles = css`
    :host {
      display: none;
    }
  `;

  /** Description of the fields: the id of a registered schema, or the schema itself. */
  @property() schema?: string | DatasetSchema;
  /** Name of the data for people. */
  @property() label?: string;
  /** Where the data comes from, shown with every view: 「青岛市体育局」. */
  @property() source?: string;
  /** Terms of use, shown with the source. */
  @property() licence?: string;
  /** When the data was true, ISO 8601. */
  @property({ attribute: 'updated-at' }) updatedAt?: string;
  /** Seeded data: every view says 示例数据. */
  @property({ type: Boolean }) example = false;
  /** Hours after `updatedAt` when the data counts as out of date and the attribute `stale` appears. */
  @property({ type: Number, attribute: 'max-age' }) maxAge?: number;
  /** Seconds until an answer must be there; a large file gets more while it keeps coming. */
  @property({ type: Number, attribute: 'time-limit' }) timeLimit = 30;

  readonly #target = new LinkTarget(this, DATASET_LINK);
  readonly #stateListeners = new Set<() => void>();
  #clock?: FreshnessClock;
  #stops: (() => void)[] = [];
  #version = 0;

  /** The data with its filters and selection. Always there, empty before the first load. */
  abstract override get dataset(): DatasetLike;

  /** True while data is under way. Reflected as an attribute. */
  abstract get loading(): boolean;

  /** Part that is done, 0 to 1; undefined while unknown. */
  abstract get progress(): number | undefined;

  /** True when the data is older than `maxAge`. Reflected as an attribute. */
  get stale(): boolean {
    return this.hasAttribute('stale');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stops = [
      this.dataset.subscribe((changes) => this.#datasetChanged(changes)),
      onSchemaRegistered((schema) => {
        if (schema.id === this.schema) this.applySchema();
      }),
    ];
    this.#version = this.dataset.version;
    this.#applyWords();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#clock?.stop();
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'id'];
  }

  override attributeChangedCallback(name: string, previous: string | null, value: string | null): void {
    super.attributeChangedCallback(name, previous, value);
    // Whoever waits for this id, or had it, looks again.
    if (name === 'id' && this.isConnected) this.#target.announce();
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('schema')) this.applySchema();
    if (WORDS.some((name) => changed.has(name))) this.#applyWords();
  }

  override updated(): void {
    this.#hintSchema();
  }

  /** Calls `listener` after each change of `loading`, `progress` or `error`. Returns the function that ends it. */
  onState(listener: () => void): () => void {
    this.#stateListeners.add(listener);
    return () => {
      this.#stateListeners.delete(listener);
    };
  }

  /** Does something when the element leaves its page, also when it only moves. */
  protected onLeave(stop: () => void): void {
    this.#stops.push(stop);
  }

  /** `loading`, `progress` or `error` changed. */
  protected stateChanged(): void {
    this.toggleAttribute('loading', this.loading);
    for (const listener of [...this.#stateListeners]) listener();
  }

  /** Something went wrong with the data. */
  protected report(error: YztError): void {
    this.fail(error);
    for (const listener of [...this.#stateListeners]) listener();
  }

  /** The schema, as far as it is known by now, to the data. */
  protected applySchema(): void {
    const { schema } = this;
    this.dataset.schema = typeof schema === 'string' ? schemaById(schema) : schema;
  }

  #applyWords(): void {
    const { source, licence, updatedAt, example } = this;
    const provenance: Provenance = {
      ...(source && { source }),
      ...(licence && { licence }),
      ...(updatedAt && { updated: updatedAt }),
      ...(example && { example }),
    };
    if (JSON.stringify(provenance) !== JSON.stringify(this.dataset.provenance)) this.dataset.provenance = provenance;
    void this.#watchAge();
  }

  /** The clock is fetched by pages that give data an age. */
  async #watchAge(): Promise<void> {
    if (this.maxAge === undefined && !this.#clock) return;
    const { FreshnessClock: Clock } = await import('./freshness.js');
    this.#clock ??= new Clock((stale) => this.toggleAttribute('stale', stale));
    if (this.isConnected) this.#clock.set(this.updatedAt, this.maxAge);
  }

  #datasetChanged(changes: ReadonlySet<DatasetChange>): void {
    const { filters, selection, version } = this.dataset;
    if (changes.has('filter')) this.emit('yzt-filter-change', { filters });
    if (changes.has('selection')) {
      this.emit('yzt-selection-change', { rows: [...selection], cause: version === this.#version ? 'select' : 'data' });
    }
    this.#version = version;
  }

  /** An id nobody registers is mostly a typing mistake; packs register theirs when they load, so this waits for the page. */
  #hintSchema(): void {
    const { schema } = this;
    if (typeof schema !== 'string' || schema === '' || schemaById(schema) || document.readyState !== 'complete') return;
    hint(
      'bad-attribute',
      {
        zh: `<${this.localName} schema="${schema}">：没有注册这个模式。请加载对应的专题包或调用 registerSchema()。`,
        en: `<${this.localName} schema="${schema}">: no such schema is registered. Load its pack or call registerSchema().`,
      },
      this,
    );
  }
}
