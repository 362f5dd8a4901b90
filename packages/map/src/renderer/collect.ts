/** The points of one frame: which are seen, where, and in drawing order. Pure. */
import { atOnce, type Steps } from '@yizhangtu/data/steps';
import type { PointSet } from './geometry.js';
import { countUnder, eachCell, eachRun, type Grid } from './grid-index.js';
import { grownExtent, worldShifts, type Extent, type View } from './view.js';
import { freedAtRest, roomInUse } from './work-room.js';

/** Seen points, sorted by slot (bottom first), then in the order of the point set. */
export interface Seen {
  readonly count: number;
  /** There are more: some were left out, because the view moves. */
  readonly thinned: boolean;
  /** Line × stride + column of the middle, margin added to both. */
  readonly positions: Int32Array;
  /** Row of each; only where they were asked for. */
  readonly rows?: Uint32Array | undefined;
  /** Slot → first in `positions`; one more entry than there are slots, slot 0 included. */
  readonly start: Uint32Array;
}

/** Reused between frames; grows, and is let go at rest when it has become large. */
export class Scratch {
  positions = new Int32Array(0);
  rows = new Uint32Array(0);
  slots = new Uint16Array(0);
  count = 0;
  thinned = false;

  reserve(more: number, withRows: boolean): void {
    const needed = this.count + more;
    if (needed <= this.positions.length && !(withRows && this.rows.length < this.positions.length)) return;
    const size = Math.ceil(needed * 1.25);
    const grown = { positions: new Int32Array(size), rows: new Uint32Array(withRows ? size : 0), slots: new Uint16Array(size) };
    for (const name of ['positions', 'slots'] as const) grown[name].set(this[name].subarray(0, this.count));
    if (withRows) grown.rows.set(this.rows.subarray(0, this.count));
    Object.assign(this, grown);
  }
}

/** What a collection needs beside the points. */
export interface CollectInput {
  readonly view: View;
  /** Row → slot, 0 = not drawn. */
  readonly slotOf: Uint16Array;
  /** Number of slots, slot 0 not counted. */
  readonly slotCount: number;
  /** False where no row is selected. */
  readonly lifted?: boolean | undefined;
  /** How far outside the canvas a middle may lie, device px. */
  readonly reach: number;
  readonly stride: number;
  readonly margin: number;
  /** While the view moves over very many points: how far apart those drawn of one cell may lie, device px. */
  readonly spacing?: number;
  /** True to know the row of each seen point. */
  readonly withRows?: boolean;
}

/** A larger scratch than for so many points is not kept at rest. */
const KEPT = 200_000;

/** Points in view from which a moving view is drawn with fewer: a frame has no time for more. */
const THIN_FROM = 20_000;

/** Takes stretches of the point set, at most so many of each; what is the same for all stretches is worked out once: there may be a hundred thousand. */
type TakeRun = (from: number, to: number, most?: number) => void;

export function runTaker(points: PointSet, input: CollectInput, shift: number, out: Scratch): TakeRun {
  const { xy, rows } = points;
  const { slotOf, reach, stride, margin, view, withRows = false } = input;
  // What turns map units into pixels turns steps from the middle into pixels, too.
  const { unit = 1, x0 = 0, y0 = 0 } = points;
  const [a, b] = [view.a * unit, view.b * unit];
  const e = view.e + view.a * (x0 + shift) + view.b * y0;
  const f = view.f + view.b * (x0 + shift) - view.a * y0;
  const [right, bottom] = [view.width + reach, view.height + reach];
  // Slots of selected rows come after the plain ones; they are never left out.
  const plain = input.lifted === false ? Infinity : input.slotCount / 2;
  return (from, to, most = Infinity) => {
    out.reserve(to - from, withRows);
    const { positions, rows: outRows, slots } = out;
    let count = out.count;
    let left = most;
    for (let i = from; i < to; i++) {
      const row = rows ? (rows[i] as number) : i;
      const slot = slotOf[row] as number;
      if (slot === 0) continue;
      if (left <= 0) {
        if (plain === Infinity) break;
        if (slot <= plain) continue;
      }
      left--;
      const x = xy[2 * i] as number;
      const y = xy[2 * i + 1] as number;
      const px = a * x + b * y + e;
      const py = b * x - a * y + f;
      if (!(px >= -reach && px < right && py >= -reach && py < bottom)) continue;
      positions[count] = (Math.floor(py) + margin) * stride + Math.floor(px) + margin;
      if (withRows) outRows[count] = row;
      slots[count] = slot;
      count++;
    }
    out.count = count;
  };
}

