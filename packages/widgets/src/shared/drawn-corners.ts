/** The corners of an area or a line that is being drawn. */
import { plainShapes, tableFromColumns, type Table } from '@yizhangtu/data/model';

/** Longitude and latitude in degrees. */
export type Corner = readonly [lon: number, lat: number];

/** Nearer to the last corner than this, in CSS pixels, is the second click of a double one. */
const SAME = 4;

/** A corner with where it was on the screen when it was set. */
export interface DrawnCorner {
  readonly lonLat: Corner;
  readonly pixel: readonly [x: number, y: number];
}

/** Corners with one more; the same list where it is the last one again. */
export function withCorner(corners: readonly DrawnCorner[], next: DrawnCorner): readonly DrawnCorner[] {
  const last = corners[corners.length - 1];
  return last && Math.hypot(last.pixel[0] - next.pixel[0], last.pixel[1] - next.pixel[1]) < SAME ? corners : [...corners, next];
}

/** The corners as a closed ring; empty for fewer than two. */
export function ringOf(corners: readonly DrawnCorner[]): Corner[] {
  const [first] = corners;
  return first && corners.length > 1 ? [...corners.map(({ lonLat }) => lonLat), first.lonLat] : [];
}

/** The area as a table of one row. */
export function areaTable(corners: readonly DrawnCorner[], name: string): Table {
  return tableFromColumns({ geometry: plainShapes('polygon', [ringOf(corners)]), columns: { name: [name] } });
}

/** The line from corner to corner as a table of one row; without a line while there is one corner. */
export function lineTable(corners: readonly Corner[]): Table {
  return tableFromColumns({ geometry: plainShapes('line', [corners.length > 1 ? corners : []]), columns: { name: [''] } });
}

/** The corners as points. */
export function cornerTable(corners: readonly DrawnCorner[]): Table {
  return tableFromColumns({ coordinates: Float64Array.from(corners.flatMap(({ lonLat }) => [...lonLat])), columns: { number: corners.map((_, at) => at + 1) } });
}
