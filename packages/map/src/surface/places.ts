/** One place a row, for layers that count rows: points as they are, of lines and polygons a place on or in them. */
import type { Geometry, ShapeGeometry } from '@yizhangtu/data/model';
import { atOnce, type Steps } from '@yizhangtu/data/steps';
import { readyingPoints, shapesOf, verticesOf, type PointSet } from '../renderer/geometry.js';
import { extentOf } from '../renderer/grid-index.js';
import { lineLabelPlace, polygonLabelPlace } from '../renderer/label-place.js';
import { project } from '../renderer/project.js';
import type { Extent } from '../renderer/view.js';
import { EqualArea } from '../ground/equal-area.js';

/** Places in degrees; `rows` is absent when place i is row i. */
export interface Places {
  readonly degrees: Float64Array;
  readonly rows?: Uint32Array;
}

/** Places in metres on an equal-area plane. */
export interface Plane {
  readonly area: EqualArea;
  readonly xy: Float32Array;
  readonly rows?: Uint32Array;
  /** Metres. */
  readonly extent: Extent;
}

/** Enough places to know where the middle of the data is. */
const SAMPLE = 4096;
const RAD = Math.PI / 180;

function shapePlaces(geometry: ShapeGeometry): Places {
  const shapes = shapesOf(geometry, 'EPSG:4326');
  const degrees: number[] = [];
  const rows: number[] = [];
  for (let row = 0; row < geometry.types.length; row++) {
    const type = geometry.types[row];
    const [from, to] = verticesOf(geometry, row);
    if (type === 1) for (let v = from; v < to; v++) degrees.push(geometry.coordinates[2 * v] as number, geometry.coordinates[2 * v + 1] as number);
    else if (type !== 0 && shapes) degrees.push(...(type === 3 ? polygonLabelPlace(shapes, row) : lineLabelPlace(shapes, row)));
    while (2 * rows.length < degrees.length) rows.push(row);
  }
  return { degrees: Float64Array.from(degrees), rows: Uint32Array.from(rows) };
}

const shapePlacesKept = new WeakMap<Geometry, Places>();

/** The places of a geometry. */
export function placesOf(geometry: Geometry): Places {
  if (geometry.kind === 'none') return { degrees: new Float64Array(0) };
  if (geometry.kind === 'point') return { degrees: geometry.coordinates };
  let kept = shapePlacesKept.get(geometry);
  if (!kept) shapePlacesKept.set(geometry, (kept = shapePlaces(geometry)));
  return kept;
}

const projectedKept = new WeakMap<Geometry, { code: string; points: PointSet }>();

/** The places in map units, in steps. Points share what point layers of the same data have made. */
export function* projectedSteps(geometry: Geometry, code: string): Steps<PointSet> {
  if (geometry.kind !== 'shape') return yield* readyingPoints(geometry, code);
  const kept = projectedKept.get(geometry);
  if (kept?.code === code) return kept.points;
  const { degrees, rows } = placesOf(geometry);
  yield 0;
  const xy = project(degrees, code);
  const points: PointSet = { xy, extent: extentOf(xy), ...(rows && { rows }) };
  projectedKept.set(geometry, { code, points });
  return points;
}

/**
 * The middle of places, to whole degrees: data of the same city then share one lattice. A mean of directions, not of numbers, so that
 * data on both sides of 180° have their middle between them.
 */
export function middleOf(degrees: Float64Array): [lon: number, lat: number] {
  const count = degrees.length / 2;
  const step = Math.max(1, Math.floor(count / SAMPLE));
  let [x, y, z] = [0, 0, 0];
  for (let i = 0; i < count; i += step) {
    const lon = (degrees[2 * i] as number) * RAD;
    const lat = (degrees[2 * i + 1] as number) * RAD;
    if (!(lon === lon && Math.abs(lat) <= Math.PI / 2)) continue;
    x += Math.cos(lat) * Math.cos(lon);
    y += Math.cos(lat) * Math.sin(lon);
    z += Math.sin(lat);
  }
  // Adding 0 turns −0 into 0.
  return [Math.round(Math.atan2(y, x) / RAD) + 0, Math.round(Math.atan2(z, Math.hypot(x, y)) / RAD) + 0];
}

/** Places put on the plane between two pauses. */
const STEP = 32_768;

/** Grows an extent by some places. */
function widen(extent: [number, number, number, number], xy: Float32Array, from: number, to: number): void {
  let [minX, minY, maxX, maxY] = extent;
  for (let i = 2 * from; i < 2 * to; i += 2) {
    const x = xy[i] as number;
    const y = xy[i + 1] as number;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  extent.splice(0, 4, minX, minY, maxX, maxY);
}

const planes = new WeakMap<Geometry, Plane>();

/** The places of a geometry on the plane about their middle. Made once. */
export function planeOf(geometry: Geometry): Plane {
  return atOnce(planeSteps(geometry));
}

/** The same in steps. */
export function* planeSteps(geometry: Geometry): Steps<Plane> {
  const kept = planes.get(geometry);
  if (kept) return kept;
  const { degrees, rows } = placesOf(geometry);
  const area = new EqualArea(...middleOf(degrees));
  const xy = new Float32Array(degrees.length);
  const extent: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const count = degrees.length / 2;
  for (let from = 0; from < count; from += STEP) {
    const to = Math.min(count, from + STEP);
    area.forwardInto(degrees, xy, from, to);
    widen(extent, xy, from, to);
    yield from / count;
  }
  const plane: Plane = { area, xy, extent, ...(rows && { rows }) };
  planes.set(geometry, plane);
  return plane;
}
