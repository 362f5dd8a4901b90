import { describe, expect, it } from 'vitest';
import { leastDifference } from './color-vision.js';
import { ramp, RAMPS } from './ramps.js';

describe('leastDifference', () => {
  it('is that of CIELAB for grey, which every eye sees alike: lightness 0 to 100', () => {
    expect(leastDifference(['#000000', '#ffffff'])).toBeCloseTo(100, 1);
    // sRGB 119 is the lightness 50 (CIE 15:2004 by IEC 61966-2-1).
    expect(leastDifference(['#000000', '#777777'])).toBeCloseTo(50.03, 1);
    expect(leastDifference(['#123456', '#123456'])).toBe(0);
    expect(leastDifference(['#123456'])).toBe(Infinity);
  });

  it('is small for red and green of one lightness, which protans and deutans confuse, and large for blue and yellow', () => {
    expect(leastDifference(['#b35c00', '#6e7f00'])).toBeLessThan(15);
    expect(leastDifference(['#0000ff', '#ffff00'])).toBeGreaterThan(60);
  });

  it('agrees with the authors of ColorBrewer: RdYlGn is not friendly to colour vision deficiency, our ramps of up to six classes are', () => {
    const unsafe = leastDifference(['#d7191c', '#fdae61', '#ffffbf', '#a6d96a', '#1a9641']);
    for (const { name } of RAMPS) for (const classes of [3, 4, 5, 6]) expect(leastDifference(ramp(name, classes))).toBeGreaterThan(unsafe);
  });
});
