import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type Layer from 'ol/layer/Layer.js';
import { badValue } from '../shared/bad-value.js';
import { keepWords } from '../shared/keep-words.js';
import { motionIsReduced } from '../shared/motion.js';
import { numberFrom, type Bounds, type LonLat } from '../shared/values.js';
import type { Identified, IdentifyOptions, LegendImage } from '../layer/identified.js';
import { AskedServiceElement } from '../services/asked-service.js';
import { LoadedOnce } from '../services/loaded-once.js';
import type { TileLoader } from '../tiles/index.js';
import type { WmsInfo } from './wms-capabilities.js';
import { dpiParams, formatOf, legendUrl, mapUrl, type AxisOrder, type WmsVersion, type WmsView } from './wms-request.js';
import type * as service from './wms-service.js';

const TILE_SIZE = 256;

/**
 * Pictures of a Web Map Service, in one piece or in tiles, with its legend, its times and its answers to a click.
 *
 * The service is asked in the projection of the map, or in `crs` and turned into the map's. In WMS 1.3.0 latitude or north comes first where
 * the registry has it so: EPSG:4326, EPSG:4490 and the CGCS2000 zones. Only the host of `url` is ever asked, whatever the service says of
 * itself.
 * @tag yzt-wms-layer
 * @summary A map service (WMS 1.1.1 and 1.3.0) as a layer, with legend, times and identify.
 * @fires yzt-error - The service refused, failed, or said why it drew nothing; once for each cause, never for each picture.
 */
export class YztWmsLayer extends AskedServiceElement {
  /** Names of the service's layers, the lowest first, parted by commas. */
  @property() layers = '';

  /** Names of their styles, parted by commas; the services' own without. */
  @property() styles = '';

  /** Picture format: `png`, `jpeg`, `webp`, or in full, `image/png; mode=8bit`. */
  @property() format = 'png';

  /** Asks for pictures with a background. */
  @property({ type: Boolean }) opaque = false;

  /** Version of the service's language. */
  @property() version: WmsVersion = '1.1.1';

  /** Coordinate system that the service is asked in: `EPSG:4490`, `EPSG:4549`, … Without it: that of the map. */
  @property() crs = '';

  /** For services that do not keep to the rule of their version: `xy` for x first, `yx` for latitude or north first. */
  @property({ attribute: 'axis-order' }) axisOrder: AxisOrder = 'auto';

  /** Asks for square tiles, which caches can keep, in place of one picture of the view. */
  @property({ type: Boolean }) tiled = false;

  /** What draws the pictures, where fine screens should have larger symbols: `geoserver`, `mapserver` or `qgis`. */
  @property({ attribute: 'server-type' }) serverType: '' | 'geoserver' | 'mapserver' | 'qgis' = '';

  /** Condition in CQL that features must meet, for services that know CQL (GeoServer): `用途 = '公园'`. */
  @property({ attribute: 'cql-filter' }) cqlFilter = '';

  /** Time to show, as the service writes it: `2024-07`, `2024-07-01T06:00:00Z`. Without it the service's own choice. */
  @property() time = '';

  /** Format of answers to a click. Without it the best the service offers: data, then words, then a page. */
  @property({ attribute: 'info-format' }) infoFormat = '';

  #tileSize = TILE_SIZE;
  #info?: WmsInfo | undefined;
  readonly #described = new LoadedOnce<WmsInfo>();

  /** Width and height of a tile in pixels of the map, with `tiled`. */
  @property({ attribute: 'tile-size' })
  get tileSize(): number {
    return this.#tileSize;
  }
  set tileSize(value: number | string | null | undefined) {
    const size = value == null ? TILE_SIZE : numberFrom(value, 16, 4096);
    if (size === undefined) badValue(this, 'tile-size', value, '512');
    else this.#tileSize = size;
  }

  /** What the service says of itself; undefined before `loadCapabilities()` has answered. */
  get capabilities(): WmsInfo | undefined {
    return this.#info;
  }

  /** The box around the layers, west south east north, once the capabilities are loaded. */
  override get serviceBounds(): Bounds | undefined {
    const boxes = this.#known.flatMap(({ bounds }) => (bounds ? [bounds] : []));
    const edge = (at: 0 | 1 | 2 | 3): number => (at < 2 ? Math.min : Math.max)(...boxes.map((box) => box[at]));
    return boxes.length > 0 ? [edge(0), edge(1), edge(2), edge(3)] : undefined;
  }

