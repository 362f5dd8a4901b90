/** Geometries of ArcGIS as those of GeoJSON ("Geometry objects" of the ArcGIS REST API). Pure. */
import { isObject, type Json } from '../remote-features/answers.js';
import { linesOf, pointsOf, turnedPolygons, type Position } from './rings.js';

/** A geometry in curves, which only ArcGIS itself can draw. */
export const CURVES = 'curves';

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** A position; heights and measures are left out. What is no number stays one that is none, for the reader to say. */
function position(value: unknown): Position {
  const [x, y] = list(value);
  return [typeof x === 'number' ? x : Number.NaN, typeof y === 'number' ? y : Number.NaN];
}

function ringOf(value: unknown): Float64Array {
  return Float64Array.from(list(value).flatMap(position));
}

/** A geometry: an object of GeoJSON, null for no place, or `CURVES`. */
export function esriGeometry(geometry: unknown): object | null | typeof CURVES {
  if (!isObject(geometry)) return null;
  const { x, points, paths, rings, curvePaths, curveRings, xmin } = geometry as Json;
  if (curvePaths !== undefined || curveRings !== undefined) return CURVES;
  if (rings !== undefined) return turnedPolygons(list(rings).map(ringOf).filter((ring) => ring.length > 0));
  if (paths !== undefined) return linesOf(list(paths).map((path) => list(path).map(position)).filter((path) => path.length > 0));
  if (points !== undefined) return pointsOf(list(points).map(position));
  // An empty point has no numbers: null, or the word NaN.
  if (typeof x === 'number') return { type: 'Point', coordinates: position([x, geometry['y']]) };
  return xmin === undefined ? null : boxOf(geometry);
}

function boxOf({ xmin, ymin, xmax, ymax }: Json): object | null {
  const corners = [[xmin, ymin], [xmin, ymax], [xmax, ymax], [xmax, ymin], [xmin, ymin]];
  return corners.flat().every((value) => typeof value === 'number') ? { type: 'Polygon', coordinates: [corners] } : null;
}
