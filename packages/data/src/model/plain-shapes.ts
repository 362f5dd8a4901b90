/** Lines or polygons of one ring each as the geometry of a dataset, for whoever works shapes out instead of reading them. */
import type { ShapeGeometry } from './types.js';

const TYPES = { line: 2, polygon: 3 } as const;

/**
 * One line or one polygon without holes a row.
 * @param rows Corners of each: longitude, latitude in degrees. Rings of polygons are closed: the first corner is the last again. A row without corners has no place.
 */
export function plainShapes(kind: 'line' | 'polygon', rows: readonly (readonly (readonly [lon: number, lat: number])[])[]): ShapeGeometry {
  const drawn = rows.filter((row) => row.length > 0);
  const vertexStart = new Uint32Array(drawn.length + 1);
  drawn.forEach((row, at) => (vertexStart[at + 1] = (vertexStart[at] ?? 0) + row.length));
  const partStart = new Uint32Array(rows.length + 1);
  rows.forEach((row, at) => (partStart[at + 1] = (partStart[at] ?? 0) + (row.length > 0 ? 1 : 0)));
  const coordinates = new Float64Array(2 * (vertexStart[drawn.length] ?? 0));
  drawn.flat().forEach((position, at) => coordinates.set(position, 2 * at));
  const types = Uint8Array.from(rows, (row) => (row.length > 0 ? TYPES[kind] : 0));
  return { kind: 'shape', types, partStart, ringStart: Uint32Array.from(vertexStart.keys()), vertexStart, coordinates };
}
