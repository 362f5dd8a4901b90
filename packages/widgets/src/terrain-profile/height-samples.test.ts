import { Dataset } from '@yizhangtu/data/model';
import { expect, it } from 'vitest';
import { gapsOf, profileSheet, sampleTable, type HeightSamples } from './height-samples.js';

const samples: HeightSamples = {
  coordinates: Float64Array.of(120, 36, 120.001, 36, 120.002, 36),
  meters: Float64Array.of(0, 90, 190),
  heights: Float64Array.of(100, 109, NaN),
  spacing: 100,
};

it('are rows with places, and count what is not known', () => {
  const rows = new Dataset(sampleTable(samples));
  expect([rows.rowCount, rows.geometry.kind, rows.value(1, 'meters'), rows.value(1, 'ele'), rows.value(2, 'ele')]).toEqual([3, 'point', 90, 109, null]);
  expect(gapsOf(samples)).toBe(1);
});

it('are a sheet of plain numbers: 9 m up over 90 m are 10 %', () => {
  const sheet = profileSheet(samples, '剖面', 'zh-CN');
  const row = (at: number): unknown[] => sheet.columns.map((_, column) => sheet.cell(at, column));
  expect(sheet.columns.map(({ label }) => label)).toEqual(['距起点（m）', '经度（°）', '纬度（°）', '高程（m）', '到下一点的坡度（%）']);
  expect([row(0), row(1), row(2)]).toEqual([[0, 120, 36, 100, 10], [90, 120.001, 36, 109, null], [190, 120.002, 36, null, null]]);
  expect([sheet.rowCount, profileSheet(samples, 'x', 'en').columns[4]?.label]).toEqual([3, 'Slope to the next point (%)']);
});
