import { Dataset } from '@yizhangtu/data/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, cellsOf, nextCell, shadeOf, shadesOf, type Cells } from './cell-counts.js';
import { cellEdges } from './cell-edges.js';
import { scatterAxis } from './scatter-axis.js';

function cells(xs: readonly number[], ys: readonly number[], log = false): Cells {
  const dataset = Dataset.fromColumns({ columns: { x: Float64Array.from(xs), y: Float64Array.from(ys) } });
  const [across, up] = [['x', xs] as const, ['y', ys] as const].map(([field, values]) => {
    const known = values.filter(Number.isFinite);
    const ends = [Math.min(...known), Math.max(...known)] as const;
    return cellEdges({ field, axis: scatterAxis(ends, log, 4, 'zh-CN'), ends, log, whole: false, count: 12 });
  }) as [Cells['across'], Cells['up']];
  return cellsOf(dataset.query({ groupBy: across.by, splitBy: up.by, measures: [{ kind: 'count' }] }), across, up);
}

describe('counted cells of a scatter', () => {
  it('hold as many rows as a naive count finds in them, and every row with both numbers is in one', () => {
    const number = fc.oneof(fc.double({ min: 0.01, max: 5000, noNaN: true }), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 60 }), fc.boolean(), (rows, log) => {
        const made = cells(rows.map(([x]) => x), rows.map(([, y]) => y), log);
        const { across: { edges: xs }, up: { edges: ys }, list } = made;
        for (const { column, line, count } of list) {
          const within = (value: number, edges: readonly number[], at: number): boolean => value >= (edges[at] as number) && value < (edges[at + 1] as number);
          expect(count).toBe(rows.filter(([x, y]) => within(x, xs, column) && within(y, ys, line)).length);
        }
        expect(list.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
        for (const [x, y] of rows) expect(cellAt(made, x, y)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('are walked over by arrow keys, along a line before across it', () => {
    const made = cells([1, 5, 9, 5], [1, 1, 1, 9]);
    const right = nextCell(made, 'ArrowRight', 0) as number;
    expect(made.list[right]?.line).toBe(made.list[0]?.line);
    const up = nextCell(made, 'ArrowUp', right) as number;
    expect(made.list[up]?.column).toBe(made.list[right]?.column);
    expect([nextCell(made, 'Home', 2), nextCell(made, 'End', 0), nextCell(made, 'a', 0)]).toEqual([0, 3, undefined]);
    expect(nextCell(made, 'ArrowLeft', 0)).toBe(0);
  });

  it('have at most six shades that begin with one row', () => {
    const made = cells([1, 1, 1, 9], [1, 1, 1, 9]);
    const of = (counts: readonly number[]) => shadesOf({ ...made, list: counts.map((count, line) => ({ column: 0, line, count })) });
    expect([of([]), of([1]), of([5, 5, 5])]).toEqual([[1], [1], [1, 5]]);
    const wide = of(Array.from({ length: 100 }, (_, index) => 2 ** (index / 5)));
    expect([wide.length, wide[0]]).toEqual([6, 1]);
    // Cells that differ by half only are told apart as well.
    const near = of(Array.from({ length: 100 }, (_, index) => 3000 + 15 * index));
    expect(near.length).toBe(6);
    expect(Math.min(...near.slice(1))).toBeGreaterThan(3000);
    for (const shades of [wide, near]) expect([...new Set(shades)].sort((a, b) => a - b)).toEqual(shades);
    expect([shadeOf([1, 10, 100], 9), shadeOf([1, 10, 100], 10), shadeOf([1, 10, 100], Number.NaN)]).toEqual([0, 1, 0]);
  });
});
