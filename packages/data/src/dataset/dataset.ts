import { asYztError } from '@yizhangtu/base/errors';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { DatasetLoader, type DataInput } from '../loader/loader.js';
import type { Dataset } from '../model/dataset.js';
import type { ReadFormat, ReadOptions } from '../readers/types.js';
import { holdWorker } from '../worker/client.js';
import { dataBlock } from './data-block.js';
import { SharedDatasetElement } from './shared-dataset.js';

/** Properties that mean other data or another way to read it. */
const READS: readonly string[] = ['src', 'data', 'format', 'encoding', 'lonField', 'latField', 'crs', 'layer', 'without'];

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
export class YztDataset extends SharedDatasetElement {
  /** Address of GeoJSON, TopoJSON, CSV, WKT, 界址点 text, FlatGeobuf, packed columns, a zipped shapefile, KML, KMZ, GPX, GeoParquet or an Excel sheet, relative to the page. Fetching starts as soon as the element is on the page. */
  @property() src?: string;
  /** Data at hand instead of an address: GeoJSON, a list of records, columns, a table, or a `File` (several where they belong together, as the parts of a shapefile). Wins over `src`. */
  @property({ attribute: false }) data?: DataInput;
  /** Format of the source: `geojson`, `topojson`, `csv`, `wkt`, `wkb`, `parcels` (界址点), `packed`, `flatgeobuf`, `shapefile`, `kml` (and KMZ), `gpx`, `xlsx`, `geoparquet`, `zip`; found out if unset. */
  @property() format?: ReadFormat;
  /** Encoding of the source: `utf-8`, `gb18030`; found out if unset. */
  @property() encoding?: string;
  /** Column or property that holds the longitude; found by its usual names if unset. */
  @property({ attribute: 'lon-field' }) lonField?: string;
  /** Column or property that holds the latitude; found by its usual names if unset. */
  @property({ attribute: 'lat-field' }) latField?: string;
  /** Coordinate system of the source, if it is not degrees and does not say so itself: `EPSG:4549`; `GCJ-02`, `BD-09` for places from map apps. Needs a `<yzt-map>` or the packs of `@yizhangtu/map`. */
  @property() crs?: string;
  /** Layer of a file that has several: the name of a shapefile; `track_points` of GPX; an object of TopoJSON; a sheet. The first if unset. */
  @property() layer?: string;

  /** Columns that are left out as soon as the data is read, separated by spaces: `risk holder`. No view, filter or file of the page has them. The file that is fetched still does. */
  @property() without?: string;

  readonly #loader = new DatasetLoader(this);
  #release?: (() => void) | undefined;
  #loaded?: Promise<void>;
  /** What is loaded or under way, so that a move in the page does not load again. */
  #requested = false;
  /** What the loading under way leaves out. */
  #leftOut?: string | undefined;

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

  override connectedCallback(): void {
    super.connectedCallback();
    this.#release = holdWorker();
    this.onLeave(this.#loader.onState(() => this.stateChanged()));
    this.#loader.onAgain = () => void this.reload();
    // Now, not after the first update: the request should be on its way while the rest of the page starts.
    if (!this.#requested) this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
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

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!READS.some((name) => changed.has(name))) return;
    if (!this.isConnected) this.#requested = false;
    // Before the first update the source is under way from `connectedCallback`, unless it was set only after that.
    // What is to be left out may be said late, by a script of the page: nothing of it is to come in with what is under way.
    else if (this.hasUpdated || !this.#requested || this.#leftOut !== this.without) this.#start();
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
    this.#leftOut = this.without;
    this.clearError();
    this.applySchema();
    this.#loaded = this.#load(data, fresh);
  }

  /** The data block inside the element, if there is one; later if the parser has not come to it yet. */
  #startEmbedded(): void {
    if (document.readyState === 'loading' && !this.querySelector('script')) {
      const again = (): void => {
        if (this.isConnected && !this.#requested) this.#start();
      };
      document.addEventListener('DOMContentLoaded', again, { once: true });
      this.onLeave(() => document.removeEventListener('DOMContentLoaded', again));
      return;
    }
    const block = dataBlock(this);
    if (!block) return;
    this.#requested = true;
    import('./embedded.js')
      .then(({ embeddedData }) => this.#begin(embeddedData(block), false))
      .catch((reason: unknown) => {
        this.report(asYztError(reason, 'bad-json', { zh: '<yzt-dataset>：内嵌数据无法读取。', en: '<yzt-dataset>: the embedded data cannot be read.' }));
      });
  }

  async #load(data: DataInput | undefined, fresh: boolean): Promise<void> {
    const outcome = await this.#loader.load({
      src: this.src,
      data,
      options: this.#readOptions(),
      schema: this.dataset.schema,
      without: this.without?.split(/\s+/).filter(Boolean),
      timeLimit: this.timeLimit,
      fresh,
    });
    if (outcome === 'failed' && this.#loader.error) this.report(this.#loader.error);
    if (outcome === 'loaded') this.emit('yzt-load', { rows: this.dataset.rowCount, report: this.dataset.report });
  }

  #readOptions(): ReadOptions {
    const { format, encoding, lonField, latField, crs, layer } = this;
    return {
      ...(format && { format }),
      ...(encoding && { encoding }),
      ...(lonField && { lonField }),
      ...(latField && { latField }),
      ...(crs && { crs }),
      ...(layer && { layer }),
    };
  }

  protected override stateChanged(): void {
    if (this.loading && this.progress !== undefined) this.emit('yzt-progress', { part: this.progress }, { bubbles: false, composed: false });
    super.stateChanged();
  }
}
