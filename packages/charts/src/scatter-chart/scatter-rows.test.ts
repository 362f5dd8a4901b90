import { Dataset } from '@yizhangtu/data/model';
import { expect, it } from 'vitest';
import { csvOf } from '../picture/chart-files.js';
import { pointsOf } from './scatter-points.js';
import { scatterTable } from './scatter-rows.js';

const COLUMNS = { columns: { name: ['甲', '乙', '丙', '丁'], area: [1, 2, Number.NaN, 4], staff: [10, 20, 30, 40] } };

function tableOf(dataset: Dataset) {
  const points = pointsOf(dataset, { x: 'area', y: 'staff', logX: false, logY: false }, new Uint8Array(4).fill(1));
  return scatterTable({ dataset, locale: 'zh-CN', points, fields: ['area', 'staff'], labelField: 'name', model: undefined });
}

it('has every point, and makes words of the rows that are looked at', () => {
  const { columns, rows } = tableOf(Dataset.fromColumns(COLUMNS));
  expect(columns.map(({ head }) => head)).toEqual(['name', 'area', 'staff']);
  expect(rows.length).toBe(3);
  expect(rows.slice(1, 9).map((row) => row.map(({ text, value }) => value ?? text))).toEqual([['乙', 2, 20], ['丁', 4, 40]]);
});

it('stays as it was when it was asked for, also in its file', async () => {
  const dataset = Dataset.fromColumns(COLUMNS);
  const table = tableOf(dataset);
  const before = await (await csvOf(table, '表')).text();
  dataset.setTable(Dataset.fromColumns({ columns: { name: ['子', '丑', '寅', '卯'], area: [9, 9, 9, 9], staff: [8, 8, 8, 8] } }));
  expect(await (await csvOf(table, '表')).text()).toBe(before);
  expect(before.replace('\ufeff', '').trim().split('\r\n')).toEqual(['name,area,staff', '甲,1,10', '乙,2,20', '丁,4,40']);
});