  /** Times of the layers, in order, once the capabilities are loaded. Of an interval with more than 10,000 times none is listed. */
  override get timeValues(): readonly string[] | undefined {
    const all = [...new Set(this.#known.flatMap(({ times }) => times))].sort();
    return all.length > 0 ? all : undefined;
  }

  override get legendImages(): readonly LegendImage[] {
    if (!this.url) return [];
    const styles = this.styles.split(',');
    return this.#names.map((name, index) => {
      const title = this.#info?.layers.find((layer) => layer.name === name)?.title ?? (this.#names.length > 1 ? name : this.label || name);
      return { url: legendUrl(this.#view, name, styles[index]?.trim() ?? ''), alt: this.say({ zh: `${title}的图例`, en: `Legend of ${title}` }) };
    });
  }

  /**
   * Reads what the service says of itself, once: bounds, times, formats, titles. Nothing is read before something is asked that needs it.
   * @throws YztError with the cause; `not-found` where a layer that is asked for is not there.
   */
  loadCapabilities(): Promise<WmsInfo> {
    const key = [this.url, this.version, this.params].join(' ');
    return this.#described.of(key, () => this.#load(key));
  }

  override identifyAt(place: LonLat, { signal }: IdentifyOptions): Promise<readonly Identified[]> | undefined {
    if (this.noIdentify || !this.url || this.#names.length === 0 || !this.mapElement) return undefined;
    return this.#identify(place, signal);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    keepWords(this, changed, { version: { name: 'version', words: ['1.1.1', '1.3.0'] }, axisOrder: { name: 'axis-order', words: ['auto', 'xy', 'yx'] } });
    super.willUpdate(changed);
    const told: (keyof YztWmsLayer)[] = ['url', 'layers', 'styles', 'params', 'version'];
    if (told.some((name) => changed.has(name))) this.layerChanged();
    if (changed.has('url') || changed.has('params') || changed.has('version')) this.#info = undefined;
  }

  protected override get layersKey(): string {
    if (!this.url || this.#names.length === 0) return '';
    return [this.crs, this.tiled ? this.tileSize : '', this.serverType].join(' ');
  }

  protected override get picturesCrs(): string {
    return this.crs;
  }

  protected override get picturesKey(): string {
    return JSON.stringify(this.#view);
  }

  protected override async makeLayers(loader: TileLoader): Promise<Layer[]> {
    const [{ wholeLayer, tiledLayer }, crs] = await Promise.all([import('../services/picture-sources.js'), this.#service()]);
    const options = {
      urlOf: ({ extent, size, projection, pixelRatio }) => mapUrl(this.#view, crs.requestCrs(projection, this.crs), extent, size, dpiParams(this.serverType, pixelRatio)),
      loader,
      projection: this.crs ? crs.projectionOf(this.crs) : undefined,
      viewProjection: () => this.viewProjection,
      fine: this.serverType !== '',
      transition: motionIsReduced() ? 0 : 250,
    } satisfies Parameters<typeof wholeLayer>[0];
    return [this.tiled ? tiledLayer(options, this.tileSize) : wholeLayer(options)];
  }

  get #names(): string[] {
    return this.layers.split(',').map((name) => name.trim()).filter(Boolean);
  }

  /** What is known of the layers that are shown. */
  get #known(): WmsInfo['layers'] {
    const names = this.#names;
    return this.#info?.layers.filter(({ name }) => names.includes(name)) ?? [];
  }

  get #view(): WmsView {
    const { url, version, styles, opaque, axisOrder, time, cqlFilter, params } = this;
    return { url, version, layers: this.#names.join(','), styles, format: formatOf(this.format), opaque, axisOrder, time, cqlFilter, params };
  }

  #service(): Promise<typeof service> {
    return import('./wms-service.js');
  }

  async #load(key: string): Promise<WmsInfo> {
    const { capabilitiesOf } = await this.#service();
    const info = await capabilitiesOf(this.#view, this, this.timeLimit);
    if (this.#described.isCurrent(key)) {
      this.#info = info;
      this.layerChanged();
    }
    return info;
  }

  async #identify(place: LonLat, signal: AbortSignal): Promise<readonly Identified[]> {
    const { identify } = await this.#service();
    // A service without capabilities may still answer.
    const info = await this.loadCapabilities().catch(() => undefined);
    const { olMap } = this.mapElement ?? {};
    const view = olMap?.getView();
    if (!view || signal.aborted) return [];
    return identify(this.#view, {
      element: this,
      place,
      info,
      crs: this.crs,
      view,
      format: this.infoFormat,
      count: this.featureCount,
      timeLimit: this.timeLimit,
      signal,
      words: this.askedWords,
    });
  }
}
