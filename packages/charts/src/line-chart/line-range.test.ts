import { describe, expect, it } from 'vitest';
import { NO_LINES, type LineData } from './line-data.js';
import { rangeFilter, rangeOfFilter } from './line-range.js';

const places: LineData = { ...NO_LINES, kind: 'time', xs: [10, 20, 30], bins: [10, 20, 30].map((start) => ({ start, end: undefined })) };
const bins: LineData = { ...NO_LINES, kind: 'time', xs: [10, 20, 30], bins: [10, 20, 30].map((start) => ({ start, end: start + 10 })) };

describe('rangeFilter', () => {
  it('holds both places, or whole bins', () => {
    expect(rangeFilter(places, 'at', { from: 0, to: 1 })).toEqual({ kind: 'range', field: 'at', min: 10, max: 20 });
    expect(rangeFilter(bins, 'at', { from: 1, to: 1 })).toEqual({ kind: 'range', field: 'at', min: 20, max: 30, maxExclusive: true });
    expect(rangeFilter(places, 'at', { from: 0, to: 9 })).toBe(undefined);
  });
});

describe('rangeOfFilter', () => {
  it('finds the places again', () => {
    for (const data of [places, bins]) {
      for (const range of [{ from: 0, to: 2 }, { from: 1, to: 1 }]) {
        expect(rangeOfFilter(data, 'at', rangeFilter(data, 'at', range))).toEqual(range);
      }
    }
  });

  it('reads ranges that others have set, open ones and ones between places', () => {
    expect(rangeOfFilter(places, 'at', { kind: 'range', field: 'at', min: 15 })).toEqual({ from: 1, to: 2 });
    expect(rangeOfFilter(places, 'at', { kind: 'range', field: 'at', min: 22, max: 24 })).toEqual({ from: 1, to: 1 });
    expect(rangeOfFilter(bins, 'at', { kind: 'range', field: 'at', min: 22, max: 24 })).toEqual({ from: 1, to: 1 });
    expect(rangeOfFilter(places, 'at', { kind: 'range', field: 'at', min: 99 })).toEqual({ from: 2, to: 2 });
  });

  it('leaves other filters alone', () => {
    expect(rangeOfFilter(places, 'at', { kind: 'range', field: 'other', min: 1 })).toBe(undefined);
    expect(rangeOfFilter(places, 'at', undefined)).toBe(undefined);
  });
});
