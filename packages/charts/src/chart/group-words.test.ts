import { describe, expect, it } from 'vitest';
import type { ChartRow } from './group-rows.js';
import { groupSummary } from './group-words.js';

const row = (label: string, value: number, more: Partial<ChartRow> = {}): ChartRow => ({
  key: label,
  label,
  value,
  color: undefined,
  rest: false,
  pressed: false,
  faded: false,
  ...more,
});
const format = (value: number) => `${value} 处`;

describe('groupSummary', () => {
  it('names the largest and the smallest bar and leaves the rest out', () => {
    const rows = [row('市南区', 212), row('市北区', 87), row('其他', 900, { rest: true })];
    expect(groupSummary({ label: '各区市场馆数', rows, format })).toEqual({
      zh: '各区市场馆数：共 2 项，市南区 212 处最多，市北区 87 处最少。',
      en: '各区市场馆数: 2 bars, most 市南区 212 处, least 市北区 87 处.',
    });
  });

  it('says what is chosen', () => {
    expect(groupSummary({ label: 'A', rows: [row('x', 1, { pressed: true })], format }).zh).toBe(
      'A：共 1 项，x 1 处最多，已选 x。',
    );
  });

  it('says when there is nothing', () => {
    expect(groupSummary({ label: '', rows: [], format }).zh).toBe('图表：没有数据');
  });
});
