import { Dataset } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import { lastInstant, periodFigures, periodQuery, periodWords, timesFactor, type Period } from './indicator-periods.js';

const at = (text: string): Date => new Date(`${text}T12:00:00+08:00`);
const cases = (): Dataset =>
  Dataset.fromColumns({
    columns: {
      at: [at('2025-05-03'), at('2025-06-03'), at('2025-06-20'), at('2026-05-01'), at('2026-05-02'), at('2026-05-30'), at('2026-06-02'), at('2026-06-09'), at('2026-06-30')],
      n: [1, 2, 3, 4, 5, 6, 7, 8, 9],
      closed: [true, false, true, true, true, false, true, false, true],
    },
  });

const query = { measures: [{ kind: 'sum' as const, field: 'n' }] };
function figures(data: Dataset, period: Period, share?: { field: string; value: string }, until = Infinity): ReturnType<typeof periodFigures> {
  const measures = share ? [{ kind: 'count' as const }] : query.measures;
  return periodFigures(data.query(periodQuery({ measures }, 'at', period, share)), period, { share, per: undefined, until });
}

describe('an indicator over time', () => {
  it('has the latest period, the one before, the same a year earlier', () => {
    const { value, before, yearBefore, series, start } = figures(cases(), 'month');
  expect([value, before, yearBefore]).toEqual([24, 15, 5]);
    expect(periodWords(start as number, 'month', 'zh-CN')).toBe('2026年6月');
    expect(series).toHaveLength(14);
    expect([series[0], series[13]]).toEqual([1, 24]);
  });

  it('by quarters and by years', () => {
    expect(figures(cases(), 'quarter')).toMatchObject({ value: 39, yearBefore: 6 });
    const years = figures(cases(), 'year');
    expect([years.value, years.before, years.yearBefore]).toEqual([39, 6, Number.NaN]);
  });

  it('as a share', () => {
    const { value, before } = figures(cases(), 'month', { field: 'closed', value: 'true' });
    expect(value).toBeCloseTo(66.667, 2);
    expect(before).toBeCloseTo(66.667, 2);
    expect(figures(cases(), 'month', { field: 'closed', value: 'gone' }).value).toBe(0);
  });

  it('ends where a filter of the time ends, and still compares with what lies before it', () => {
    const data = cases();
    const until = Date.parse('2026-05-31T00:00:00+08:00');
    data.setFilter('at', { kind: 'range', field: 'at', min: Date.parse('2026-05-01T00:00:00+08:00'), max: until });
    expect(lastInstant(data.filters.get('at'))).toBe(until);
    expect(figures(data, 'month', undefined, until)).toMatchObject({ value: 15, yearBefore: 1 });
    expect(lastInstant(undefined)).toBe(Infinity);
  });

  it('is nothing for no rows', () => {
    const none = figures(Dataset.fromColumns({ columns: { at: [null, at('2026-01-01')].slice(0, 1) as (Date | null)[], n: [1] } }), 'month');
    expect([none.start, none.value, none.series]).toEqual([undefined, Number.NaN, []]);
  });
});

it('says periods', () => {
  const start = Date.parse('2026-04-01T00:00:00+08:00');
  expect([periodWords(start, 'quarter', 'zh-CN'), periodWords(start, 'quarter', 'en'), periodWords(start, 'year', 'zh-CN')]).toEqual(['2026年第2季度', 'Q2 2026', '2026年']);
  expect(periodWords(start, 'week', 'zh-CN')).toBe('2026年4月1日起一周');
});

it('scales its figures to another unit too, gaps as gaps', () => {
  const raw = figures(cases(), 'year');
  const { value, before, yearBefore, series, start } = timesFactor(raw, 0.5);
  expect([value, before, yearBefore, start]).toEqual([19.5, 3, Number.NaN, raw.start]);
  expect(series).toEqual(raw.series.map((one) => one / 2));
  expect(timesFactor(raw, 1)).toBe(raw);
});
