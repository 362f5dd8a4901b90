/** A rectangle of the picture: rasterised once, coloured whenever colours change, shown wherever the view has moved. */
import type { Raster } from './raster.js';
import type { Slots } from './slots.js';
import type { RenderStyle } from './types.js';

/** One rectangle. */
export class PixelTile {
  readonly image: ImageData;
  readonly pixels: Int32Array;
  /** What the tile shows. */
  slots?: Slots;
  style?: RenderStyle;
  selection?: ReadonlySet<number> | undefined;
  /** Rings around the selection. */
  rings?: Raster | undefined;

  /**
   * @param x Left side, device px from the top left of the view for which the tiles were laid out.
   * @param rasteredFor Slots whose rows were rasterised; undefined when all rows were.
   */
  constructor(
    readonly x: number,
    readonly y: number,
    readonly raster: Raster,
    readonly rasteredFor: Slots | undefined,
  ) {
    this.image = new ImageData(raster.width, raster.height);
    this.pixels = new Int32Array(this.image.data.buffer);
  }
}

/** How a view is cut into tiles. */
export interface TileGrid {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Preferred size of a tile, device px: small enough to be made between two frames, large enough to cut few shapes. */
const SIZE = { width: 352, height: 120 };

/** Tiles that fill a view and a margin around it exactly. */
export function tileGrid(viewWidth: number, viewHeight: number, margin: number): TileGrid {
  const side = (length: number, wanted: number) => Math.ceil(length / Math.max(1, Math.round(length / wanted)));
  return { left: -margin, top: -margin, width: side(viewWidth + 2 * margin, SIZE.width), height: side(viewHeight + 2 * margin, SIZE.height) };
}

/** Columns and lines of the tiles that a rectangle touches. */
export interface TileRange {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** Tiles under a rectangle, device px from where the grid was laid out. */
export function tilesUnder(grid: TileGrid, left: number, top: number, right: number, bottom: number): TileRange {
  return {
    west: Math.floor((left - grid.left) / grid.width),
    north: Math.floor((top - grid.top) / grid.height),
    east: Math.ceil((right - grid.left) / grid.width) - 1,
    south: Math.ceil((bottom - grid.top) / grid.height) - 1,
  };
}

/** Calls with each tile of a range. */
export function eachTile({ west, north, east, south }: TileRange, visit: (column: number, line: number) => void): void {
  for (let line = north; line <= south; line++) for (let column = west; column <= east; column++) visit(column, line);
}
