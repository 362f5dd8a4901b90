import { AZIMUTH, DISTANCE, ELLIPSOID } from './ellipsoid.js';
import type { Position } from './geometry.js';

/** Shortest distance between two places on the CGCS2000 ellipsoid, in metres. NaN when a coordinate is missing. */
export function geodesicDistance([lon1 = NaN, lat1 = NaN]: Position, [lon2 = NaN, lat2 = NaN]: Position): number {
  return ELLIPSOID.Inverse(lat1, lon1, lat2, lon2, DISTANCE).s12 ?? NaN;
}

/** Direction in which the shortest line leaves the first place, in degrees clockwise from north, 0 ≤ azimuth < 360. */
export function geodesicAzimuth([lon1 = NaN, lat1 = NaN]: Position, [lon2 = NaN, lat2 = NaN]: Position): number {
  const azimuth = ELLIPSOID.Inverse(lat1, lon1, lat2, lon2, AZIMUTH).azi1 ?? NaN;
  return ((azimuth % 360) + 360) % 360;
}
