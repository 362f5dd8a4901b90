/** One place a row: where a row is when it must be in one area or another. */
import { verticesOf } from './geometry.js';
import type { Geometry, ShapeGeometry } from './types.js';

/**
 * lon, lat of every row in degrees, NaN without a place. Points are where they are (several points in a row: the first); lines are at the
 * point half way along; polygons at a point inside: in the middle of the longest stretch of the parallel through the middle of the largest part.
 */
export function placesOf(geometry: Geometry): Float64Array {
  if (geometry.kind === 'none') return new Float64Array(0);
  if (geometry.kind === 'point') return geometry.coordinates;
  let places = kept.get(geometry);
  if (!places) {
    places = placesOfShapes(geometry);
    kept.set(geometry, places);
  }
  return places;
}

/** Places of shapes, found once as long as the shapes are there. */
const kept = new WeakMap<ShapeGeometry, Float64Array>();

function placesOfShapes(geometry: ShapeGeometry): Float64Array {
  const places = new Float64Array(2 * geometry.types.length).fill(Number.NaN);
  for (let row = 0; row < geometry.types.length; row++) {
    const [from, to] = verticesOf(geometry, row);
    if (from === to) continue;
    const type = geometry.types[row];
    const place = type === 3 ? insideOf(geometry, row) : type === 2 ? halfWay(geometry, row) : at(geometry, from);
    places.set(place, 2 * row);
  }
  return places;
}

type Place = readonly [lon: number, lat: number];

function at({ coordinates }: ShapeGeometry, vertex: number): Place {
  return [coordinates[2 * vertex] as number, coordinates[2 * vertex + 1] as number];
}

/** Lengths shrink with latitude alike along a short line, so plain degrees will do for its middle. */
function halfWay(geometry: ShapeGeometry, row: number): Place {
  const ring = longest(geometry, row);
  const [from, to] = [geometry.vertexStart[ring] as number, geometry.vertexStart[ring + 1] as number];
  let left = lengthOf(geometry, ring) / 2;
  for (let v = from; v + 1 < to; v++) {
    const [[x1, y1], [x2, y2]] = [at(geometry, v), at(geometry, v + 1)];
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (length >= left && length > 0) return [x1 + ((x2 - x1) * left) / length, y1 + ((y2 - y1) * left) / length];
    left -= length;
  }
  return at(geometry, from);
}

function lengthOf(geometry: ShapeGeometry, ring: number): number {
  let length = 0;
  for (let v = geometry.vertexStart[ring] as number; v + 1 < (geometry.vertexStart[ring + 1] as number); v++) {
    const [[x1, y1], [x2, y2]] = [at(geometry, v), at(geometry, v + 1)];
    length += Math.hypot(x2 - x1, y2 - y1);
  }
  return length;
}

function longest(geometry: ShapeGeometry, row: number): number {
  const { partStart, ringStart } = geometry;
  let best = ringStart[partStart[row] as number] as number;
  let length = -1;
  for (let part = partStart[row] as number; part < (partStart[row + 1] as number); part++) {
    const ring = ringStart[part] as number;
    const own = lengthOf(geometry, ring);
    if (own > length) [best, length] = [ring, own];
  }
  return best;
}

function insideOf(geometry: ShapeGeometry, row: number): Place {
  const { partStart, ringStart } = geometry;
  let best = partStart[row] as number;
  let area = -1;
  for (let part = partStart[row] as number; part < (partStart[row + 1] as number); part++) {
    const own = Math.abs(areaOf(geometry, ringStart[part] as number));
    if (own > area) [best, area] = [part, own];
  }
  return insideOfPart(geometry, ringStart[best] as number, ringStart[best + 1] as number);
}

/** Twice the area within a ring, in square degrees, measured from its first corner so that small rings keep their digits. */
function areaOf(geometry: ShapeGeometry, ring: number): number {
  const from = geometry.vertexStart[ring] as number;
  const [x0, y0] = at(geometry, from);
  let area = 0;
  for (let v = from; v + 1 < (geometry.vertexStart[ring + 1] as number); v++) {
    const [[x1, y1], [x2, y2]] = [at(geometry, v), at(geometry, v + 1)];
    area += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  }
  return area;
}

function insideOfPart(geometry: ShapeGeometry, firstRing: number, endRing: number): Place {
  const lats: number[] = [];
  eachVertex(geometry, firstRing, firstRing + 1, (v) => lats.push(at(geometry, v)[1]));
  lats.sort((a, b) => a - b);
  const lat = parallelAmong(lats);
  const crossings: number[] = [];
  for (let ring = firstRing; ring < endRing; ring++) {
    for (let v = geometry.vertexStart[ring] as number; v + 1 < (geometry.vertexStart[ring + 1] as number); v++) {
      const [[x1, y1], [x2, y2]] = [at(geometry, v), at(geometry, v + 1)];
      if (y1 > lat !== y2 > lat) crossings.push(x1 + ((x2 - x1) * (lat - y1)) / (y2 - y1));
    }
  }
  crossings.sort((a, b) => a - b);
  let [best, width] = [at(geometry, geometry.vertexStart[firstRing] as number)[0], -1];
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [left, right] = [crossings[i] as number, crossings[i + 1] as number];
    if (right - left > width) [best, width] = [(left + right) / 2, right - left];
  }
  return [best, lat];
}

/** A parallel between two neighbouring corners, the nearest to the middle, so that it runs through no corner. */
function parallelAmong(lats: readonly number[]): number {
  const middle = ((lats[0] as number) + (lats[lats.length - 1] as number)) / 2;
  const above = lats.findIndex((lat) => lat > middle);
  return above > 0 ? ((lats[above - 1] as number) + (lats[above] as number)) / 2 : middle;
}

function eachVertex({ vertexStart }: ShapeGeometry, firstRing: number, endRing: number, visit: (vertex: number) => void): void {
  for (let v = vertexStart[firstRing] as number; v < (vertexStart[endRing] as number); v++) visit(v);
}
