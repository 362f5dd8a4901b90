/** Coordinates of points piece by piece: where they are kept as whole steps, all of them are made only for whoever asks for all. Pure. */
import type { PointGeometry } from '../model/types.js';

/** How many points there are. */
export function pointCount(points: PointGeometry): number {
  return points.count ?? points.coordinates.length / 2;
}

/** Numbers `from` to `to` (exclusive) of the coordinates of points, for whoever goes through them once; only to be read. */
export function degreesBetween(points: PointGeometry, from: number, to: number): Float64Array {
  return points.degrees ? points.degrees(from, to) : points.coordinates.subarray(from, to);
}

/** Longitude and latitude of a row of points; NaN without a place. */
export function placeAt(points: PointGeometry, row: number): readonly [lon: number, lat: number] {
  const [lon = Number.NaN, lat = Number.NaN] = row >= 0 ? degreesBetween(points, 2 * row, 2 * row + 2) : [];
  return [lon, lat];
}

/** Numbers looked at in one go. */
const PIECE = 1 << 15;

/** Calls with piece after piece of the coordinates, and with the number of coordinates before it. */
export function eachPiece(points: PointGeometry, visit: (degrees: Float64Array, from: number) => void): void {
  const end = 2 * pointCount(points);
  for (let from = 0; from < end; from += PIECE) visit(degreesBetween(points, from, Math.min(end, from + PIECE)), from);
}
