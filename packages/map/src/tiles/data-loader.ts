import ImageTile from 'ol/ImageTile.js';
import type Tile from 'ol/Tile.js';
import TileState from 'ol/TileState.js';
import { Loading, type TileHost } from './loading.js';

/** How tiles come that are no pictures of addresses: bytes of a service, parts of an archive. */
export interface TileWay<T> {
  /** One tile. @throws YztError with the cause; `not-found` for a hole. */
  fetch(src: string, options: { readonly attempts: number; readonly signal: AbortSignal; readonly stillWanted: () => boolean }): Promise<T>;
  /** Puts what came into a tile of OpenLayers. @throws YztError where it cannot be used. */
  use(tile: Tile, thing: T): void;
}

/** Loads tiles of data. */
export class DataLoader<T> extends Loading<T> {
  #way: TileWay<T> | undefined;

  /** @param way Known later, where a document or a header must be read first; nothing is loaded before. */
  constructor(host: TileHost, way?: TileWay<T>) {
    super(host);
    this.#way = way;
  }

  /** Tiles come in this way from now on. */
  set way(way: TileWay<T>) {
    this.#way = way;
  }

  /** For `tileLoadFunction` of a source. What follows `#` in an address only tells it from the one before. */
  readonly load = (tile: Tile, src: string): void => {
    void this.serve(src.replace(/#.*$/s, ''), {
      give: (thing) => this.#give(tile, thing),
      // Its place in the map's queue is for others meanwhile. A picture that is put together from others is so once, and has to wait.
      later: () => {
        if (!(tile instanceof ImageTile) || !this.host.isReprojected()) end(tile);
      },
      end: () => end(tile),
    });
  };

  protected override single(src: string): Promise<T> {
    return this.persistent(src, 1);
  }

  protected override persistent(src: string, attempts: number): Promise<T> {
    if (!this.#way) return Promise.reject(new DOMException('Aborted', 'AbortError'));
    return this.#way.fetch(src, { attempts, signal: this.signal, stillWanted: this.stillWanted });
  }

  #give(tile: Tile, thing: T): void {
    const state = tile.getState();
    // Released meanwhile: nobody wants it.
    if (state !== TileState.LOADING && state !== TileState.ERROR) return;
    this.#way?.use(tile, thing);
    this.came();
  }
}

/** Ends the loading of a tile: the tile above it stays in its place. */
function end(tile: Tile): void {
  if (tile.getState() === TileState.LOADING) tile.setState(TileState.ERROR);
}
