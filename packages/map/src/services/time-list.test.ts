import { describe, expect, it } from 'vitest';
import { MOST_TIMES, timeList } from './time-list.js';

const values = (text: string): readonly string[] => timeList(text).values;

describe('timeList', () => {
  it('reads lists as they are written', () => {
    expect(timeList(' 2019, 2020 ,2021\n')).toEqual({ values: ['2019', '2020', '2021'], left: [] });
    expect(timeList('')).toEqual({ values: [], left: [] });
  });

  it('expands intervals, as exactly as their beginning is written', () => {
    expect(values('2020/2023/P1Y')).toEqual(['2020', '2021', '2022', '2023']);
    expect(values('2020-11/2021-02/P1M')).toEqual(['2020-11', '2020-12', '2021-01', '2021-02']);
    expect(values('2020-01-01/2020-01-20/P1W')).toEqual(['2020-01-01', '2020-01-08', '2020-01-15']);
    expect(values('2024-07-01T00:00:00Z/2024-07-01T12:00:00Z/PT6H')).toEqual(['2024-07-01T00:00:00Z', '2024-07-01T06:00:00Z', '2024-07-01T12:00:00Z']);
    expect(values('2024-07-01T00:00:00.000Z/2024-07-01T00:00:01.000Z/PT0.5S')).toEqual(['2024-07-01T00:00:00.000Z', '2024-07-01T00:00:00.500Z', '2024-07-01T00:00:01.000Z']);
    expect(values('2018,2020-01-01/2020-01-02/P1D')).toEqual(['2018', '2020-01-01', '2020-01-02']);
  });

  it('keeps the day of the month where there is one, also after a short month', () => {
    expect(values('2023-12-31/2024-04-30/P1M')).toEqual(['2023-12-31', '2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30']);
    expect(values('2020-02-29/2022-03-01/P1Y')).toEqual(['2020-02-29', '2021-02-28', '2022-02-28']);
  });

  it('writes a step within a day in full', () => {
    expect(values('2024-07-01/2024-07-02/PT12H')).toEqual(['2024-07-01', '2024-07-01T12:00:00Z', '2024-07-02']);
  });

  it('leaves what cannot be expanded, or has too many times, as it is', () => {
    for (const text of ['2020/2021', '2020/current/P1D', '2020/2021/P0D', '2020/2021/often', '1900-01-01/2024-01-01/P1D']) expect(timeList(text), text).toEqual({ values: [], left: [text] });
    expect(values(`1990-01-01/2017-05-18/P1D`)).toHaveLength(MOST_TIMES);
    expect(timeList(`1990-01-01/2017-05-19/P1D`).left).toHaveLength(1);
  });
});
