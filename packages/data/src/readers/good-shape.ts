/**
 * Good geometries of JSON straight into flat arrays, in loops that are short enough to be quick the first time they run: a page's first
 * source is read by code that no engine has had time to optimise.
 */
import { LINE, POLYGON, type GeometryBuilder, type GeometryMark } from './geometry-builder.js';
import { OUTSIDE, SILENT, verdictOf } from './swapped.js';

/** Not a good one: nothing was added. */
export const NOT_GOOD = -1;

/** The largest numbers of the geometry that is being added, whatever their sign. */
let maxX = 0;
let maxY = 0;

/**
 * Adds a line or polygon, simple or multiple, that has nothing wrong with it.
 * @returns What its numbers say about their order, or `NOT_GOOD`.
 */
export function addGoodShape(builder: GeometryBuilder, mark: GeometryMark, type: unknown, coordinates: unknown, degrees: boolean): number {
  const area = type === 'Polygon' || type === 'MultiPolygon';
  if (!area && type !== 'LineString' && type !== 'MultiLineString') return NOT_GOOD;
  if (!Array.isArray(coordinates) || coordinates.length === 0) return NOT_GOOD;
  mark.set(builder);
  maxX = 0;
  maxY = 0;
  builder.partStart.push(builder.ringStart.length);
  builder.types.push(area ? POLYGON : LINE);
  builder.plain = false;
  const parts = type === 'Polygon' || type === 'LineString' ? [coordinates] : (coordinates as unknown[]);
  let good = true;
  for (let i = 0; good && i < parts.length; i++) good = area ? addPolygon(builder, parts[i]) : addLine(builder, parts[i]);
  const verdict = degrees ? verdictOf(maxX, maxY) : SILENT;
  if (good && verdict !== OUTSIDE) return verdict;
  builder.takeBack(mark);
  return NOT_GOOD;
}

function addLine(builder: GeometryBuilder, positions: unknown): boolean {
  builder.ringStart.push(builder.vertexStart.length);
  return addPositions(builder, positions, 2);
}

function addPolygon(builder: GeometryBuilder, rings: unknown): boolean {
  if (!Array.isArray(rings) || rings.length === 0) return false;
  builder.ringStart.push(builder.vertexStart.length);
  const { coordinates } = builder;
  for (let i = 0; i < rings.length; i++) {
    const start = coordinates.length;
    if (!addPositions(builder, rings[i], 4)) return false;
    const { array } = coordinates;
    const end = coordinates.length - 2;
    if (array[start] !== array[end] || array[start + 1] !== array[end + 1]) return false;
  }
  return true;
}

function addPositions(builder: GeometryBuilder, positions: unknown, least: number): boolean {
  if (!Array.isArray(positions) || positions.length < least) return false;
  const { coordinates, vertexStart } = builder;
  let at = coordinates.length;
  vertexStart.push(at / 2);
  const array = coordinates.reserve(2 * positions.length);
  for (let i = 0; i < positions.length; i++) {
    const position = positions[i] as unknown;
    if (!Array.isArray(position)) return false;
    const x = position[0] as unknown;
    const y = position[1] as unknown;
    // What is infinite or no number at all differs from itself.
    if (typeof x !== 'number' || typeof y !== 'number' || x - x !== 0 || y - y !== 0) return false;
    const width = x < 0 ? -x : x;
    const height = y < 0 ? -y : y;
    if (width > maxX) maxX = width;
    if (height > maxY) maxY = height;
    array[at++] = x;
    array[at++] = y;
  }
  coordinates.length = at;
  return true;
}
