import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { LinkTarget } from '@yizhangtu/base/link';
import { DATASET_LINK } from '@yizhangtu/data/link';
import { onSchemaRegistered, schemaById, type Dataset, type DatasetSchema } from '@yizhangtu/data/model';
import { PLAIN_LOOK } from '../data-layer/layer-look.js';
import { RowsLayerElement } from '../data-layer/rows-layer.js';
import type { YztMap } from '../map/map.js';
import { readNumber } from '../shared/read-number.js';
import type { DataState } from '../shared/show-state.js';

/** Base of the layers that hold rows of their own: charts, tables and filters name them by the id of the layer. */
export abstract class OwnRowsLayerElement extends RowsLayerElement {
  /** Words, units and code lists of the fields: the id of a registered schema, or the schema itself. */
  @property() schema?: string | DatasetSchema;

  #size?: number;
  #stops: (() => void)[] = [];
  readonly #stateListeners = new Set<() => void>();
  readonly #target = new LinkTarget(this, DATASET_LINK);

  /** Diameter of points in CSS px, 2 to 128. Default 10. */
  @property({ type: Number })
  get size(): number {
    return this.#size ?? PLAIN_LOOK.size;
  }
  set size(value: number | null | undefined) {
    this.#size = readNumber(this, { name: 'size', min: 2, max: 128, example: '12' }, value, this.#size);
  }

  /** The rows that are here, with filters and selection. Always there, empty before the first of them. */
  abstract override get dataset(): Dataset;

  /** True while rows are under way. Reflected as an attribute. */
  abstract get loading(): boolean;

  /** Unknown: neither services nor streams say how far they are. */
  get progress(): number | undefined {
    return undefined;
  }

  /** Calls `listener` after each change of `loading` or `error`. Returns the function that ends it. */
  onState(listener: () => void): () => void {
    this.#stateListeners.add(listener);
    return () => {
      this.#stateListeners.delete(listener);
    };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stops = [...this.listen(), onSchemaRegistered(({ id }) => id === this.schema && this.#applySchema())];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
    this.#stops = [];
    // A move in the page is a removal and an insertion in one task.
    queueMicrotask(() => this.isConnected || this.rest());
  }

  override attributeChangedCallback(name: string, previous: string | null, value: string | null): void {
    super.attributeChangedCallback(name, previous, value);
    if (name === 'id' && this.isConnected) this.#target.announce();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('schema')) this.#applySchema();
  }

  protected override mapChanged(next: YztMap | undefined, previous: YztMap | undefined): void {
    super.mapChanged(next, previous);
    previous?.removeEventListener('yzt-view-change', this.#onView);
    next?.addEventListener('yzt-view-change', this.#onView);
    this.see();
  }

  protected override get given(): Dataset {
    return this.dataset;
  }

  protected override get dataState(): DataState {
    return { loading: this.loading, error: this.error };
  }

  /** Begins to listen while the layer is in the page. Returns the functions that end it. */
  protected abstract listen(): (() => void)[];

  /** What can be seen may have changed: view, layer or properties. */
  protected abstract see(): void;

  /** The layer has left the page. */
  protected abstract rest(): void;

  /** Tells that `loading` or `error` changed. */
  protected tellState(): void {
    this.toggleAttribute('loading', this.loading);
    for (const listener of [...this.#stateListeners]) listener();
  }

  readonly #onView = (): void => this.see();

  #applySchema(): void {
    const { schema } = this;
    this.dataset.schema = typeof schema === 'string' ? schemaById(schema) : schema;
  }
}
