import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type Layer from 'ol/layer/Layer.js';
import type { Identified, IdentifyOptions, LegendImage } from '../layer/identified.js';
import { AskedServiceElement } from '../services/asked-service.js';
import { namesFrom } from '../services/info-rows.js';
import { LoadedOnce } from '../services/loaded-once.js';
import type { MatrixGrid } from '../services/matrix-grid.js';
import { badValue } from '../shared/bad-value.js';
import { motionIsReduced } from '../shared/motion.js';
import type { Bounds, LonLat } from '../shared/values.js';
import type { TileLoader } from '../tiles/index.js';
import type { ArcgisInfo } from './arcgis-info.js';
import { exportUrl, tileUrl, type ArcgisView } from './arcgis-request.js';
import type * as service from './arcgis-service.js';

/**
 * A map service of ArcGIS Server: the tiles of its cache where it has one, else pictures that it draws, with its legend, its times and its answers to
 * a click. Tiles are taken in the grid that the service describes, whatever its origin and levels. Only the host of `url` is ever asked.
 * @tag yzt-arcgis-layer
 * @summary A map service of ArcGIS (MapServer) as a layer, from its cache or drawn, with legend, times and identify.
 * @fires yzt-error - The service refused, failed, or is none that draws maps; once for each cause, never for each picture.
 */
export class YztArcgisLayer extends AskedServiceElement {
  /** Numbers of the service's layers, parted by commas: `0,2`. Without it those that the service shows by itself. The cache has no single layers: the service draws. */
  @property() layers = '';

  /** Condition that rows must meet, in SQL: one for all of `layers`, `POP > 1000`, or one for each as JSON, `{"0":"POP > 1000"}`. The service draws. */
  @property({ attribute: 'layer-defs' }) layerDefs = '';

  /** Lets the service draw although it has a cache. */
  @property({ type: Boolean }) dynamic = false;

  /** Format of drawn pictures: `png32`, `png24`, `png8`, `png`, `jpg`. */
  @property() format = 'png32';

  /** Asks for drawn pictures with a background. */
  @property({ type: Boolean }) opaque = false;

  /** Coordinate system that drawn pictures are asked in: `EPSG:4490`, `EPSG:4549`, … Without it: that of the map. */
  @property() crs = '';

  /** Time to show: an instant, a day, month or year, or a span: `2024-07`, `2024-01-01/2024-06-30`. The service draws. */
  @property() time = '';

  #info?: ArcgisInfo | undefined;
  #bounds?: Bounds | undefined;
  /** The cache that is drawn. */
  #grid?: MatrixGrid | undefined;
  #legend: readonly LegendImage[] = [];
  readonly #described = new LoadedOnce<ArcgisInfo>();
  readonly #fields = new LoadedOnce<ReturnType<typeof service.layersById>>();
  readonly #legends = new LoadedOnce<readonly LegendImage[]>();

  /** What the service says of itself; undefined before `loadDescription()` has answered. */
  get description(): ArcgisInfo | undefined {
    return this.#info;
  }

  /** The box around the service, west south east north in degrees, once it is described. */
  override get serviceBounds(): Bounds | undefined {
    return this.#bounds;
  }

  /** Times of the service by its own step, in order, once it is described. */
  override get timeValues(): readonly string[] | undefined {
    const times = this.#info?.times ?? [];
    return times.length > 0 ? times : undefined;
  }

