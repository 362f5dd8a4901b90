import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatShapes } from './flat-shapes.js';
import type { MultiPolygon, Polygon } from './geometry.js';
import { pointsInPolygons, regionFinder } from './points-in-polygons.js';

function box(west: number, south: number, east: number, north: number): Polygon {
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] };
}

const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe('pointsInPolygons', () => {
  it('joins points to regions and counts them', () => {
    const shapes = flatShapes([box(120, 36, 121, 37), box(121, 36, 122, 37)]);
    const points = Float64Array.from([120.5, 36.5, 121.5, 36.5, 121.6, 36.6, 119, 36, NaN, NaN]);
    const { regionOf, counts, outside } = pointsInPolygons(points, shapes);
    expect([...regionOf]).toEqual([0, 1, 1, -1, -1]);
    expect([...counts]).toEqual([1, 2]);
    expect(outside).toBe(2);
  });

  it('leaves holes out and takes islands in', () => {
    const holed: Polygon = { type: 'Polygon', coordinates: [...box(0, 0, 10, 10).coordinates, ...box(4, 4, 6, 6).coordinates] };
    const island: MultiPolygon = { type: 'MultiPolygon', coordinates: [holed.coordinates, box(4.5, 4.5, 5.5, 5.5).coordinates, box(20, 0, 21, 1).coordinates] };
    const find = regionFinder(flatShapes([holed, island]));
    expect(find(1, 1)).toBe(0);
    expect(find(4.2, 4.2)).toBe(-1);
    expect(find(5, 5)).toBe(1);
    expect(find(20.5, 0.5)).toBe(1);
  });

  it('gives a point to the first of two regions that overlap', () => {
    const find = regionFinder(flatShapes([box(0, 0, 2, 2), box(1, 1, 3, 3)]));
    expect([find(1.5, 1.5), find(2.5, 2.5), find(0.5, 0.5)]).toEqual([0, 1, 0]);
  });

  it('puts every point of a tiled square, corners and seams included, into exactly one tile', () => {
    const tiles: Polygon[] = [];
    for (let i = 0; i < 5; i++) {
      for (let j = 0; j < 5; j++) {
        const [w, s] = [120 + i * 0.1, 36 + j * 0.1];
        const [e, n] = [120 + (i + 1) * 0.1, 36 + (j + 1) * 0.1];
        // Two triangles a tile, so that seams slant, and half of them run the other way.
        tiles.push({ type: 'Polygon', coordinates: [[[w, s], [e, s], [e, n], [w, s]]] });
        tiles.push({ type: 'Polygon', coordinates: [[[w, s], [w, n], [e, n], [w, s]]] });
      }
    }
    const alone = tiles.map((tile) => regionFinder(flatShapes([tile])));
    const inside = fc.oneof(unit, fc.constantFrom(0, 0.2, 0.4, 0.6, 0.8)).map((u) => Math.min(u, 0.999));
    fc.assert(
      fc.property(inside, inside, (u, v) => {
        const [x, y] = [120 + u * 0.5, 36 + v * 0.5];
        expect(alone.filter((find) => find(x, y) === 0)).toHaveLength(1);
      }),
      { numRuns: 1000 },
    );
  });

  it('agrees with turf on ragged outlines', () => {
    const ragged = fc.array(fc.tuple(unit, unit), { minLength: 5, maxLength: 60 }).map((parts): Polygon => {
      const ring = parts.map(([r, d], i) => {
        const angle = ((i + d * 0.5) / parts.length) * 2 * Math.PI;
        return [120.5 + (0.1 + r * 0.4) * Math.cos(angle), 36.5 + (0.1 + r * 0.4) * Math.sin(angle)];
      });
      return { type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] };
    });
    fc.assert(
      fc.property(ragged, fc.array(fc.tuple(unit, unit), { minLength: 50, maxLength: 50 }), (shape, places) => {
        const points = Float64Array.from(places.flatMap(([u, v]) => [120 + u, 36 + v]));
        const { regionOf } = pointsInPolygons(points, flatShapes([shape]));
        for (const [i, region] of regionOf.entries()) {
          const place = [points[2 * i] ?? 0, points[2 * i + 1] ?? 0];
          expect(region === 0).toBe(booleanPointInPolygon(place, shape as Parameters<typeof booleanPointInPolygon>[1]));
        }
      }),
    );
  });

  it('has no region for nothing', () => {
    expect(pointsInPolygons(new Float64Array(0), flatShapes([]))).toEqual({ regionOf: new Int32Array(0), counts: new Uint32Array(0), outside: 0 });
    expect(regionFinder(flatShapes([{ type: 'MultiPolygon', coordinates: [] }]))(120, 36)).toBe(-1);
  });
});
