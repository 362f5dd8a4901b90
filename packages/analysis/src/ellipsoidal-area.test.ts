import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ellipsoidalArea, ringArea, shapeAreas } from './ellipsoidal-area.js';
import { flatShapes } from './flat-shapes.js';
import { geodesicArea } from './geodesic-area.js';
import type { MultiPolygon, Polygon } from './geometry.js';

function box(west: number, south: number, east: number, north: number): Polygon {
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] };
}

/** The same area on another road: radii of curvature integrated by Simpson's rule. */
function integrated(west: number, south: number, east: number, north: number): number {
  const a = 6378137;
  const f = 1 / 298.257222101;
  const e2 = f * (2 - f);
  const rad = Math.PI / 180;
  const strip = (lat: number) => {
    const w = 1 - e2 * Math.sin(lat * rad) ** 2;
    return ((a * (1 - e2)) / w ** 1.5) * (a / Math.sqrt(w)) * Math.cos(lat * rad);
  };
  const steps = 2000;
  let sum = strip(south) + strip(north);
  for (let i = 1; i < steps; i++) sum += strip(south + ((north - south) * i) / steps) * (i % 2 ? 4 : 2);
  return (sum * ((north - south) / steps) * rad * (east - west) * rad) / 3;
}

const cell = box(120.38, 36.06, 120.39, 36.07);
/** Star-shaped rings around 青岛: corners at growing angles, so that they never cross. */
const ring = fc
  .array(fc.tuple(fc.double({ min: 0.05, max: 1, noNaN: true }), fc.double({ min: 0.1, max: 1, noNaN: true })), { minLength: 4, maxLength: 20 })
  .map((corners) => {
    const whole = corners.reduce((sum, [turn]) => sum + turn, 0);
    let angle = 0;
    const positions = corners.map(([turn, radius]) => {
      angle += (turn / whole) * 2 * Math.PI;
      return [120.4 + 0.3 * radius * Math.cos(angle), 36.1 + 0.3 * radius * Math.sin(angle)];
    });
    return [...positions, positions[0] ?? []];
  });

