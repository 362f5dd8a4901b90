/** Degrees to map units, once per dataset and projection. */
import type { PointGeometry } from '@yizhangtu/data/model';
import { degreesBetween, isPlace, pointCount, toMercator } from '@yizhangtu/data/points';
import { transformTo } from './projection-door.js';

/** The same array where all are places, else a copy with NaN in place of the others. */
export function placesOnly(degrees: Float64Array): Float64Array {
  let out = degrees;
  for (let i = 0; i < degrees.length; i += 2) {
    if (isPlace(degrees[i] as number, degrees[i + 1] as number)) continue;
    if (out === degrees) out = degrees.slice();
    out[i] = out[i + 1] = NaN;
  }
  return out;
}

/**
 * Coordinates in map units of a projection. Degrees stay the same array, without a copy.
 * @param code A projection registered with OpenLayers; an unknown one is drawn as degrees.
 */
export function project(degrees: Float64Array, code: string): Float64Array {
  if (code === 'EPSG:3857') return toMercator(degrees);
  const places = placesOnly(degrees);
  const transform = transformTo(code);
  if (!transform) return places;
  // OpenLayers types want number[]; its transforms only index, and write into what they are given.
  const out = new Float64Array(places.length);
  transform(places as unknown as number[], out as unknown as number[], 2);
  return out;
}

/** Numbers projected between two pauses. */
const STEP = 65_536;

/** The same for points, giving way now and then. */
export function* projecting(points: PointGeometry, code: string): Generator<number, Float64Array> {
  if (code !== 'EPSG:3857' && !transformTo(code)) return project(points.coordinates, code);
  const length = 2 * pointCount(points);
  const out = new Float64Array(length);
  for (let from = 0; from < length; from += STEP) {
    out.set(project(degreesBetween(points, from, Math.min(length, from + STEP)), code), from);
    yield from / length;
  }
  return out;
}
