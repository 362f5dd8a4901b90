/** The points of one frame bit by bit. Apart from what draws them all, for few layers need it. Pure. */
import { runsIn, runTaker, Scratch, type CollectInput, type Seen } from './collect.js';
import type { PointSet } from './geometry.js';
import { grownExtent, worldShifts } from './view.js';

/** Some of the seen points, in the order of the point set. */
export interface SeenPart {
  readonly count: number;
  readonly positions: Int32Array;
  /** Only where they were asked for. */
  readonly rows: Uint32Array;
  readonly slots: Uint16Array;
}

/** Points looked at for one part. */
const PART = 32_768;

/** The seen points part by part, each valid until the next: for who needs but some of very many, or gives way in between. */
export function* seenParts(points: PointSet, input: CollectInput): Generator<SeenPart, void, void> {
  const part = new Scratch();
  const [minX, minY, maxX, maxY] = grownExtent(input.view, input.reach);
  for (const shift of worldShifts(input.view, points.extent, input.reach)) {
    const take = runTaker(points, input, shift, part);
    for (const [first, end] of runsIn(points, [minX - shift, minY, maxX - shift, maxY]))
      for (let from = first; from < end; from += PART) {
        part.count = 0;
        take(from, Math.min(end, from + PART));
        yield part;
      }
  }
}

/**
 * Seen points of each slot, the first of them: enough for who wants no more than so many, those of one slot before all others.
 * @param wanted The slot whose points are wanted first: with enough of them no others are looked for.
 */
export function firstSeen(points: PointSet, input: CollectInput, wanted: number, most: number): Seen {
  const found = Array.from({ length: input.slotCount + 1 }, () => ({ positions: [] as number[], rows: [] as number[] }));
  for (const { count, positions, rows, slots } of seenParts(points, { ...input, withRows: true })) {
    for (let i = 0; i < count; i++) {
      const of = found[slots[i] as number];
      if (!of || of.rows.length >= most) continue;
      of.positions.push(positions[i] as number);
      of.rows.push(rows[i] as number);
    }
    if ((found[wanted]?.rows.length ?? 0) >= most) break;
  }
  let count = 0;
  const start = Uint32Array.from([0, ...found.map(({ rows }) => (count += rows.length))]);
  const [positions, rows] = [new Int32Array(count), new Uint32Array(count)];
  found.forEach((of, slot) => {
    positions.set(of.positions, start[slot] as number);
    rows.set(of.rows, start[slot] as number);
  });
  return { count, thinned: false, positions, rows, start };
}
