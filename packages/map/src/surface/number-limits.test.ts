import { describe, expect, it } from 'vitest';
import { breaksSpec } from '../surface/classes.js';
import { foundLimits, MOST_LIMITS, steppedLimits } from './number-limits.js';

describe('limits at even steps', () => {
  it('are whole intervals from the base, above the smallest number and up to the largest', () => {
    expect(steppedLimits({ interval: 0.5, base: 0 }, [20.5, 22])).toEqual([21, 21.5, 22]);
    expect(steppedLimits({ interval: 5, base: 2 }, [-9, 8])).toEqual([-8, -3, 2, 7]);
    expect(steppedLimits({ interval: 0.1, base: 0 }, [0.05, 0.35])).toEqual([0.1, 0.2, 0.3]);
    expect(steppedLimits({ interval: 10, base: 0 }, [3, 7])).toEqual([]);
  });

  it('are fewer where there would be too many, at steps that hold the base', () => {
    const limits = steppedLimits({ interval: 1, base: 0 }, [0, 1000]);
    expect(limits.length).toBeLessThanOrEqual(MOST_LIMITS);
    expect(limits[1]).toBe(64);
    expect(limits[0]).toBe(32);
  });
});

describe('limits by a breaks spec', () => {
  it('pass over missing numbers', () => {
    expect(foundLimits(breaksSpec('10,20:reds'), Float32Array.of(1))).toEqual([10, 20]);
    expect(foundLimits(breaksSpec('2:equal'), Float32Array.of(0, NaN, 10))).toEqual([5]);
  });

  it('are as short as a legend is read, and given ones stay as they are', () => {
    const numbers = Float32Array.from({ length: 997 }, (_, n) => 20.3813 + n * 0.00271828);
    expect(foundLimits(breaksSpec('4:quantile'), numbers)).toEqual([21.06, 21.74, 22.41]);
    expect(foundLimits(breaksSpec('20.12345,21.5:reds'), numbers)).toEqual([20.12345, 21.5]);
    expect(foundLimits(breaksSpec('3:quantile'), Float32Array.of(7, 7, 7))).toEqual(foundLimits(breaksSpec('3:quantile'), Float32Array.of(7)));
  });
});
