import { describe, expect, it } from 'vitest';
import { estimatedWidth } from '../marks/text-fit.js';
import type { LineData, LineSeries } from './line-data.js';
import { lineScene, type LineInput } from './line-scene.js';

const line = (label: string, values: readonly (number | undefined)[]): LineSeries => ({
  key: label,
  label,
  color: 'red',
  rest: false,
  pressed: false,
  faded: false,
  values,
});
const data = (...lines: LineSeries[]): LineData => ({ kind: 'number', xs: [0, 50, 100], starts: [], ends: [], names: [], lines });
const input = (more: Partial<LineInput>): LineInput => ({
  width: 400,
  height: 200,
  fontSize: 13,
  measure: (text) => estimatedWidth(text, 13),
  locale: 'zh-CN',
  data: data(line('a', [10, 20, 30])),
  layout: 'lines',
  thresholds: [],
  whole: false,
  from: undefined,
  to: undefined,
  least: undefined,
  figure: String,
  ...more,
});

describe('lineScene', () => {
  it('uses the whole width for one line, and turns px back into values', () => {
    const scene = lineScene(input({}));
    expect(scene.endLabels).toEqual([]);
    expect(scene.x(0)).toBe(scene.left);
    expect(scene.x(100)).toBe(scene.right);
    expect(scene.valueAt(scene.x(37))).toBeCloseTo(37);
    expect(scene.y(30)).toBeLessThan(scene.y(10));
  });

  it('names lines at their ends, apart from each other', () => {
    const scene = lineScene(input({ data: data(line('市南区', [1, 2, 30]), line('市北区', [1, 2, 30.1]), line('李沧区', [9, 9, undefined])) }));
    expect(scene.legend).toBe(false);
    const ys = scene.endLabels.map(({ y }) => y).sort((a, b) => a - b);
    expect(ys.every((y, index) => index === 0 || y - (ys[index - 1] ?? 0) > 13)).toBe(true);
    expect(scene.endLabels[2]?.own).toBe(scene.y(9));
    expect(scene.right).toBeLessThan(380);
  });

  it('names them in a row instead where they have no room, thresholds stay', () => {
    const many = Array.from({ length: 12 }, (_, index) => line(`站点 ${index}`, [1, 2, index]));
    const scene = lineScene(input({ data: data(...many), thresholds: [{ value: 8, label: '警戒' }] }));
    expect(scene.legend).toBe(true);
    expect(scene.endLabels.map(({ texts }) => texts)).toEqual([['警戒 8']]);
    const long = lineScene(input({ data: data(line('青岛西海岸新区灵山卫街道办事处全民健身中心室内恒温游泳馆', [1, 2, 3]), line('b', [1, 2, 3])) }));
    expect(long.legend).toBe(true);
  });

  it('has thresholds on the axis and keeps the ends the page has set', () => {
    expect(lineScene(input({ thresholds: [{ value: 500, label: '警戒' }] })).y(500)).toBeGreaterThanOrEqual(0);
    const set = lineScene(input({ from: 0, to: 300 }));
    expect(set.yTicks[0]?.text).toBe('0');
    expect(set.y(300)).toBeCloseTo(set.top);
  });

  it('stacks shares up to 100 %', () => {
    const scene = lineScene(input({ layout: 'share', data: data(line('a', [1, 1, 1]), line('b', [3, 3, 3])) }));
    expect(scene.spans[1]?.to).toEqual([1, 1, 1]);
    expect(scene.yTicks.map(({ text }) => text)).toContain('100%');
  });

  it('draws nothing wrong for no data and for one place', () => {
    expect(lineScene(input({ data: { kind: 'words', xs: [], starts: [], ends: [], names: [], lines: [] } })).xTicks).toEqual([]);
    const one = lineScene(input({ data: { kind: 'time', xs: [5], starts: [], ends: [], names: [], lines: [line('a', [3])] } }));
    expect(one.x(5)).toBeCloseTo((one.left + one.right) / 2);
  });
});
