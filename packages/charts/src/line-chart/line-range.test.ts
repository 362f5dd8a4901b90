import { describe, expect, it } from 'vitest';
import { NO_LINES, type LineData } from './line-data.js';
import { rangeFilter, rangeOfFilter } from './line-range.js';

const places: LineData = { ...NO_LINES, kind: 'time', xs: [10, 20, 30], starts: [10, 20, 30] };
const bins: LineData = { ...NO_LINES, kind: 'time', xs: [10, 20, 30], starts: [10, 20, 30], ends: [20, 30, 40] };

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

  it('finds what looking at every place finds', () => {
    for (const { starts, ends } of [places, bins]) {
      for (const min of [undefined, 5, 10, 15, 20, 25, 30, 35, 40, 45]) {
        for (const max of [undefined, 5, 10, 15, 20, 25, 30, 35, 40, 45]) {
          for (const maxExclusive of [true, false]) {
            const isIn = (start: number, at: number): boolean =>
              (ends.length > 0 ? (ends[at] ?? 0) > (min ?? -Infinity) : start >= (min ?? -Infinity)) && (maxExclusive ? start < (max ?? Infinity) : start <= (max ?? Infinity));
            const inside = starts.map((_, at) => at).filter((at) => isIn(starts[at] as number, at));
            if (inside.length === 0) continue;
            const range = rangeOfFilter({ ...NO_LINES, starts, ends }, 'at', { kind: 'range', field: 'at', ...(min !== undefined && { min }), ...(max !== undefined && { max }), maxExclusive });
            expect(range, `${min} ${max} ${maxExclusive}`).toEqual({ from: inside[0], to: inside[inside.length - 1] });
          }
        }
      }
    }
  });

  it('leaves other filters alone', () => {
    expect(rangeOfFilter(places, 'at', { kind: 'range', field: 'other', min: 1 })).toBe(undefined);
    expect(rangeOfFilter(places, 'at', undefined)).toBe(undefined);
  });
});
