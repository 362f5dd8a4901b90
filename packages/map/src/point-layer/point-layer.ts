import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Dataset } from '@yizhangtu/data/model';
import { proportionalDiameters } from '../data-layer/columns.js';
import { DataLayerElement, PLAIN_LOOK, type LayerLook } from '../data-layer/data-layer.js';
import { engineNow } from '../data-layer/engine-door.js';
import type { MapPick } from '../map/map-types.js';
import type { YztMap } from '../map/map.js';
import type { PointShape } from '../renderer/types.js';
import { badValue } from '../shared/bad-value.js';
import { readNumber } from '../shared/read-number.js';

export type { PointShape };

const SHAPES: readonly PointShape[] = ['circle', 'square', 'triangle', 'diamond'];
/** Diameter of the largest symbol when sizes follow a field, CSS px. */
const LARGEST = 36;
const CLUSTER_DISTANCE = 48;
/** Room around the rows of a cluster it zooms to, CSS px. */
const PADDING = 64;
const ZOOM_MS = 400;

/**
 * Points of a dataset, from one to millions: symbols by class, sizes by value, clusters that follow every filter.
 * @tag yzt-point-layer
 * @summary Point layer that draws straight from the columns of a dataset.
 * @fires yzt-error - The symbology names a field the dataset does not have, or cannot be read; the points are drawn alike.
 */
export class YztPointLayer extends DataLayerElement {
  protected override readonly kind = 'point';

  /** Draws points near each other as one disc with their number; a click zooms to them and selects them. */
  @property({ type: Boolean }) cluster = false;

  /** Number field that sizes the symbols: area follows value, the largest is `size` wide. */
  @property({ attribute: 'size-field' }) sizeField?: string;

  #size?: number;
  #shape: PointShape = 'circle';
  #clusterDistance?: number;
  #diameters?: { key: string; dataset: Dataset; values: Uint8Array | undefined };
  #listening?: YztMap;

  /** Diameter of a symbol in CSS px, outline included, 2 to 128. Default 10, or 36 for the largest when `size-field` is set. */
  @property({ type: Number })
  get size(): number {
    return this.#size ?? (this.sizeField ? LARGEST : PLAIN_LOOK.size);
  }
  set size(value: number | null | undefined) {
    this.#size = readNumber(this, { name: 'size', min: 2, max: 128, example: '12' }, value, this.#size);
  }

  /** Form of the symbol: `circle`, `square`, `triangle` or `diamond`. */
  @property()
  get shape(): PointShape {
    return this.#shape;
  }
  set shape(value: PointShape | null | undefined) {
    const shape = value ?? 'circle';
    if (SHAPES.includes(shape)) this.#shape = shape;
    else badValue(this, 'shape', value, 'circle');
  }

  /** Distance in CSS px within which points become one cluster, 16 to 256. Default 48. */
  @property({ type: Number, attribute: 'cluster-distance' })
  get clusterDistance(): number {
    return this.#clusterDistance ?? CLUSTER_DISTANCE;
  }
  set clusterDistance(value: number | null | undefined) {
    const rule = { name: 'cluster-distance', min: 16, max: 256, example: '48' };
    this.#clusterDistance = readNumber(this, rule, value, this.#clusterDistance);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listen(undefined);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen(this.cluster ? this.mapElement : undefined);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#listen(this.cluster ? this.mapElement : undefined);
  }

  protected override mapChanged(next: YztMap | undefined): void {
    this.#listen(this.cluster ? next : undefined);
  }

  protected override look(): LayerLook {
    const { size, shape } = this;
    return { ...PLAIN_LOOK, size, shape, clusterDistance: this.cluster ? this.clusterDistance : 0 };
  }

  protected override diameters(dataset: Dataset): Uint8Array | undefined {
    const { sizeField, size } = this;
    if (!sizeField) return undefined;
    const key = `${dataset.version} ${size} ${sizeField}`;
    if (this.#diameters?.key !== key || this.#diameters.dataset !== dataset)
      this.#diameters = { key, dataset, values: proportionalDiameters(dataset.column(sizeField), size) };
    return this.#diameters.values;
  }

  #listen(map: YztMap | undefined): void {
    if (map === this.#listening) return;
    this.#listening?.removeEventListener('yzt-pick', this.#onPick);
    this.#listening = map;
    map?.addEventListener('yzt-pick', this.#onPick);
  }

  /** A click on a cluster: its rows are selected and shown from near. The event is used up, so that nothing clears the selection. */
  #onPick = (event: CustomEvent<MapPick>): void => {
    const map = this.mapElement;
    const cluster = event.defaultPrevented || !this.isShown ? undefined : this.clusterAt(event.detail.pixel);
    if (!map || !cluster) return;
    event.preventDefault();
    if (!this.noSelect) this.layerDataset?.select(cluster.rows);
    map.fit(cluster.bounds, { padding: PADDING, duration: ZOOM_MS });
    const count = engineNow()?.formatNumber(cluster.rows.length) ?? String(cluster.rows.length);
    map.announce(this.say({ zh: `聚合点共 ${count} 处，已放大。`, en: `Cluster of ${count}, zoomed in.` }));
  };
}
