import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ellipsoidalArea } from './ellipsoidal-area.js';
import { geodesicArea } from './geodesic-area.js';
import { geodesicCircle } from './geodesic-circle.js';
import { geodesicDestination } from './geodesic-destination.js';
import { geodesicAzimuth, geodesicDistance } from './geodesic-distance.js';
import { geodesicLength } from './geodesic-length.js';

const dms = (d: number, m: number, s: number) => Math.sign(d) * (Math.abs(d) + m / 60 + s / 3600);
const lon = fc.double({ min: 73, max: 135, noNaN: true });
const lat = fc.double({ min: 3, max: 54, noNaN: true });

describe('geodesicDistance', () => {
  // GDA Technical Manual (Geoscience Australia), worked example on GRS 80.
  const flinders = [dms(144, 25, 29.5244), dms(-37, 57, 3.7203)] as const;
  const buninyong = [dms(143, 55, 35.3839), dms(-37, 39, 10.1561)] as const;

  it('agrees with the worked example of Flinders Peak and Buninyong', () => {
    expect(geodesicDistance(flinders, buninyong)).toBeCloseTo(54_972.271, 3);
    expect(geodesicAzimuth(flinders, buninyong)).toBeCloseTo(dms(306, 52, 5.37), 5);
    expect(geodesicAzimuth(buninyong, flinders)).toBeCloseTo(dms(127, 10, 25.07), 5);
  });

  it('agrees with the example in the documentation of GeographicLib, New York to London', () => {
    expect(geodesicDistance([-73.8, 40.6], [-0.5, 51.6])).toBeCloseTo(5_551_759.4, 2);
  });

  it('is exact along the equator and a meridian', () => {
    expect(geodesicDistance([120, 0], [121, 0])).toBeCloseTo((Math.PI / 180) * 6378137, 6);
    // Quarter of the GRS 80 meridian (Moritz).
    expect(geodesicDistance([120, 0], [120, 90])).toBeCloseTo(10_001_965.7293, 3);
  });

  it('finds the way between antipodes', () => {
    expect(geodesicDistance([0, 0], [180, 0])).toBeCloseTo(2 * 10_001_965.7293, 3);
    expect(geodesicDistance([0, 0], [179.5, 0.5])).toBeGreaterThan(19_900_000);
  });

  it('is the same there and back, and nothing to itself', () => {
    fc.assert(
      fc.property(lon, lat, lon, lat, (x1, y1, x2, y2) => {
        expect(geodesicDistance([x1, y1], [x2, y2])).toBeCloseTo(geodesicDistance([x2, y2], [x1, y1]), 6);
        expect(geodesicDistance([x1, y1], [x1, y1])).toBe(0);
      }),
    );
  });

  it('is NaN without a coordinate', () => {
    expect(geodesicDistance([NaN, 36], [120, 36])).toBeNaN();
    expect(geodesicDistance([], [120, 36])).toBeNaN();
  });
});

describe('geodesicDestination', () => {
  it('comes back from where it went', () => {
    fc.assert(
      fc.property(lon, lat, fc.double({ min: 0, max: 359.9, noNaN: true }), fc.double({ min: 1, max: 2e6, noNaN: true }), (x, y, azimuth, meters) => {
        const there = geodesicDestination([x, y], azimuth, meters);
        expect(Math.abs(geodesicDistance([x, y], there) - meters)).toBeLessThan(1e-6);
        const turn = Math.abs(geodesicAzimuth([x, y], there) - azimuth) % 360;
        expect(Math.min(turn, 360 - turn) * meters).toBeLessThan(1e-3);
      }),
    );
  });

  it('goes the other way for a negative distance', () => {
    const [x, y] = geodesicDestination([120, 36], 90, -1000);
    expect(geodesicAzimuth([120, 36], [x, y])).toBeCloseTo(270, 2);
  });
});

