import { describe, expect, it } from 'vitest';
import { Dataset, type DatasetSchema } from '@yizhangtu/data/model';
import { binCounts, chips, rangeEnds, rangeFilter, rangeText, toggledKey } from './filter-model.js';
import { filterWords } from './filter-words.js';
import { rangeBin, rangeScale } from './range-scale.js';

const schema: DatasetSchema = {
  id: 'test/venue@1',
  fields: [
    { name: 'kind', label: { zh: '场馆类型', en: 'Kind' } },
    { name: 'area', label: { zh: '面积', en: 'Area' }, unit: '㎡' },
  ],
};
function venues(): Dataset {
  return Dataset.fromColumns(
    {
      columns: {
        kind: ['足球场', '足球场', '游泳馆', null],
        area: Float64Array.of(103, 250, 997, NaN),
        built: [new Date('2001-03-04'), new Date('2020-05-06'), null, null],
      },
    },
    { schema },
  );
}
const ask = (data: Dataset) => data.query({ groupBy: 'kind', measures: [{ kind: 'count' }], ignore: ['kind'] }).groups;

it('ends of a range are in the units of the language: English does not count in 万', () => {
  const data = Dataset.fromColumns({ columns: { capital: Float64Array.of(0.1, 30_000) } }, { schema: { id: 'test/subject@1', fields: [{ name: 'capital', unit: '万元' }] } });
  expect([rangeText(data, 'capital', 0.1, 'zh-CN'), rangeText(data, 'capital', 30_000, 'en')]).toEqual(['0.1 万元', '300,000,000 CNY']);
});

describe('chips', () => {
  it('lists values most frequent first, missing ones as 无数据', () => {
    const data = venues();
    expect(chips(data, 'kind', ask(data), 'zh-CN').map(({ label, count }) => [label, count])).toEqual([
      ['足球场', 2],
      ['游泳馆', 1],
      ['无数据', 1],
    ]);
  });

  it('keeps a chosen value of which nothing is left', () => {
    const data = venues();
    data.setFilter('kind', toggledKey('kind', undefined, '游泳馆'));
    data.setFilter('area', { kind: 'range', field: 'area', max: 200 });
    expect(chips(data, 'kind', ask(data), 'zh-CN')).toContainEqual({ key: '游泳馆', label: '游泳馆', count: 0, chosen: true });
  });

  it('ends a filter with its last value', () => {
    const one = toggledKey('kind', undefined, '足球场');
    expect(one).toEqual({ kind: 'in', field: 'kind', values: ['足球场'] });
    expect(toggledKey('kind', one, '足球场')).toBeUndefined();
  });
});

describe('rangeScale', () => {
  const column = (...numbers: number[]) => Dataset.fromColumns({ columns: { n: Float64Array.from(numbers) } }).column('n');
  it('has round ends around all values and about a hundred steps', () => {
    expect(rangeScale(venues().column('area'))).toEqual({ min: 100, max: 1000, step: 10 });
    expect(rangeScale(column(0.013, 0.117))).toEqual({ min: 0.012, max: 0.118, step: 0.002 });
    expect(rangeScale(column(1, 5))).toEqual({ min: 1, max: 5, step: 1 });
  });
  it('goes by days for dates', () => {
    const scale = rangeScale(venues().column('built'));
    expect((scale?.step ?? 0) % 86_400_000).toBe(0);
    expect(scale?.min).toBeLessThanOrEqual(Date.parse('2001-03-04'));
  });
  it('is none for words, for no numbers, and for one number', () => {
    expect(rangeScale(venues().column('kind'))).toBeUndefined();
    expect(rangeScale(column(NaN))).toBeUndefined();
    expect(rangeScale(column(3, 3))).toBeUndefined();
  });
});

