import { Dataset } from '@yizhangtu/data/model';
import { expect, it } from 'vitest';
import { HoverRows } from './hover-rows.js';

it('finds the only row of some values, and none where there are several', () => {
  const at = [1000, 1000, 2000, 2000, 2000].map((time) => new Date(time));
  const dataset = Dataset.fromColumns({ columns: { at, station: ['a', 'b', 'a', 'b', 'b'] } });
  const rows = new HoverRows();
  expect(rows.rowOf(dataset, ['at', 'station'], [1000, 'b'])).toBe(1);
  expect(rows.rowOf(dataset, ['at', 'station'], [2000, 'b'])).toBe(-1);
  expect(rows.rowOf(dataset, ['at', 'station'], [3000, 'b'])).toBe(-1);
  expect(rows.rowOf(dataset, ['at'], [1000])).toBe(-1);
  expect(rows.rowOf(undefined, ['at'], [1000])).toBe(-1);
});
