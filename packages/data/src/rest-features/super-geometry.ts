/** Geometries of iServer as those of GeoJSON (`ServerGeometry` of the iServer REST API): points in one list, parts as counts. Pure. */
import { isObject, objects } from '../remote-features/answers.js';
import { nestRings } from '../readers/ring-groups.js';
import { linesOf, pointsOf, polygonsOf, type Position } from './rings.js';

/** A kind that is not read: arcs, curves, texts in parts. */
export const OTHER = 'other';

function number(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN;
}

/** Points by parts; all in one where nothing is said of parts. */
function partsOf(points: readonly Position[], counts: unknown): Position[][] {
  const sizes = Array.isArray(counts) && counts.length > 0 ? (counts as unknown[]).map(number) : [points.length];
  let at = 0;
  return sizes.map((size) => points.slice(at, (at += size))).filter((part) => part.length > 0);
}

/** Shells (1) and holes (-1) as the service says; by what lies within what where it does not. */
function regionOf(parts: readonly (readonly Position[])[], topology: unknown): object | null {
  const rings = parts.map((part) => Float64Array.from(part.flat()));
  const signs = Array.isArray(topology) && topology.length === rings.length ? (topology as unknown[]).map(number) : undefined;
  if (!signs || signs[0] !== 1) return polygonsOf(nestRings(rings));
  // A hole follows the shell it is in.
  const polygons: Float64Array[][] = [];
  rings.forEach((ring, index) => {
    if (signs[index] === -1) polygons[polygons.length - 1]?.push(ring);
    else polygons.push([ring]);
  });
  return polygonsOf(polygons);
}

/** A geometry: an object of GeoJSON, null for no place, or `OTHER`. x comes first, whatever the system. */
export function superGeometry(geometry: unknown): object | null | typeof OTHER {
  if (!isObject(geometry)) return null;
  const points = objects(geometry['points']).map(({ x, y }): Position => [number(x), number(y)]);
  if (points.length === 0) return null;
  const parts = partsOf(points, geometry['parts']);
  switch (String(geometry['type']).replace(/EPS$|M$/, '')) {
    case 'POINT':
    case 'TEXT':
      return pointsOf(points);
    case 'LINE':
      return linesOf(parts);
    case 'REGION':
    case 'RECTANGLE':
      return regionOf(parts, geometry['partTopo']);
    default:
      return OTHER;
  }
}
