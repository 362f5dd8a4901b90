import type { Answer, Group, Part } from '@yizhangtu/data/model';
import { atOnce } from '@yizhangtu/data/steps';
import { describe, expect, it } from 'vitest';
import type { Series } from '../chart/series.js';
import { linesOfAnswer, linesOfData, stackedLines, type LineData } from './line-data.js';

const series = (key: string): Series => ({ key, label: key, color: 'red', rest: false, pressed: false, faded: false });
const part = (count: number, ...values: number[]) => ({ count, values });
const group = (key: Group['key'], ...parts: readonly Part[]): Group => ({ key, count: 1, values: [1], parts });

describe('linesOfAnswer', () => {
  const answer: Answer = {
    groups: [group(10, part(1, 5), part(0, Number.NaN)), group(20, part(1, Number.NaN), part(1, 7)), group(null, part(1, 1), part(1, 1))],
    total: { key: null, count: 3, values: [3] },
    splits: ['a', 'b'],
  };
  const looks = { kind: 'time', bin: undefined, series: [series('a'), series('b')], band: false, name: () => '' } as const;

  it('tells no row at an instant from a missing value in a row', () => {
    const { xs, lines } = atOnce(linesOfAnswer(answer, looks));
    expect(xs).toEqual([10, 20]);
    expect(lines.map(({ values }) => values)).toEqual([
      [5, Number.NaN],
      [undefined, 7],
    ]);
  });

  it('has gaps at empty bins', () => {
    const { lines } = atOnce(linesOfAnswer(answer, { ...looks, bin: { kind: 'time', unit: 'hour' } }));
    expect(lines[1]?.values).toEqual([Number.NaN, 7]);
  });

  it('puts numbers at the middle of their bins and takes the ends of a band', () => {
    const bins: Answer = { groups: [{ key: 0, end: 10, count: 2, values: [5, 4, 6] }], total: { key: null, count: 2, values: [5] } };
    const { xs, starts, ends, lines } = atOnce(linesOfAnswer(bins, { ...looks, kind: 'number', bin: { kind: 'number' }, series: [series('a')], band: true }));
    expect([xs, starts, ends]).toEqual([[5], [0], [10]]);
    expect(lines[0]).toMatchObject({ values: [5], lows: [4], highs: [6] });
  });
});

describe('linesOfData', () => {
  it('sorts numbers and joins series at common places', () => {
    const data = linesOfData(
      [
        { key: 3, value: 1, series: 'a' },
        { key: 1, value: 2, series: 'a' },
        { key: 2, value: 9, series: 'b', low: 8 },
      ],
      series(''),
      true,
    );
    expect(data).toMatchObject({ kind: 'time', xs: [1, 2, 3] });
    expect(data.lines.map(({ values }) => values)).toEqual([
      [2, undefined, 1],
      [undefined, 9, undefined],
    ]);
    expect(data.lines[1]?.lows).toEqual([undefined, 8, undefined]);
  });

  it('keeps names in their order', () => {
    const data = linesOfData([{ key: '2025', value: 1 }, { key: '2024', label: '去年', value: 2 }], series('a'), false);
    expect(data).toMatchObject({ kind: 'words', xs: [0, 1], names: ['2025', '去年'] });
  });
});

describe('stackedLines', () => {
  const data: LineData = {
    kind: 'number',
    xs: [0, 1],
    starts: [],
    ends: [],
    names: [],
    lines: [
      { ...series('a'), values: [1, Number.NaN] },
      { ...series('b'), values: [3, 2] },
    ],
  };
  it('stand on each other', () => {
    expect(stackedLines(data, false)).toEqual([
      { from: [0, 0], to: [1, 0] },
      { from: [1, 0], to: [4, 2] },
    ]);
  });
  it('fill a whole', () => {
    expect(stackedLines(data, true)[1]).toEqual({ from: [0.25, 0], to: [1, 1] });
  });
});
