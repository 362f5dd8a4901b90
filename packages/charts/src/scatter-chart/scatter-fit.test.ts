import { describe, expect, it } from 'vitest';
import { medianOf, trendOf, trendWords } from './scatter-fit.js';

const of = (...values: number[]) => Float64Array.from(values);

describe('trendOf', () => {
  it('is the line of least squares with the r² of the textbook', () => {
    // Anscombe (1973), first quartet: y = 3.00 + 0.500 x, r² = 0.67.
    const x = of(10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5);
    const y = of(8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68);
    const trend = trendOf(x, y);
    expect(trend?.at(0)).toBeCloseTo(3.0, 2);
    expect((trend?.at(1) ?? 0) - (trend?.at(0) ?? 0)).toBeCloseTo(0.5, 3);
    expect(trend?.r2).toBeCloseTo(0.67, 2);
    expect(trend?.rising).toBe(true);
  });

  it('is nothing for too few points or one x, and explains nothing where all y are alike', () => {
    expect(trendOf(of(1, 2), of(1, 2))).toBeUndefined();
    expect(trendOf(of(3, 3, 3), of(1, 2, 3))).toBeUndefined();
    expect(trendOf(of(1, 2, 3), of(5, 5, 5))?.r2).toBe(0);
  });

  it('is said in words', () => {
    const words = (r2: number, rising = true) => trendWords({ at: () => 0, r2, rising }, false).zh;
    expect(words(0.67)).toBe('趋势线：强正相关，r² = 0.67，解释了 67% 的差异');
    expect(words(0.12, false)).toContain('中等负相关');
    expect(words(0.001)).toContain('几乎没有线性关系');
  });
});

describe('medianOf', () => {
  it('is the middle, or between the two in the middle', () => {
    expect([medianOf(of(3, 1, 2)), medianOf(of(4, 1, 3, 2))]).toEqual([2, 2.5]);
  });
});
