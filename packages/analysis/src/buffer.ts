import { buffer as turfBuffer } from '@turf/buffer';
import type { Areal, Feature, Linear, Point } from './geometry.js';

/**
 * The area within a distance of a geometry (缓冲区); undefined when nothing is left of it, as after a negative distance. Computed by
 * turf on a sphere, so the distance is true to about 0.5 %; around points use `geodesicCircle`, which is exact.
 * @param meters Negative shrinks an area.
 * @param steps Segments of a quarter circle at a corner.
 */
export function buffer(geometry: Areal | Linear | Point | Feature<Areal | Linear | Point>, meters: number, steps = 16): Areal | undefined {
  const plain = geometry.type === 'Feature' ? geometry.geometry : geometry;
  // turf types want arrays they may write to; it does not write.
  const grown = turfBuffer(plain as Parameters<typeof turfBuffer>[0], meters / 1000, { units: 'kilometers', steps });
  const result = grown && 'geometry' in grown ? (grown.geometry as Areal) : undefined;
  return result && result.coordinates.length > 0 ? result : undefined;
}
