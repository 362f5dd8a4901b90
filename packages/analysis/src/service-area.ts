import { featureCollection, polygon } from '@turf/helpers';
import { union } from '@turf/union';
import { geodesicCircle } from './geodesic-circle.js';
import type { Areal } from './geometry.js';

/**
 * The area within a straight distance of any facility (直线服务区), as one geometry without overlaps. Undefined when there is no
 * facility. Each circle lies on the CGCS2000 ellipsoid.
 * @param facilities lon, lat, … in degrees; NaN is left out.
 * @param meters Reach, above 0.
 * @param steps Vertices of a circle.
 */
export function serviceArea(facilities: Float64Array, meters: number, steps = 64): Areal | undefined {
  const circles = [];
  for (let i = 0; i + 1 < facilities.length; i += 2) {
    const [lon = NaN, lat = NaN] = [facilities[i], facilities[i + 1]];
    if (!Number.isFinite(lon) || !Number.isFinite(lat)) continue;
    circles.push(polygon(geodesicCircle([lon, lat], meters, steps).coordinates.map((ring) => ring.map((position) => [...position]))));
  }
  if (circles.length < 2) return circles[0]?.geometry as Areal | undefined;
  return union(featureCollection(circles))?.geometry as Areal | undefined;
}