describe('ellipsoidalArea', () => {
  it('is 999 636.499 ㎡ for the reference cell', () => {
    expect(Math.abs(ellipsoidalArea(cell) - 999_636.499)).toBeLessThan(0.001);
    expect(ellipsoidalArea(cell) / (10_000 / 15)).toBeCloseTo(1499.4547, 4);
  });

  it('is the surface of the ellipsoid for the whole world', () => {
    // Sphere of the same surface as GRS 80: R₂ = 6 371 007.1810 m (Moritz, Geodetic Reference System 1980, to 0.1 mm).
    const surface = 4 * Math.PI * 6_371_007.181 ** 2;
    expect(Math.abs(ellipsoidalArea(box(-180, -90, 180, 90)) / surface - 1)).toBeLessThan(5e-11);
    expect(Math.abs(ellipsoidalArea(box(0, 0, 360, 90)) / (surface / 2) - 1)).toBeLessThan(5e-11);
  });

  it('agrees with integration over the radii of curvature at every latitude', () => {
    for (let lat = -90; lat < 90; lat += 5) {
      const area = ellipsoidalArea(box(100, lat, 101, lat + 5));
      expect(Math.abs(area / integrated(100, lat, 101, lat + 5) - 1)).toBeLessThan(1e-9);
    }
  });

  it('is not the area of a sphere nor that of web mercator', () => {
    expect(ellipsoidalArea(cell) - 999_471.468).toBeGreaterThan(160);
    expect(1_533_003.6 / ellipsoidalArea(cell)).toBeGreaterThan(1.53);
  });

  it('takes holes off', () => {
    const hole = box(120.384, 36.064, 120.386, 36.066);
    const holed: Polygon = { type: 'Polygon', coordinates: [...cell.coordinates, ...hole.coordinates] };
    expect(ellipsoidalArea(holed)).toBeCloseTo(ellipsoidalArea(cell) - ellipsoidalArea(hole), 6);
  });

  it('adds the parts of a multi-polygon, also inside a feature', () => {
    const other = box(121, 36, 121.01, 36.01);
    const both: MultiPolygon = { type: 'MultiPolygon', coordinates: [cell.coordinates, other.coordinates] };
    const sum = ellipsoidalArea(cell) + ellipsoidalArea(other);
    expect(ellipsoidalArea(both)).toBeCloseTo(sum, 6);
    expect(ellipsoidalArea({ type: 'Feature', geometry: both, properties: {} })).toBeCloseTo(sum, 6);
  });

  it('goes the short way across the antimeridian', () => {
    const here = ellipsoidalArea(box(10, 50, 12, 51));
    expect(ellipsoidalArea(box(179, 50, -179, 51))).toBeCloseTo(here, 3);
    expect(ellipsoidalArea(box(179, 50, 181, 51))).toBeCloseTo(here, 3);
  });

  it('is the cap around the nearer pole for a ring that goes once round the earth', () => {
    const cap = (lat: number, step: number): Polygon => ({
      type: 'Polygon',
      coordinates: [Array.from({ length: 361 / Math.abs(step) + 1 }, (_, i) => [((((i * step + 180) % 360) + 360) % 360) - 180, lat])],
    });
    const wanted = integrated(0, 60, 360, 90);
    for (const step of [10, -10]) {
      expect(Math.abs(ellipsoidalArea(cap(60, step)) / wanted - 1)).toBeLessThan(1e-9);
      expect(Math.abs(ellipsoidalArea(cap(-60, step)) / wanted - 1)).toBeLessThan(1e-9);
    }
  });

  it('stays within some millionths of shortest lines for edges of a kilometre, and leaves them for edges of hundreds', () => {
    const slanting: Polygon = { type: 'Polygon', coordinates: [[[120.38, 36.06], [120.391, 36.062], [120.388, 36.072], [120.377, 36.069], [120.38, 36.06]]] };
    expect(Math.abs(ellipsoidalArea(slanting) / geodesicArea(slanting) - 1)).toBeLessThan(5e-6);
    const wide = box(100, 40, 110, 45);
    expect(Math.abs(ellipsoidalArea(wide) / geodesicArea(wide) - 1)).toBeGreaterThan(1e-4);
  });

  it('differs from shortest lines by what theory says for one edge along a parallel', () => {
    const rad = Math.PI / 180;
    // A tall box: its meridians are shortest lines, its southern edge takes area away and its northern one gives some back.
    const tall = box(120, 36, 120.011, 46);
    const bulge = (lat: number) => ((0.011 * rad * 6378137 * Math.cos(lat * rad)) ** 3 * Math.tan(lat * rad)) / (12 * 6378137);
    const difference = ellipsoidalArea(tall) - geodesicArea(tall);
    expect(difference / (bulge(36) - bulge(46))).toBeCloseTo(1, 1);
  });

  it('is never negative, whichever way a ring runs and wherever it begins', () => {
    fc.assert(
      fc.property(ring, fc.nat(), (positions, turn) => {
        const area = ellipsoidalArea({ type: 'Polygon', coordinates: [positions] });
        expect(area).toBeGreaterThan(0);
        const open = positions.slice(0, -1);
        const at = turn % open.length;
        const turned = [...open.slice(at), ...open.slice(0, at)].reverse();
        expect(Math.abs(ellipsoidalArea({ type: 'Polygon', coordinates: [turned] }) - area)).toBeLessThan(1e-4 + area * 1e-12);
      }),
    );
  });

  it('is the same at every longitude', () => {
    fc.assert(
      fc.property(ring, fc.integer({ min: -300, max: 60 }), (positions, shift) => {
        const moved = positions.map(([lon = 0, lat = 0]) => [lon + shift, lat]);
        const area = ellipsoidalArea({ type: 'Polygon', coordinates: [positions] });
        expect(Math.abs(ellipsoidalArea({ type: 'Polygon', coordinates: [moved] }) - area)).toBeLessThan(0.01);
      }),
    );
  });

  it('adds up when a polygon is cut along a line between two of its corners', () => {
    // A convex outline, so that every cut stays inside.
    const round = Array.from({ length: 24 }, (_, i) => [120.4 + 0.3 * Math.cos((i * Math.PI) / 12), 36.1 + 0.2 * Math.sin((i * Math.PI) / 12)]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 21 }), fc.integer({ min: 2, max: 23 }), (from, span) => {
        const to = Math.min(23, from + span);
        const area = (positions: number[][]) => ellipsoidalArea({ type: 'Polygon', coordinates: [positions] });
        const cut = area(round.slice(from, to + 1)) + area([...round.slice(to), ...round.slice(0, from + 1)]);
        expect(Math.abs(cut - area(round))).toBeLessThan(0.001);
      }),
    );
  });

  it.each([[[]], [[120, 36]], [[120, 36, 121, 36]]])('is nothing for a ring of %j', (numbers) => {
    expect(ringArea(numbers)).toBe(0);
  });

  it('is NaN where a coordinate is', () => {
    expect(ellipsoidalArea({ type: 'Polygon', coordinates: [[[120, 36], [NaN, 36], [121, 37], [120, 36]]] })).toBeNaN();
  });
});

describe('shapeAreas', () => {
  it('has the area of every row, parts and holes counted', () => {
    const hole = box(120.384, 36.064, 120.386, 36.066);
    const rows: (Polygon | MultiPolygon)[] = [
      cell,
      { type: 'Polygon', coordinates: [...cell.coordinates, ...hole.coordinates] },
      { type: 'MultiPolygon', coordinates: [cell.coordinates, box(121, 36, 121.01, 36.01).coordinates] },
      { type: 'MultiPolygon', coordinates: [] },
    ];
    const areas = shapeAreas(flatShapes(rows));
    expect(areas).toHaveLength(4);
    for (const [i, row] of rows.entries()) expect(areas[i]).toBeCloseTo(ellipsoidalArea(row), 6);
  });
});
