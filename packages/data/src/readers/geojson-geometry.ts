/** One GeoJSON geometry, whatever state it is in, to parts of rings of numbers. */
import { LINE, POINT, POLYGON } from './geometry-builder.js';
import type { NoteName } from './notes.js';

/** Parts of rings of numbers x, y, x, y … */
export interface Shape {
  readonly type: number;
  readonly parts: readonly (readonly Float64Array[])[];
  /** What had to be mended. */
  readonly mended: ReadonlySet<NoteName>;
}

/** No place (kept), or the reason why the feature is skipped. */
export type ShapeOrReason = Shape | 'none' | NoteName;

/** How deep the coordinates of a type are: 0 position, 1 list, 2 list of lists, 3. */
const TYPES = new Map<unknown, { readonly type: number; readonly depth: number }>([
  ['Point', { type: POINT, depth: 0 }],
  ['MultiPoint', { type: POINT, depth: 1 }],
  ['LineString', { type: LINE, depth: 1 }],
  ['MultiLineString', { type: LINE, depth: 2 }],
  ['Polygon', { type: POLYGON, depth: 2 }],
  ['MultiPolygon', { type: POLYGON, depth: 3 }],
]);

type Parts = (readonly Float64Array[])[];

/** True for the name of a geometry type. */
export function isGeometryType(name: unknown): boolean {
  return TYPES.has(name) || name === 'GeometryCollection';
}

/** Reads a geometry. Never throws, whatever is handed in. */
export function readShape(geometry: unknown): ShapeOrReason {
  if (geometry === null || geometry === undefined) return 'none';
  if (typeof geometry !== 'object') return 'unknown-geometry';
  const { type, coordinates, geometries } = geometry as { type?: unknown; coordinates?: unknown; geometries?: unknown };
  if (type === 'GeometryCollection') return readCollection(geometries);
  const kind = TYPES.get(type);
  if (!kind) return 'unknown-geometry';
  if (Array.isArray(coordinates) && coordinates.length === 0) return 'none';
  const mended = new Set<NoteName>();
  const parts = readParts(kind.type, kind.depth, coordinates, mended);
  if (parts.length > 0) return { type: kind.type, parts, mended };
  return mended.has('bad-position') || !Array.isArray(coordinates) ? 'bad-coordinates' : 'bad-geometry';
}

/** All members of a collection, however deep, without recursion: 5,000 levels must not overflow. */
function readCollection(geometries: unknown): ShapeOrReason {
  if (!Array.isArray(geometries)) return 'bad-geometry';
  const waiting: unknown[] = [...(geometries as unknown[])].reverse();
  const shapes: Shape[] = [];
  let reason: NoteName | undefined;
  while (waiting.length > 0) {
    const next = waiting.pop() as { type?: unknown; geometries?: unknown } | null;
    if (typeof next === 'object' && next?.type === 'GeometryCollection' && Array.isArray(next.geometries)) {
      for (let i = next.geometries.length - 1; i >= 0; i--) waiting.push((next.geometries as unknown[])[i]);
      continue;
    }
    const shape = readShape(next);
    if (typeof shape === 'object') shapes.push(shape);
    else if (shape !== 'none') reason = shape;
  }
  if (shapes.length === 0) return reason ?? 'none';
  const type = Math.max(...new Set(shapes.map((shape) => shape.type)));
  const mended = new Set<NoteName>(shapes.flatMap((shape) => [...shape.mended]));
  if (reason) mended.add('bad-position');
  if (shapes.some((shape) => shape.type !== type)) mended.add('mixed-collection');
  return { type, parts: shapes.filter((shape) => shape.type === type).flatMap((shape) => shape.parts), mended };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function readParts(type: number, depth: number, coordinates: unknown, mended: Set<NoteName>): Parts {
  if (type === POINT) {
    const positions = depth === 0 ? [coordinates] : list(coordinates);
    const numbers = readPositions(positions, mended);
    return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers.subarray(2 * i, 2 * i + 2)]);
  }
  if (type === LINE) {
    const lines = depth === 1 ? [coordinates] : list(coordinates);
    return lines.map((line) => readPositions(list(line), mended)).filter((line) => line.length >= 4).map((line) => [line]);
  }
  const polygons = depth === 2 ? [coordinates] : list(coordinates);
  return polygons.map((rings) => readRings(list(rings), mended)).filter((rings) => rings.length > 0);
}

const NO_POSITION: readonly unknown[] = [];

/** Valid positions as numbers; the others are left out and noted. A third number is height and is not kept. */
function readPositions(positions: readonly unknown[], mended: Set<NoteName>): Float64Array {
  const numbers = new Float64Array(2 * positions.length);
  let length = 0;
  for (let i = 0; i < positions.length; i++) {
    const position: unknown = positions[i];
    const list = Array.isArray(position) ? (position as unknown[]) : NO_POSITION;
    const x = list[0];
    const y = list[1];
    if (typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y)) {
      numbers[length++] = x;
      numbers[length++] = y;
    } else mended.add('bad-position');
  }
  return length === numbers.length ? numbers : numbers.slice(0, length);
}

/** Shell and holes, closed. Without a shell there is no polygon. */
function readRings(rings: readonly unknown[], mended: Set<NoteName>): Float64Array[] {
  const good: Float64Array[] = [];
  for (let i = 0; i < rings.length; i++) {
    const ring = closed(readPositions(list(rings[i]), mended), mended);
    if (ring.length >= 8) good.push(ring);
    else {
      mended.add('ring-dropped');
      if (i === 0) return [];
    }
  }
  return good;
}

function closed(ring: Float64Array, mended: Set<NoteName>): Float64Array {
  const end = ring.length;
  if (end < 6 || (ring[0] === ring[end - 2] && ring[1] === ring[end - 1])) return ring;
  mended.add('ring-closed');
  const whole = new Float64Array(end + 2);
  whole.set(ring);
  whole[end] = ring[0] as number;
  whole[end + 1] = ring[1] as number;
  return whole;
}
