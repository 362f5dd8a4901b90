import * as geographiclib from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { AUTHALIC_RADIUS, EqualArea } from './equal-area.js';

const { Geodesic } = (geographiclib as { default?: typeof geographiclib }).default ?? geographiclib;
const WGS84 = Geodesic.WGS84;

/** Metres between two places along the ellipsoid. */
function metres([lonA, latA]: readonly number[], [lonB, latB]: readonly number[]): number {
  return WGS84.Inverse(latA as number, lonA as number, latB as number, lonB as number).s12 as number;
}

describe('EqualArea', () => {
  it('has the authalic radius of the ellipsoid', () => {
    // Snyder, table: 6 371 007.18 m for GRS 80.
    expect(AUTHALIC_RADIUS).toBeCloseTo(6371007.18, 1);
  });

  it('comes back from where it went', () => {
    for (const [lon, lat] of [[120, 36], [-75, -40], [179, 5], [10, 0], [20, 84]] as const) {
      const area = new EqualArea(lon, lat);
      for (const [dx, dy] of [[0, 0], [300, -200], [50_000, 80_000], [-2_000_000, 1_500_000]] as const) {
        const place = area.inverse(dx, dy);
        const [x, y] = area.forward(...place);
        // Single precision: half a metre at 2 000 km.
        expect(Math.hypot(x - dx, y - dy)).toBeLessThan(0.5);
      }
    }
  });

  it('measures 1 km within 0.1 % on the geodesic, up to 400 km from its middle and at every latitude', () => {
    for (const lat of [-60, -23, 0, 18, 36, 53, 70]) {
      const area = new EqualArea(120, lat);
      for (const [x, y] of [[0, 0], [50_000, 50_000], [-280_000, 280_000], [0, -400_000], [400_000, 0]] as const)
        for (const [dx, dy] of [[1000, 0], [0, 1000]] as const) {
          const length = metres(area.inverse(x, y), area.inverse(x + dx, y + dy));
          expect(Math.abs(length - 1000), `${lat}° ${x} ${y}`).toBeLessThan(1);
        }
    }
  });

  it('keeps areas everywhere: a square of 100 km holds as much ellipsoid on the edge of China as in the middle', () => {
    const area = new EqualArea(105, 36);
    for (const [x, y] of [[0, 0], [2_500_000, 800_000], [-2_000_000, -1_000_000]] as const) {
      const polygon = WGS84.Polygon(false);
      const side = 100_000;
      // Sides are curves on the ellipsoid: many vertices.
      for (const [fx, fy, tx, ty] of [[0, 0, 1, 0], [1, 0, 1, 1], [1, 1, 0, 1], [0, 1, 0, 0]] as const)
        for (let i = 0; i < 20; i++) {
          const [lon, lat] = area.inverse(x + side * (fx + ((tx - fx) * i) / 20), y + side * (fy + ((ty - fy) * i) / 20));
          polygon.AddPoint(lat, lon);
        }
      expect((polygon.Compute(false, true).area as number) / side ** 2).toBeCloseTo(1, 5);
    }
  });
});
