/** The code of layers of tiles of data, all that is not needed before there is one on a map. A chunk of its own. */
import type Layer from 'ol/layer/Layer.js';
import type VectorTileLayer from 'ol/layer/VectorTile.js';
import type { Projection } from 'ol/proj.js';
import type RenderFeature from 'ol/render/Feature.js';
import type Tile from 'ol/Tile.js';
import type VectorTile from 'ol/VectorTile.js';
import { ask, requestError } from '@yizhangtu/data/request';
import { projectionOf } from '../crs/index.js';
import type { DataLoader, TileWay } from '../tiles/data-loader.js';
import { TileDrawing, type DrawingEars, type DrawnBy } from './tile-drawing.js';
import type { TileSet } from './tile-set.js';
import { vectorLayer, type TileBytes } from './vector-source.js';

export { DataLoader } from '../tiles/data-loader.js';
export { levelsWithin, plainWords, sizedGrid, tileAddress, wordsGrid } from './tile-set.js';

/** How the bytes of a tile come. */
export type BytesWay = TileWay<TileBytes>['fetch'];

/** The tiles of a service: each has an address of its own. */
export function askedTiles(subject: Element, timeLimit: () => number): BytesWay {
  return async (url, options) => {
    const { status, bytes } = await ask({ url, subject, expects: 'tile', timeLimit: timeLimit(), ...options });
    if (status === 204) throw requestError('not-found', { subject, url }, { zh: '没有这张瓦片（204）。请检查地址和级别', en: 'has no such tile (204). Check the address and the level' });
    return { bytes, url };
  };
}

/** What the layer is made with. */
export interface MadeWith {
  readonly way: BytesWay;
  readonly loader: DataLoader<unknown>;
  readonly viewProjection: Projection;
  readonly transition: number;
  readonly ears: DrawingEars;
}

/** The OpenLayers layer of tiles, and what draws into it. */
export function madeTiles(by: DrawnBy, set: TileSet, { way, loader, viewProjection, transition, ears }: MadeWith): { readonly layer: Layer; readonly drawing?: TileDrawing } {
  const layer = vectorLayer({
    grid: set.grid,
    projection: projectionOf(set.grid.crs),
    urlOf: set.urlOf,
    load: loader.load,
    transition,
    viewMetres: viewProjection.getMetersPerUnit() ?? 1,
  }) as unknown as VectorTileLayer<never, RenderFeature>;
  const drawing = new TileDrawing(layer, by, set, ears);
  loader.way = { fetch: way, use: (tile: Tile, bytes) => drawing.use(tile as unknown as VectorTile<RenderFeature>, bytes as TileBytes) };
  return { layer, drawing };
}
