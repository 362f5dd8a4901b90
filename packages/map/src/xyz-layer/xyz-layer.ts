import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import TileLayer from 'ol/layer/Tile.js';
import XYZ from 'ol/source/XYZ.js';
import type { YztError } from '@yizhangtu/base/errors';
import { withoutSecrets } from '@yizhangtu/data/request';
import { LayerElement } from '../layer/layer.js';
import { badValue } from '../shared/bad-value.js';
import { motionIsReduced } from '../shared/motion.js';
import { numberFrom } from '../shared/values.js';
import { layerLoader } from '../tiles/layer-loader.js';
import type { TileLoader } from '../tiles/tile-loader.js';
import { isTileTemplate } from './tile-url.js';

const TILE_SIZE = 256;
const TIME_LIMIT = 30;

/**
 * A layer of image tiles whose address is a template of column, row and level.
 * @tag yzt-xyz-layer
 * @summary Image tiles in the web map scheme (XYZ, or TMS with `{-y}`).
 * @fires yzt-error - The service gives no tiles, or refuses; said once for each cause, never for each tile. Single holes are no error.
 */
export class YztXyzLayer extends LayerElement {
  /** Template of the tiles' address: `/tiles/{z}/{x}/{y}.png`. `{-y}` counts rows from the bottom, `{a-d}` spreads over hosts. */
  @property() url = '';

  /** Asks for the tiles with CORS, so that a map picture can be exported: `anonymous` or `use-credentials`. */
  @property({ attribute: 'cross-origin' }) crossOrigin: '' | 'anonymous' | 'use-credentials' = '';

  #tileSize = TILE_SIZE;
  #maxNativeZoom?: number;
  #timeLimit = TIME_LIMIT;
  #sourceKey = '';
  #loader: TileLoader | undefined;
  #loading = false;

  /** Width and height of a tile in pixels of the map. */
  @property({ attribute: 'tile-size' })
  get tileSize(): number {
    return this.#tileSize;
  }
  set tileSize(value: number | string | null | undefined) {
    const size = value == null ? TILE_SIZE : numberFrom(value, 16, 4096);
    if (size === undefined) badValue(this, 'tile-size', value, '256');
    else this.#tileSize = size;
  }

  /** Highest level the service has; beyond it tiles are enlarged. */
  @property({ attribute: 'max-native-zoom' })
  get maxNativeZoom(): number | undefined {
    return this.#maxNativeZoom;
  }
  set maxNativeZoom(value: number | string | null | undefined) {
    const zoom = value == null ? undefined : numberFrom(value, 0, 30);
    if (value != null && zoom === undefined) badValue(this, 'max-native-zoom', value, '18');
    else this.#maxNativeZoom = zoom;
  }

  /** Seconds a tile has. A hanging server ends in an error after it. */
  @property({ attribute: 'time-limit' })
  get timeLimit(): number {
    return this.#timeLimit;
  }
  set timeLimit(value: number | string | null | undefined) {
    const seconds = value == null ? TIME_LIMIT : numberFrom(value, 1, 600);
    if (seconds === undefined) badValue(this, 'time-limit', value, '30');
    else this.#timeLimit = seconds;
  }

  /** Tiles that could not be loaded since `url` was set, after everything that was tried. */
  get failedTiles(): number {
    return this.#loader?.counts.failed ?? 0;
  }

  /** Tiles the service does not have (404, 204) since `url` was set. They are normal; the level above stays in their place. */
  get missingTiles(): number {
    return this.#loader?.counts.holes ?? 0;
  }

  /** Whether tiles are under way that take longer than 0.3 s. Also as an attribute. */
  get loading(): boolean {
    return this.#loading;
  }

  /** Asks again for tiles that failed, for example after an error was mended. */
  reload(): void {
    this.#loader?.again();
  }

  protected override createOlLayer(): TileLayer<XYZ> {
    const layer = new TileLayer<XYZ>();
    const { fail, clearError } = { fail: (error: YztError): void => this.fail(error), clearError: (): void => this.clearError() };
    const busy = (is: boolean): void => {
      this.#loading = is;
      this.toggleAttribute('loading', is);
      this.layerChanged();
    };
    this.#loader = layerLoader(this, layer, { report: fail, mended: clearError, busy, crossOrigin: () => this.crossOrigin, timeLimit: () => this.timeLimit });
    this.#renewSource(layer);
    return layer;
  }

  protected override disposeOlLayer(layer: TileLayer<XYZ>): void {
    this.#loader?.dispose();
    this.#loader = undefined;
    super.disposeOlLayer(layer);
    this.#sourceKey = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#renewSource(this.olLayer as TileLayer<XYZ>);
  }

  #renewSource(layer: TileLayer<XYZ>): void {
    const key = [this.url, this.crossOrigin, this.tileSize, this.maxNativeZoom].join(' ');
    if (key === this.#sourceKey) return;
    this.#sourceKey = key;
    layer.getSource()?.dispose();
    this.#loader?.restart();
    this.clearError();
    layer.setSource(this.#makeSource());
  }

  #makeSource(): XYZ | null {
    if (!this.url) return null;
    if (!isTileTemplate(this.url)) {
      badValue(this, 'url', withoutSecrets(this.url), '/tiles/{z}/{x}/{y}.png');
      return null;
    }
    return new XYZ({
      url: this.url,
      tileSize: this.tileSize,
      ...(this.#loader && { tileLoadFunction: this.#loader.load }),
      ...(this.crossOrigin && { crossOrigin: this.crossOrigin }),
      ...(this.maxNativeZoom !== undefined && { maxZoom: this.maxNativeZoom }),
      ...(motionIsReduced() && { transition: 0 }),
    });
  }
}
