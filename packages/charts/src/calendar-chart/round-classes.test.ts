import { describe, expect, it } from 'vitest';
import { classOf, givenClasses, roundClasses } from './round-classes.js';

describe('roundClasses', () => {
  it('has limits of 1, 2 and 5 times a power of ten', () => {
    const values = Array.from({ length: 365 }, (_, day) => 1 + ((day * 7919) % 180));
    const limits = roundClasses(values, 5, true).slice(1).map(({ from }) => from);
    expect(limits.length).toBeGreaterThan(1);
    for (const limit of limits) expect([1, 2, 5]).toContain(Number(limit.toExponential().charAt(0)));
    expect(limits).toEqual([...limits].sort((a, b) => a - b));
  });

  it('puts every value above zero into exactly one class that holds it, and no class stays empty', () => {
    let seed = 13;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    for (let round = 0; round < 200; round += 1) {
      const values = Array.from({ length: 1 + Math.floor(random() * 300) }, () => Math.floor(random() ** 3 * 10 ** (1 + (round % 5))));
      const classes = roundClasses(values, 5, true);
      const used = new Set<number>();
      for (const value of values) {
        const place = classOf(value, classes);
        expect(place >= 0).toBe(value > 0);
        if (place < 0) continue;
        used.add(place);
        expect(value).toBeGreaterThanOrEqual(classes[place]?.from ?? Infinity);
        expect(value).toBeLessThan(classes[place]?.to ?? Infinity);
      }
      expect(used.has(0) || classes.length === 0).toBe(true);
    }
  });

  it('is one class for equal values, and none for nothing', () => {
    expect(roundClasses([4, 4, 4], 5, true)).toEqual([{ from: 1, to: undefined }]);
    expect(roundClasses([0, Number.NaN, -3], 5, true)).toEqual([]);
  });
});

describe('givenClasses', () => {
  it('begins at zero, at one for counts', () => {
    expect(givenClasses([10, 50], false)).toEqual([{ from: 0, to: 10 }, { from: 10, to: 50 }, { from: 50, to: undefined }]);
    expect(givenClasses([10], true)[0]).toEqual({ from: 1, to: 10 });
  });
});
