import { Dataset } from '@yizhangtu/data/model';
import { expect, it } from 'vitest';
import { rangeWords, rowsLeft } from './range-words.js';

it('rangeWords say what is selected and how much is left', () => {
  expect(rangeWords(['1月', '3月'], 1200)).toEqual({ zh: '已选 1月 至 3月，共 1,200 条', en: 'Selected 1月 to 3月, 1,200 rows' });
  expect(rangeWords(undefined, undefined)).toEqual({ zh: '已取消范围筛选', en: 'Range filter removed' });
});

it('rowsLeft counts what passes all filters', () => {
  const dataset = Dataset.fromColumns({ columns: { v: Float64Array.from([1, 2, 3]) } });
  dataset.setFilter('v', { kind: 'range', field: 'v', min: 2 });
  expect([rowsLeft(dataset), rowsLeft(undefined)]).toEqual([2, undefined]);
});
