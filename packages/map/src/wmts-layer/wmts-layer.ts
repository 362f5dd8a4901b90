import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type Layer from 'ol/layer/Layer.js';
import type { YztError } from '@yizhangtu/base/errors';
import { LoadedOnce } from '../services/loaded-once.js';
import { gridFrom, type MatrixGrid } from '../services/matrix-grid.js';
import { ServiceLayerElement } from '../services/service-layer.js';
import { badValue } from '../shared/bad-value.js';
import { motionIsReduced } from '../shared/motion.js';
import type { Bounds } from '../shared/values.js';
import type { TileLoader } from '../tiles/index.js';
import { formatOf } from '../wms-layer/wms-request.js';
import type { WmtsInfo, WmtsLayerInfo } from './wmts-capabilities.js';
import { tileUrl, type WmtsView } from './wmts-request.js';
import type * as service from './wmts-service.js';


/**
 * Tiles of a Web Map Tile Service, by parameters or by addresses, in the matrices that the service describes or the page names.
 *
 * Without `grid` the capabilities are read first, once. Corners are understood in either order of axes, and scale denominators of 96 dpi, which
 * put tiles in the wrong place, are converted. Only the host of `url` is ever asked, whatever the service says of itself.
 * @tag yzt-wmts-layer
 * @summary A tile service (WMTS 1.0.0) as a layer, in EPSG:3857, EPSG:4490 and city grids.
 * @fires yzt-error - The service refused or failed, or has no layer, matrix set or matrix of the name; once for each cause, never for each tile.
 */
export class YztWmtsLayer extends ServiceLayerElement {
  /** Name of the service's layer. */
  @property() layer = '';

  /** Name of the set of matrices. Without it: one in the coordinate system of the map, else one the map can turn into its own. */
  @property({ attribute: 'matrix-set' }) matrixSet = '';

  /** Name of the style; the service's own without. */
  @property({ attribute: 'layer-style' }) layerStyle = '';

  /** Picture format: `png`, `jpeg`, `tiles`, or in full. Without it: the first the service offers. */
  @property() format = '';

  /**
   * The grid, where capabilities are not to be read: coordinate system and levels, `EPSG:4490 1-18`, and for grids that are not those of the world
   * the units per pixel of the first level: `EPSG:4549 0-12 132.2919`.
   */
  @property() grid = '';

  /** How a level is called, with `grid`: `EPSG:4490:{z}`. */
  @property({ attribute: 'matrix-ids' }) matrixIds = '{z}';

  /** Upper left corner, with `grid`: two numbers, x first. Without it that of the world. */
  @property() origin = '';

  /** Order of the corners in the capabilities, for services that write neither the registry's nor one that can be told: `xy` or `yx`. */
  @property({ attribute: 'axis-order' }) axisOrder: 'auto' | 'xy' | 'yx' = 'auto';

  /** Time to show, as the service writes it. Without it the service's own choice. */
  @property() time = '';

  /** Parameters of the service's own, as in an address: `tk=…`. */
  @property() params = '';

  #info?: WmtsInfo | undefined;
  readonly #described = new LoadedOnce<WmtsInfo>();
  #chosen?: service.Chosen | undefined;
  #compared = '';

  /** What the service says of itself; undefined before it has been read. */
  get capabilities(): WmtsInfo | undefined {
    return this.#info;
  }

  /** The box around the layer, west south east north, once the capabilities are read. */
  override get serviceBounds(): Bounds | undefined {
    return this.#known?.bounds;
  }

  override get timeValues(): readonly string[] | undefined {
    const times = this.#known?.times ?? [];
    return times.length > 0 ? times : undefined;
  }

  /** Reads what the service says of itself, once. @throws YztError with the cause. */
  loadCapabilities(): Promise<WmtsInfo> {
    const key = [this.url, this.params].join(' ');
    return this.#described.of(key, () => this.#load(key));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('url') || changed.has('params')) this.#info = undefined;
    if (changed.has('grid') && this.grid && !this.#ownGrid) badValue(this, 'grid', this.grid, 'EPSG:4490 1-18');
    super.willUpdate(changed);
  }

  protected override get layersKey(): string {
    if (!this.url || !this.layer || (this.grid && !this.#ownGrid)) return '';
    const { url, params, layer, matrixSet, grid, matrixIds, origin, axisOrder } = this;
    return JSON.stringify(grid ? [grid, matrixIds, origin] : [url, params, layer, matrixSet, axisOrder, matrixSet ? '' : this.mapElement?.projection]);
  }

  protected override get picturesKey(): string {
    return JSON.stringify(this.#view);
  }

  protected override get picturesCrs(): string {
    return this.#ownGrid?.crs ?? this.#chosen?.grid.crs ?? '';
  }

  protected override async makeLayers(loader: TileLoader): Promise<Layer[]> {
    const own = this.#ownGrid;
    const parts = await import('./wmts-service.js');
    this.#chosen = own ? undefined : parts.chosen(await this.loadCapabilities(), { view: this.#view, mapCrs: this.mapElement?.projection ?? '', order: this.axisOrder, element: this });
    const grid = own ?? this.#chosen?.grid;
    if (!grid) return [];
    return [
      parts.matrixLayer({
        grid,
        projection: parts.projectionOf(grid.crs),
        urlOf: (matrix, row, column) => tileUrl(this.#view, { matrix: matrix.id, row, column }, this.#chosen?.template),
        loader,
        transition: motionIsReduced() ? 0 : 250,
      }),
    ];
  }

  /** A service that has no such matrices says so in as many ways as there are services. Its capabilities say it in one. */
  protected override worded(error: YztError): YztError {
    const own = this.#ownGrid;
    if (own && ['service-exception', 'http-error', 'not-found'].includes(error.code) && this.#compared !== this.layersKey) void this.#compare(own);
    return error;
  }

  get #ownGrid(): MatrixGrid | undefined {
    const [x = NaN, y = NaN] = this.origin.trim().split(/[\s,]+/).map(Number);
    return this.grid ? gridFrom({ grid: this.grid, ids: this.matrixIds, origin: Number.isFinite(x + y) && this.origin.trim() ? [x, y] : undefined }) : undefined;
  }

  get #known(): WmtsLayerInfo | undefined {
    return this.#info?.layers.find(({ name }) => name === this.layer);
  }

  get #view(): WmtsView {
    const { url, layer, params, time } = this;
    const known = this.#chosen?.layer;
    const format = this.format === 'tiles' ? 'tiles' : this.format ? formatOf(this.format) : (known?.formats[0] ?? 'image/png');
    return {
      url,
      layer,
      params,
      format,
      style: this.layerStyle || known?.defaultStyle || 'default',
      matrixSet: this.#chosen?.set.name ?? this.matrixSet,
      time: time ? [known?.timeName ?? 'Time', time] : undefined,
    };
  }

  async #load(key: string): Promise<WmtsInfo> {
    const { capabilitiesOf } = await import('./wmts-service.js');
    const info = await capabilitiesOf(this, this, this.timeLimit);
    if (this.#described.isCurrent(key)) {
      this.#info = info;
      this.layerChanged();
    }
    return info;
  }

  async #compare(grid: MatrixGrid): Promise<void> {
    this.#compared = this.layersKey;
    const { wrongMatrices } = await import('./wmts-service.js');
    const info = await this.loadCapabilities().catch(() => undefined);
    const wrong = info && wrongMatrices(info, { view: this.#view, element: this }, grid);
    if (wrong && this.isConnected && this.#compared === this.layersKey) this.fail(wrong);
  }
}
