import type { Answer } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import { legendOf, seriesColor, seriesOfAnswer, seriesOfData } from './series.js';

const total = { key: null, count: 9, values: [9] };
const answer: Answer = { groups: [], total, splits: ['a', 'b'], splitRest: true };
const looks = { label: ({ key }: { key: unknown }) => `«${String(key)}»`, color: () => undefined, restLabel: '其他' };

describe('seriesOfAnswer', () => {
  it('has one a split, the rest last in its own colour', () => {
    const series = seriesOfAnswer(answer, undefined, looks);
    expect(series.map(({ label, color, rest }) => [label, color, rest])).toEqual([
      ['«a»', 'var(--yzt-data-1)', false],
      ['«b»', 'var(--yzt-data-2)', false],
      ['其他', 'var(--yzt-data-other)', true],
    ]);
    expect(seriesOfAnswer({ groups: [], total }, undefined, looks)).toEqual([]);
  });

  it('fades what is not chosen', () => {
    expect(seriesOfAnswer(answer, new Set(['b']), looks).map(({ pressed, faded }) => [pressed, faded])).toEqual([
      [false, true],
      [true, false],
      [false, true],
    ]);
  });
});

describe('seriesOfData', () => {
  it('has one a name, in order, with the colour that any entry has', () => {
    const series = seriesOfData([
      { key: 1, value: 2, series: '实测' },
      { key: 1, value: 2, series: '预报', color: 'token:data-3' },
      { key: 2, value: 2, series: '实测' },
    ]);
    expect(series.map(({ label, color }) => [label, color])).toEqual([
      ['实测', 'var(--yzt-data-1)'],
      ['预报', 'var(--yzt-data-3)'],
    ]);
    expect(seriesOfData([{ key: 1, value: 2 }])).toEqual([]);
  });
});

it('seriesColor ends where the theme ends', () => {
  expect([seriesColor(7), seriesColor(8)]).toEqual(['var(--yzt-data-8)', 'var(--yzt-data-other)']);
});

it('legendOf lets nobody choose 其他', () => {
  expect(legendOf(seriesOfAnswer(answer, undefined, looks)).map(({ fixed }) => fixed)).toEqual([false, false, true]);
});
