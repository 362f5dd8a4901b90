/** One level of the hierarchy: what is nearer than the cluster distance joins, the fullest first. */
import type { Forest } from './forest.js';

/** Entries of a level sorted by cell, cells as wide as the distance. Cells that are far apart may share a bucket. */
interface Cells {
  /** Entries, sorted by bucket. */
  readonly ids: Int32Array;
  /** Cell of each entry in `ids`, before masking. */
  readonly cell: Int32Array;
  /** Place of each entry in `ids`, side by side in memory. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Bucket → first in `ids`. */
  readonly start: Uint32Array;
  readonly mask: number;
  readonly columns: number;
}

function powerOfTwoFrom(count: number): number {
  let size = 16;
  while (size < count) size *= 2;
  return size;
}

function startsOf(cell: Int32Array, mask: number): Uint32Array {
  const start = new Uint32Array(mask + 2);
  for (let i = 0; i < cell.length; i++) {
    const at = ((cell[i] as number) & mask) + 1;
    start[at] = (start[at] as number) + 1;
  }
  for (let b = 0; b <= mask; b++) start[b + 1] = (start[b + 1] as number) + (start[b] as number);
  return start;
}

function cellsOf(forest: Forest, current: Int32Array, distance: number): Cells {
  const { x, y } = forest;
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  for (const id of current) {
    minX = Math.min(minX, x[id] as number);
    maxX = Math.max(maxX, x[id] as number);
    minY = Math.min(minY, y[id] as number);
  }
  // An empty column on each side: the last cell of a line is no neighbour of the first one of the next.
  const columns = Math.min(0x3fffffff, Math.floor((maxX - minX) / distance) + 3);
  const mask = powerOfTwoFrom(current.length) - 1;
  const cell = new Int32Array(current.length);
  const inverse = 1 / distance;
  for (let i = 0; i < current.length; i++) {
    const id = current[i] as number;
    const line = Math.floor(((y[id] as number) - minY) * inverse);
    cell[i] = Math.imul(line, columns) + Math.floor(((x[id] as number) - minX) * inverse) + 1;
  }
  const start = startsOf(cell, mask);
  const next = start.slice(0, -1);
  const ids = new Int32Array(current.length);
  const sorted = new Int32Array(current.length);
  const sortedX = new Float64Array(current.length);
  const sortedY = new Float64Array(current.length);
  for (let i = 0; i < current.length; i++) {
    const bucket = (cell[i] as number) & mask;
    const at = next[bucket] as number;
    next[bucket] = at + 1;
    const id = current[i] as number;
    ids[at] = id;
    sorted[at] = cell[i] as number;
    sortedX[at] = x[id] as number;
    sortedY[at] = y[id] as number;
  }
  return { ids, cell: sorted, x: sortedX, y: sortedY, start, mask, columns };
}

/** Four ranks for each doubling of the number of points. */
function rankOf(count: number): number {
  const doublings = 31 - Math.clz32(count);
  const rest = doublings < 2 ? (count << (2 - doublings)) & 3 : (count >>> (doublings - 2)) & 3;
  return 4 * doublings + rest;
}

const RANKS = 128;

/** Places in `ids`, the fullest first, near ones together. */
function fullestFirst(forest: Forest, ids: Int32Array): Uint32Array {
  const { count } = forest;
  const start = new Uint32Array(RANKS + 1);
  for (const id of ids) {
    const at = RANKS - rankOf(count[id] as number);
    start[at] = (start[at] as number) + 1;
  }
  for (let r = 0; r < RANKS; r++) start[r + 1] = (start[r + 1] as number) + (start[r] as number);
  const next = new Uint32Array(RANKS + 1);
  next.set(start.subarray(0, RANKS), 1);
  const order = new Uint32Array(ids.length);
  for (let i = 0; i < ids.length; i++) {
    const rank = RANKS - rankOf(count[ids[i] as number] as number);
    const at = next[rank] as number;
    next[rank] = at + 1;
    order[at] = i;
  }
  return order;
}

/** Joins the unclaimed neighbours of one entry to it. Returns the cluster, or the entry itself when there is nobody. */
function joinAround(forest: Forest, cells: Cells, seed: number, claimed: Uint8Array, distance: number, born: number): number {
  const { ids, cell, x, y, start, mask, columns } = cells;
  const id = ids[seed] as number;
  const seedX = x[seed] as number;
  const seedY = y[seed] as number;
  const square = distance * distance;
  let cluster = -1;
  for (let line = -1; line <= 1; line++) {
    const middle = (cell[seed] as number) + Math.imul(line, columns);
    for (let k = middle - 1; k <= middle + 1; k++) {
      // Neighbours in a line are neighbours in memory: one run, unless the line wraps around the table here.
      const first = k & mask;
      const last = first + (middle + 1 - k);
      const whole = last <= mask;
      const end = start[(whole ? last : first) + 1] as number;
      for (let i = start[first] as number; i < end; i++) {
        if (claimed[i] === 1) continue;
        const dx = (x[i] as number) - seedX;
        const dy = (y[i] as number) - seedY;
        if (!(dx * dx + dy * dy < square)) continue;
        claimed[i] = 1;
        if (cluster < 0) cluster = forest.open(id, born);
        forest.add(cluster, ids[i] as number);
      }
      if (whole) break;
    }
  }
  if (cluster < 0) return id;
  forest.close(cluster);
  return cluster;
}

/** Entries looked at between two pauses. */
const STEP = 16_384;

/**
 * Joins the entries of a level; gives way now and then.
 * @param current Entries of the level below.
 * @param distance Cluster distance in map units.
 * @param born Number of the level above the finest.
 * @returns Entries of this level; as many as `current` when nothing was near enough.
 */
export function* joinLevel(forest: Forest, current: Int32Array, distance: number, born: number): Generator<number, Int32Array> {
  const cells = cellsOf(forest, current, distance);
  const order = fullestFirst(forest, cells.ids);
  const claimed = new Uint8Array(current.length);
  // Kept by cell, so that the next level finds neighbours near each other in memory.
  const kept = new Int32Array(current.length).fill(-1);
  for (let k = 0; k < order.length; k++) {
    const seed = order[k] as number;
    if (claimed[seed] === 1) continue;
    claimed[seed] = 1;
    kept[seed] = joinAround(forest, cells, seed, claimed, distance, born);
    if (k % STEP === STEP - 1) yield k / order.length;
  }
  return kept.filter((id) => id >= 0);
}