describe('geodesicCircle', () => {
  it.each([
    [[120.38, 36.06], 1200],
    [[122, 36], 300_000],
    [[179.99, 50], 50_000],
    [[120, 89.9], 1000],
  ] as const)('lies on the circle around %j with %i m', (center, meters) => {
    const [ring = []] = geodesicCircle(center, meters).coordinates;
    expect(ring).toHaveLength(65);
    expect(ring[0]).toEqual(ring[64]);
    for (const [i, place] of ring.entries()) {
      expect(Math.abs(geodesicDistance(center, place) - meters)).toBeLessThan(1e-6);
      if (i > 0) expect(Math.abs((place[0] ?? 0) - (ring[i - 1]?.[0] ?? 0))).toBeLessThan(180);
    }
  });

  it('has the area of a circle, but for its corners', () => {
    expect(geodesicArea(geodesicCircle([120.38, 36.06], 1200)) / (Math.PI * 1200 ** 2)).toBeCloseTo(1 - 0.0016, 3);
    expect(geodesicArea(geodesicCircle([120.38, 36.06], 1200, 1000)) / (Math.PI * 1200 ** 2)).toBeCloseTo(1, 4);
  });
});

describe('geodesicLength', () => {
  it('adds the lines between vertices, parts apart', () => {
    const [a, b, c] = [[120, 36], [120.1, 36], [120.1, 36.1]] as const;
    const bent = geodesicDistance(a, b) + geodesicDistance(b, c);
    expect(geodesicLength({ type: 'LineString', coordinates: [a, b, c] })).toBeCloseTo(bent, 9);
    expect(geodesicLength({ type: 'Feature', geometry: { type: 'MultiLineString', coordinates: [[a, b], [b, c]] } })).toBeCloseTo(bent, 9);
    expect(geodesicLength({ type: 'MultiLineString', coordinates: [[a, b], [c]] })).toBeCloseTo(geodesicDistance(a, b), 9);
    expect(geodesicLength({ type: 'LineString', coordinates: [a] })).toBe(0);
  });
});

describe('geodesicArea', () => {
  it('agrees with the example in the documentation of GeographicLib, the outline of Antarctica', () => {
    const outline = [
      [-58, -63.1], [-74, -72.9], [-102, -71.9], [-102, -74.9], [-131, -74.3], [-163, -77.5], [163, -77.4], [172, -71.7], [140, -65.9],
      [113, -65.7], [88, -66.6], [59, -66.9], [25, -69.8], [-4, -70.0], [-14, -71.0], [-33, -77.3], [-46, -77.9], [-61, -74.7],
    ];
    const area = geodesicArea({ type: 'Polygon', coordinates: [outline] });
    expect(Math.abs(area / 13_662_703_680_020.1 - 1)).toBeLessThan(1e-9);
  });

  it('takes holes off and does not mind the way a ring runs', () => {
    const shell = [[120, 36], [120.1, 36], [120.1, 36.1], [120, 36.1], [120, 36]];
    const hole = [[120.02, 36.02], [120.04, 36.02], [120.04, 36.04], [120.02, 36.04], [120.02, 36.02]];
    const parts = geodesicArea({ type: 'Polygon', coordinates: [shell] }) - geodesicArea({ type: 'Polygon', coordinates: [hole] });
    expect(geodesicArea({ type: 'Polygon', coordinates: [[...shell].reverse(), hole] })).toBeCloseTo(parts, 6);
    expect(geodesicArea({ type: 'MultiPolygon', coordinates: [[shell.slice(0, -1)], [hole]] })).toBeGreaterThan(parts);
  });

  it('agrees with the authalic formula on small figures', () => {
    fc.assert(
      fc.property(lon, lat, fc.double({ min: 10, max: 1000, noNaN: true }), (x, y, meters) => {
        const circle = geodesicCircle([x, y], meters, 16);
        expect(Math.abs(geodesicArea(circle) / ellipsoidalArea(circle) - 1)).toBeLessThan(1e-6);
      }),
    );
  });
});
