import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type Layer from 'ol/layer/Layer.js';
import type { Identified, IdentifyOptions } from '../layer/identified.js';
import { AskedServiceElement } from '../services/asked-service.js';
import { LoadedOnce } from '../services/loaded-once.js';
import { motionIsReduced } from '../shared/motion.js';
import type { LonLat } from '../shared/values.js';
import type { TileLoader } from '../tiles/index.js';
import type { IserverInfo } from './iserver-info.js';
import { imageUrl, scaleOf, tileUrl, type IserverView } from './iserver-request.js';

/**
 * A map of SuperMap iServer: one picture of the view in the system of the map element, or tiles in its own, with its answers to a click. The
 * service writes x first in every system, 4490 too. Only the host of `url` is ever asked.
 * @tag yzt-iserver-layer
 * @summary A map of SuperMap iServer (rest/maps) as a layer, with identify.
 * @fires yzt-error - The service refused, failed, or has no map of the name; once for each cause, never for each picture.
 */
export class YztIserverLayer extends AskedServiceElement {
  /** Which layers are drawn, in the words of the service: `[0:1,2]`, or the id of a temporary layer set. All without. */
  @property({ attribute: 'layers-id' }) layersId = '';

  /** Picture format: `png`, `webp`, `jpg`, `gif`. */
  @property() format = 'png';

  /** Asks for pictures with a background. */
  @property({ type: Boolean }) opaque = false;

  /** Asks for tiles in the map's own system, at the scales it shows, which the caches of the service hold. */
  @property({ type: Boolean }) tiled = false;

  /** Coordinate system that one picture is asked in: `EPSG:4490`, `EPSG:4549`, … Without it: that of the map element. The service projects. */
  @property() crs = '';

  #info?: IserverInfo | undefined;
  readonly #described = new LoadedOnce<IserverInfo>();
  readonly #names = new LoadedOnce<readonly string[]>();

  /** What the map says of itself; undefined before `loadDescription()` has answered. */
  get description(): IserverInfo | undefined {
    return this.#info;
  }

  /** Reads what the map says of itself, once. @throws YztError with the cause. */
  loadDescription(): Promise<IserverInfo> {
    const key = this.#key;
    return this.#described.of(key, () => this.#load(key));
  }

  override identifyAt(place: LonLat, { signal }: IdentifyOptions): Promise<readonly Identified[]> | undefined {
    if (this.noIdentify || !this.url || !this.mapElement) return undefined;
    return this.#identify(place, signal);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('url') || changed.has('params')) this.#info = undefined;
    super.willUpdate(changed);
    if (changed.has('url')) this.layerChanged();
  }

  protected override get layersKey(): string {
    return this.url ? JSON.stringify([this.#key, this.tiled, this.crs]) : '';
  }

  protected override get picturesCrs(): string {
    return this.tiled ? (this.#info?.crs ?? '') : this.crs;
  }

  protected override get picturesKey(): string {
    return JSON.stringify(this.#view);
  }

  protected override async makeLayers(loader: TileLoader): Promise<Layer[]> {
    // Also where pictures need none of it: an address that is no map is told apart from one that draws nothing.
    const [parts, info] = await Promise.all([import('./iserver-service.js'), this.loadDescription()]);
    const transition = motionIsReduced() ? 0 : 250;
    if (this.tiled) {
      const projection = parts.ownProjection(info, this);
      const { degrees, dpi } = info;
      const urlOf: Parameters<typeof parts.matrixLayer>[0]['urlOf'] = ({ resolution, origin, tileSize }, row, column) => tileUrl(this.#view, { scale: scaleOf(resolution, degrees, dpi), origin, column, row, size: tileSize });
      return [parts.matrixLayer({ grid: parts.gridOf(info, projection.getCode()), projection, urlOf, loader, transition })];
    }
    const { wholeLayer } = await import('../services/picture-sources.js');
    return [
      wholeLayer({
        urlOf: ({ extent, size, projection }) => imageUrl(this.#view, this.crs || projection.getCode(), extent, size),
        loader,
        projection: this.crs ? parts.projectionOf(this.crs) : undefined,
        viewProjection: () => this.viewProjection,
        fine: false,
        transition,
      }),
    ];
  }

  get #key(): string {
    return [this.url, this.params].join(' ');
  }

  get #view(): IserverView {
    const { url, layersId, format, opaque, params } = this;
    return { url, layersId, format, opaque, params };
  }

  async #load(key: string): Promise<IserverInfo> {
    const { mapOf } = await import('./iserver-service.js');
    const info = await mapOf(this.#view, { element: this, timeLimit: this.timeLimit });
    if (this.#described.isCurrent(key)) {
      this.#info = info;
      this.layerChanged();
    }
    return info;
  }

  async #identify(place: LonLat, signal: AbortSignal): Promise<readonly Identified[]> {
    const { identify, namesOf } = await import('./iserver-service.js');
    const asker = { element: this, timeLimit: this.timeLimit };
    const [info, names] = await Promise.all([this.loadDescription(), this.#names.of(this.#key, () => namesOf(this.#view, asker))]);
    const view = this.mapElement?.olMap.getView();
    if (!view || signal.aborted) return [];
    return identify(this.#view, { ...asker, place, view, info, names, count: this.featureCount, signal, words: this.askedWords });
  }
}
