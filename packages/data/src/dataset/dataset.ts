import { YztElement } from '@yizhangtu/base/element';
import { asYztError, type YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import { LinkTarget } from '@yizhangtu/base/link';
import { css, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { DATASET_LINK } from '../link/dataset-controller.js';
import type { DatasetElement } from '../link/types.js';
import { DatasetLoader, type DataInput } from '../loader/loader.js';
import type { Dataset } from '../model/dataset.js';
import { onSchemaRegistered, schemaById } from '../model/schemas.js';
import type { DatasetChange, DatasetSchema, Provenance } from '../model/types.js';
import type { ReadFormat, ReadOptions } from '../readers/types.js';
import { holdWorker } from '../worker/client.js';
import { dataBlock } from './data-block.js';
import './events.js';
import type { FreshnessClock } from './freshness.js';

/** Properties that mean other data or another way to read it. */
const READS: readonly string[] = ['src', 'data', 'format', 'encoding', 'lonField', 'latField', 'crs'];
/** Properties that say where the data comes from. */
const WORDS: readonly string[] = ['source', 'licence', 'updatedAt', 'example', 'maxAge'];

/**
 * Data that layers, charts, tables and filters share: loaded once, filtered and selected together. Shows nothing itself; the elements
 * that use it show its loading and its errors. A `<script type="application/json">` inside it, with GeoJSON or records, serves pages
 * without a server.
 *
 * @tag yzt-dataset
 * @summary Data shared by all views that name it.
 * @fires yzt-load - Data is there; `detail` has the rows and what the reader skipped or mended.
 * @fires yzt-progress - Data is coming in. Does not bubble.
 * @fires yzt-error - The data could not be loaded or read; `detail` is the `YztError`. Bubbles, cancelable.
 * @fires yzt-filter-change - The filters changed, by whichever view.
 * @fires yzt-selection-change - The selected rows changed, by whichever view.
 */
export class YztDataset extends YztElement implements DatasetElement {
  static override styles = css`
    :host {
      display: none;
    }
  `;

  /** Address of GeoJSON, CSV, FlatGeobuf or packed columns, relative to the page. Fetching starts as soon as the element is on the page. */
  @property() src?: string;
  /** Data at hand instead of an address: GeoJSON, a list of records, columns, or a table. Wins over `src`. */
  @property({ attribute: false }) data?: DataInput;
  /** Format of the source: `geojson`, `csv`, `packed`, `flatgeobuf`; found out if unset. */
  @property() format?: ReadFormat;
  /** Encoding of the source: `utf-8`, `gb18030`; found out if unset. */
  @property() encoding?: string;
  /** Column or property that holds the longitude; found by its usual names if unset. */
  @property({ attribute: 'lon-field' }) lonField?: string;
  /** Column or property that holds the latitude; found by its usual names if unset. */
  @property({ attribute: 'lat-field' }) latField?: string;
  /** Coordinate system of the source, if it is not degrees and does not say so itself: `EPSG:4549`. */
  @property() crs?: string;
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
  readonly #loader = new DatasetLoader(this);
  #clock?: FreshnessClock;
  readonly #stateListeners = new Set<() => void>();
  #release?: (() => void) | undefined;
  #stops: (() => void)[] = [];
  #loaded?: Promise<void>;
  /** What is loaded or under way, so that a move in the page does not load again. */
  #requested = false;
  #version = 0;

  /** The data with its filters and selection. Always there, empty before the first load. */
  override get dataset(): Dataset {
    return this.#loader.dataset;
  }

  /** True while data is under way. Reflected as an attribute. */
  get loading(): boolean {
    return this.#loader.loading;
  }

  /** Part that is done, 0 to 1; undefined while unknown. */
  get progress(): number | undefined {
    return this.#loader.progress;
  }

  /** True when the data is older than `maxAge`. Reflected as an attribute. */
  get stale(): boolean {
    return this.hasAttribute('stale');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#release = holdWorker();
    this.#stops = [
      this.#loader.onState(() => this.#stateChanged()),
      this.dataset.subscribe((changes) => this.#datasetChanged(changes)),
      onSchemaRegistered((schema) => {
        if (schema.id === this.schema) this.#applySchema();
      }),
    ];
    this.#version = this.dataset.version;
    this.#applyWords();
    // Now, not after the first update: the request should be on its way while the rest of the page starts.
    if (!this.#requested) this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#clock?.stop();
    for (const stop of this.#stops) stop();
    this.#stops = [];
    const release = this.#release;
    this.#release = undefined;
    // A move in the page is a removal and an insertion in one task: end the request only if it was no move.
    queueMicrotask(() => {
      release?.();
      if (this.isConnected) return;
      if (this.loading) this.#requested = false;
      this.#loader.cancel();
      this.toggleAttribute('loading', false);
    });
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
    if (changed.has('schema')) this.#applySchema();
    if (WORDS.some((name) => changed.has(name))) this.#applyWords();
    if (!READS.some((name) => changed.has(name))) return;
    if (!this.isConnected) this.#requested = false;
    else if (this.hasUpdated) this.#start();
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

  /** Loads the source again, past the cache. Resolves when the data is there or has failed. */
  async reload(): Promise<void> {
    this.#start(true);
    await this.#loaded;
  }

  /** Stops what is under way. What the dataset has stays. */
  cancel(): void {
    this.#loader.cancel();
  }

  #start(fresh = false): void {
    const { data } = this;
    if (!data && !this.src) {
      this.#startEmbedded();
      return;
    }
    this.#begin(data, fresh);
  }

  #begin(data: DataInput | undefined, fresh: boolean): void {
    this.#requested = true;
    this.clearError();
    this.#applySchema();
    this.#loaded = this.#load(data, fresh);
  }

  /** The data block inside the element, if there is one; later if the parser has not come to it yet. */
  #startEmbedded(): void {
    if (document.readyState === 'loading' && !this.querySelector('script')) {
      const again = (): void => {
        if (this.isConnected && !this.#requested) this.#start();
      };
      document.addEventListener('DOMContentLoaded', again, { once: true });
      this.#stops.push(() => document.removeEventListener('DOMContentLoaded', again));
      return;
    }
    const block = dataBlock(this);
    if (!block) return;
    this.#requested = true;
    import('./embedded.js')
      .then(({ embeddedData }) => this.#begin(embeddedData(block), false))
      .catch((reason: unknown) => {
        this.#report(asYztError(reason, 'bad-json', { zh: '<yzt-dataset>：内嵌数据无法读取。', en: '<yzt-dataset>: the embedded data cannot be read.' }));
      });
  }

  async #load(data: DataInput | undefined, fresh: boolean): Promise<void> {
    const outcome = await this.#loader.load({
      src: this.src,
      data,
      options: this.#readOptions(),
      schema: this.dataset.schema,
      timeLimit: this.timeLimit,
      fresh,
    });
    if (outcome === 'failed' && this.#loader.error) this.#report(this.#loader.error);
    if (outcome === 'loaded') this.emit('yzt-load', { rows: this.dataset.rowCount, report: this.dataset.report });
  }

  #report(error: YztError): void {
    this.fail(error);
    for (const listener of [...this.#stateListeners]) listener();
  }

  #readOptions(): ReadOptions {
    const { format, encoding, lonField, latField, crs } = this;
    return {
      ...(format && { format }),
      ...(encoding && { encoding }),
      ...(lonField && { lonField }),
      ...(latField && { latField }),
      ...(crs && { crs }),
    };
  }

  #applySchema(): void {
    const { schema } = this;
    const known = typeof schema === 'string' ? schemaById(schema) : schema;
    this.dataset.schema = known;
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

  #stateChanged(): void {
    this.toggleAttribute('loading', this.loading);
    if (this.loading && this.progress !== undefined) this.emit('yzt-progress', { part: this.progress }, { bubbles: false, composed: false });
    for (const listener of [...this.#stateListeners]) listener();
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
        zh: `<yzt-dataset schema="${schema}">：没有注册这个模式。请加载对应的专题包或调用 registerSchema()。`,
        en: `<yzt-dataset schema="${schema}">: no such schema is registered. Load its pack or call registerSchema().`,
      },
      this,
    );
  }
}
