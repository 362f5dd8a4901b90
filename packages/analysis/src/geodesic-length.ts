import { geodesicDistance } from './geodesic-distance.js';
import { linesOf, type Feature, type Linear } from './geometry.js';

/** Length of lines on the CGCS2000 ellipsoid, in metres: the sum of the shortest lines between neighbouring vertices. */
export function geodesicLength(linear: Linear | Feature<Linear>): number {
  let total = 0;
  for (const line of linesOf(linear)) {
    for (const [i, position] of line.entries()) {
      const next = line[i + 1];
      if (next) total += geodesicDistance(position, next);
    }
  }
  return total;
}
