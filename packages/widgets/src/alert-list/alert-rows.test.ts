import { describe, expect, it } from 'vitest';
import { Dataset } from '@yizhangtu/data/model';
import { atOnce } from '@yizhangtu/data/steps';
import {
  ALERT_LEVELS,
  alertFields,
  alertLevel,
  alertOrder,
  alertStatus,
  alertSteps,
  levelTint,
  statusWords,
  type AlertFields,
  type AlertNeed,
  type AlertRow,
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

const listed = (dataset: Dataset, fields: AlertFields, need: Partial<AlertNeed> = {}) => {
  const all = new Uint8Array(dataset.rowCount).fill(1);
  return atOnce(alertSteps(dataset, fields, { passing: all, counted: all, inForce: false, most: 20, ...need }));
};

describe('alertSteps', () => {
  const fields = alertFields(data, {});
  it('finds the fields by their usual names', () =>
    expect(fields).toEqual({ level: 'alertLevel', status: 'status', time: 'at' }));
  it('puts the severe and the new first, and what is lifted last', () => {
    const { rows, total, levels } = listed(data, fields);
    expect(rows.map(({ row }) => data.value(row, 'title'))).toEqual(['台风', '大风', '海浪', '雷电', '未知', '台风旧']);
    expect(total).toBe(6);
    expect(levels.map(({ count }) => count)).toEqual([1, 2, 0, 1]);
    expect(levels.map(({ values }) => values)).toEqual([['红'], ['橙'], [], ['蓝']]);
  });
  it('does without fields', () => {
    const none = { level: undefined, status: undefined, time: undefined };
    expect(listed(data, none, { passing: Uint8Array.of(0, 1, 0, 1, 0, 0) }).rows.map(({ row }) => row)).toEqual([1, 3]);
  });
  it('keeps the first of very many, as putting all in order does', () => {
    let state = 5;
    const next = (below: number): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % below;
    const length = 20_000;
    const many = Dataset.fromColumns({
      columns: {
        level: Array.from({ length }, () => ['红', '橙色', '黄', '蓝', '1', ''][next(6)] ?? ''),
        status: Array.from({ length }, () => ['发布', '解除', '更新'][next(3)] ?? ''),
        at: Array.from({ length }, () => new Date(Date.UTC(2022, 0, 1 + next(300)))),
      },
    });
    const passing = Uint8Array.from({ length }, () => Number(next(3) > 0));
    const names = alertFields(many, {});
    for (const inForce of [false, true]) {
      const plain = Array.from({ length }, (_, row) => row)
        .filter((row) => passing[row] === 1)
        .map((row): AlertRow => ({ row, level: alertLevel(many.value(row, 'level')), status: alertStatus(many.value(row, 'status')), time: (many.value(row, 'at') as Date).getTime() }))
        .filter(({ status }) => !inForce || status !== 'lifted')
        .sort(alertOrder);
      const { rows, total, levels } = listed(many, names, { passing, counted: passing, inForce, most: 57 });
      expect(total).toBe(plain.length);
      expect(rows.map(({ row }) => row)).toEqual(plain.slice(0, 57).map(({ row }) => row));
      expect(levels.map(({ count }) => count)).toEqual(ALERT_LEVELS.map((level) => plain.filter((one) => one.level === level && one.status !== 'lifted').length));
    }
  });
});

it('levelTint is the colour, let through', () => expect(levelTint('#e60012')).toBe('rgba(230,0,18,0.18)'));
