import { describe, expect, it } from 'vitest';
import { fromBd09, fromGcj02, shiftDatum, toBd09, toGcj02 } from './china-offset.js';
import { toGaussKruger } from './gauss-kruger.js';

type LonLat = readonly [number, number];
const square: LonLat = [120.3826, 36.0618];

/** Distance in the plane of zone 40: to a few centimetres at a kilometre. */
function meters(a: LonLat, b: LonLat): number {
  const [ax, ay] = toGaussKruger(a[0], a[1], 120, 500_000);
  const [bx, by] = toGaussKruger(b[0], b[1], 120, 500_000);
  return Math.hypot(ax - bx, ay - by);
}

describe('shiftDatum', () => {
  it('moves 五四广场 by 462 m for 高德 and 1 258 m for 百度', () => {
    // The published figures were measured on a sphere of 6 371 008.8 m.
    const onSphere = (a: LonLat, b: LonLat) => {
      const rad = Math.PI / 180;
      const h = Math.sin(((b[1] - a[1]) * rad) / 2) ** 2 + Math.cos(a[1] * rad) * Math.cos(b[1] * rad) * Math.sin(((b[0] - a[0]) * rad) / 2) ** 2;
      return 2 * 6371008.8 * Math.asin(Math.sqrt(h));
    };
    expect(Math.trunc(onSphere(square, toGcj02(square)))).toBe(462);
    expect(Math.trunc(onSphere(square, toBd09(square)))).toBe(1258);
  });

  it('moves north-west to south-east: the shown point lies east', () => {
    expect(toGcj02(square)[0]).toBeGreaterThan(square[0]);
  });

  it('comes back within 0.15 m everywhere around 青岛', () => {
    for (let i = 0; i <= 15; i++) {
      for (let j = 0; j <= 15; j++) {
        const place: LonLat = [119.5 + i * 0.1, 35.5 + j * 0.11];
        expect(meters(fromGcj02(toGcj02(place)), place)).toBeLessThan(0.15);
        expect(meters(fromBd09(toBd09(place)), place)).toBeLessThan(0.5);
        expect(meters(shiftDatum(shiftDatum(place, 'gcj02', 'bd09'), 'bd09', 'gcj02'), place)).toBeLessThan(0.5);
      }
    }
  });

  it('goes from one app to the other without a detour', () => {
    const gcj = toGcj02(square);
    expect(meters(shiftDatum(gcj, 'gcj02', 'bd09'), toBd09(square))).toBeLessThan(0.001);
  });

  it('leaves places abroad and bad numbers alone', () => {
    expect(toGcj02([2.35, 48.86])).toEqual([2.35, 48.86]);
    expect(toGcj02([140, 36])).toEqual([140, 36]);
    expect(toGcj02([NaN, 36])).toEqual([NaN, 36]);
    expect(shiftDatum(square, 'wgs84', 'wgs84')).toEqual(square);
  });

  it('shifts ships far out at sea too, up to the edge of its box', () => {
    expect(meters(toGcj02([126, 33]), [126, 33])).toBeGreaterThan(100);
    expect(toGcj02([137.8348, 36])).toEqual([137.8348, 36]);
  });
});
