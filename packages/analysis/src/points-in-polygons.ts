import { RegionGrid } from '@yizhangtu/data/join';
import type { FlatShapes } from './ellipsoidal-area.js';

/** Which region each point lies in. */
export interface RegionJoin {
  /** Per point its region, −1 for none. */
  readonly regionOf: Int32Array;
  /** Points in each region. */
  readonly counts: Uint32Array;
  /** Points in no region, those without coordinates included. */
  readonly outside: number;
}

/**
 * Finds the region of a place; made once for many places.
 * @param places About how many. Default 10 000.
 */
export function regionFinder(shapes: FlatShapes, places = 10_000): (lon: number, lat: number) => number {
  const types = new Uint8Array(Math.max(0, shapes.partStart.length - 1)).fill(3);
  const grid = new RegionGrid({ kind: 'shape', types, ...shapes }, places);
  return (lon, lat) => grid.at(lon, lat);
}

/**
 * Joins points to the regions they lie in and counts them per region. Holes count as outside; where regions overlap, the first one
 * gets the point.
 * @param points lon, lat, lon, lat … in degrees; NaN is a point without a place.
 * @param shapes Regions as flat rings, closed; from GeoJSON with `flatShapes`.
 */
export function pointsInPolygons(points: Float64Array, shapes: FlatShapes): RegionJoin {
  const joined = new Int32Array(Math.floor(points.length / 2));
  const find = regionFinder(shapes, joined.length);
  const counts = new Uint32Array(Math.max(0, shapes.partStart.length - 1));
  let outside = 0;
  for (let i = 0; i < joined.length; i++) {
    const region = find(points[2 * i] ?? NaN, points[2 * i + 1] ?? NaN);
    joined[i] = region;
    if (region < 0) outside++;
    else counts[region] = (counts[region] ?? 0) + 1;
  }
  return { regionOf: joined, counts, outside };
}
