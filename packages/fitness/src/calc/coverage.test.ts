import { describe, expect, it } from 'vitest';
import { blindSpots, cellSize } from './blind-spots.js';
import { coverageSummary } from './coverage-summary.js';
import { reachMeters, USUAL_SPEED } from './reach.js';

describe('reachMeters', () => {
  it('is 1 200 m on foot and 3 750 m by bicycle in a quarter of an hour', () => {
    expect([reachMeters(15, USUAL_SPEED.walk), reachMeters(15, USUAL_SPEED.cycle)]).toEqual([1200, 3750]);
  });
});

describe('coverageSummary', () => {
  it('sums by district, the least covered first; the districts add up to all', () => {
    const { all, districts } = coverageSummary([100, 50, 30, 20, NaN], Uint8Array.of(1, 0, 0, 1, 1), (i) => ['a', 'a', 'b', 'b', null][i] ?? null);
    expect(all).toEqual({ people: 200, covered: 120, share: 0.6 });
    expect(districts.map(({ key, people, covered }) => [key, people, covered])).toEqual([['b', 50, 20], ['a', 150, 100], [null, 0, 0]]);
  });
});

describe('blindSpots', () => {
  it('joins cells that touch, also at a corner, and puts the largest first', () => {
    // Columns 0.0125° and rows 0.01° apart; the fourth cell touches the third at a corner, the last stands alone.
    const places = Float64Array.of(120, 36, 120.0125, 36, 120.05, 36, 120.0625, 36.01, 120.2, 36.1);
    expect(cellSize(places)?.map((value) => Number(value.toFixed(6)))).toEqual([0.0125, 0.01]);
    const spots = blindSpots(places, [10, 99, 40, 60, 7], Uint8Array.of(0, 1, 0, 0, 0), { joinMeters: 1700 });
    expect(spots.map(({ people, places: own }) => [people, own])).toEqual([[100, [2, 3]], [10, [0]], [7, [4]]]);
    expect(spots[0]?.center[1]).toBeCloseTo(36.006, 6);
    const rule = { joinMeters: 1700, fewest: 10, districtOf: (i: number) => (i < 3 ? 'a' : 'b') };
    expect(blindSpots(places, [10, 99, 40, 60, 7], Uint8Array.of(0, 1, 0, 0, 0), rule).map(({ people }) => people)).toEqual([60, 40, 10]);
  });

  it('has none where all are covered or nobody lives', () => {
    expect(blindSpots(Float64Array.of(120, 36, 121, 36), [5, 0], Uint8Array.of(1, 0), { joinMeters: 1000 })).toEqual([]);
    expect(cellSize(Float64Array.of(120, 36))).toBeUndefined();
  });
});
