import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellEdges, cellOf } from './cell-edges.js';
import { scatterAxis } from './scatter-axis.js';

const edgesOf = (ends: readonly [number, number], log: boolean, whole: boolean, count = 40) => cellEdges({ field: 'a', axis: scatterAxis(ends, log, 5, 'zh-CN'), ends, log, whole, count });

describe('cells along an axis', () => {
  it('are of a round width, and none is narrower than one where numbers are whole', () => {
    expect(edgesOf([0, 1], false, false, 10).edges).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1]);
    expect(edgesOf([3, 7], false, true).edges.every(Number.isInteger)).toBe(true);
    expect(edgesOf([1, 30], true, true).edges.every(Number.isInteger)).toBe(true);
  });

  it('hold every number between the ends, each in the cell whose edges are around it', () => {
    const numbers = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 1, maxLength: 20 }), fc.boolean(), fc.boolean(), (given, log, whole) => {
        const values = whole ? given.map((value) => Math.ceil(value)) : given;
        const cells = edgesOf([Math.min(...values), Math.max(...values)], log, whole);
        expect([...cells.edges].sort((a, b) => a - b)).toEqual(cells.edges);
        expect(new Set(cells.edges).size).toBe(cells.edges.length);
        for (const value of values) {
          const cell = cellOf(cells, value);
          expect(cell).toBeGreaterThanOrEqual(0);
          expect(value >= (cells.edges[cell] as number) && value < (cells.edges[cell + 1] as number)).toBe(true);
        }
      }),
    );
  });

  it('do not hold what lies outside', () => {
    const cells = edgesOf([0, 100], false, false);
    expect([cellOf(cells, -1), cellOf(cells, 1e6), cellOf(cells, Number.NaN)]).toEqual([-1, -1, -1]);
  });
});
