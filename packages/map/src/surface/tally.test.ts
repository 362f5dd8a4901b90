import { countsAfter } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../ground/lattice.js';
import { countTally, rowsOfCell, tallyOf, type CellMeasureKind } from './tally.js';

const rows = 500;
const xy = Float64Array.from({ length: 2 * rows }, (_, i) => (i * 7919) % 40);
const cells = cellsOf({ kind: 'square', size: 10 }, xy);
const numbers = Float64Array.from({ length: rows }, (_, i) => (i % 11 === 0 ? NaN : ((i * 37) % 91) - 30));
const passing = Uint8Array.from({ length: rows }, (_, i) => (i % 3 === 0 ? 0 : 1));

/** The same by plain loops. */
function plain(cell: number, kind: CellMeasureKind): number {
  const values = [...numbers].filter((value, row) => cells.of[row] === cell && passing[row] === 1 && (kind === 'count' || !Number.isNaN(value)));
  if (kind === 'count') return values.length;
  if (values.length === 0) return NaN;
  const sum = values.reduce((a, b) => a + b, 0);
  return { sum, mean: sum / values.length, min: Math.min(...values), max: Math.max(...values) }[kind];
}

describe('tallyOf', () => {
  for (const kind of ['count', 'sum', 'mean', 'min', 'max'] as const)
    it(`${kind} equals plain loops`, () => {
      const { counts, values } = tallyOf({ cells, passing, kind, numbers });
      for (let cell = 0; cell < cells.count; cell++) {
        expect(values[cell]).toBeCloseTo(plain(cell, kind), 9);
        expect(counts[cell]).toBe(plain(cell, 'count'));
      }
    });

  it('counts all rows without a filter, in every cell once', () => {
    const { counts } = tallyOf({ cells, kind: 'count' });
    expect(counts.reduce((a, b) => a + b)).toBe(rows);
  });

  it('counts after rows came and went as from the beginning', () => {
    const before = tallyOf({ cells, kind: 'count', passing });
    const after = passing.map((passes, row) => (row % 7 === 0 ? 1 - passes : passes));
    const changed = Uint32Array.from(after.keys()).filter((row) => after[row] !== passing[row]);
    const moved = countTally(countsAfter(before.counts, cells.of, { from: passing, rows: changed }, after));
    const anew = tallyOf({ cells, kind: 'count', passing: after });
    expect(changed.length).toBeGreaterThan(20);
    expect(moved).toEqual(anew);
    expect(moved.counts).not.toEqual(before.counts);
  });

  it('has no value where no row has one, and takes infinity for none', () => {
    const one = cellsOf({ kind: 'square', size: 10 }, Float64Array.of(1, 1, 2, 2));
    expect(tallyOf({ cells: one, kind: 'max', numbers: [NaN, Infinity] }).values[0]).toBeNaN();
    expect(tallyOf({ cells: one, kind: 'sum', numbers: [NaN, 4] }).values[0]).toBe(4);
  });

  it('reads the row of each point', () => {
    const one = cellsOf({ kind: 'square', size: 10 }, Float64Array.of(1, 1, 2, 2, 50, 50));
    const input = { cells: one, rows: Uint32Array.of(1, 0, 1), passing: Uint8Array.of(0, 1) };
    expect([...tallyOf({ ...input, kind: 'count' }).counts]).toEqual([1, 1]);
  });
});

describe('rowsOfCell', () => {
  it('lists the passing rows of a cell, ascending, each once', () => {
    for (let cell = 0; cell < cells.count; cell++) {
      const expected = [...passing.keys()].filter((row) => cells.of[row] === cell && passing[row] === 1);
      expect([...rowsOfCell(cells, undefined, cell, passing)]).toEqual(expected);
    }
    const multi = cellsOf({ kind: 'square', size: 10 }, Float64Array.of(1, 1, 2, 2, 3, 3));
    expect([...rowsOfCell(multi, Uint32Array.of(4, 2, 4), 0, new Uint8Array(5).fill(1))]).toEqual([2, 4]);
  });
});
