import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buffer } from './buffer.js';
import { convexHull } from './convex-hull.js';
import { ellipsoidalArea } from './ellipsoidal-area.js';
import { flatShapes } from './flat-shapes.js';
import { geodesicCircle } from './geodesic-circle.js';
import { geodesicDistance } from './geodesic-distance.js';
import { polygonsOf, type Polygon } from './geometry.js';
import { regionFinder } from './points-in-polygons.js';
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
        fc.array(fc.tuple(fc.double({ min: 120, max: 121, noNaN: true }), fc.double({ min: 36, max: 37, noNaN: true })), { minLength: 3, maxLength: 40 }),
        (points) => {
          const hull = convexHull(Float64Array.from(points.flat()));
          if (!hull) return;
          // A shade larger, because corners of the hull are points of it.
          const [cx, cy] = [points.reduce((s, [x]) => s + x, 0) / points.length, points.reduce((s, [, y]) => s + y, 0) / points.length];
          const wider: Polygon = {
            type: 'Polygon',
            coordinates: hull.coordinates.map((ring) => ring.map(([x = 0, y = 0]) => [cx + (x - cx) * 1.000001 + Math.sign(x - cx) * 1e-9, cy + (y - cy) * 1.000001 + Math.sign(y - cy) * 1e-9])),
          };
          const find = regionFinder(flatShapes([wider]));
          for (const [x, y] of points) expect(find(x, y)).toBe(0);
        },
      ),
    );
  });

  it('is nothing for two points, for a line, and for no places', () => {
    expect(convexHull(Float64Array.from([120, 36, 121, 36]))).toBeUndefined();
    expect(convexHull(Float64Array.from([NaN, NaN, NaN, NaN, NaN, NaN]))).toBeUndefined();
  });
});
