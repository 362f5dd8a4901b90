import { describe, expect, it } from 'vitest';
import type { ChartRow } from '../chart/group-rows.js';
import { barExtent, barSegments } from './bar-segments.js';

const row = (value: number, parts?: readonly number[]): ChartRow => ({
  key: 'k',
  label: 'k',
  value,
  parts,
  color: undefined,
  rest: false,
  pressed: false,
  faded: false,
});
const spans = (parts: readonly number[], layout: 'stacked' | 'grouped' | 'share') =>
  barSegments(row(0, parts), layout).map(({ series, from, to }) => [series, from, to]);

describe('barSegments', () => {
  it('is one piece without series, none for a missing value', () => {
    expect(barSegments(row(-3), 'stacked')).toEqual([{ series: -1, from: 0, to: -3, lane: 0, lanes: 1, outer: true }]);
    expect(barSegments(row(Number.NaN), 'stacked')).toEqual([]);
  });

  it('stacks positive values upwards and negative ones downwards, and leaves nothing out but nothing', () => {
    expect(spans([2, -1, 0, Number.NaN, 3, -2], 'stacked')).toEqual([
      [0, 0, 2],
      [1, 0, -1],
      [4, 2, 5],
      [5, -1, -3],
    ]);
    expect(barSegments(row(0, [2, 3, -1]), 'stacked').map(({ outer }) => outer)).toEqual([false, true, true]);
  });

  it('puts grouped values beside each other', () => {
    expect(barSegments(row(0, [2, Number.NaN, 3]), 'grouped').map(({ lane, lanes, to }) => [lane, lanes, to])).toEqual([
      [0, 3, 2],
      [2, 3, 3],
    ]);
  });

  it('makes shares of a whole of 1, of positive values only', () => {
    expect(spans([1, 3], 'share')).toEqual([
      [0, 0, 0.25],
      [1, 0.25, 1],
    ]);
    expect(spans([0, 0], 'share')).toEqual([]);
  });
});

it('barExtent holds zero and what the bars reach', () => {
  expect(barExtent([barSegments(row(5), 'stacked'), barSegments(row(0, [2, -4]), 'stacked')])).toEqual([-4, 5]);
  expect(barExtent([])).toEqual([0, 0]);
});
