import { RADIUS, FLATTENING } from './ellipsoid.js';
import { geodesicDistance } from './geodesic-distance.js';
import type { Position } from './geometry.js';

/** One of the nearest points. */
export interface Neighbour {
  /** Number of the point, from 0. */
  readonly index: number;
  /** Distance along the CGCS2000 ellipsoid. */
  readonly meters: number;
}

/** What counts as near. */
export interface NearestOptions {
  /** Points farther away are left out. */
  readonly maxMeters?: number;
  /** Per point 1 if it counts: what other filters leave. */
  readonly passing?: Uint8Array;
}

const RAD = Math.PI / 180;
const E2 = FLATTENING * (2 - FLATTENING);
/**
 * The straight line through the earth orders points almost as the line along it does: radii of curvature differ by 1 %. Everything
 * this much farther than the last candidate is measured along the ellipsoid too.
 */
const SLACK = 1.02;

/** Earth-centred coordinates in metres. */
function centred(lon: number, lat: number, out: Float64Array, at: number): void {
  const sin = Math.sin(lat * RAD);
  const n = RADIUS / Math.sqrt(1 - E2 * sin * sin);
  const across = n * Math.cos(lat * RAD);
  out[at] = across * Math.cos(lon * RAD);
  out[at + 1] = across * Math.sin(lon * RAD);
  out[at + 2] = n * (1 - E2) * sin;
}

/** The chords of the k nearest, kept sorted by insertion: k is small. */
function keepSmallest(best: number[], value: number, k: number): void {
  let at = best.length;
  while (at > 0 && (best[at - 1] ?? 0) > value) at--;
  best.splice(at, 0, value);
  if (best.length > k) best.pop();
}

/**
 * Finds the nearest of many points, made once for many questions. A question walks over all points: a million take some milliseconds.
 * @param points lon, lat, lon, lat … in degrees; points with NaN are never near.
 */
export function nearestFinder(points: Float64Array): (place: Position, k?: number, options?: NearestOptions) => Neighbour[] {
  const count = Math.floor(points.length / 2);
  const xyz = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) centred(points[2 * i] ?? NaN, points[2 * i + 1] ?? NaN, xyz, 3 * i);
  const chords = new Float64Array(count);
  const self = new Float64Array(3);
  return ([lon = NaN, lat = NaN], k = 1, { maxMeters = Infinity, passing } = {}) => {
    centred(lon, lat, self, 0);
    const [x = NaN, y = NaN, z = NaN] = self;
    const best: number[] = [];
    for (let i = 0; i < count; i++) {
      const chord = passing && !passing[i] ? NaN : ((xyz[3 * i] ?? 0) - x) ** 2 + ((xyz[3 * i + 1] ?? 0) - y) ** 2 + ((xyz[3 * i + 2] ?? 0) - z) ** 2;
      chords[i] = chord;
      if (best.length < k ? chord >= 0 : chord < (best[k - 1] ?? 0)) keepSmallest(best, chord, k);
    }
    // A chord is never longer than the way along the surface, so the limit holds for chords too.
    const limit = Math.min((best[best.length - 1] ?? -1) * SLACK ** 2, maxMeters ** 2);
    const found: Neighbour[] = [];
    for (let index = 0; index < count; index++) {
      if (!((chords[index] ?? NaN) <= limit)) continue;
      const meters = geodesicDistance([lon, lat], [points[2 * index] ?? NaN, points[2 * index + 1] ?? NaN]);
      if (meters <= maxMeters) found.push({ index, meters });
    }
    return found.sort((a, b) => a.meters - b.meters || a.index - b.index).slice(0, k);
  };
}

/** The k points nearest to a place, nearest first. For many questions about the same points make a `nearestFinder`. */
export function nearest(points: Float64Array, place: Position, k = 1, options?: NearestOptions): Neighbour[] {
  return nearestFinder(points)(place, k, options);
}
