import { geodesicDistance } from './geodesic-distance.js';
import type { Position } from './geometry.js';

/** Metres of a degree of latitude, at least, anywhere on the ellipsoid. */
const LEAST_DEGREE = 110_500;
/** A degree of longitude at the equator, and a little less than cosine says elsewhere: the ellipsoid is wider than the sphere there. */
const WIDEST_DEGREE = 111_200;

const RAD = Math.PI / 180;
/** The ellipsoid of CGCS2000, metres and squared eccentricity; GB 22021-2008. */
const [RADIUS, E2] = [6_378_137, 0.006_694_380_022_9];
/** So far and so far from the equator a plane through both places is within a tenth of this part of the distance. */
const [PLANE_METERS, PLANE_LAT, PLANE_ERROR] = [50_000, 75, 0.01];

/**
 * Whether two places are within a distance along the ellipsoid. A plane tells it for nearly all, and costs a fraction of the geodesic, which is asked about the
 * rest.
 */
function isWithin(lon: number, lat: number, lon2: number, lat2: number, meters: number): boolean {
  const middle = (lat + lat2) / 2;
  if (meters <= PLANE_METERS && Math.abs(middle) <= PLANE_LAT) {
    const bend = 1 - E2 * Math.sin(middle * RAD) ** 2;
    const x = (lon2 - lon) * RAD * Math.cos(middle * RAD) * (RADIUS / Math.sqrt(bend));
    const y = (lat2 - lat) * RAD * ((RADIUS * (1 - E2)) / bend ** 1.5);
    const estimate = Math.sqrt(x * x + y * y);
    if (estimate < meters * (1 - PLANE_ERROR)) return true;
    if (estimate > meters * (1 + PLANE_ERROR)) return false;
  }
  return geodesicDistance([lon, lat], [lon2, lat2]) <= meters;
}

/**
 * Finds the points within a distance of a place, made once for many questions: points are sorted into cells as large as the distance, so that only those of
 * nine cells are measured. Not across the antimeridian and not within a degree of the poles.
 * @param points lon, lat, lon, lat … in degrees; points with NaN are never near.
 * @param meters The distance along the CGCS2000 ellipsoid, above 0, inclusive.
 */
export function withinFinder(points: Float64Array, meters: number): (place: Position) => number[] {
  const count = Math.floor(points.length / 2);
  let steepest = 0;
  for (let i = 0; i < count; i++) steepest = Math.max(steepest, Math.abs(points[2 * i + 1] ?? 0) || 0);
  const tall = meters / LEAST_DEGREE;
  const wide = meters / (WIDEST_DEGREE * Math.cos((Math.min(89, steepest + tall) * Math.PI) / 180) * 0.99);
  const keyOf = (x: number, y: number): string => `${x} ${y}`;
  const cells = new Map<string, number[]>();
  for (let i = 0; i < count; i++) {
    const [lon = NaN, lat = NaN] = [points[2 * i], points[2 * i + 1]];
    if (!Number.isFinite(lon) || !Number.isFinite(lat)) continue;
    const key = keyOf(Math.floor(lon / wide), Math.floor(lat / tall));
    const cell = cells.get(key);
    if (cell) cell.push(i);
    else cells.set(key, [i]);
  }
  return ([lon = NaN, lat = NaN]) => {
    const [x, y] = [Math.floor(lon / wide), Math.floor(lat / tall)];
    const found: number[] = [];
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        for (const i of cells.get(keyOf(x + dx, y + dy)) ?? []) {
          if (isWithin(lon, lat, points[2 * i] ?? NaN, points[2 * i + 1] ?? NaN, meters)) found.push(i);
        }
      }
    }
    return found.sort((a, b) => a - b);
  };
}
