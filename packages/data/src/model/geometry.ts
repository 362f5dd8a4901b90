/** Geometry in columns: extents and single rows. */
import { degreesBetween, eachPiece, placeAt } from '../points/degrees.js';
import type { Geometry, PointGeometry, ShapeGeometry } from './types.js';

/** West, south, east, north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

type Position = [number, number];

/** A single row as GeoJSON has it. */
export interface FeatureGeometry {
  readonly type: 'Point' | 'MultiPoint' | 'LineString' | 'MultiLineString' | 'Polygon' | 'MultiPolygon';
  readonly coordinates: readonly unknown[];
}

/** Vertices of a shape row: from, to (exclusive), as vertex numbers. */
export function verticesOf(geometry: ShapeGeometry, row: number): readonly [from: number, to: number] {
  const { partStart, ringStart, vertexStart } = geometry;
  const from = vertexStart[ringStart[partStart[row] as number] as number] as number;
  const to = vertexStart[ringStart[partStart[row + 1] as number] as number] as number;
  return [from, to];
}

/** Extent of vertices `from` to `to`; undefined if there are none with numbers. One pass, no objects. */
function extent(coordinates: Float64Array, from: number, to: number): Bounds | undefined {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let i = 2 * from; i < 2 * to; i += 2) {
    const lon = coordinates[i] as number;
    const lat = coordinates[i + 1] as number;
    // NaN fails every comparison, so rows without geometry leave no trace.
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  return west <= east && south <= north ? [west, south, east, north] : undefined;
}

function pointsExtent(points: PointGeometry): Bounds | undefined {
  let all: Bounds | undefined;
  eachPiece(points, (degrees) => {
    const own = extent(degrees, 0, degrees.length / 2);
    if (own) all = all ? [Math.min(all[0], own[0]), Math.min(all[1], own[1]), Math.max(all[2], own[2]), Math.max(all[3], own[3])] : own;
  });
  return all;
}

/** Extent of everything; undefined for a table without places. */
export function boundsOf(geometry: Geometry): Bounds | undefined {
  if (geometry.kind === 'none') return undefined;
  return geometry.kind === 'point' ? pointsExtent(geometry) : extent(geometry.coordinates, 0, geometry.coordinates.length / 2);
}

/** Extent of one row; undefined if it has no geometry. */
export function rowBounds(geometry: Geometry, row: number): Bounds | undefined {
  if (geometry.kind === 'none') return undefined;
  if (geometry.kind === 'point') return extent(degreesBetween(geometry, 2 * row, 2 * row + 2), 0, 1);
  const [from, to] = verticesOf(geometry, row);
  return extent(geometry.coordinates, from, to);
}

/** Extents of all shape rows, four numbers a row; NaN for rows without geometry. */
export function extentsOf(geometry: ShapeGeometry): Float64Array {
  const rows = geometry.types.length;
  const extents = new Float64Array(4 * rows).fill(Number.NaN);
  for (let row = 0; row < rows; row++) {
    const [from, to] = verticesOf(geometry, row);
    const bounds = extent(geometry.coordinates, from, to);
    if (bounds) extents.set(bounds, 4 * row);
  }
  return extents;
}

function ring(geometry: ShapeGeometry, index: number): Position[] {
  const positions: Position[] = [];
  const { vertexStart, coordinates } = geometry;
  for (let v = vertexStart[index] as number; v < (vertexStart[index + 1] as number); v++) {
    positions.push([coordinates[2 * v] as number, coordinates[2 * v + 1] as number]);
  }
  return positions;
}

function part(geometry: ShapeGeometry, index: number): Position[][] {
  const rings: Position[][] = [];
  for (let r = geometry.ringStart[index] as number; r < (geometry.ringStart[index + 1] as number); r++) rings.push(ring(geometry, r));
  return rings;
}

/** The geometry of one row as GeoJSON; null for a row without. */
export function featureGeometry(geometry: Geometry, row: number): FeatureGeometry | null {
  if (geometry.kind === 'none') return null;
  if (geometry.kind === 'point') {
    const [lon, lat] = placeAt(geometry, row);
    return Number.isFinite(lon) && Number.isFinite(lat) ? { type: 'Point', coordinates: [lon, lat] } : null;
  }
  const parts: Position[][][] = [];
  for (let p = geometry.partStart[row] as number; p < (geometry.partStart[row + 1] as number); p++) parts.push(part(geometry, p));
  const [first] = parts;
  if (!first) return null;
  const type = geometry.types[row];
  if (type === 3) return parts.length > 1 ? { type: 'MultiPolygon', coordinates: parts } : { type: 'Polygon', coordinates: first };
  const flat = parts.map((rings) => rings[0] ?? []);
  if (type === 2) return flat.length > 1 ? { type: 'MultiLineString', coordinates: flat } : { type: 'LineString', coordinates: flat[0] ?? [] };
  const points = flat.map((line) => line[0] ?? []);
  return points.length > 1 ? { type: 'MultiPoint', coordinates: points } : { type: 'Point', coordinates: points[0] ?? [] };
}
