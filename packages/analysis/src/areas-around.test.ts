import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buffer } from './buffer.js';
import { convexHull } from './convex-hull.js';
import { ellipsoidalArea } from './ellipsoidal-area.js';
import { geodesicCircle } from './geodesic-circle.js';
import { geodesicDistance } from './geodesic-distance.js';
import { polygonsOf, type Polygon } from './geometry.js';
import { serviceArea } from './service-area.js';

const square: Polygon = { type: 'Polygon', coordinates: [[[120.38, 36.06], [120.39, 36.06], [120.39, 36.07], [120.38, 36.07], [120.38, 36.06]]] };

describe('serviceArea', () => {
  it('is a circle around one facility', () => {
    const area = serviceArea(Float64Array.from([120.38, 36.06]), 1200);
    expect(area && ellipsoidalArea(area)).toBeCloseTo(ellipsoidalArea(geodesicCircle([120.38, 36.06], 1200)), 3);
  });

  it('counts what two circles share once', () => {
    const apart = serviceArea(Float64Array.from([120.38, 36.06, 120.5, 36.06]), 1200);
    const near = serviceArea(Float64Array.from([120.38, 36.06, 120.385, 36.06]), 1200);
    const one = ellipsoidalArea(geodesicCircle([120.38, 36.06], 1200));
    expect(apart?.type).toBe('MultiPolygon');
    expect(apart && ellipsoidalArea(apart) / one).toBeCloseTo(2, 6);
    expect(near?.type).toBe('Polygon');
    expect(near && ellipsoidalArea(near)).toBeLessThan(1.6 * one);
    expect(near && ellipsoidalArea(near)).toBeGreaterThan(one);
  });

  it('is nothing without a facility', () => {
    expect(serviceArea(Float64Array.from([NaN, NaN]), 1200)).toBeUndefined();
  });
});

describe('buffer', () => {
  it('reaches as far as asked, within half a percent', () => {
    const grown = buffer({ type: 'Point', coordinates: [120.38, 36.06] }, 1000);
    const [ring = []] = grown ? (polygonsOf(grown)[0] ?? []) : [];
    expect(ring.length).toBeGreaterThan(32);
    for (const place of ring) expect(Math.abs(geodesicDistance([120.38, 36.06], place) - 1000)).toBeLessThan(5);
  });

  it('grows an area, shrinks it, and leaves nothing of it in the end', () => {
    const area = ellipsoidalArea(square);
    const [grown, shrunk] = [buffer(square, 100), buffer(square, -100)];
    expect(grown && ellipsoidalArea(grown)).toBeGreaterThan(area * 1.35);
    expect(shrunk && ellipsoidalArea(shrunk)).toBeLessThan(area * 0.68);
    expect(buffer(square, -2000)).toBeUndefined();
  });

  it('takes a line inside a feature', () => {
    const grown = buffer({ type: 'Feature', geometry: { type: 'LineString', coordinates: [[120.38, 36.06], [120.39, 36.06]] } }, 50);
    const length = geodesicDistance([120.38, 36.06], [120.39, 36.06]);
    expect(grown && ellipsoidalArea(grown) / (length * 100 + Math.PI * 2500)).toBeCloseTo(1, 1);
  });
});

describe('convexHull', () => {
  it('holds every point', () => {
    fc.assert(
      fc.property(
        // Coordinates to a centimetre, as surveys have them.
        fc.array(fc.tuple(fc.integer({ min: 0, max: 1e7 }), fc.integer({ min: 0, max: 1e7 })).map(([u, v]) => [120 + u / 1e7, 36 + v / 1e7] as const), {
          minLength: 3,
          maxLength: 40,
        }),
        (points) => {
          const hull = convexHull(Float64Array.from(points.flat()));
          if (!hull) return;
          const [ring = []] = hull.coordinates;
          expect(ring[0]).toEqual(ring[ring.length - 1]);
          for (const [i, [x1 = NaN, y1 = NaN]] of ring.slice(0, -1).entries()) {
            const [x2 = NaN, y2 = NaN] = ring[i + 1] ?? [];
            // To the left of every edge of an outline that runs counterclockwise, or on it.
            for (const [x, y] of points) expect((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)).toBeGreaterThanOrEqual(-1e-15);
          }
        },
      ),
    );
  });

  it('is nothing for two points, for a line, and for no places', () => {
    expect(convexHull(Float64Array.from([120, 36, 121, 36]))).toBeUndefined();
    expect(convexHull(Float64Array.from([NaN, NaN, NaN, NaN, NaN, NaN]))).toBeUndefined();
  });
});
