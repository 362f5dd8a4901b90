import { ELLIPSOID, LATITUDE, LONGITUDE } from './ellipsoid.js';
import type { Position } from './geometry.js';

/**
 * The place at a distance and direction from another, along the shortest line on the CGCS2000 ellipsoid: [lon, lat].
 * @param azimuth Degrees clockwise from north.
 * @param meters May be negative: the other way.
 */
export function geodesicDestination([lon = NaN, lat = NaN]: Position, azimuth: number, meters: number): [lon: number, lat: number] {
  const { lon2 = NaN, lat2 = NaN } = ELLIPSOID.Direct(lat, lon, azimuth, meters, LATITUDE | LONGITUDE);
  return [lon2, lat2];
}
