/** Rings of services as polygons of GeoJSON. */
import { groupRings } from '../readers/ring-groups.js';

export type Position = readonly [x: number, y: number];

/** A ring as its positions. */
function positionsOf(ring: Float64Array): Position[] {
  return Array.from({ length: ring.length / 2 }, (_, i): Position => [ring[2 * i] as number, ring[2 * i + 1] as number]);
}

/** One geometry of polygons; null where there is no ring. */
export function polygonsOf(polygons: readonly (readonly Float64Array[])[]): object | null {
  const coordinates = polygons.map((rings) => rings.map(positionsOf));
  if (coordinates.length === 0) return null;
  return coordinates.length === 1 ? { type: 'Polygon', coordinates: coordinates[0] } : { type: 'MultiPolygon', coordinates };
}

/** Rings whose turn says which are shells (clockwise) and which holes. */
export function turnedPolygons(rings: readonly Float64Array[]): object | null {
  return rings.length === 0 ? null : polygonsOf(groupRings(rings));
}

/** Lines as one geometry; null for none. */
export function linesOf(lines: readonly (readonly Position[])[]): object | null {
  if (lines.length === 0) return null;
  return lines.length === 1 ? { type: 'LineString', coordinates: lines[0] } : { type: 'MultiLineString', coordinates: lines };
}

/** Points as one geometry; null for none. */
export function pointsOf(points: readonly Position[]): object | null {
  if (points.length === 0) return null;
  return points.length === 1 ? { type: 'Point', coordinates: points[0] } : { type: 'MultiPoint', coordinates: points };
}
