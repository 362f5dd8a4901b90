/** Geometry of a dataset in map units, ready to draw: made once per geometry and projection, shared by all layers that draw it. */
import type { Geometry, PointGeometry, ShapeGeometry } from '@yizhangtu/data/model';
import { knownMercator, placeAt, pointCount } from '@yizhangtu/data/points';
import { atOnce, type Steps } from '@yizhangtu/data/steps';
import { inSlices } from '../shared/in-slices.js';
import { countUnder, INDEX_FROM, extentOf, gridding, type Grid } from './grid-index.js';
import { project, projecting } from './project.js';
import type { Extent } from './view.js';

/** Points to draw. A row may have several (multi-point) or none. */
export interface PointSet {
  /** Map units, NaN is not drawn; of very many points whole steps of `unit` from a middle. Read it by `placeOf`, or with all three. */
  readonly xy: Float64Array | Int32Array;
  /** Map units a step; 1 when absent. */
  readonly unit?: number;
  /** What steps are counted from; 0 when absent. */
  readonly x0?: number;
  readonly y0?: number;
  /** Row of each point; absent when point i is row i. */
  readonly rows?: Uint32Array;
  readonly extent: Extent;
  /** Only for many points, which are then sorted by cell. */
  readonly grid?: Grid;
}

/** Lines and polygons to draw. */
export interface ShapeSet {
  readonly source: ShapeGeometry;
  /** Map units, same layout as `source.coordinates`. */
  readonly xy: Float64Array;
  /** Four a row: min x, min y, max x, max y. Infinity, −Infinity for a row without places. */
  readonly boxes: Float64Array;
  /** Four a block of `BLOCK` vertices: the box around their edges, the one to the next block included. For shapes of very many vertices. */
  readonly blocks: Float64Array;
  readonly extent: Extent;
  /** 1 = the ring must be walked backwards, so that shells and holes turn opposite ways and may share one path. */
  readonly reversed: Uint8Array;
}

interface Prepared {
  readonly code: string;
  points?: PointSet;
  /** The points on their way: whoever needs them goes on with the same steps. */
  steps?: Steps<PointSet> | undefined;
  /** True once somebody goes on with them to their end. */
  making?: boolean;
  shapes?: ShapeSet;
}

/** A page rarely shows one dataset in more than two projections at once. */
const KEPT = 2;
const cache = new WeakMap<Geometry, Prepared[]>();

function entryOf(geometry: Geometry, code: string): Prepared {
  const kept = cache.get(geometry) ?? [];
  let entry = kept.find((candidate) => candidate.code === code);
  if (!entry) {
    entry = { code };
    cache.set(geometry, [entry, ...kept].slice(0, KEPT));
  }
  return entry;
}

const EMPTY: PointSet = { xy: new Float64Array(0), extent: [Infinity, Infinity, -Infinity, -Infinity] };

/** First and last vertex of a row, as [from, to). */
export function verticesOf(shape: ShapeGeometry, row: number): [number, number] {
  const firstRing = shape.ringStart[shape.partStart[row] as number] as number;
  const endRing = shape.ringStart[shape.partStart[row + 1] as number] as number;
  return [shape.vertexStart[firstRing] as number, shape.vertexStart[endRing] as number];
}

/** Points among the shapes, with their rows. */
function pointsAmong(shape: ShapeGeometry): { points: PointGeometry; rows: Uint32Array } {
  const rows: number[] = [];
  const degrees: number[] = [];
  for (let row = 0; row < shape.types.length; row++) {
    if (shape.types[row] !== 1) continue;
    const [from, to] = verticesOf(shape, row);
    for (let v = from; v < to; v++) {
      rows.push(row);
      degrees.push(shape.coordinates[2 * v] as number, shape.coordinates[2 * v + 1] as number);
    }
  }
  return { points: { kind: 'point', coordinates: Float64Array.from(degrees) }, rows: Uint32Array.from(rows) };
}

/** A point in map units. */
export function placeOf({ xy, unit = 1, x0 = 0, y0 = 0 }: PointSet, index: number): [x: number, y: number] {
  return [(xy[2 * index] as number) * unit + x0, (xy[2 * index + 1] as number) * unit + y0];
}

/** Points of a row. One for plain points; found by a scan where points are sorted by cell. */
export function indicesOf(points: PointSet, row: number): number[] {
  if (!points.rows) return row >= 0 && 2 * row < points.xy.length ? [row] : [];
  const out: number[] = [];
  for (let i = points.rows.indexOf(row); i >= 0; i = points.rows.indexOf(row, i + 1)) out.push(i);
  return out;
}

/** Points in the cells under an extent; all of them where there are no cells. */
export function countIn({ grid, xy }: PointSet, extent: Extent): number {
  return grid ? countUnder(grid, extent) : xy.length / 2;
}

/** All points in map units; the array itself where it holds them. */
export function placesIn(points: PointSet): Float64Array {
  const { xy, unit = 1, x0 = 0, y0 = 0 } = points;
  if (xy instanceof Float64Array) return xy;
  const places = new Float64Array(xy.length);
  for (let i = 0; i < xy.length; i += 2) {
    places[i] = (xy[i] as number) * unit + x0;
    places[i + 1] = (xy[i + 1] as number) * unit + y0;
  }
  return places;
}

function* makingPoints(geometry: Geometry, code: string): Generator<number, PointSet> {
  if (geometry.kind === 'none') return EMPTY;
  const { points, rows } = geometry.kind === 'shape' ? pointsAmong(geometry) : { points: geometry, rows: undefined };
  const xy = yield* projecting(points, code);
  const extent = extentOf(xy);
  if (xy.length / 2 < INDEX_FROM || !(extent[0] <= extent[2])) return { xy, rows, extent };
  return yield* gridding(xy, extent, rows);
}

