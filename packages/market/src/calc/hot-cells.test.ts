import { expect, it } from 'vitest';
import { HOT_SPOT } from '@yizhangtu/standards/hot-spot';
import { cellCounts, hotCode } from './hot-cells.js';

it('points are counted by cell, with those that take part; empty cells are none', () => {
  // Cells of 2,000 m at 36° N are 0.0180° tall and 0.0222° wide: these are two in one, one two cells further east, one without a place.
  const { centers, counts, all, size } = cellCounts({ places: Float64Array.of(120.381, 36.001, 120.382, 36.002, 120.425, 36.001, NaN, 36), takesPart: [1, 0, 1, 1], meters: 2000 });
  expect([[...counts], [...all]]).toEqual([[1, 1], [2, 1]]);
  expect(size[1] * 111_195.08).toBeCloseTo(2000, 6);
  expect(size[0] * 111_195.08 * Math.cos((36.001 * Math.PI) / 180)).toBeCloseTo(2000, 1);
  expect(((centers[2] ?? 0) - (centers[0] ?? 0)) / size[0]).toBeCloseTo(2, 9);
  expect(Math.abs((centers[0] ?? 0) - 120.3815) <= size[0] / 2 && Math.abs((centers[1] ?? 0) - 36.0015) <= size[1] / 2).toBe(true);
});

it('values are averaged over those that take part and have one', () => {
  const { means, counts } = cellCounts({
    places: Float64Array.of(120.381, 36.001, 120.382, 36.002, 120.3815, 36.0015, 120.425, 36.001, 120.47, 36.001),
    takesPart: [1, 1, 0, 1, 0],
    meters: 2000,
    values: [2, 5, 100, NaN, 7],
  });
  expect([[...means], [...counts]]).toEqual([[3.5, NaN, NaN], [2, 1, 0]]);
});

it('no points make no cells, and cells on both sides of zero are two', () => {
  expect(cellCounts({ places: new Float64Array(), takesPart: [], meters: 2000 }).counts).toHaveLength(0);
  expect([...cellCounts({ places: Float64Array.of(0.001, 0.001, -0.001, 0.001, -0.001, -0.001), takesPart: [1, 1, 1], meters: 2000 }).counts]).toEqual([1, 1, 1]);
});

it('levels have the codes of the scheme', () => {
  expect([3, 2, 1, -1, -2, -3].map(hotCode)).toEqual(HOT_SPOT.entries.map(({ code }) => code));
  expect(hotCode(0)).toBeUndefined();
});
