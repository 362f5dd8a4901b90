/** A grid over many points: coordinates sorted by cell, so that a part of the map reads a part of the memory. Pure. */
import { atOnce } from '@yizhangtu/data/steps';
import type { Extent } from './view.js';

/** Below this a plain loop is faster than any index. */
export const INDEX_FROM = 50_000;
const POINTS_PER_CELL = 24;

/** Where the points of each cell are in the sorted arrays. */
export interface Grid {
  readonly columns: number;
  readonly lines: number;
  readonly minX: number;
  readonly minY: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Cell → first point. Length cells + 1. Cells run west to east, north to south. */
  readonly start: Uint32Array;
}

/**
 * Extent of flat coordinates; NaN is left out. Empty data gives an extent that touches nothing.
 * @param from @param to Numbers of a part of them, two a place.
 */
export function extentOf(xy: Float64Array, from = 0, to = xy.length): Extent {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let i = from; i < to; i += 2) {
    const x = xy[i] as number;
    const y = xy[i + 1] as number;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return [minX, minY, maxX, maxY];
}

function shapeOf(count: number, extent: Extent): Omit<Grid, 'start'> {
  const width = Math.max(extent[2] - extent[0], 1e-9);
  const height = Math.max(extent[3] - extent[1], 1e-9);
  const cells = Math.max(1, count / POINTS_PER_CELL);
  const columns = Math.max(1, Math.min(2048, Math.round(Math.sqrt((cells * width) / height))));
  const lines = Math.max(1, Math.min(2048, Math.round(cells / columns)));
  return { columns, lines, minX: extent[0], minY: extent[1], cellWidth: width / columns, cellHeight: height / lines };
}

/** The cell of a place; −1 for NaN. */
function cellOf(grid: Omit<Grid, 'start'>, x: number, y: number): number {
  if (!(x === x && y === y)) return -1;
  const column = Math.min(grid.columns - 1, Math.max(0, Math.floor((x - grid.minX) / grid.cellWidth)));
  const fromSouth = Math.min(grid.lines - 1, Math.max(0, Math.floor((y - grid.minY) / grid.cellHeight)));
  return (grid.lines - 1 - fromSouth) * grid.columns + column;
}

function startsOf(cells: Int32Array, count: number): Uint32Array {
  const start = new Uint32Array(count + 1);
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as number;
    if (cell >= 0) start[cell + 1] = (start[cell + 1] as number) + 1;
  }
  for (let c = 0; c < count; c++) start[c + 1] = (start[c + 1] as number) + (start[c] as number);
  return start;
}

/** Points looked at between two pauses. */
const STEP = 32_768;

/** Points sorted by cell, in half the memory: whole numbers of a unit from the middle of their extent. */
export interface Gridded {
  readonly grid: Grid;
  readonly xy: Int32Array;
  /** Map units a step: the extent in 2³² steps, a centimetre where data spans the world. */
  readonly unit: number;
  readonly x0: number;
  readonly y0: number;
  readonly rows: Uint32Array;
  /** A step larger than that of the points, so that none is outside for being rounded. */
  readonly extent: Extent;
}

/** Steps on each side of the middle; a few fewer than a number of four bytes has, because the middle itself is rounded. */
const STEPS = 2 ** 31 - 8;

/** Points on their way into the cells. */
interface Sorted {
  readonly xy: Int32Array;
  readonly rows: Uint32Array;
  /** Where the next point of each cell goes. */
  readonly next: Uint32Array;
  readonly x0: number;
  readonly y0: number;
  /** Steps a map unit. */
  readonly steps: number;
}

/** The loops over all points are functions of their own: in one that gives way now and then an engine makes them slower code. */
function fillCells(cells: Int32Array, shape: Omit<Grid, 'start'>, xy: Float64Array, from: number, to: number): void {
  for (let i = from; i < to; i++) cells[i] = cellOf(shape, xy[2 * i] as number, xy[2 * i + 1] as number);
}

function putInto({ xy: sortedXy, rows: sortedRows, next, x0, y0, steps }: Sorted, cells: Int32Array, xy: Float64Array, rows: Uint32Array | undefined, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const cell = cells[i] as number;
    if (cell < 0) continue;
    const at = next[cell] as number;
    next[cell] = at + 1;
    sortedXy[2 * at] = Math.round(((xy[2 * i] as number) - x0) * steps);
    sortedXy[2 * at + 1] = Math.round(((xy[2 * i + 1] as number) - y0) * steps);
    sortedRows[at] = rows ? (rows[i] as number) : i;
  }
}

