/** OpenLayers layers of tiles of data, and what draws into them. The large chunk: it comes while headers and documents are read. */
import type ImageTile from 'ol/ImageTile.js';
import type Layer from 'ol/layer/Layer.js';
import type VectorTileLayer from 'ol/layer/VectorTile.js';
import type { Projection } from 'ol/proj.js';
import type RenderFeature from 'ol/render/Feature.js';
import type Tile from 'ol/Tile.js';
import type VectorTile from 'ol/VectorTile.js';
import { requestError } from '@yizhangtu/data/request';
import { projectionOf } from '../crs/index.js';
import { matrixLayer } from '../services/matrix-source.js';
import type { DataLoader } from '../tiles/data-loader.js';
import type { BytesWay } from './tile-code.js';
import { TileDrawing, type DrawingEars, type DrawnBy } from './tile-drawing.js';
import type { TileSet } from './tile-set.js';
import { vectorLayer, type TileBytes } from './vector-source.js';

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
  if (set.kind === 'image') return { layer: pictures(set, { way, loader, transition }) };
  const viewMetres = viewProjection.getMetersPerUnit() ?? 1;
  const layer = vectorLayer({
    grid: set.grid,
    projection: projectionOf(set.grid.crs),
    urlOf: set.urlOf,
    load: loader.load,
    transition,
    viewMetres,
  }) as unknown as VectorTileLayer<never, RenderFeature>;
  const drawing = new TileDrawing(layer, by, set, { ears, viewMetres });
  loader.way = { fetch: way, use: (tile: Tile, bytes) => drawing.use(tile as unknown as VectorTile<RenderFeature>, bytes as TileBytes) };
  return { layer, drawing };
}

/** A layer of tiles that are pictures, which come by the same way. */
function pictures(set: TileSet, { way, loader, transition }: Pick<MadeWith, 'way' | 'loader' | 'transition'>): Layer {
  loader.way = {
    fetch: async (src, options) => {
      const { bytes, url } = await way(src, options);
      try {
        return await createImageBitmap(new Blob([bytes]));
      } catch (cause) {
        throw requestError('not-a-tile', { subject: loader.subject, url }, { zh: '里的瓦片不是可以解码的图片。请检查文件', en: 'holds a tile that is no image that can be decoded. Check the file' }, cause);
      }
    },
    use: (tile: Tile, picture) => (tile as ImageTile).setImage(picture as HTMLImageElement),
  };
  return matrixLayer({ grid: set.grid, projection: projectionOf(set.grid.crs), urlOf: set.urlOf, loader, transition });
}
