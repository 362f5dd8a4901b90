import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { proj4Definition, zoneAt, ZONES } from './cgcs2000-zones.js';
import { fromGaussKruger, toGaussKruger } from './gauss-kruger.js';

/**
 * The projection a second time, on another road: the power series in longitude of Chinese surveying textbooks (高斯投影正算公式, to
 * the seventh power) with the meridian arc by numerical integration. Good to a millimetre inside a 3° zone.
 */
function textbook(lon: number, lat: number, centralMeridian: number, falseEasting: number): [number, number] {
  const a = 6378137;
  const f = 1 / 298.257222101;
  const e2 = f * (2 - f);
  const rad = Math.PI / 180;
  const b = lat * rad;
  const steps = 2000;
  const speed = (phi: number) => (a * (1 - e2)) / (1 - e2 * Math.sin(phi) ** 2) ** 1.5;
  let arc = speed(0) + speed(b);
  for (let i = 1; i < steps; i++) arc += speed((b * i) / steps) * (i % 2 ? 4 : 2);
  arc *= b / steps / 3;
  const t = Math.tan(b);
  const eta2 = (e2 / (1 - e2)) * Math.cos(b) ** 2;
  const n = a / Math.sqrt(1 - e2 * Math.sin(b) ** 2);
  const m = (lon - centralMeridian) * rad * Math.cos(b);
  const x =
    arc +
    n * t * (m ** 2 / 2 + ((5 - t ** 2 + 9 * eta2 + 4 * eta2 ** 2) * m ** 4) / 24 + ((61 - 58 * t ** 2 + t ** 4 + 270 * eta2 - 330 * eta2 * t ** 2) * m ** 6) / 720);
  const y =
    n *
    (m + ((1 - t ** 2 + eta2) * m ** 3) / 6 + ((5 - 18 * t ** 2 + t ** 4 + 14 * eta2 - 58 * eta2 * t ** 2) * m ** 5) / 120 +
      ((61 - 479 * t ** 2 + 179 * t ** 4 - t ** 6) * m ** 7) / 5040);
  return [falseEasting + y, x];
}

/** 2 zones × 11 × 11 places, and edges. */
const grid: [lon: number, lat: number][] = [];
for (let i = 0; i <= 10; i++) for (let j = 0; j <= 20; j++) grid.push([118.5 + i * 0.3, 18 + j * 1.8]);

describe('Gauss–Krüger', () => {
  it('puts 五四广场 where the reference has it', () => {
    const [east, north] = toGaussKruger(120.3826, 36.0618, 120, 500_000);
    expect(east).toBeCloseTo(534_469.77, 2);
    expect(north).toBeCloseTo(3_992_467.72, 2);
    expect(toGaussKruger(120.3826, 36.0618, 120, 40_500_000)[0]).toBeCloseTo(40_534_469.77, 2);
  });

  it('agrees with the textbook series to a millimetre in every part of a zone', () => {
    for (const [lon, lat] of grid) {
      const [east, north] = toGaussKruger(lon, lat, 120, 500_000);
      const [x, y] = textbook(lon, lat, 120, 500_000);
      expect(Math.hypot(east - x, north - y), `${lon} ${lat}`).toBeLessThan(0.001);
    }
  });

  it('agrees with proj4 to a tenth of a millimetre in all 64 zones', () => {
    for (const zone of ZONES) {
      const converter = proj4(proj4Definition(zone));
      for (const dLon of [-3.5, -1.5, 0, 0.7, 3]) {
        for (const lat of [3, 20, 36.0618, 54]) {
          const [east, north] = toGaussKruger(zone.centralMeridian + dLon, lat, zone.centralMeridian, zone.falseEasting);
          const [x = NaN, y = NaN] = converter.forward([zone.centralMeridian + dLon, lat]);
          expect(Math.hypot(east - x, north - y), `${zone.code} ${dLon} ${lat}`).toBeLessThan(0.0001);
        }
      }
    }
  });

  it('comes back to where it started, also far outside the zone', () => {
    for (const [lon, lat] of [...grid, [100, 10], [150, -40], [175, 60], [120, 0], [120, 89.9], [121, -89]] as [number, number][]) {
      const [x, y] = fromGaussKruger(...toGaussKruger(lon, lat, 120, 500_000), 120, 500_000);
      expect(Math.abs(x - lon), `${lon} ${lat}`).toBeLessThan(1e-9);
      expect(Math.abs(y - lat), `${lon} ${lat}`).toBeLessThan(1e-10);
    }
  });

  it('is true to length along the central meridian', () => {
    const [, north] = toGaussKruger(120, 90, 120, 500_000);
    // Quarter of a GRS 80 meridian: 10 001 965.7293 m (Moritz, Geodetic Reference System 1980).
    expect(north).toBeCloseTo(10_001_965.7293, 3);
  });

  it('takes a longitude from another turn of the world', () => {
    expect(toGaussKruger(480.3826, 36.0618, 120, 500_000)[0]).toBeCloseTo(534_469.77, 2);
  });

  it.each([
    [-60, 36],
    [0, 0],
    [NaN, 36],
    [120, 91],
    [120, NaN],
  ])('has no place for %s %s', (lon, lat) => {
    expect(toGaussKruger(lon, lat, 120, 500_000)).toEqual([NaN, NaN]);
  });

  it('has no place for metres off the plane', () => {
    expect(fromGaussKruger(3e7, 4e6, 120, 500_000)).toEqual([NaN, NaN]);
  });

  it('agrees with the zone a longitude lies in', () => {
    const zone = zoneAt(120.3826, 3, true);
    expect(toGaussKruger(120.3826, 36.0618, zone.centralMeridian, zone.falseEasting)[0]).toBeCloseTo(40_534_469.77, 2);
  });
});