/**
 * Sorts points into a grid. Within a cell the order is that of the input; points that are NaN are left out.
 * @param rows Row of each point; the point's own number when absent.
 */
export function gridOf(xy: Float64Array, extent: Extent, rows?: Uint32Array): Gridded {
  return atOnce(gridding(xy, extent, rows));
}

/** The same, giving way now and then. */
export function* gridding(xy: Float64Array, extent: Extent, rows?: Uint32Array): Generator<number, Gridded> {
  const count = xy.length / 2;
  const shape = shapeOf(count, extent);
  const cells = new Int32Array(count);
  for (let from = 0; from < count; from += STEP) {
    fillCells(cells, shape, xy, from, Math.min(count, from + STEP));
    yield from / count;
  }
  const start = startsOf(cells, shape.columns * shape.lines);
  const kept = start[start.length - 1] as number;
  const [x0, y0] = [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2];
  // No finer than the numbers themselves: the middle would be rounded by many steps, and a point at the edge be put at the other one.
  const finest = Math.max(...extent.filter(Number.isFinite).map(Math.abs), 1) * Number.EPSILON;
  const unit = Math.max((extent[2] - extent[0]) / 2 / STEPS, (extent[3] - extent[1]) / 2 / STEPS, finest);
  const sorted: Sorted = { xy: new Int32Array(2 * kept), rows: new Uint32Array(kept), next: start.slice(0, -1), x0, y0, steps: 1 / unit };
  for (let from = 0; from < count; from += STEP) {
    putInto(sorted, cells, xy, rows, from, Math.min(count, from + STEP));
    yield from / count;
  }
  const grown: Extent = [extent[0] - unit, extent[1] - unit, extent[2] + unit, extent[3] + unit];
  return { grid: { ...shape, start }, xy: sorted.xy, unit, x0, y0, rows: sorted.rows, extent: grown };
}

/** Columns and lines of the cells under an extent, inclusive; undefined when none is. */
function cellsUnder(grid: Grid, extent: Extent): { west: number; east: number; south: number; north: number } | undefined {
  const { columns, lines, minX, minY, cellWidth, cellHeight } = grid;
  const west = Math.max(0, Math.floor((extent[0] - minX) / cellWidth));
  const east = Math.min(columns - 1, Math.floor((extent[2] - minX) / cellWidth));
  const south = Math.max(0, Math.floor((extent[1] - minY) / cellHeight));
  const north = Math.min(lines - 1, Math.floor((extent[3] - minY) / cellHeight));
  // The easternmost and northernmost points stand on the outer edge and belong to the last cells.
  const cells = { west: Math.min(west, columns - 1), east, south: Math.min(south, lines - 1), north };
  return cells.east < cells.west || cells.north < cells.south ? undefined : cells;
}

/** Calls `visit` with each run of points that may lie in an extent, in order. A point of a run may still lie outside. */
export function eachRun(grid: Grid, extent: Extent, visit: (from: number, to: number) => void): void {
  const { columns, lines, start } = grid;
  const cells = cellsUnder(grid, extent);
  if (!cells) return;
  for (let line = lines - 1 - cells.north; line <= lines - 1 - cells.south; line++) {
    const from = start[line * columns + cells.west] as number;
    const to = start[line * columns + cells.east + 1] as number;
    if (to > from) visit(from, to);
  }
}

/** Number of points in the cells under an extent. */
export function countUnder(grid: Grid, extent: Extent): number {
  let count = 0;
  eachRun(grid, extent, (from, to) => (count += to - from));
  return count;
}

/** Calls `visit` with the points of each cell that may lie in an extent, cell by cell. */
export function eachCell(grid: Grid, extent: Extent, visit: (from: number, to: number) => void): void {
  const { columns, lines, start } = grid;
  const cells = cellsUnder(grid, extent);
  if (!cells) return;
  for (let line = lines - 1 - cells.north; line <= lines - 1 - cells.south; line++) {
    const end = line * columns + cells.east;
    for (let cell = line * columns + cells.west; cell <= end; cell++) {
      const from = start[cell] as number;
      const to = start[cell + 1] as number;
      if (to > from) visit(from, to);
    }
  }
}
