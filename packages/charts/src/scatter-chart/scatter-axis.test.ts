import { describe, expect, it } from 'vitest';
import { scatterAxis, shortNumber } from './scatter-axis.js';

describe('scatterAxis', () => {
  it('puts values where they belong, and back', () => {
    for (const log of [false, true]) {
      const axis = scatterAxis([12, 8700], log, 5, 'zh-CN');
      for (const value of [12, 100, 3456, 8700]) {
        expect(axis.value(axis.at(value))).toBeCloseTo(value, 6);
        expect(axis.at(value)).toBeGreaterThanOrEqual(0);
        expect(axis.at(value)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('has ticks of powers, round and not more than asked for', () => {
    const { ticks } = scatterAxis([3, 45_000], true, 6, 'zh-CN');
    expect(ticks.map(({ text }) => text)).toEqual(['10', '100', '1,000', '1万']);
    expect(scatterAxis([12, 88], true, 6, 'en').ticks.map(({ value }) => value)).toEqual([10, 20, 50, 100]);
    expect(scatterAxis([1e-9, 1e9], true, 6, 'en').ticks.length).toBeLessThanOrEqual(7);
  });

  it('does not need zero', () => {
    expect(scatterAxis([35.9, 36.8], false, 5, 'en').ticks[0]?.value).toBeGreaterThan(30);
  });
});

describe('shortNumber', () => {
  it('has as few digits as the place of a pointer is exact', () => {
    expect(shortNumber(1234.567, 20)).toBe(1200 + 30);
    expect(shortNumber(0.0345678, 0.0001)).toBe(0.0346);
    expect(shortNumber(7, 0)).toBe(7);
  });
});
