import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsFrom, lonLatFrom, numberFrom, rounded } from './values.js';

describe('lonLatFrom', () => {
  it('reads words, commas of both scripts, and arrays', () => {
    for (const text of ['120.38 36.07', '120.38,36.07', ' 120.38 , 36.07 ', '120.38,36.07', [120.38, 36.07]]) {
      expect(lonLatFrom(text)).toEqual([120.38, 36.07]);
    }
  });

  it('refuses what is no place', () => {
    for (const value of ['', ' ', '120', '120 36 1', '36.07 120.38', 'a b', 'NaN 1', 'Infinity 1', {}, null, 5, [1], ['x', 1]]) {
      expect(lonLatFrom(value)).toBeUndefined();
    }
  });

  it('reads back every place it could have written', () => {
    const place = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }));
    fc.assert(
      fc.property(place, ([lon, lat]) => {
        expect(lonLatFrom(`${lon} ${lat}`)).toEqual([Number(String(lon)), Number(String(lat))]);
      }),
    );
  });
});

describe('boundsFrom', () => {
  it('reads west, south, east, north', () => {
    expect(boundsFrom('119.5 35.5 121 37')).toEqual([119.5, 35.5, 121, 37]);
    expect(boundsFrom([170, -10, 190, 10])).toEqual([170, -10, 190, 10]);
  });

  it('refuses boxes inside out and latitudes beyond the poles', () => {
    for (const value of ['121 35 119 37', '119 37 121 35', '119 35 121', '35 119 37 121']) expect(boundsFrom(value)).toBeUndefined();
  });
});

describe('numberFrom', () => {
  it('reads numbers within limits', () => {
    expect(numberFrom('0.5', 0, 1)).toBe(0.5);
    expect(numberFrom(1, 0, 1)).toBe(1);
    expect(numberFrom(' 7 ')).toBe(7);
  });

  it('refuses the rest', () => {
    for (const value of ['', ' ', 'x', '1px', NaN, Infinity, true, null, undefined, [], '1.1', -0.1]) expect(numberFrom(value, 0, 1)).toBeUndefined();
  });
});

describe('rounded', () => {
  it('drops the noise of a calculation and nothing else', () => {
    expect(rounded(120.38000000000001)).toBe(120.38);
    expect(rounded(-0.1234567891234)).toBe(-0.123456789);
    expect(rounded(Infinity)).toBe(Infinity);
  });
});
