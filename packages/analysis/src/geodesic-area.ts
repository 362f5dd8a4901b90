import { ELLIPSOID } from './ellipsoid.js';
import { polygonsOf, type Areal, type Feature, type Position } from './geometry.js';

function ringArea(ring: readonly Position[]): number {
  const polygon = ELLIPSOID.Polygon();
  const last = ring.length - 1;
  const closed = ring.length > 1 && ring[0]?.[0] === ring[last]?.[0] && ring[0]?.[1] === ring[last]?.[1];
  for (const [lon = NaN, lat = NaN] of closed ? ring.slice(0, -1) : ring) polygon.AddPoint(lat, lon);
  return Math.abs(polygon.Compute(false, true).area ?? NaN);
}

/**
 * Area of polygons whose edges are shortest lines (大地线) on the CGCS2000 ellipsoid, in ㎡. Holes are taken off; rings may run either
 * way and cross the antimeridian. For parcels and regions of a city use `ellipsoidalArea`, whose parts add up exactly.
 */
export function geodesicArea(areal: Areal | Feature<Areal>): number {
  let total = 0;
  for (const [shell = [], ...holes] of polygonsOf(areal)) {
    total += ringArea(shell);
    for (const hole of holes) total -= ringArea(hole);
  }
  return total;
}
