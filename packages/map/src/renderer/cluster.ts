/**
 * Live clustering on typed arrays: points are counted in cells as wide as the cluster distance, then cells whose centres of gravity
 * are nearer than that join, fullest first, which hides the grid. One pass over the points; no index, so filters may move. Pure.
 */
import { atOnce } from '@yizhangtu/data/steps';
import type { Clusters } from './cluster-types.js';
import type { PointSet } from './geometry.js';
import { eachRun } from './grid-index.js';
import type { Extent } from './view.js';

/** More cells than this are never counted at once; the window is made smaller instead. */
export const MAX_CELLS = 250_000;

/** What to cluster. */
export interface ClusterInput {
  readonly points: PointSet;
  /** Row → slot; 0 = left out. */
  readonly slotOf: Uint16Array;
  /** True where it is known that none is. */
  readonly all?: boolean;
  /** Slot → share it is counted in. */
  readonly classOfSlot: Uint8Array;
  /** Number of shares to count; 0 for none. */
  readonly classCount: number;
  /** First slot of selected rows. */
  readonly selectedFrom: number;
  /** Cluster distance at level 0, map units. */
  readonly base: number;
  /** Level the clusters are of: their distance is `base × 2^level`. */
  readonly level: number;
  /** Cluster distance in map units. */
  readonly distance: number;
  /** Points outside are left out; whole cells count, so that a moved window changes no cluster in its middle. */
  readonly window: Extent;
}

interface Frame {
  readonly firstColumn: number;
  readonly firstLine: number;
  readonly columns: number;
  readonly lines: number;
  readonly inverse: number;
}

function frameOf({ window, distance, points }: ClusterInput): Frame {
  const inverse = 1 / distance;
  const at = (value: number) => Math.floor(value * inverse);
  const [minX, minY, maxX, maxY] = points.extent;
  const firstColumn = at(Math.max(window[0], minX));
  const firstLine = at(Math.max(window[1], minY));
  const columns = at(Math.min(window[2], maxX)) - firstColumn + 1;
  const lines = at(Math.min(window[3], maxY)) - firstLine + 1;
  const none = !(columns > 0 && lines > 0);
  return { firstColumn, firstLine, inverse, columns: none ? 0 : columns, lines: none ? 0 : lines };
}

/** The cell of a place in a frame, −1 outside of it and for NaN. */
function cellAt(frame: Frame, x: number, y: number): number {
  const column = Math.floor(x * frame.inverse) - frame.firstColumn;
  const line = Math.floor(y * frame.inverse) - frame.firstLine;
  return column >= 0 && column < frame.columns && line >= 0 && line < frame.lines ? line * frame.columns + column : -1;
}

/** Sums of each cell. */
class Cells {
  readonly count: Uint32Array;
  readonly sumX: Float64Array;
  readonly sumY: Float64Array;
  readonly shares: Uint32Array;
  readonly selected: Uint8Array;
  readonly last: Uint32Array;

  constructor(size: number, classCount: number) {
    this.count = new Uint32Array(size);
    this.sumX = new Float64Array(size);
    this.sumY = new Float64Array(size);
    this.shares = new Uint32Array(size * classCount);
    this.selected = new Uint8Array(size);
    this.last = new Uint32Array(size);
  }
}

function countRun(input: ClusterInput, frame: Frame, cells: Cells, from: number, to: number): void {
  const { points, slotOf, classOfSlot, classCount, selectedFrom } = input;
  const { xy, rows, unit = 1, x0 = 0, y0 = 0 } = points;
  const { count, sumX, sumY, shares, selected, last } = cells;
  for (let i = from; i < to; i++) {
    const slot = slotOf[rows ? (rows[i] as number) : i] as number;
    if (slot === 0) continue;
    const x = (xy[2 * i] as number) * unit + x0;
    const y = (xy[2 * i + 1] as number) * unit + y0;
    const cell = cellAt(frame, x, y);
    if (cell < 0) continue;
    count[cell] = (count[cell] as number) + 1;
    sumX[cell] = (sumX[cell] as number) + x;
    sumY[cell] = (sumY[cell] as number) + y;
    last[cell] = i;
    if (slot >= selectedFrom) selected[cell] = 1;
    if (classCount > 0) {
      const at = cell * classCount + (classOfSlot[slot] as number);
      shares[at] = (shares[at] as number) + 1;
    }
  }
}

/** Points counted between two pauses. */
const STEP = 32_768;

function* counting(input: ClusterInput, frame: Frame): Generator<number, Cells> {
  const cells = new Cells(frame.columns * frame.lines, input.classCount);
  const runs: [number, number][] = [];
  if (input.points.grid) eachRun(input.points.grid, windowOf(frame), (from, to) => runs.push([from, to]));
  else runs.push([0, input.points.xy.length / 2]);
  let pause = STEP;
  for (const [from, to] of runs)
    for (let at = from; at < to; ) {
      const end = Math.min(to, at + pause);
      countRun(input, frame, cells, at, end);
      pause -= end - at;
      at = end;
      if (pause > 0) continue;
      pause = STEP;
      yield at;
    }
  return cells;
}

