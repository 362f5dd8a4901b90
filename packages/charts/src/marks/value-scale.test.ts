import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueScale } from './value-scale.js';

describe('valueScale', () => {
  it('starts at zero and ends on a round number', () => {
    const scale = valueScale([212, 87, 143]);
    expect([scale.min, scale.max]).toEqual([0, 250]);
    expect(scale.ticks).toEqual([0, 50, 100, 150, 200, 250]);
    expect(scale.at(125)).toBe(0.5);
  });

  it('keeps counts on whole ticks', () => {
    expect(valueScale([2, 1], { whole: true }).ticks).toEqual([0, 1, 2]);
    expect(valueScale([1], { whole: true }).ticks).toEqual([0, 1]);
  });

  it('reaches a target beyond the bars', () => {
    expect(valueScale([1.9, 2.2], { include: 2.6 }).max).toBeGreaterThanOrEqual(2.6);
  });

  it('goes below zero where values do, and keeps zero on the axis', () => {
    const scale = valueScale([-12, 30]);
    expect(scale.min).toBeLessThanOrEqual(-12);
    expect(scale.ticks).toContain(0);
  });

  it('lives with nothing, zeros and missing values', () => {
    expect([valueScale([]).min, valueScale([]).max]).toEqual([0, 1]);
    expect(valueScale([0, 0]).max).toBe(1);
    expect(valueScale([-5e-324, 5e-324]).at(5e-324)).toBeCloseTo(0);
    expect(valueScale([Number.NaN, 10]).at(Number.NaN)).toBe(0);
  });

  it('holds every value between its ends', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 }), (values) => {
        const scale = valueScale(values);
        return values.every((value) => scale.at(value) >= -1e-9 && scale.at(value) <= 1 + 1e-9);
      }),
    );
  });

  it('ends at the values themselves where they are written', () => {
    const scale = valueScale([163, 47], { exact: true });
    expect([scale.min, scale.max]).toEqual([0, 163]);
  });

  it('leaves zero away for lines whose values are far from it', () => {
    const free = valueScale([985, 1012], { free: true });
    expect([free.min, free.max]).toEqual([980, 1020]);
    expect(valueScale([20, 100], { free: true }).min).toBe(0);
    expect(valueScale([-1012, -985], { free: true }).max).toBe(-980);
    expect(valueScale([5, 5], { free: true }).min).toBe(0);
  });

  it('ends where the page says', () => {
    const scale = valueScale([3, 70], { from: 0, to: 100 });
    expect([scale.min, scale.max, scale.at(50)]).toEqual([0, 100, 0.5]);
    expect(valueScale([3, 70], { from: 100, to: 0 }).max).toBe(80);
  });
});
