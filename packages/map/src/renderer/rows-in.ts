/** Rows that touch a box, for the selection by a box. Pure; in degrees, so that it holds in every projection. */
import type { Geometry, ShapeGeometry } from '@yizhangtu/data/model';
import { eachPiece } from '@yizhangtu/data/points';
import { verticesOf } from './geometry.js';
import { extentOf } from './grid-index.js';
import type { Extent } from './view.js';

/** The box, in every turn of the world in which data may lie; east of 180° it is cut into what lies on each side. */
function turnsOf([west, south, east, north]: Extent): Extent[] {
  const end = east < west ? east + 360 : east;
  return [0, -360, 360, -720, 720].map((turn) => [west + turn, south, end + turn, north] as const);
}

function holds([west, south, east, north]: Extent, x: number, y: number): boolean {
  return x >= west && x <= east && y >= south && y <= north;
}

/** Whether a segment meets a box (Liang–Barsky). */
export function segmentMeets([west, south, east, north]: Extent, ax: number, ay: number, bx: number, by: number): boolean {
  let from = 0;
  let to = 1;
  const clip = (delta: number, low: number, high: number): boolean => {
    if (delta === 0) return low <= 0 && high >= 0;
    const first = Math.min(low / delta, high / delta);
    const last = Math.max(low / delta, high / delta);
    from = Math.max(from, first);
    to = Math.min(to, last);
    return from <= to;
  };
  return clip(bx - ax, west - ax, east - ax) && clip(by - ay, south - ay, north - ay);
}

function ringMeets(box: Extent, xy: Float64Array, from: number, to: number): boolean {
  if (to - from === 1) return holds(box, xy[2 * from] as number, xy[2 * from + 1] as number);
  for (let v = from; v + 1 < to; v++)
    if (segmentMeets(box, xy[2 * v] as number, xy[2 * v + 1] as number, xy[2 * v + 2] as number, xy[2 * v + 3] as number)) return true;
  return false;
}

/** Even-odd over all rings of a row. */
function contains(shape: ShapeGeometry, row: number, x: number, y: number): boolean {
  const { coordinates: xy, vertexStart, ringStart, partStart } = shape;
  let inside = false;
  const end = ringStart[partStart[row + 1] as number] as number;
  for (let ring = ringStart[partStart[row] as number] as number; ring < end; ring++)
    for (let v = vertexStart[ring] as number; v + 1 < (vertexStart[ring + 1] as number); v++) {
      const ay = xy[2 * v + 1] as number;
      const by = xy[2 * v + 3] as number;
      if (ay > y === by > y) continue;
      const ax = xy[2 * v] as number;
      if (x < ax + ((y - ay) / (by - ay)) * ((xy[2 * v + 2] as number) - ax)) inside = !inside;
    }
  return inside;
}

function rowMeets(shape: ShapeGeometry, row: number, box: Extent): boolean {
  const { coordinates, vertexStart, ringStart, partStart } = shape;
  if (shape.types[row] === 1) {
    const [from, to] = verticesOf(shape, row);
    for (let v = from; v < to; v++) if (holds(box, coordinates[2 * v] as number, coordinates[2 * v + 1] as number)) return true;
    return false;
  }
  const end = ringStart[partStart[row + 1] as number] as number;
  for (let ring = ringStart[partStart[row] as number] as number; ring < end; ring++)
    if (ringMeets(box, coordinates, vertexStart[ring] as number, vertexStart[ring + 1] as number)) return true;
  return shape.types[row] === 3 && contains(shape, row, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
}

function shapesIn(shape: ShapeGeometry, slotOf: Uint16Array, type: 1 | 2 | 3, boxes: readonly Extent[]): number[] {
  const rows: number[] = [];
  for (let row = 0; row < slotOf.length; row++) {
    if (!slotOf[row] || shape.types[row] !== type) continue;
    const [from, to] = verticesOf(shape, row);
    // Beside its box or within it, no side of a row needs to be looked at. Without a place, west is beyond east.
    const [left, bottom, right, top] = extentOf(shape.coordinates, 2 * from, 2 * to);
    const meets = ([west, south, east, north]: Extent): boolean => left <= east && right >= west && bottom <= north && top >= south;
    const within = ([west, south, east, north]: Extent): boolean => left >= west && right <= east && bottom >= south && top <= north;
    if (boxes.some((box) => meets(box) && (within(box) || rowMeets(shape, row, box)))) rows.push(row);
  }
  return rows;
}

/**
 * Drawn rows that touch a box in degrees; west > east crosses 180°.
 * @param slotOf Row → slot, 0 = not drawn.
 * @param type 1 points, 2 lines, 3 polygons.
 */
export function rowsIn(geometry: Geometry, slotOf: Uint16Array, type: 1 | 2 | 3, bounds: Extent): number[] {
  if (geometry.kind === 'none' || (geometry.kind === 'point' && type !== 1)) return [];
  const boxes = turnsOf(bounds);
  if (geometry.kind === 'shape') return shapesIn(geometry, slotOf, type, boxes);
  const rows: number[] = [];
  const [, south, , north] = bounds;
  const wests = boxes.map(([west]) => west);
  const easts = boxes.map(([, , east]) => east);
  eachPiece(geometry, (degrees, start) => {
    // Written out, because a million points are asked.
    for (let i = 0; i < degrees.length; i += 2) {
      const row = (start + i) / 2;
      const lon = degrees[i] as number;
      const lat = degrees[i + 1] as number;
      if (!(lat >= south && lat <= north) || !slotOf[row]) continue;
      for (let turn = 0; turn < wests.length; turn++) {
        if (!(lon >= (wests[turn] as number) && lon <= (easts[turn] as number))) continue;
        rows.push(row);
        break;
      }
    }
  });
  return rows;
}
