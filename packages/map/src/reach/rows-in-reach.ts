/** Rows of a dataset elsewhere, as far as a map shows them. A chunk of its own, fetched with the first such dataset of a layer. */
import { asYztError, type YztError } from '@yizhangtu/base/errors';
import { inWords, type Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { DatasetChange, DatasetLike } from '@yizhangtu/data/model';
import type { RemoteDataset } from '@yizhangtu/data/remote';
import { RowsHere } from '@yizhangtu/data/remote-rows';
import { RowsLoader } from '@yizhangtu/data/row-source';
import type { Symbology } from '@yizhangtu/data/symbology';
import type { DrawnKind } from '../data-layer/engine-door.js';
import type { LayerElement } from '../layer/layer.js';
import type { MapPick } from '../map/map-types.js';
import type { YztMap } from '../map/map.js';
import { clusterWords, shareWords } from '../shared/cluster-words.js';
import type { ClusterHit, DrawTarget, RenderStyle } from '../renderer/types.js';
import { showFiltering } from '../shared/show-state.js';
import type { Bounds } from '../shared/values.js';
import { CountedClusters } from './counted-clusters.js';
import { metresOf } from './metres.js';
import { forRows } from './far-look.js';
import { rowsFound, type Found, type RowsAsked } from './rows-found.js';
import { reachNote } from './reach-words.js';

/** What a layer lends. */
export interface ReachLayer extends LayerElement {
  reach: RowsInReach | undefined;
  /** Which geometries it draws. */
  readonly kind: DrawnKind;
  readonly symbology: string;
  readonly labelField?: string | undefined;
  readonly sizeField?: string | undefined;
  readonly rotationField?: string | undefined;
}

/** What a layer wants to know of its rows. */
export interface ReachOptions {
  /** Data, filter, selection or hover changed, or there are other rows. */
  readonly onChange: (changes: ReadonlySet<DatasetChange>) => void;
  /** Loading began or ended. No update: nothing is drawn again because bytes came in. */
  readonly onState: () => void;
  /** Loading of the layer's own rows ended: with what went wrong, or undefined. */
  readonly onOwnEnd: (error: YztError | undefined) => void;
}

/** Most rows that are drawn one by one. */
const MOST = 20_000;
/** Width of a cell in which more are counted, CSS px: twice a cluster, so that the map is seen between them. */
const CELL = 72;

/** Levels a click goes nearer, and how long that takes. */
const NEARER = 2;
const ZOOM_MS = 400;

/** A question is put again where one of these changed. */
const RENEWING: readonly DatasetChange[] = ['data', 'filter'];

/**
 * Holds the rows in and around the view while they are few enough, so that a layer draws them as any rows. Where there are more it holds none, for part of them
 * would look like all: points are counted in cells and shown as clusters, of others is said how many there are.
 */
export class RowsInReach {
  readonly rows: RowsHere;
  readonly #layer: ReachLayer;
  readonly #options: ReachOptions;
  readonly #loader: RowsLoader<Found>;
  readonly #stops: (() => void)[];
  #map?: YztMap | undefined;
  #elsewhere?: Bounds | undefined;
  #asked = '';
  #found?: Found | undefined;
  #note?: Text | undefined;
  #clusters?: CountedClusters | undefined;
  #failed = false;

  constructor(layer: ReachLayer, dataset: DatasetLike, options: ReachOptions) {
    this.#layer = layer;
    this.#options = options;
    this.rows = new RowsHere(dataset as RemoteDataset);
    this.#loader = new RowsLoader<Found>({
      state: () => this.#tell(),
      take: (found) => this.rows.put(found.table, found.numbers),
      loaded: (found) => this.#loaded(found),
      failed: (reason) => this.#fail(reason),
    });
    this.#stops = [
      this.rows.subscribe(options.onChange, layer),
      dataset.subscribe((changes) => RENEWING.some((one) => changes.has(one)) && this.#open(), layer),
    ];
    this.look();
    layer.requestUpdate();
  }

  /** True until the first answer is there. */
  get loading(): boolean {
    return !this.#found && (this.#loader.loading || (this.#layer.isShown && !this.#failed));
  }

  /** What is to be said of rows that are not drawn one by one; undefined where all are. */
  get note(): Text | undefined {
    return this.#note;
  }

  /** Looks where the map is and what the layer shows: asks for what is missing. */
  look(): void {
    const layer = this.#layer;
    this.#listen(layer.mapElement);
    if (this.#key !== this.#asked) this.#open();
    this.#loader.see(layer.isShown ? (this.#elsewhere ?? layer.mapElement?.viewBounds) : undefined);
  }

  /** Asks for what a box shows instead of the map, see `LayerElement.lookAt`. */
  lookAt(bounds: Bounds | undefined): void {
    this.#elsewhere = bounds;
    this.look();
  }

  /** The largest number, of all rows, of the field that sizes the symbols, or the largest total of fields; undefined while it is not known. */
  get largest(): number | undefined {
    return this.#found?.look.largest;
  }

  /** The numbers of the fields of its symbology, of all rows in any order; undefined where they are not known. */
  get numbers(): readonly Float64Array[] | undefined {
    return this.#found?.look.numbers;
  }

  /**
   * The symbology of all rows in the place of that of the rows here, so that classes and colours stay when the map moves. With the note, and with where
   * numbers of rows are to be had: those of the rows here are not those of all.
   */
  told(model: Symbology): Symbology {
    const note = this.#note;
    const whole = this.#found?.look.symbology;
    const known = whole ? { ...forRows(whole, this.rows), whole: this.rows.whole } : { ...model, counts: [] };
    return { ...known, ...(note && { leftOut: note }) };
  }

  /** Draws the rows that are counted. @param style The look of the layer. */
  draw(target: DrawTarget, style: RenderStyle | undefined): void {
    if (style) this.#clusters?.draw(target, style);
  }

  /** The cluster of counted rows at a pixel. */
  clusterAt(pixel: readonly [number, number]): ClusterHit | undefined {
    return this.#clusters?.clusterAt(...pixel);
  }

  /** Lets go of everything. */
  end(): undefined {
    for (const stop of this.#stops) stop();
    this.#listen(undefined);
    this.#loader.close();
    this.rows.end();
    this.rows.wait(false);
    showFiltering(this.#layer, undefined);
    return undefined;
  }

  /** Fields a reader can see, and those that the layer draws by. */
  get #fields(): string[] {
    const { whole } = this.rows;
    const { symbology, labelField, sizeField, rotationField } = this.#layer;
    const drawn = new Set([...symbology.split(/[:=]/), labelField, sizeField, rotationField]);
    return whole.columns.map(({ name }) => name).filter((name) => drawn.has(name) || !whole.field(name).internal);
  }

  /** Everything but rows and filters that another question is asked for. */
  get #key(): string {
    const { symbology, sizeField } = this.#layer;
    return JSON.stringify([symbology, sizeField, this.#fields]);
  }

  #open(): void {
    this.#asked = this.#key;
    const { whole } = this.rows;
    const { kind, symbology, sizeField, localName } = this.#layer;
    const cell = kind === 'point' ? (): number => metresOf(CELL, this.#map) : undefined;
    const asked: RowsAsked = { fields: this.#fields, cell, look: { symbology, sizeField, limit: MOST }, tag: localName };
    this.#loader.open(Promise.resolve({ rows: (wanted) => rowsFound(whole, asked, wanted) }), { limit: MOST, windowed: true });
  }

  #loaded(found: Found): void {
    this.#found = found;
    this.#note = found.more ? reachNote(found.matched ?? 0, found.counted !== undefined) : undefined;
    this.#clusters = found.counted && new CountedClusters(found.counted);
    const { error } = found.look;
    if (this.#failed || error) this.#options.onOwnEnd(error);
    this.#failed = error !== undefined;
    this.#layer.requestUpdate();
    this.#layer.mapElement?.stack.queueChange();
    this.#tell();
  }

  #fail(reason: unknown): void {
    this.#failed = true;
    this.#options.onOwnEnd(asYztError(reason, 'query-failed', { zh: '无法读取数据。', en: 'The data cannot be read.' }));
    this.#tell();
  }

  #tell(): void {
    this.rows.wait(this.#loader.loading && this.#found !== undefined);
    showFiltering(this.#layer, this.rows);
    this.#options.onState();
  }

  #listen(map: YztMap | undefined): void {
    if (map === this.#map) return;
    this.#map?.removeEventListener('yzt-view-change', this.#onView);
    this.#map?.removeEventListener('yzt-pick', this.#onPick);
    this.#map = map;
    map?.addEventListener('yzt-view-change', this.#onView);
    map?.addEventListener('yzt-pick', this.#onPick);
  }

  readonly #onView = (): void => this.look();

  /** A click on counted rows goes nearer to them. */
  readonly #onPick = (event: CustomEvent<MapPick>): void => {
    const [layer, map] = [this.#layer, this.#map];
    const { pixel, hits } = event.detail;
    const cluster = hits.length > 0 || event.defaultPrevented || !layer.isShown ? undefined : this.clusterAt(pixel);
    if (!cluster || !map) return;
    event.preventDefault();
    map.announce(inWords(clusterWords(cluster.count, shareWords(layer.symbologyModel, cluster), 'zoomed', formatNumber), layer.locale));
    const [lon, lat] = cluster.bounds;
    void map.flyTo({ center: [lon, lat], zoom: Math.floor(map.zoom) + NEARER, duration: ZOOM_MS });
  };
}