/** Runs of points, as [from, to), that may lie in an extent; all of them where there are no cells. */
export function runsIn({ grid, xy }: PointSet, extent: Extent): [from: number, to: number][] {
  const runs: [number, number][] = [];
  if (grid) eachRun(grid, extent, (from, to) => runs.push([from, to]));
  else runs.push([0, xy.length / 2]);
  return runs;
}

/** Points looked at between two pauses: a millisecond or two. */
const STEP = 32_768;

function* collecting(points: PointSet, input: CollectInput, out: Scratch): Steps<void> {
  const [minX, minY, maxX, maxY] = grownExtent(input.view, input.reach);
  for (const shift of worldShifts(input.view, points.extent, input.reach)) {
    const take = runTaker(points, input, shift, out);
    const { grid } = points;
    const extent = [minX - shift, minY, maxX - shift, maxY] as const;
    if (grid && input.spacing && countUnder(grid, extent) > THIN_FROM) {
      out.thinned = true;
      const most = mostOfCell(grid, input.view, input.spacing);
      eachCell(grid, extent, (from, to) => take(from, to, most));
      continue;
    }
    // All at once: to grow with every run would copy it all again and again.
    if (grid) out.reserve(countUnder(grid, extent), input.withRows === true);
    let since = 0;
    for (const [from, to] of runsIn(points, extent)) {
      take(from, to);
      since += to - from;
      if (since < STEP) continue;
      since = 0;
      yield 0;
    }
  }
}

/** So many symbols cover a cell without a gap; sparse cells keep all of theirs. Rounded: cells of a large set are so small that one more would be twice as many. */
function mostOfCell({ cellWidth, cellHeight }: Grid, { scale }: View, spacing: number): number {
  return Math.max(1, Math.round((cellWidth * scale * cellHeight * scale) / spacing ** 2));
}

/** Only the points named: those that stand alone between clusters. */
function collectList(points: PointSet, input: CollectInput, list: Uint32Array, out: Scratch): void {
  for (const shift of worldShifts(input.view, points.extent, input.reach)) {
    const take = runTaker(points, input, shift, out);
    for (const index of list) take(index, index + 1);
  }
}

function sorted(scratch: Scratch, { slotCount, withRows }: CollectInput): Seen {
  const { count, positions, slots, thinned } = scratch;
  const rows = withRows ? scratch.rows : undefined;
  const start = new Uint32Array(slotCount + 2);
  for (let i = 0; i < count; i++) start[(slots[i] as number) + 1] = (start[(slots[i] as number) + 1] as number) + 1;
  for (let slot = 0; slot <= slotCount; slot++) start[slot + 1] = (start[slot + 1] as number) + (start[slot] as number);
  const single = slots.length > 0 && start[(slots[0] as number) + 1] === count && start[slots[0] as number] === 0;
  if (single || count === 0) return { count, thinned, positions, rows, start };
  const next = start.slice();
  const out = { positions: new Int32Array(count), rows: rows && new Uint32Array(count) };
  for (let i = 0; i < count; i++) {
    const slot = slots[i] as number;
    const at = next[slot] as number;
    next[slot] = at + 1;
    out.positions[at] = positions[i] as number;
    if (out.rows && rows) out.rows[at] = rows[i] as number;
  }
  return { count, thinned, ...out, start };
}

let scratch = new Scratch();
freedAtRest(() => (scratch = new Scratch()));

/**
 * The seen points of a frame. The answer is valid until the next call.
 * @param only Points to look at; all when absent.
 */
export function seenPoints(points: PointSet, input: CollectInput, only?: Uint32Array): Seen {
  roomInUse();
  scratch.count = 0;
  scratch.thinned = false;
  if (only) collectList(points, input, only, scratch);
  else atOnce(collecting(points, input, scratch));
  const seen = sorted(scratch, input);
  if (!input.view.moving && scratch.positions.length > KEPT) scratch = new Scratch();
  return seen;
}

/**
 * The same in steps. The answer is valid until the same room is used again.
 * @param room Where the points are kept: not shared, because other frames are drawn in the pauses.
 */
export function* seeingPoints(points: PointSet, input: CollectInput, room: Scratch): Steps<Seen> {
  room.count = 0;
  yield* collecting(points, input, room);
  return sorted(room, input);
}
