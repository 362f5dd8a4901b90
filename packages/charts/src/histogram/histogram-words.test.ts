import { describe, expect, it } from 'vitest';
import type { HistogramData } from './histogram-bins.js';
import { binSentence, binTip, histogramSummary, histogramTable, type HistogramWords } from './histogram-words.js';

const bin = (start: number, value: number, whole = value) => ({ start, end: start + 10, closed: false, value, whole });
const words = (data: HistogramData): HistogramWords => ({
  data,
  locale: 'zh-CN',
  bin: (index) => `${data.bins[index]?.start} – ${data.bins[index]?.end}`,
  figure: String,
  withUnit: (value) => `${value} 处`,
});
const plain = words({ bins: [bin(0, 3), bin(10, 5)], missing: 2, outside: 1, single: false });
const filtered = words({ bins: [bin(0, 3, 9), bin(10, 5)], missing: 0, outside: 0, single: false });

it('binTip says what there is only where filters leave less', () => {
  expect(binTip(plain, 1)).toEqual({ label: '10 – 20', value: '5 处' });
  expect(binTip(filtered, 0)).toEqual({ label: '0 – 10', value: '3 处', note: '全部 9 处' });
  expect(binTip(plain, 9)).toBe(undefined);
  expect(binSentence(filtered, 0)).toBe('0 – 10，3 处，全部 9 处');
});

it('histogramTable has a column for everything only where that differs', () => {
  expect(histogramTable(plain, { bin: '面积', value: '数值' }).columns).toHaveLength(2);
  expect(histogramTable(filtered, { bin: '面积', value: '数值' }).rows.slice(0, 1)[0]?.map(({ text }) => text)).toEqual(['0 – 10', '3', '9']);
});

describe('histogramSummary', () => {
  it('says where most lies and what has no value', () => {
    expect(histogramSummary('面积', plain, ['中位数 12']).zh).toBe('面积：共 2 段，10 – 20 最多，5 处，中位数 12，2 条无数据，1 条不在各段之内。');
    expect(histogramSummary('', words({ bins: [], missing: 0, outside: 0, single: false }), []).en).toBe('Histogram: no data');
  });
});
