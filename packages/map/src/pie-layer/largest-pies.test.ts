import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeenPart } from '../renderer/seen-parts.js';
import { LargestPies } from './largest-pies.js';

/** Pies in slots 1, 2 …, by row; each stands at a place of its own. */
function partOf(slots: readonly (readonly number[])[]): SeenPart {
  const pies = slots.flatMap((rows, index) => rows.map((row) => ({ row, slot: index + 1 })));
  return { count: pies.length, rows: Uint32Array.from(pies, ({ row }) => row), slots: Uint16Array.from(pies, ({ slot }) => slot), positions: Int32Array.from(pies, ({ row }) => 100 + row) };
}

/** A part cut into parts. */
function piecesOf({ count, rows, slots, positions }: SeenPart, size: number): SeenPart[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, i) => {
    const [from, to] = [i * size, Math.min(count, (i + 1) * size)];
    return { count: to - from, rows: rows.slice(from, to), slots: slots.slice(from, to), positions: positions.slice(from, to) };
  });
}

function largest(slots: readonly (readonly number[])[], totals: ArrayLike<number>, most: number, size = 1000) {
  const pies = new LargestPies(slots.length, totals, most);
  for (const part of piecesOf(partOf(slots), size)) pies.add(part);
  const { count, thinned, rows = [], positions, start } = pies.done();
  return { count, thinned, rows: [...rows], positions: [...positions], start: [...start], all: pies.count };
}

describe('LargestPies', () => {
  it('keeps all where there are no more than are drawn', () => {
    expect(largest([[2, 0], [1], [], []], [1, 2, 3], 3)).toEqual({ count: 3, thinned: false, rows: [2, 0, 1], positions: [102, 100, 101], start: [0, 0, 2, 3, 3, 3], all: 3 });
  });

  it('keeps the selected, then the largest, each in its slot and at its place', () => {
    const { count, rows, positions, start } = largest([[0, 4], [3, 1, 5], [], [2]], [9, 5, 1, 4, 8, 6], 4);
    expect([count, rows, positions, start]).toEqual([4, [0, 4, 5, 2], [100, 104, 105, 102], [0, 0, 2, 3, 3, 4]]);
  });

  it('takes the first rows of equal totals, whatever their order in view', () => {
    expect(largest([[5, 3, 1, 4, 2, 0], []], [7, 7, 7, 7, 7, 7], 2).rows).toEqual([1, 0]);
  });

  it('finds among many the same as putting all in order, in however many parts they come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 400 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 70 }), (totals, most, size) => {
        const rows = Array.from(totals.keys());
        const selected = rows.filter((row) => row % 7 === 3);
        const plain = rows.filter((row) => row % 7 !== 3);
        const order = (some: number[]) => [...some].sort((a, b) => (totals[b] as number) - (totals[a] as number) || a - b);
        const wanted = [...order(selected), ...order(plain)].slice(0, most);
        const found = largest([plain, selected], totals, most, size);
        expect([...found.rows].sort((a, b) => a - b)).toEqual(wanted.sort((a, b) => a - b));
        expect(found.rows).toEqual([...plain, ...selected].filter((row) => wanted.includes(row)));
      }),
    );
  });
});
