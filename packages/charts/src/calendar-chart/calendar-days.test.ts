import { shanghaiInstant, shanghaiParts } from '@yizhangtu/base/dates';
import { Dataset, type Measure } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import { dayAfter, dayOf, daysBetween, daysFilter, daysKey, daysOfAnswer, daysOfData, isWithin } from './calendar-days.js';

const at = (month: number, day: number, hour = 0) => shanghaiInstant(2026, month, day, hour);
// 23:30 in Shanghai is still the same day, though it is the afternoon of it in UTC; 00:30 is the day before there.
const TIMES = [at(6, 1, 0), at(6, 1, 23), at(6, 3, 8), at(6, 3, 8), at(6, 7, 8)];
const dataset = Dataset.fromColumns({ columns: { when: TIMES.map((instant) => new Date(instant)), size: Float64Array.of(3, 4, 0, 0, 9) } });
const ask = (measure: Measure) => dataset.query({ groupBy: daysKey('when', at(6, 1), at(6, 7, 8)), measures: [measure] });
const left = (filter: Parameters<Dataset['setFilter']>[1]): number => {
  dataset.setFilter('when', filter);
  const count = dataset.passing().reduce((sum, one) => sum + one, 0);
  dataset.setFilter('when', undefined);
  return count;
};

describe('days', () => {
  it('are counted in Shanghai, empty ones as zero', () => {
    const days = daysOfAnswer(ask({ kind: 'count' }), true);
    expect(days.map(({ day, value }) => [(day - at(6, 1)) / 86_400_000, value])).toEqual([[0, 2], [1, 0], [2, 2], [3, 0], [4, 0], [5, 0], [6, 1]]);
  });

  it('without rows have no sum, which is not the sum zero', () => {
    const { NaN: none } = Number;
    expect(daysOfAnswer(ask({ kind: 'sum', field: 'size' }), false).map(({ value }) => value)).toEqual([7, none, 0, none, none, none, 9]);
  });

  it('come from plain data the same way', () => {
    const { NaN: none } = Number;
    expect(daysOfData([{ key: at(6, 3, 9), value: 2 }, { key: at(6, 1), value: 0 }, { key: at(6, 3), value: 5 }]).map(({ value }) => value)).toEqual([0, none, 7]);
    expect(daysOfData([{ key: 'x', value: 1 }])).toEqual([]);
  });

  it('are no more than ten years', () => {
    expect(daysOfData([{ key: shanghaiInstant(1980, 1, 1), value: 1 }, { key: at(6, 3), value: 5 }])[0]?.day).toBe(shanghaiInstant(2017, 1, 1));
  });

  it('filter from the first to the end of the last, in either order', () => {
    expect(left(daysFilter('when', at(6, 1), at(6, 1)))).toBe(2);
    expect(left(daysFilter('when', at(6, 3), at(6, 1)))).toBe(4);
    expect(isWithin(at(6, 2), daysFilter('when', at(6, 1), at(6, 3)))).toBe(true);
    expect(isWithin(at(6, 4), daysFilter('when', at(6, 1), at(6, 3)))).toBe(false);
    expect(isWithin(at(6, 4), undefined)).toBeUndefined();
    expect(isWithin(at(6, 1), { kind: 'range', field: 'when', min: at(6, 1, 12) })).toBe(true);
  });

  it('go over summer time, which has a day of 23 hours', () => {
    const may3 = shanghaiInstant(1986, 5, 3);
    expect(dayAfter(may3)).toBe(shanghaiInstant(1986, 5, 4));
    expect(dayOf(dayAfter(may3, 2) - 1)).toBe(shanghaiInstant(1986, 5, 4));
    const days = daysBetween(shanghaiInstant(1986, 5, 1), shanghaiInstant(1986, 5, 10));
    expect(days.map((day) => shanghaiParts(day).day)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});
