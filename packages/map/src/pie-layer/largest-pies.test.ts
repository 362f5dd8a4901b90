import { describe, expect, it } from 'vitest';
import type { Seen } from '../renderer/collect.js';
import { largestPies } from './largest-pies.js';

/** Pies in slots, by row; each stands at a place of its own. */
function seenOf(slots: readonly (readonly number[])[]): Seen {
  const rows = Uint32Array.from(slots.reduce<number[]>((all, some) => [...all, ...some], []));
  let end = 0;
  return { count: rows.length, thinned: false, rows, positions: Int32Array.from(rows, (row) => 100 + row), start: Uint32Array.from([0, 0, ...slots.map((some) => (end += some.length))]) };
}

describe('largestPies', () => {
  it('keeps all where there are no more than are drawn', () => {
    const seen = seenOf([[2, 0], [1], [], []]);
    expect(largestPies(seen, [1, 2, 3], 3)).toBe(seen);
  });

  it('keeps the selected, then the largest, each in its slot and at its place', () => {
    const seen = seenOf([[0, 4], [3, 1, 5], [], [2]]);
    const { count, rows, positions, start } = largestPies(seen, [9, 5, 1, 4, 8, 6], 4);
    expect([count, [...(rows ?? [])], [...positions], [...start]]).toEqual([4, [0, 4, 5, 2], [100, 104, 105, 102], [0, 0, 2, 3, 3, 4]]);
  });

  it('takes the first rows of equal totals, whatever their order in view', () => {
    expect([...(largestPies(seenOf([[5, 3, 1, 4, 2, 0], []]), [7, 7, 7, 7, 7, 7], 2).rows ?? [])]).toEqual([1, 0]);
  });

  it('finds among many the same as putting all in order', () => {
    const totals = Float64Array.from({ length: 5000 }, (_, row) => (row * 7919) % 1009);
    const all = Array.from(totals.keys());
    const wanted = [...all].sort((a, b) => (totals[b] as number) - (totals[a] as number) || a - b).slice(0, 300);
    expect([...(largestPies(seenOf([all, []]), totals, 300).rows ?? [])]).toEqual(wanted.sort((a, b) => a - b));
  });
});
