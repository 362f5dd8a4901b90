import { expect, it } from 'vitest';
import { apportion, CENSUS, populationColumns } from './population-grid.mjs';

it('the cells of a district add up to its census, and are the same on every run', () => {
  const { coordinates, columns } = populationColumns();
  const sums: Record<string, number> = {};
  columns.district.forEach((code: string, row: number) => (sums[code] = (sums[code] ?? 0) + (columns.people[row] ?? 0)));
  expect(sums).toEqual(CENSUS);
  expect(coordinates.length).toBe(2 * columns.people.length);
  expect(columns.people.length).toBeGreaterThan(7000);
  expect(populationColumns().columns.people).toEqual(columns.people);
});

it('whole numbers keep the total', () => {
  expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(apportion(7, [0, 3, 1])).toEqual([0, 5, 2]);
});
