import { describe, expect, it } from 'vitest';
import { Dataset } from '@yizhangtu/data/model';
import {
  ALERT_LEVELS,
  alertFields,
  alertLevel,
  alertRows,
  alertStatus,
  levelCounts,
  levelTint,
  statusWords,
} from './alert-rows.js';

describe('alertLevel', () => {
  it('keeps the order of the law: 蓝 < 黄 < 橙 < 红', () => {
    expect(ALERT_LEVELS.map(({ word, rank }) => [word.zh, rank])).toEqual([
      ['红色', 4],
      ['橙色', 3],
      ['黄色', 2],
      ['蓝色', 1],
    ]);
  });
  it('reads codes, numerals and words', () => {
    for (const value of ['1', 1, 'Ⅰ', 'Ⅰ级', '红', '红色预警', 'red']) expect(alertLevel(value)?.code).toBe('1');
    for (const value of ['2', '橙色', 'II', 'orange']) expect(alertLevel(value)?.code).toBe('2');
    for (const value of ['Ⅳ级', 4, '蓝色', 'Blue warning']) expect(alertLevel(value)?.code).toBe('4');
    for (const value of [null, '', '5', '白色', 'predict', 12]) expect(alertLevel(value)).toBeUndefined();
  });
});

it('alertStatus reads states, and takes silence for issued', () => {
  expect(['发布', '更新', '解除', 'Cancel', null, '升级'].map(alertStatus)).toEqual([
    'issued',
    'updated',
    'lifted',
    'lifted',
    'issued',
    'updated',
  ]);
  expect(statusWords('lifted', 'zh-CN')).toBe('解除');
});

const data = Dataset.fromColumns({
  columns: {
    title: ['雷电', '海浪', '台风', '大风', '台风旧', '未知'],
    alertLevel: ['蓝', '橙', '红', '橙', '红', '？'],
    status: ['发布', '更新', '发布', '发布', '解除', '发布'],
    at: [1, 2, 3, 4, 5, 6].map((day) => new Date(Date.UTC(2022, 8, day))),
  },
});

describe('alertRows', () => {
  const fields = alertFields(data, {});
  it('finds the fields by their usual names', () =>
    expect(fields).toEqual({ level: 'alertLevel', status: 'status', time: 'at' }));
  it('puts the severe and the new first, and what is lifted last', () => {
    const list = alertRows(data, fields, [0, 1, 2, 3, 4, 5]);
    expect(list.map(({ row }) => data.value(row, 'title'))).toEqual(['台风', '大风', '海浪', '雷电', '未知', '台风旧']);
    expect(levelCounts(list).map(({ count }) => count)).toEqual([1, 2, 0, 1]);
  });
  it('does without fields', () => {
    expect(alertRows(data, { level: undefined, status: undefined, time: undefined }, [3, 1]).map(({ row }) => row)).toEqual([
      1, 3,
    ]);
  });
});

it('levelTint is the colour, let through', () => expect(levelTint('#e60012')).toBe('rgba(230,0,18,0.18)'));
