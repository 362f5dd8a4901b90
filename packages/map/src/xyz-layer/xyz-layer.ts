import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import TileLayer from 'ol/layer/Tile.js';
import XYZ from 'ol/source/XYZ.js';
import { YztError } from '@yizhangtu/base/errors';
import { LayerElement } from '../layer/layer.js';
import { badValue } from '../shared/bad-value.js';
import { motionIsReduced } from '../shared/motion.js';
import { numberFrom } from '../shared/values.js';
import { isTileTemplate, withoutTokens } from './tile-url.js';

/** After the first failed tile: time for another one to succeed. Holes in a map are normal, a dead service is not. */
const PATIENCE_MS = 800;
const TILE_SIZE = 256;

/**
 * A layer of image tiles whose address is a template of column, row and level.
 * @tag yzt-xyz-layer
 * @summary Image tiles in the web map scheme (XYZ, or TMS with `{-y}`).
 * @fires yzt-error - No tile of the service could be loaded; said once for each `url`, never for each tile.
 */
export class YztXyzLayer extends LayerElement {
  /** Template of the tiles' address: `/tiles/{z}/{x}/{y}.png`. `{-y}` counts rows from the bottom, `{a-d}` spreads over hosts. */
  @property() url = '';

  /** Asks for the tiles with CORS, so that a map picture can be exported: `anonymous` or `use-credentials`. */
  @property({ attribute: 'cross-origin' }) crossOrigin: '' | 'anonymous' | 'use-credentials' = '';

  #tileSize = TILE_SIZE;
  #maxNativeZoom?: number;
  #sourceKey = '';
  #loaded = 0;
  #failed = 0;
  #patience?: ReturnType<typeof setTimeout>;

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

  /** Tiles that could not be loaded since `url` was set. */
  get failedTiles(): number {
    return this.#failed;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopPatience();
  }

  protected override createOlLayer(): TileLayer<XYZ> {
    const layer = new TileLayer<XYZ>();
    this.#renewSource(layer);
    return layer;
  }

  protected override disposeOlLayer(layer: TileLayer<XYZ>): void {
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
    this.#stopPatience();
    this.#loaded = 0;
    this.#failed = 0;
    this.clearError();
    layer.setSource(this.#makeSource());
  }

  #makeSource(): XYZ | null {
    if (!this.url) return null;
    if (!isTileTemplate(this.url)) {
      badValue(this, 'url', withoutTokens(this.url), '/tiles/{z}/{x}/{y}.png');
      return null;
    }
    const source = new XYZ({
      url: this.url,
      tileSize: this.tileSize,
      ...(this.crossOrigin && { crossOrigin: this.crossOrigin }),
      ...(this.maxNativeZoom !== undefined && { maxZoom: this.maxNativeZoom }),
      ...(motionIsReduced() && { transition: 0 }),
    });
    source.on('tileloadend', this.#onLoad);
    source.on('tileloaderror', this.#onFailure);
    return source;
  }

  readonly #onLoad = (): void => {
    this.#loaded++;
    this.#stopPatience();
    this.clearError();
  };

  readonly #onFailure = (): void => {
    this.#failed++;
    if (this.#loaded > 0 || this.error) return;
    this.#patience ??= setTimeout(() => this.#giveUp(), PATIENCE_MS);
  };

  #giveUp(): void {
    this.#patience = undefined;
    const url = withoutTokens(this.url);
    const text = {
      zh: `<${this.localName}>:${url} 没有返回任何瓦片（已失败 ${this.#failed} 次）。请检查地址、密钥和网络。`,
      en: `<${this.localName}>: ${url} gave no tile (${this.#failed} failed). Check the address, the key and the network.`,
    };
    this.fail(new YztError('network', text));
  }

  #stopPatience(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
  }
}
