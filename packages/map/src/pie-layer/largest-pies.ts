/** Which of very many pies in view are drawn: nobody tells more apart. Pure. */
import type { Seen } from '../renderer/collect.js';

/** Pies in view that are drawn at most: of 48 px they cover a window of 1440 × 900 more than once. */
export const MOST_PIES = 1000;

/** The `room` largest of [from, to), in their order; of equal totals the first rows. Never more than twice as many are put in order at once. */
function largestOf(rows: Uint32Array, [from, to]: readonly [number, number], totals: ArrayLike<number>, room: number): number[] {
  const before = (p: number, q: number): number => {
    const [a, b] = [rows[p] as number, rows[q] as number];
    return (totals[b] as number) - (totals[a] as number) || a - b;
  };
  let best: number[] = [];
  let last = -1;
  const cut = (): void => {
    best = best.sort(before).slice(0, room);
    if (best.length === room) last = best[room - 1] as number;
  };
  for (let i = from; i < to; i++) {
    if (last >= 0 && before(last, i) < 0) continue;
    best.push(i);
    if (best.length === 2 * room) cut();
  }
  cut();
  return best.sort((p, q) => p - q);
}

/**
 * The pies to draw: selected ones first, then by their total, then by row. Slots are in drawing order, the largest first, the selected in their second half.
 * @param totals By row.
 * @param most At least 1.
 */
export function largestPies(seen: Seen, totals: ArrayLike<number>, most = MOST_PIES): Seen {
  const { count, positions, rows, start } = seen;
  if (count <= most || !rows) return seen;
  const slots = start.length - 2;
  const kept: number[][] = [];
  let room = most;
  for (let k = 0; k < slots && room > 0; k++) {
    const slot = ((k + slots / 2) % slots) + 1;
    const [from, to] = [start[slot] as number, start[slot + 1] as number];
    kept[slot] = largestOf(rows, [from, to], totals, Math.min(room, to - from));
    room -= kept[slot].length;
  }
  const of = Array.from({ length: slots + 1 }, (_, slot) => kept[slot] ?? []);
  const all = of.reduce((list, some) => list.concat(some), []);
  let end = 0;
  return {
    count: all.length,
    thinned: true,
    positions: Int32Array.from(all, (i) => positions[i] as number),
    rows: Uint32Array.from(all, (i) => rows[i] as number),
    start: Uint32Array.from([0, ...of.map((some) => (end += some.length))]),
  };
}
