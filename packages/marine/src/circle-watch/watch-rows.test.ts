import { Dataset } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import type { CircledVessel } from '../calc/circle-watch.js';
import { groupCounts, placeWords, watchRows, watchSheet } from './watch-rows.js';

const START = Date.UTC(2019, 7, 10, 12);

const vessels = Dataset.fromColumns({
  coordinates: Float64Array.of(122.123456, 36, 121, 35, 120, 34),
  columns: { mmsi: [1, 2, 3], name: ['示例渔1', null, '示例渔3'], type: [30, 80, 30], sogKn: [8, 102.3, null], cogDeg: [90, 360, null], navStatus: [7, 15, null] },
});
const inside: readonly CircledVessel[] = [
  { fix: { row: 0, time: START, lon: 122.123456, lat: 36 }, meters: 55_480, azimuth: 44.7, forces: ['10', '7'] },
  { fix: { row: 1, time: NaN, lon: 121, lat: 35 }, meters: 120_000, azimuth: 225, forces: ['7'] },
  { fix: { row: 2, time: START, lon: 120, lat: 34 }, meters: 240_000, azimuth: 230, forces: ['7'] },
];
const sheet = (locale: 'zh-CN' | 'en', example: boolean) => watchSheet(vessels, inside, { name: '利奇马', time: START }, { force: '7', locale, example });

describe('words of the watch', () => {
  it('says what a vessel is called, what it is, where it lies from the centre and how strong the wind is there', () => {
    expect(watchRows(vessels, inside, 'zh-CN').map(({ name, group, place, circle }) => [name, group, place, circle])).toEqual([
      ['示例渔1', '渔船', '东北 55 km', '十级'], ['2', '油轮与液货船', '西南 120 km', '七级'], ['示例渔3', '渔船', '西南 240 km', '七级'],
    ]);
    expect(placeWords(44.7, 55_480, 'en')).toBe('NE 55 km');
  });

  it('counts ship types, the most first', () => {
    expect(groupCounts(vessels, inside, 'zh-CN').map(({ label, count }) => [label, count])).toEqual([['渔船', 2], ['油轮与液货船', 1]]);
  });

  it('makes a sheet with numbers as numbers, without those that mean «not available»', () => {
    const { columns, rowCount, cell } = sheet('zh-CN', true);
    const row = (at: number): unknown[] => columns.map((_, column) => cell(at, column));
    expect(rowCount).toBe(3);
    expect(row(0)).toEqual(['利奇马', new Date(START), '1', '示例渔1', '', '渔船', '十级', 55.5, 45, new Date(START), 122.12346, 36, 8, 90, '从事捕捞']);
    expect(row(1).slice(9)).toEqual([null, 121, 35, null, null, null]);
  });

  it('names the file by storm, time and circle, and says where the data are invented', () => {
    expect([sheet('zh-CN', true).name, sheet('en', false).name]).toEqual(['示例数据_利奇马_20190810T2000_七级风圈内船舶', '利奇马_20190810T2000_vessels within force 7']);
  });
});