describe('rangeFilter', () => {
  const scale = { min: 0, max: 100, step: 1 };
  it('leaves an end at the edge open and the whole scale without a filter', () => {
    expect(rangeFilter('n', 0, 100, scale)).toBeUndefined();
    expect(rangeFilter('n', 0, 40, scale)).toEqual({ kind: 'range', field: 'n', max: 40 });
    expect(rangeFilter('n', 60, 20, scale)).toEqual({ kind: 'range', field: 'n', min: 20, max: 60 });
  });
  it('comes back as the same ends', () => {
    expect(rangeEnds(rangeFilter('n', 20, 60, scale), scale)).toEqual([20, 60]);
    expect(rangeEnds(undefined, scale)).toEqual([0, 100]);
  });
});

describe('the bars over a range', () => {
  it('count what passes, the largest value in the last one', () => {
    const data = Dataset.fromColumns({ columns: { n: Float64Array.of(0, 5, 10, 10, NaN, 9), open: [true, true, true, false, true, true] } });
    data.setFilter('open', { kind: 'in', field: 'open', values: [true] });
    const { groups } = data.query({ groupBy: { field: 'n', bin: rangeBin({ min: 0, max: 10, step: 1 }, 5) }, measures: [{ kind: 'count' }] });
    expect([...binCounts(groups, 5)]).toEqual([1, 0, 1, 0, 2]);
  });
  it('are as many as asked for, whatever the width is rounded to', () => {
    const data = Dataset.fromColumns({ columns: { n: Float64Array.of(0.1, 0.7, 1.3) } });
    for (const bins of [7, 40, 41]) {
      const { groups } = data.query({ groupBy: { field: 'n', bin: rangeBin({ min: 0.1, max: 1.3, step: 0.1 }, bins) }, measures: [{ kind: 'count' }] });
      const counts = binCounts(groups, bins);
      expect([counts.length, counts.reduce((sum, one) => sum + one)]).toEqual([bins, 3]);
    }
  });
});

describe('filterWords', () => {
  const data = venues();
  it('says a filter with the words of the schema', () => {
    expect(filterWords(data, 'kind', { kind: 'in', field: 'kind', values: ['足球场', null] }, 'zh-CN')).toBe(
      '场馆类型：足球场、无数据',
    );
    expect(filterWords(data, 'area', { kind: 'range', field: 'area', min: 500, max: 1000 }, 'zh-CN')).toBe(
      '面积：500 ㎡ – 1,000 ㎡',
    );
    expect(filterWords(data, 'area', { kind: 'range', field: 'area', min: 500 }, 'en')).toBe('Area: from 500 m²');
    expect(filterWords(data, 'area', { kind: 'range', field: 'area', max: 500, maxExclusive: true }, 'zh-CN')).toBe(
      '面积：不到500 ㎡',
    );
    const years = { kind: 'range', field: 'built', min: Date.parse('2001-01-01T00:00+08:00'), max: Date.parse('2021-01-01T00:00+08:00'), maxExclusive: true } as const;
    expect(filterWords(data, 'built', years, 'en')).toMatch(/: from 1 Jan 2001.*, before 1 Jan 2021/);
    expect(filterWords(data, 'built', years, 'zh-CN')).toMatch(/2001年1月1日.*起，2021年1月1日.*之前/);
    expect(filterWords(data, 'text', { kind: 'text', contains: '体育场' }, 'zh-CN')).toBe('搜索：体育场');
    expect(filterWords(data, 'view', { kind: 'bounds', west: 0, south: 0, east: 1, north: 1 }, 'zh-CN')).toBe('地图范围内');
  });
  it('shortens a long choice and says how many there are', () => {
    const values = ['a', 'b', 'c', 'd', 'e'];
    expect(filterWords(data, 'x', { kind: 'in', field: 'kind', values }, 'zh-CN')).toBe('场馆类型：a、b、c等 5 项');
    expect(filterWords(data, 'x', { kind: 'in', field: 'kind', values }, 'en')).toBe('Kind: a, b, c and 2 more');
  });
});
