import { describe, expect, it } from 'vitest';
import { eachDash, usableDash } from './dashes.js';

const WINDOW = { width: 100, height: 100, reach: 4 };

function dashes(points: readonly (readonly [number, number])[], pattern: readonly number[], window = WINDOW): number[][] {
  const out: number[][] = [];
  const xy = Float64Array.from(points.flat());
  eachDash(xy, 0, points.length, pattern, window, (piece, count) => out.push([...piece.subarray(0, 2 * count)].map((value) => Math.round(value * 1000) / 1000)));
  return out;
}

describe('eachDash', () => {
  it('cuts a straight line, the last dash short', () => {
    expect(dashes([[0, 0], [25, 0]], [6, 4])).toEqual([[0, 0, 6, 0], [10, 0, 16, 0], [20, 0, 25, 0]]);
  });

  it('goes round corners within a dash and keeps the pattern along the whole line', () => {
    expect(dashes([[0, 0], [4, 0], [4, 4], [4, 20]], [6, 4])).toEqual([[0, 0, 4, 0, 4, 2], [4, 6, 4, 12], [4, 16, 4, 20]]);
  });

  it('draws nothing of what lies outside, and still counts it', () => {
    const whole = dashes([[-1000, 50], [200, 50]], [7, 5], { width: 1e6, height: 100, reach: 1e6 });
    const seen = dashes([[-1000, 50], [-10, 50], [50, 50], [200, 50]], [7, 5]);
    expect(seen.length).toBeLessThan(20);
    const ends = (one: readonly number[]) => [one[0], one[one.length - 2]];
    for (const one of seen.slice(1, -1)) expect(whole.map(ends)).toContainEqual(ends(one));
  });

  it('stands still on the ground whatever the window', () => {
    const line = Array.from({ length: 60 }, (_, i) => [10 * i, 40 + 30 * Math.sin(i)] as const);
    const shifted = (by: number) =>
      dashes(line.map(([x, y]) => [x - by, y] as const), [5, 3]).map((one) => [(one[0] as number) + by, one[1] as number]);
    const near = (list: number[][]) => list.filter(([x = 0]) => x > 160 && x < 190).map(([x = 0, y = 0]) => [Math.round(x * 100), Math.round(y * 100)]);
    expect(near(shifted(100)).length).toBeGreaterThan(3);
    expect(near(shifted(130))).toEqual(near(shifted(100)));
  });

  it('loses no length: dashes add up to their share of the line', () => {
    const line = Array.from({ length: 200 }, (_, i) => [50 + 40 * Math.cos(i / 9), 50 + 40 * Math.sin(i / 9)] as const);
    const lengthOf = (xy: readonly number[]) => xy.reduce((sum, _, i) => (i % 2 === 0 && i > 0 ? sum + Math.hypot((xy[i] as number) - (xy[i - 2] as number), (xy[i + 1] as number) - (xy[i - 1] as number)) : sum), 0);
    const whole = lengthOf(line.flat());
    const drawn = dashes(line, [3, 2, 1, 2]).reduce((sum, one) => sum + lengthOf(one), 0);
    expect(drawn / whole).toBeCloseTo(0.5, 1);
  });
});

describe('usableDash', () => {
  it('repeats odd patterns, scales, and gives up on patterns nobody could see', () => {
    expect(usableDash([6, 4], 2)).toEqual([12, 8]);
    expect(usableDash([5], 1)).toEqual([5, 5]);
    expect(usableDash([0.1, 0.1], 1)).toBeUndefined();
    expect(usableDash([], 1)).toBeUndefined();
  });
});
