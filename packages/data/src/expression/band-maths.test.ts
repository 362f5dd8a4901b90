import { describe, expect, it } from 'vitest';
import { BandMaths } from './index.js';

const bands = new Map([['b4', Float64Array.of(100, 300, NaN, 0)], ['b8', Float64Array.of(300, 300, 500, 0)]]);
const of = (expression: string): number[] => {
  const at = new BandMaths(expression).over(bands);
  return [0, 1, 2, 3].map((row) => at(row));
};

describe('BandMaths', () => {
  it('works out an index; what is missing or divided by nothing is missing', () => {
    expect(of('(b8 - b4) / (b8 + b4)')).toEqual([0.5, 0, NaN, NaN]);
  });

  it('says which bands it needs, and when it is one of them', () => {
    expect([new BandMaths('(b8 - b4) / (b8 + b4)').fields, new BandMaths(' b4 ').only, new BandMaths('b4 * 1').only]).toEqual([['b8', 'b4'], 'b4', undefined]);
  });

  it('a condition is 0 or 1', () => {
    expect(of('b8 > 200 and b4 < 200')).toEqual([1, 0, NaN, 0]);
  });

  it('names a band that is not there, and what is no number', () => {
    expect(() => of('b9 + 1')).toThrow(expect.objectContaining({ code: 'unknown-field' }));
    expect(() => of("'a' & 'b'")).toThrow(expect.objectContaining({ code: 'bad-expression' }));
    expect(() => new BandMaths('b4 +')).toThrow(expect.objectContaining({ code: 'bad-expression' }));
  });
});
