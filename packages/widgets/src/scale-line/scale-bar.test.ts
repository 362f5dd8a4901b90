import { describe, expect, it } from 'vitest';
import { nearDistance, roundBelow, scaleBar, scaleDenominator } from './scale-bar.js';

describe('nearDistance', () => {
  // One minute of latitude on the ellipsoid: 1842.9 m at the equator, 1861.6 m at the pole (the reason the mile was fixed at 1852).
  it('knows that a degree of latitude grows towards the poles', () => {
    expect(nearDistance([0, 0], [0, 1 / 60])).toBeCloseTo(1842.9, 1);
    expect(nearDistance([0, 90 - 1 / 60], [0, 90])).toBeCloseTo(1861.6, 1);
  });

  it('measures a degree of longitude at the equator', () => {
    expect(nearDistance([100, 0], [100.01, 0])).toBeCloseTo(1113.195, 2);
  });

  it('is not Mercator: at 36° north the same step of longitude is a fifth shorter', () => {
    const ratio = nearDistance([120, 36], [120.01, 36]) / nearDistance([120, 0], [120.01, 0]);
    expect(ratio).toBeCloseTo(0.80995, 4);
  });

  it('goes the short way over the 180° meridian', () => {
    expect(nearDistance([179.999, 0], [-179.999, 0])).toBeCloseTo(222.639, 2);
  });
});

describe('roundBelow', () => {
  it.each([
    [1, 1],
    [1.99, 1],
    [2, 2],
    [4.99, 2],
    [9.9, 5],
    [10, 10],
    [0.0731, 0.05],
    [480_000, 200_000],
    [4.9999999999, 5],
  ])('rounds %d down to %d', (value, round) => expect(roundBelow(value)).toBe(round));

  it('is 0 for what is no length', () => {
    for (const value of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) expect(roundBelow(value)).toBe(0);
  });
});

describe('scaleBar', () => {
  it('never is wider than asked and never narrower than two fifths', () => {
    for (let resolution = 0.01; resolution < 200_000; resolution *= 1.37) {
      for (const units of ['metric', 'nautical'] as const) {
        const bar = scaleBar(resolution, 100, units);
        expect(bar?.width).toBeLessThanOrEqual(100);
        expect(bar?.width).toBeGreaterThanOrEqual(40);
      }
    }
  });

  it('says kilometres from one kilometre on', () => {
    expect(scaleBar(9.99, 100, 'metric')).toMatchObject({ value: 500, unit: { zh: '米' }, width: 50 });
    expect(scaleBar(10, 100, 'metric')).toMatchObject({ value: 1, unit: { zh: '公里' }, width: 100 });
  });

  it('counts nautical miles at sea', () => {
    expect(scaleBar(1852, 100, 'nautical')).toMatchObject({ value: 100, unit: { zh: '海里' }, width: 100 });
  });

  it('has no bar before the map has a view', () => {
    expect(scaleBar(Number.NaN, 100, 'metric')).toBeUndefined();
  });
});

describe('scaleDenominator', () => {
  // WMTS 1.0 (OGC 07-057r7) annex E.4, GoogleMapsCompatible: level 0 has 156543.0339 m a pixel and 1:559082264.029.
  it('agrees with the OGC well-known scale set, to two digits', () => {
    expect(scaleDenominator(156543.0339)).toBe(560_000_000);
  });
  it('is 0 without a view', () => expect(scaleDenominator(Number.NaN)).toBe(0));
});
