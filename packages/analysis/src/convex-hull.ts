import { convex } from '@turf/convex';
import { multiPoint } from '@turf/helpers';
import type { Polygon, Position } from './geometry.js';

/**
 * The smallest convex outline around points, counterclockwise and closed; undefined when fewer than three points span it. Straight in
 * longitude and latitude, which is what a map of a city shows.
 * @param points lon, lat, … in degrees; NaN is left out.
 */
export function convexHull(points: Float64Array): Polygon | undefined {
  const positions: [number, number][] = [];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [lon = NaN, lat = NaN] = [points[i], points[i + 1]];
    if (Number.isFinite(lon) && Number.isFinite(lat)) positions.push([lon, lat]);
  }
  if (positions.length < 3) return undefined;
  const ring = convex(multiPoint(positions))?.geometry.coordinates[0] ?? [];
  if (ring.length < 4) return undefined;
  return { type: 'Polygon', coordinates: [turnsLeft(ring) ? ring : [...ring].reverse()] };
}

/** turf answers in either direction; RFC 7946 wants shells counterclockwise. Relative to the first corner, so that nothing cancels. */
function turnsLeft(ring: readonly Position[]): boolean {
  const [x0 = NaN, y0 = NaN] = ring[0] ?? [];
  let twice = 0;
  for (let i = 1; i + 1 < ring.length; i++) {
    const [x1 = NaN, y1 = NaN] = ring[i] ?? [];
    const [x2 = NaN, y2 = NaN] = ring[i + 1] ?? [];
    twice += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  }
  return twice >= 0;
}
