import { Dataset } from '@yizhangtu/data/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellEdges, cellOf } from './cell-edges.js';
import { scatterAxis } from './scatter-axis.js';

const edgesOf = (ends: readonly [number, number], log: boolean, whole: boolean, count = 40) => cellEdges({ field: 'a', axis: scatterAxis(ends, log, 5, 'zh-CN'), ends, log, whole, count });

/** Edges rise, each number is between those of its cell, and a dataset counts in the same cells. */
function sound(values: readonly number[], log: boolean, whole: boolean): void {
  const cells = edgesOf([Math.min(...values), Math.max(...values)], log, whole);
  const { edges } = cells;
  expect([...edges].sort((a, b) => a - b)).toEqual(edges);
  expect(new Set(edges).size).toBe(edges.length);
  const counts = edges.slice(1).map(() => 0);
  for (const value of values) {
    const cell = cellOf(cells, value);
    expect(cell).toBeGreaterThanOrEqual(0);
    expect(value >= (edges[cell] as number) && value < (edges[cell + 1] as number)).toBe(true);
    counts[cell] = (counts[cell] as number) + 1;
  }
  const dataset = Dataset.fromColumns({ columns: { a: Float64Array.from(values) } });
  const bins = dataset.query({ groupBy: cells.by, measures: [{ kind: 'count' }] }).groups.filter(({ key }) => key !== null);
  expect(bins.map(({ key, count }) => [key, count])).toEqual(counts.map((count, cell) => [edges[cell], count]));
}

describe('cells along an axis', () => {
  it('are of a round width, and none is narrower than one where numbers are whole', () => {
    expect(edgesOf([0, 1], false, false, 10).edges).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1]);
    expect(edgesOf([3, 7], false, true).edges.every(Number.isInteger)).toBe(true);
    expect(edgesOf([1, 30], true, true).edges.every(Number.isInteger)).toBe(true);
  });

  it('hold every number between the ends, each in the cell whose edges are around it, and count as a dataset does', () => {
    const number = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
    const wide = fc.array(fc.oneof(number, fc.integer({ min: 1, max: 1000 })), { minLength: 1, maxLength: 20 });
    // Numbers that differ in their last digits only.
    const near = fc.tuple(number, fc.array(fc.nat(64), { minLength: 1, maxLength: 20 })).map(([first, steps]) => steps.map((step) => first * (1 + step * Number.EPSILON)));
    fc.assert(
      fc.property(fc.oneof(wide, near), fc.boolean(), fc.boolean(), fc.boolean(), (given, log, whole, across) => {
        const numbers = whole ? given.map((value) => Math.ceil(value)) : given;
        // On both sides of zero, and at it.
        const values = across && !log ? [0, ...numbers.map((value, index) => (index % 2 === 0 ? value : -value))] : numbers;
        sound(values, log, whole);
      }),
    );
  });

  it('have different edges where numbers differ in their last digits only', () => {
    sound([0.001, 0.0010000000000000005], false, false);
    sound([999999999.9999987, 999999999.9999998], false, false);
    sound([4_503_599_627_370_497, 4_503_599_627_370_498], false, true);
    sound([1e16], true, true);
  });

  it('hold the largest number below their upper edge where it is an edge itself', () => {
    // 2.3 / 0.02 is a little less than 115.
    sound([1.3, 2.3], false, false);
    sound([3.1, 4.1], false, false);
  });

  it('have an edge at zero, and rows at zero are counted above it', () => {
    expect(edgesOf([-4.497792592495255, 1.5365575167809147], false, false).edges).toContain(0);
    sound([-4.497792592495255, 0, 1.5365575167809147], false, false);
  });

  it('do not hold what lies outside', () => {
    const cells = edgesOf([0, 100], false, false);
    expect([cellOf(cells, -1), cellOf(cells, 1e6), cellOf(cells, Number.NaN)]).toEqual([-1, -1, -1]);
  });
});
