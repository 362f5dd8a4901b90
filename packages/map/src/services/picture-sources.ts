/** OpenLayers sources whose pictures are made by a service: one for the whole view, or tiles. A chunk of its own. */
import ImageLayer from 'ol/layer/Image.js';
import TileLayer from 'ol/layer/Tile.js';
import { getCenter } from 'ol/extent.js';
import type { Projection } from 'ol/proj.js';
import ImageSource from 'ol/source/Image.js';
import TileImage from 'ol/source/TileImage.js';
import { createForProjection } from 'ol/tilegrid.js';
import type TileGrid from 'ol/tilegrid/TileGrid.js';
import type { TileLoader } from '../tiles/index.js';
import type { Extent } from '../wms-layer/wms-request.js';

/** Greatest width and height of a picture: what servers allow where nobody has changed it. */
const MOST_PIXELS = 4096;

/** A picture of a box of a projection. */
export interface Wanted {
  readonly extent: Extent;
  readonly size: readonly [width: number, height: number];
  readonly projection: Projection;
  /** Pixels of the picture per pixel of the page. */
  readonly pixelRatio: number;
}

/** What the pictures are and where they come from. */
export interface PictureOptions {
  /** Address of a picture. Asked each time, so that a layer can change its mind. */
  readonly urlOf: (wanted: Wanted) => string;
  readonly loader: TileLoader;
  /** Projection of the service; without one that of the view. */
  readonly projection?: Projection | undefined;
  readonly viewProjection: () => Projection;
  /** Whether the service draws larger symbols for fine screens; without, pictures are as coarse as the page. */
  readonly fine: boolean;
  /** Milliseconds that a tile takes to appear. */
  readonly transition: number;
  /** Greatest width and height of a picture that the service draws, where it says so. */
  readonly most?: number | undefined;
}

/** A source that can be told that its pictures are out of date. What was drawn stays until the new ones are there. */
export interface Renewable {
  renew(key: string): void;
}

/** The same part of the ground in whole pixels, and in no more than a server draws. */
function fitted(extent: readonly number[], resolution: number, most: number): Pick<Wanted, 'extent' | 'size'> & { readonly resolution: number } {
  const [west = 0, south = 0, east = 0, north = 0] = extent;
  const wide = Math.max(east - west, north - south) / resolution;
  const used = wide > most ? (resolution * wide) / most : resolution;
  const size = [Math.max(1, Math.round((east - west) / used)), Math.max(1, Math.round((north - south) / used))] as const;
  const [x = 0, y = 0] = getCenter([...extent]);
  const [halfX, halfY] = [(size[0] * used) / 2, (size[1] * used) / 2];
  return { extent: [x - halfX, y - halfY, x + halfX, y + halfY], size, resolution: used };
}

class WholeSource extends ImageSource implements Renewable {
  constructor({ urlOf, loader, projection, viewProjection, fine, most = MOST_PIXELS }: PictureOptions) {
    super({
      ...(projection && { projection }),
      loader: async (extent, resolution, ratio) => {
        const pixelRatio = fine ? ratio : 1;
        const wanted = fitted(extent, resolution / pixelRatio, most);
        const url = urlOf({ ...wanted, projection: projection ?? viewProjection(), pixelRatio });
        const image = await loader.loadImage(new Image(), url);
        return { image, extent: [...wanted.extent], resolution: wanted.resolution * pixelRatio, pixelRatio };
      },
    });
  }

  renew(): void {
    this.image = null;
    this.changed();
  }
}

class TiledSource extends TileImage implements Renewable {
  readonly #size: number;
  readonly #grids = new Map<string, TileGrid>();

  constructor({ urlOf, loader, projection, transition }: PictureOptions, size: number) {
    super({
      ...(projection && { projection }),
      transition,
      wrapX: true,
      tileLoadFunction: loader.load,
      tileUrlFunction: (coordinate, _ratio, shown) => {
        const extent = this.getTileGridForProjection(shown).getTileCoordExtent(coordinate) as [number, number, number, number];
        return urlOf({ extent, size: [size, size], projection: shown, pixelRatio: 1 });
      },
    });
    this.#size = size;
  }

  override getTileGridForProjection(projection: Projection): TileGrid {
    const code = projection.getCode();
    const grid = this.#grids.get(code) ?? createForProjection(projection, undefined, this.#size);
    this.#grids.set(code, grid);
    return grid;
  }

  renew(key: string): void {
    this.setKey(key);
  }
}

/** A layer of one picture for the whole view. */
export function wholeLayer(options: PictureOptions): ImageLayer<WholeSource> {
  return new ImageLayer({ source: new WholeSource(options) });
}

/** A layer of square tiles. @param size Width and height of a tile in pixels. */
export function tiledLayer(options: PictureOptions, size: number): TileLayer<TiledSource> {
  return new TileLayer({ source: new TiledSource(options, size) });
}
