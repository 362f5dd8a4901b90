import { describe, expect, it } from 'vitest';
import { ends, turns } from './extremes.js';

describe('ends', () => {
  it('are the highest and lowest, gaps aside', () => {
    expect(ends([3, Number.NaN, 9, 1, 9])).toEqual({ highs: [2], lows: [3] });
    expect(ends([2, 2])).toEqual({ highs: [], lows: [] });
    expect(ends([Number.NaN])).toEqual({ highs: [], lows: [] });
  });
});

describe('turns', () => {
  it('are high and low water of a tide, ripples aside', () => {
    const tide = Array.from({ length: 200 }, (_, index) => 200 + 100 * Math.sin((index / 50) * 2 * Math.PI) + (index % 2) * 3);
    const { highs, lows } = turns(tide);
    expect(highs.map((index) => Math.round((index - 12.5) / 50))).toEqual([0, 1, 2, 3]);
    expect(lows.map((index) => Math.round((index - 37.5) / 50))).toEqual([0, 1, 2, 3]);
  });

  it('are none in a course that only rises or stays', () => {
    expect(turns([1, 2, 3, 4])).toEqual({ highs: [], lows: [] });
    expect(turns([5, 5, 5])).toEqual({ highs: [], lows: [] });
  });

  it('go over gaps', () => {
    expect(turns([0, 10, Number.NaN, 0, 10, 1])).toEqual({ highs: [1, 4], lows: [3] });
  });
});
