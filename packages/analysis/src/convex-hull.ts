import { convex } from '@turf/convex';
import { multiPoint } from '@turf/helpers';
import type { Polygon } from './geometry.js';

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
  return (convex(multiPoint(positions))?.geometry as Polygon | undefined) ?? undefined;
}
