import { describe, expect, it } from 'vitest';
import { percentShares, shareDigits } from './shares.js';

const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);

describe('percentShares', () => {
  it('adds up to 100 where rounding each would not', () => {
    expect(percentShares([1, 1, 1], 0)).toEqual([34, 33, 33]);
    expect(percentShares([1, 1, 1, 1, 1, 1], 1)).toEqual([16.7, 16.7, 16.7, 16.7, 16.6, 16.6]);
  });

  it('never differs from the true share by a whole step, and adds up, for many random parts', () => {
    let seed = 7;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    for (let round = 0; round < 200; round += 1) {
      const values = Array.from({ length: 1 + Math.floor(random() * 9) }, () => random() ** 4);
      const digits = round % 2;
      const shares = percentShares(values, digits);
      expect(sum(shares)).toBeCloseTo(100, 9);
      values.forEach((value, index) => {
        expect(Math.abs((shares[index] ?? 0) - (value / sum(values)) * 100)).toBeLessThan(1 / 10 ** digits + 1e-9);
      });
    }
  });

  it('gives what is missing, negative or nothing no share', () => {
    expect(percentShares([3, Number.NaN, -2, 1, 0], 0)).toEqual([75, 0, 0, 25, 0]);
    expect(percentShares([0, Number.NaN], 0)).toEqual([0, 0]);
    expect(percentShares([], 0)).toEqual([]);
  });

  it('keeps shares that are exact, whatever their binary form', () => {
    expect(percentShares([0.07, 0.93], 0)).toEqual([7, 93]);
    expect(percentShares([0.1, 0.2, 0.7], 1)).toEqual([10, 20, 70]);
  });

  it('shares numbers at the end of their range', () => {
    expect(percentShares([8e307, 8e307], 0)).toEqual([50, 50]);
  });
});

describe('shareDigits', () => {
  it('is none until a share would read as nothing', () => {
    expect(shareDigits([50, 49, 1])).toBe(0);
    expect(shareDigits([500, 495, 5])).toBe(1);
    expect(shareDigits([0, 3])).toBe(0);
  });
});
