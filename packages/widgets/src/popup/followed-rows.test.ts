import { expect, it } from 'vitest';
import { Dataset, tableFromColumns } from '@yizhangtu/data/model';
import { FollowedRows } from './followed-rows.js';

const table = (ids: number[], lon: number) => tableFromColumns({ ids, columns: { n: ids }, coordinates: Float64Array.from(ids.flatMap(() => [lon, 36])) });

it('rows are found again by their ids, where they went; what is gone is left out; without ids they stay', () => {
  const dataset = new Dataset(table([1, 2, 3], 120));
  const hit = (row: number): { dataset: Dataset; row: number; lonLat: readonly [number, number] } => ({ dataset, row, lonLat: [120, 36] });
  const rows = new FollowedRows();
  const answer = { answer: {} };
  const shown = [hit(0), hit(2), answer];
  rows.remember(shown);
  expect(rows.follow(shown)).toBeUndefined();
  dataset.setTable(table([2, 3], 121));
  const found = rows.follow(shown);
  expect(found).toEqual([{ dataset, row: 1, lonLat: [121, 36] }, answer]);
  expect(rows.follow(found ?? [])).toBeUndefined();
  const plain = new Dataset(tableFromColumns({ columns: { n: [1] }, coordinates: Float64Array.of(120, 36) }));
  const one = [{ dataset: plain, row: 0, lonLat: [120, 36] }];
  rows.remember(one);
  plain.renewed();
  expect(rows.follow(one)).toEqual(one);
});
