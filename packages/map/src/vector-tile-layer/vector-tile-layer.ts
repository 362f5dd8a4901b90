import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { YztError } from '@yizhangtu/base/errors';
import { withoutSecrets } from '@yizhangtu/data/request';
import { badValue } from '../shared/bad-value.js';
import { readNumber } from '../shared/read-number.js';
import { aliasesFrom, namesFrom } from '../services/info-rows.js';
import type { ReadStyle } from '../style-json/document.js';
import type { BytesWay } from '../vector-tiles/tile-code.js';
import type { TileSet } from '../vector-tiles/tile-set.js';
import { TilesLayerElement, type TileCode } from '../vector-tiles/tiles-layer.js';

const TILE_SIZE = 512;

/**
 * Vector tiles (MVT) of a service or of a folder, in the grid of the world in EPSG:3857, EPSG:4490, EPSG:4326, or in a city's own.
 *
 * `url` is the template of the tiles, a TileJSON, or an address of OGC API – Tiles: a tileset, a list of them, a collection, or the landing page.
 * Features look as `symbology` says, and the legend shows the same classes. Only the host of `url` is ever asked.
 * @tag yzt-vector-tile-layer
 * @summary Vector tiles (XYZ/MVT, TileJSON, OGC API – Tiles) as a layer, with legend, filter and identify.
 * @fires yzt-error - The service gives no tiles, refuses, or answers with something else; said once for each cause, never for each tile. Single holes are no error.
 */
export class YztVectorTileLayer extends TilesLayerElement {
  /** Template of the tiles, `/tiles/{z}/{x}/{y}.mvt`, a TileJSON, or an address of OGC API – Tiles. `{-y}` counts rows from the bottom. */
  @property() url = '';

  /**
   * The grid of a template: coordinate system and levels, `EPSG:4490 1-16`, and for grids that are not those of the world the units per pixel of the
   * first level in tiles of 256 pixels: `EPSG:4549 0-12 132.2919`. Without it that of the world in EPSG:3857.
   */
  @property() grid = '';

  /** Upper left corner, with `grid`: two numbers, x first. Without it that of the world. */
  @property() origin = '';

  /** Name of the grid of an OGC tileset: `WebMercatorQuad`. Without it: one in the coordinate system of the map, else `WebMercatorQuad`. */
  @property({ attribute: 'matrix-set' }) matrixSet = '';

  /**
   * Address of a Mapbox style (version 8). Its layers are drawn in place of `symbology`, `label-field`, `size`, `width` and `fill-opacity`, and stand in the
   * legend. Without `url` the tiles are those of its source. Fonts are those of the page; icons, patterns and what is not understood are left out and named.
   */
  @property({ attribute: 'style-url' }) styleUrl = '';

  /** Layers of the style that stand in the legend, with words for people: `park=公园 main-road=主干道`. Without it all but labels, by their ids. */
  @property({ attribute: 'style-labels' }) styleLabels = '';

  #tileSize?: number;

  /** Width of a tile in pixels of the map: how large the same tile is drawn. Default 512. */
  @property({ type: Number, attribute: 'tile-size' })
  get tileSize(): number {
    return this.#tileSize ?? TILE_SIZE;
  }
  set tileSize(value: number | null | undefined) {
    this.#tileSize = readNumber(this, { name: 'tile-size', min: 64, max: 4096, example: '512' }, value, this.#tileSize);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('url') && /\{/.test(this.url) && !isTemplate(this.url)) badValue(this, 'url', withoutSecrets(this.url), '/tiles/{z}/{x}/{y}.mvt');
  }

  protected override get layersKey(): string {
    const { url, grid, origin, matrixSet, tileSize, styleUrl, styleLabels } = this;
    if (!(url || styleUrl) || (/\{/.test(url) && !isTemplate(url))) return '';
    return JSON.stringify([url, styleUrl, styleLabels, grid, origin, matrixSet, tileSize, this.drawingKey, isTemplate(url) || matrixSet ? '' : this.mapElement?.projection]);
  }

  protected override async tiles(code: TileCode): Promise<{ readonly set: TileSet; readonly way: BytesWay }> {
    const { styleUrl, timeLimit } = this;
    const styles = styleUrl ? await import('../style-json/style-code.js') : undefined;
    const read = await styles?.styleAt(this, styleUrl, timeLimit);
    const set = isTemplate(this.url) ? this.#named(code) : await this.#described(read && { ...read, url: styleUrl });
    const grid = code.levelsWithin(set.grid, this.minNativeZoom, this.maxNativeZoom);
    const style = read && styles?.tileStyleOf(read, aliasesFrom(this.styleLabels), namesFrom(this.sourceLayer));
    return { set: { ...set, grid, ...(style && { style }) }, way: code.askedTiles(this, () => this.timeLimit) };
  }

  #named(code: TileCode): TileSet {
    const { url, tileSize } = this;
    const grid = code.wordsGrid(this.grid || 'EPSG:3857 0-22', tileSize, this.#corner);
    if (!grid) {
      throw new YztError('bad-attribute', {
        zh: `<${this.localName}> 的 grid="${this.grid}" 不是格网。请写坐标系和级别，例如 grid="EPSG:4490 1-16"。`,
        en: `<${this.localName}>: grid="${this.grid}" is no grid. Write coordinate system and levels, such as grid="EPSG:4490 1-16".`,
      });
    }
    return { kind: 'vector', grid, urlOf: (matrix, row, column) => code.tileAddress(url, matrix, row, column) };
  }

  /** @param style The style whose source has the tiles where `url` names none. */
  async #described(style: { readonly source: ReadStyle['source']; readonly url: string } | undefined): Promise<TileSet> {
    const { url, timeLimit, matrixSet, tileSize: size } = this;
    const { describedTiles, sourceTiles } = await import('./tileset-service.js');
    const asked = { element: this, url: url || (style?.url ?? ''), timeLimit, matrixSet, size, mapCrs: this.mapElement?.projection ?? '' };
    return style && url === '' ? sourceTiles(style.source, asked) : describedTiles(asked);
  }

  get #corner(): readonly [number, number] | undefined {
    const [x = NaN, y = NaN] = this.origin.trim().split(/[\s,]+/).map(Number);
    return this.origin.trim() && Number.isFinite(x + y) ? [x, y] : undefined;
  }
}

/** Whether an address names a tile: column, row and level, in the words of XYZ or of OGC. */
function isTemplate(url: string): boolean {
  return /\{(?:x|tilecol|col)\}/i.test(url) && /\{(?:-?y|tilerow|row)\}/i.test(url) && /\{(?:z|tilematrix|level)\}/i.test(url);
}
