import { describe, expect, it } from 'vitest';
import { partOf, totalsOf } from '../shared/totals.js';
import { pieDiameters } from './pie-parts.js';

describe('totalsOf', () => {
  it('sums what is more than nothing', () => {
    expect([...totalsOf([[1, 0, NaN, 5], [2, 0, 3, -5]], 4)]).toEqual([3, 0, 3, 5]);
    expect([partOf(undefined), partOf(Infinity), partOf(-1), partOf(2)]).toEqual([0, 0, 0, 2]);
  });
});

describe('pieDiameters', () => {
  it('follow the total by area, and a row without a total has none', () => {
    expect([...pieDiameters(Float64Array.of(400, 100, 0, 1), 40)]).toEqual([40, 20, 0, 8]);
    expect([...pieDiameters(Float64Array.of(0, 0), 40)]).toEqual([0, 0]);
  });
});