/** The frame in map units: whole cells. */
function windowOf({ firstColumn, firstLine, columns, lines, inverse }: Frame): Extent {
  return [firstColumn / inverse, firstLine / inverse, (firstColumn + columns) / inverse, (firstLine + lines) / inverse];
}

function fullestFirst(cells: Cells): number[] {
  const used: number[] = [];
  cells.count.forEach((count, cell) => {
    if (count > 0) used.push(cell);
  });
  return used.sort((p, q) => (cells.count[q] as number) - (cells.count[p] as number) || p - q);
}

/** Seed of each cell's cluster; a cell that seeds one is its own. −1 for empty cells. */
function seedsOf(cells: Cells, frame: Frame, order: readonly number[], distance: number): Int32Array {
  const seeds = new Int32Array(cells.count.length).fill(-1);
  const { columns, lines } = frame;
  const mean = (sums: Float64Array, cell: number) => (sums[cell] as number) / (cells.count[cell] as number);
  for (const seed of order) {
    if (seeds[seed] !== -1) continue;
    seeds[seed] = seed;
    const column = seed % columns;
    const line = Math.floor(seed / columns);
    for (let y = Math.max(0, line - 1); y <= Math.min(lines - 1, line + 1); y++)
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
        const cell = y * columns + x;
        if (seeds[cell] !== -1 || cells.count[cell] === 0) continue;
        const dx = mean(cells.sumX, cell) - mean(cells.sumX, seed);
        const dy = mean(cells.sumY, cell) - mean(cells.sumY, seed);
        if (dx * dx + dy * dy < distance * distance) seeds[cell] = seed;
      }
  }
  return seeds;
}

/** Adds each cell to the sums of its seed. */
function gather(cells: Cells, seeds: Int32Array, order: readonly number[], classCount: number): void {
  for (const cell of order) {
    const seed = seeds[cell] as number;
    if (seed === cell) continue;
    cells.count[seed] = (cells.count[seed] as number) + (cells.count[cell] as number);
    cells.sumX[seed] = (cells.sumX[seed] as number) + (cells.sumX[cell] as number);
    cells.sumY[seed] = (cells.sumY[seed] as number) + (cells.sumY[cell] as number);
    if (cells.selected[cell]) cells.selected[seed] = 1;
    for (let k = 0; k < classCount; k++) {
      const at = seed * classCount + k;
      cells.shares[at] = (cells.shares[at] as number) + (cells.shares[cell * classCount + k] as number);
    }
  }
}

/** Points of a cluster: those whose cell belongs to its seed. */
function pointsOfSeed(input: ClusterInput, frame: Frame, seeds: Int32Array, seed: number): Uint32Array {
  const { points, slotOf } = input;
  const { xy, rows, unit = 1, x0 = 0, y0 = 0 } = points;
  const found: number[] = [];
  const { columns, inverse, firstColumn, firstLine } = frame;
  const visit = (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      if (slotOf[rows ? (rows[i] as number) : i] === 0) continue;
      const cell = cellAt(frame, (xy[2 * i] as number) * unit + x0, (xy[2 * i + 1] as number) * unit + y0);
      if (cell >= 0 && seeds[cell] === seed) found.push(i);
    }
  };
  // A seed takes in the cells around it, no others.
  const column = (seed % columns) + firstColumn;
  const line = Math.floor(seed / columns) + firstLine;
  const around: Extent = [(column - 1) / inverse, (line - 1) / inverse, (column + 2) / inverse, (line + 2) / inverse];
  if (points.grid) eachRun(points.grid, around, visit);
  else visit(0, xy.length / 2);
  return Uint32Array.from(found).sort();
}

/** Clusters of the points in a window. */
export function clustersOf(input: ClusterInput): Clusters {
  return atOnce(clustering(input));
}

/** The same, giving way now and then. */
export function* clustering(input: ClusterInput): Generator<number, Clusters> {
  const { classCount } = input;
  const frame = frameOf(input);
  const cells = yield* counting(input, frame);
  const order = fullestFirst(cells);
  const seeds = seedsOf(cells, frame, order, input.distance);
  gather(cells, seeds, order, classCount);
  const several = order.filter((cell) => seeds[cell] === cell && (cells.count[cell] as number) > 1);
  const alone = order.filter((cell) => seeds[cell] === cell && cells.count[cell] === 1).map((cell) => cells.last[cell] as number);
  const centers = new Float64Array(2 * several.length);
  const shares = new Uint32Array(classCount * several.length);
  several.forEach((cell, index) => {
    centers[2 * index] = (cells.sumX[cell] as number) / (cells.count[cell] as number);
    centers[2 * index + 1] = (cells.sumY[cell] as number) / (cells.count[cell] as number);
    shares.set(cells.shares.subarray(cell * classCount, (cell + 1) * classCount), index * classCount);
  });
  return {
    kind: 'grid',
    input,
    count: several.length,
    centers,
    sizes: Uint32Array.from(several, (cell) => cells.count[cell] as number),
    shares,
    selected: Uint8Array.from(several, (cell) => cells.selected[cell] as number),
    alone: Uint32Array.from(alone).sort(),
    pointsOf: (index) => pointsOfSeed(input, frame, seeds, several[index] as number),
    splitLevel: () => undefined,
  };
}
