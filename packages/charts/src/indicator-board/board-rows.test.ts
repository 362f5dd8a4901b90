import { Dataset } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import { boardCards, boardFields, boardSummary, listedNumbers } from './board-rows.js';

const table = (): Dataset =>
  Dataset.fromColumns({
    columns: {
      指标名: ['人均场地面积', '投诉办结时长', '新增场馆'],
      值: [2.61, 38, Number.NaN],
      单位: ['㎡', '小时', '处'],
      目标: [2.6, 36, 20],
      同期: [2.5, 40, null],
      越低越好: [null, '是', null],
      走势: ['2.2, 2.3，2.4 2.61', '50 x 38', ''],
    },
  });

describe('the board', () => {
  it('knows the usual names of fields, and those a page gives', () => {
    expect(boardFields(table(), {})).toMatchObject({ name: '指标名', value: '值', unit: '单位', target: '目标', previous: '同期', lower: '越低越好', series: '走势', previousPeriod: undefined });
    expect(boardFields(table(), { value: '目标', note: 'gone' })).toMatchObject({ value: '目标', note: undefined });
    expect(boardFields(Dataset.fromColumns({ columns: { name: ['a'], value: [1], target: [2] } }), {})).toMatchObject({ name: 'name', value: 'value', target: 'target' });
  });

  it('has a card for each row', () => {
    const data = table();
    const [area, hours, none] = boardCards(data, boardFields(data, {}), data.rows().rows, 'zh-CN');
    expect(area).toEqual({ row: 0, label: '人均场地面积', value: 2.61, unit: '㎡', target: 2.6, previous: 2.5, series: [2.2, 2.3, 2.4, 2.61], lower: false, note: '' });
    expect(hours).toMatchObject({ lower: true, series: [50, Number.NaN, 38] });
    expect(none?.value).toBeNaN();
    expect(none).not.toHaveProperty('previous');
    expect(none).not.toHaveProperty('series');
  });

  it('counts targets in words; what has no number is neither', () => {
    const data = table();
    const cards = boardCards(data, boardFields(data, {}), data.rows().rows, 'zh-CN');
    expect(boardSummary(cards, 10, undefined)?.zh).toBe('有目标的 2 项：达标 1 项，接近 1 项，未达标 0 项');
    expect(boardSummary(cards, undefined, undefined)?.en).toBe('2 with a target: 1 reached, 1 not reached');
    expect(boardSummary([], undefined, undefined)).toBeUndefined();
  });

  it('reads numbers as a cell lists them', () => {
    expect(listedNumbers('1、2；3')).toEqual([1, 2, 3]);
    expect(listedNumbers(null)).toEqual([]);
  });
});
