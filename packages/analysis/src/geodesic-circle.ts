import { geodesicDestination } from './geodesic-destination.js';
import type { Polygon, Position } from './geometry.js';

/**
 * A circle on the CGCS2000 ellipsoid as a polygon that runs counterclockwise. Its vertices lie exactly on the circle, so it is a
 * little smaller: by 0.16 % of its area at 64 steps. Longitudes run on beyond ±180° across the antimeridian, so the ring has no jump.
 * @param meters Radius, above 0.
 * @param steps Number of vertices, at least 8.
 */
export function geodesicCircle(center: Position, meters: number, steps = 64): Polygon {
  const count = Math.max(8, Math.trunc(steps));
  const ring: [number, number][] = [];
  for (let i = 0; i < count; i++) {
    const [lon, lat] = geodesicDestination(center, -(360 * i) / count, meters);
    const [before = lon] = ring[ring.length - 1] ?? [];
    ring.push([lon + 360 * Math.round((before - lon) / 360), lat]);
  }
  const [first = [NaN, NaN]] = ring;
  ring.push([first[0] ?? NaN, first[1] ?? NaN]);
  return { type: 'Polygon', coordinates: [ring] };
}