  /** Asked for when it is first read. A service without one has none. */
  override get legendImages(): readonly LegendImage[] {
    if (this.isConnected && this.#info && !this.noLegend && !this.symbologyModel) this.#askLegend();
    return this.#legend;
  }

  /** Reads what the service says of itself, once. @throws YztError with the cause. */
  loadDescription(): Promise<ArcgisInfo> {
    const key = this.#key;
    return this.#described.of(key, () => this.#load(key));
  }

  override identifyAt(place: LonLat, { signal }: IdentifyOptions): Promise<readonly Identified[]> | undefined {
    if (this.noIdentify || !this.url || !this.mapElement || this.#info?.queryable === false) return undefined;
    return this.#identify(place, signal);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('layerDefs') && this.layerDefs && !this.#conditions) badValue(this, 'layer-defs', this.layerDefs, '{"0":"POP > 1000"}');
    if (changed.has('url') || changed.has('params')) this.#forgetService();
    if (changed.has('layers')) this.#legend = [];
    super.willUpdate(changed);
    const told: (keyof YztArcgisLayer)[] = ['url', 'layers', 'params'];
    if (told.some((name) => changed.has(name))) this.layerChanged();
  }

  protected override get layersKey(): string {
    return this.url ? JSON.stringify([this.#key, this.#isDrawn, this.crs]) : '';
  }

  protected override get picturesCrs(): string {
    return this.#grid?.crs ?? this.crs;
  }

  protected override get picturesKey(): string {
    return JSON.stringify(this.#view);
  }

  protected override async makeLayers(loader: TileLoader): Promise<Layer[]> {
    const [parts, info] = await Promise.all([this.#service(), this.loadDescription()]);
    const transition = motionIsReduced() ? 0 : 250;
    const cache = this.#isDrawn ? undefined : info.grid;
    const projection = cache && knownProjection(parts, cache.crs, info.draws);
    this.#grid = projection && cache;
    if (this.#grid && projection) {
      return [parts.matrixLayer({ grid: this.#grid, projection, urlOf: ({ id }, row, column) => tileUrl(this.#view, { level: id, row, column }), loader, transition })];
    }
    parts.checkCrs(this.crs || this.viewProjection.getCode(), this);
    const { wholeLayer } = await import('../services/picture-sources.js');
    return [
      wholeLayer({
        urlOf: ({ extent, size, projection: drawn, pixelRatio }) => exportUrl(this.#view, this.crs || drawn.getCode(), extent, size, pixelRatio),
        loader,
        projection: this.crs ? parts.projectionOf(this.crs) : undefined,
        viewProjection: () => this.viewProjection,
        fine: true,
        transition,
        most: info.most,
      }),
    ];
  }

  get #key(): string {
    return [this.url, this.params].join(' ');
  }

  /** The page asks for something that no cache holds. */
  get #isDrawn(): boolean {
    return this.dynamic || this.layers !== '' || this.layerDefs !== '' || this.time !== '';
  }

  get #view(): ArcgisView {
    const { url, format, opaque, time, params } = this;
    return { url, layers: namesFrom(this.layers), layerDefs: this.#conditions ?? '', format, opaque, time, params };
  }

  /** Conditions as JSON; undefined for what is none. */
  get #conditions(): string | undefined {
    const text = this.layerDefs.trim();
    const ids = namesFrom(this.layers);
    if (text !== '' && !text.startsWith('{')) return ids.length > 0 ? JSON.stringify(Object.fromEntries(ids.map((id) => [id, text]))) : undefined;
    try {
      return text === '' ? '' : JSON.stringify(JSON.parse(text));
    } catch {
      return undefined;
    }
  }

  #service(): Promise<typeof service> {
    return import('./arcgis-service.js');
  }

  #forgetService(): void {
    if (this.#info?.copyright && this.attribution === this.#info.copyright) this.attribution = '';
    this.#info = undefined;
    this.#bounds = undefined;
    this.#legend = [];
  }

  async #load(key: string): Promise<ArcgisInfo> {
    const { serviceOf, boundsOf } = await this.#service();
    const info = await serviceOf(this.#view, { element: this, timeLimit: this.timeLimit });
    if (this.#described.isCurrent(key)) {
      this.#info = info;
      this.#bounds = boundsOf(info);
      if (this.attribution === '') this.attribution = info.copyright;
      this.layerChanged();
    }
    return info;
  }

  #askLegend(): void {
    const key = [this.#key, this.layers].join(' ');
    if (this.#legends.isCurrent(key)) return;
    this.#legends.of(key, () => this.#loadLegend()).then(
      (legend) => {
        if (!this.#legends.isCurrent(key)) return;
        this.#legend = legend;
        this.layerChanged();
      },
      // A map without its legend is a map.
      () => undefined,
    );
  }

  async #loadLegend(): Promise<readonly LegendImage[]> {
    const [{ legendsOf }, info] = await Promise.all([this.#service(), this.loadDescription()]);
    return legendsOf(this.#view, info, { element: this, timeLimit: this.timeLimit }).catch(() => []);
  }

  async #identify(place: LonLat, signal: AbortSignal): Promise<readonly Identified[]> {
    const { identify, fieldsOf } = await this.#service();
    const asker = { element: this, timeLimit: this.timeLimit };
    const layers = await this.#fields.of(this.#key, () => fieldsOf(this.#view, asker));
    const view = this.mapElement?.olMap.getView();
    if (!view || signal.aborted) return [];
    return identify(this.#view, { ...asker, place, crs: this.crs, view, layers, count: this.featureCount, signal, words: this.askedWords });
  }
}

/** The projection of a cache. One that the map does not know is no matter for a service that draws in others. @throws YztError `unknown-crs`. */
function knownProjection(parts: typeof service, crs: string, draws: boolean): ReturnType<typeof service.projectionOf> | undefined {
  try {
    return parts.projectionOf(crs);
  } catch (reason) {
    if (draws) return undefined;
    throw reason;
  }
}