/** From so many vertices on their blocks are made ahead. */
const BLOCKS_AHEAD = 50_000;

/** Vertices in a block: few enough to look at one by one, many enough to be worth a box. */
export const BLOCK = 256;

function blocksOf(xy: Float64Array): Float64Array {
  const blocks = new Float64Array(4 * Math.ceil(xy.length / (2 * BLOCK)));
  for (let block = 0; 4 * block < blocks.length; block++) blocks.set(extentOf(xy, 2 * BLOCK * block, Math.min(xy.length, 2 * BLOCK * (block + 1) + 2)), 4 * block);
  return blocks;
}

function boxesOf(shape: ShapeGeometry, xy: Float64Array): Float64Array {
  const boxes = new Float64Array(4 * shape.types.length);
  for (let row = 0; row < shape.types.length; row++) {
    const [from, to] = verticesOf(shape, row);
    boxes.set(extentOf(xy, 2 * from, 2 * to), 4 * row);
  }
  return boxes;
}

/** The box around boxes. */
function around(boxes: Float64Array): Extent {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < boxes.length; i += 4) {
    minX = Math.min(minX, boxes[i] as number);
    minY = Math.min(minY, boxes[i + 1] as number);
    maxX = Math.max(maxX, boxes[i + 2] as number);
    maxY = Math.max(maxY, boxes[i + 3] as number);
  }
  return [minX, minY, maxX, maxY];
}

/** Twice the signed area of a ring, about its first vertex so that large coordinates keep their digits. */
export function ringArea(xy: Float64Array, from: number, to: number): number {
  const x0 = xy[2 * from] as number;
  const y0 = xy[2 * from + 1] as number;
  let sum = 0;
  for (let v = from; v + 1 < to; v++) {
    const ax = (xy[2 * v] as number) - x0;
    const ay = (xy[2 * v + 1] as number) - y0;
    const bx = (xy[2 * v + 2] as number) - x0;
    const by = (xy[2 * v + 3] as number) - y0;
    sum += ax * by - bx * ay;
  }
  return sum;
}

function reversedRings(shape: ShapeGeometry, xy: Float64Array): Uint8Array {
  const reversed = new Uint8Array(shape.vertexStart.length - 1);
  for (let part = 0; part + 1 < shape.ringStart.length; part++) {
    const shell = shape.ringStart[part] as number;
    const end = shape.ringStart[part + 1] as number;
    for (let ring = shell; ring < end; ring++) {
      const area = ringArea(xy, shape.vertexStart[ring] as number, shape.vertexStart[ring + 1] as number);
      reversed[ring] = area > 0 === (ring === shell) ? 0 : 1;
    }
  }
  return reversed;
}

function makeShapes(source: ShapeGeometry, code: string): ShapeSet {
  const xy = (code === 'EPSG:3857' && knownMercator(source)) || project(source.coordinates, code);
  const boxes = boxesOf(source, xy);
  // Only hits ask for them: the first picture of few vertices does not wait, and the first hit among many does not either.
  let blocks = xy.length / 2 >= BLOCKS_AHEAD ? blocksOf(xy) : undefined;
  return {
    source,
    xy,
    boxes,
    get blocks() {
      return (blocks ??= blocksOf(xy));
    },
    extent: around(boxes),
    reversed: reversedRings(source, xy),
  };
}

/** The points of a geometry in a projection, in steps that go on where others have left off. */
export function* readyingPoints(geometry: Geometry, code: string): Steps<PointSet> {
  const entry = entryOf(geometry, code);
  const steps = (entry.steps ??= makingPoints(geometry, code));
  while (!entry.points) {
    const { done, value } = steps.next();
    if (done) entry.points = value;
    else yield value;
  }
  entry.steps = undefined;
  return entry.points;
}

/** The points of a geometry in a projection. */
export function pointsOf(geometry: Geometry, code: string): PointSet {
  return entryOf(geometry, code).points ?? atOnce(readyingPoints(geometry, code));
}

/** More points than this take longer to get ready than a frame has time. */
const MOST_AT_ONCE = 70_000;

/**
 * The points of a geometry in a projection as soon as they are ready: very many are got ready in slices, from the first call on.
 * Undefined until then.
 */
export function pointsInSlices(geometry: Geometry, code: string): PointSet | undefined {
  if (geometry.kind !== 'point' || pointCount(geometry) < MOST_AT_ONCE) return pointsOf(geometry, code);
  const entry = entryOf(geometry, code);
  if (!entry.points && !entry.making) {
    entry.making = true;
    inSlices(readyingPoints(geometry, code), () => undefined);
  }
  return entry.points;
}

/** The lines and polygons of a geometry in a projection; undefined when it has none. */
export function shapesOf(geometry: Geometry, code: string): ShapeSet | undefined {
  if (geometry.kind !== 'shape') return undefined;
  const entry = entryOf(geometry, code);
  return (entry.shapes ??= makeShapes(geometry, code));
}

/** West, south, east, north of rows in degrees. */
export function boundsOfRows(geometry: Geometry, rows: Iterable<number>): Extent {
  const degrees: number[] = [];
  if (geometry.kind === 'none') return EMPTY.extent;
  for (const row of rows) {
    if (geometry.kind === 'point') {
      degrees.push(...placeAt(geometry, row));
      continue;
    }
    const [from, to] = verticesOf(geometry, row);
    for (let v = from; v < to; v++) degrees.push(geometry.coordinates[2 * v] as number, geometry.coordinates[2 * v + 1] as number);
  }
  return extentOf(Float64Array.from(degrees));
}
