/** A good place for the label of a line or polygon, in map units. Pure. */
import { ringArea, type ShapeSet } from './geometry.js';

/** Where vertices are: map units, or degrees. */
type Placed = Pick<ShapeSet, 'xy' | 'source'>;

/** Middle of the widest stretch of a polygon part on a horizontal line; undefined if the line misses it. */
function widestStretch(shapes: Placed, part: number, y: number): number | undefined {
  const { xy, source } = shapes;
  const crossings: number[] = [];
  for (let ring = source.ringStart[part] as number; ring < (source.ringStart[part + 1] as number); ring++) {
    for (let v = source.vertexStart[ring] as number; v + 1 < (source.vertexStart[ring + 1] as number); v++) {
      const ay = xy[2 * v + 1] as number;
      const by = xy[2 * v + 3] as number;
      if (ay > y === by > y) continue;
      const ax = xy[2 * v] as number;
      crossings.push(ax + ((y - ay) / (by - ay)) * ((xy[2 * v + 2] as number) - ax));
    }
  }
  crossings.sort((p, q) => p - q);
  let best: number | undefined;
  let widest = 0;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const from = crossings[i] as number;
    const to = crossings[i + 1] as number;
    if (to - from <= widest) continue;
    widest = to - from;
    best = (from + to) / 2;
  }
  return best;
}

/** Part of a row whose first ring is largest by a measure. */
function mainPart(shapes: Placed, row: number, measure: (from: number, to: number) => number): number {
  const { partStart, ringStart, vertexStart } = shapes.source;
  let best = partStart[row] as number;
  let most = -1;
  for (let part = best; part < (partStart[row + 1] as number); part++) {
    const ring = ringStart[part] as number;
    const value = measure(vertexStart[ring] as number, vertexStart[ring + 1] as number);
    if (value <= most) continue;
    most = value;
    best = part;
  }
  return best;
}

/** Height of the centre of gravity of a ring. */
function middleHeight(xy: Float64Array, from: number, to: number): number {
  const y0 = xy[2 * from + 1] as number;
  const x0 = xy[2 * from] as number;
  let area = 0;
  let sum = 0;
  for (let v = from; v + 1 < to; v++) {
    const ax = (xy[2 * v] as number) - x0;
    const ay = (xy[2 * v + 1] as number) - y0;
    const bx = (xy[2 * v + 2] as number) - x0;
    const by = (xy[2 * v + 3] as number) - y0;
    const cross = ax * by - bx * ay;
    area += cross;
    sum += (ay + by) * cross;
  }
  return area === 0 ? y0 : y0 + sum / (3 * area);
}

/** A place inside a polygon: at the height of its centre of gravity, in the middle of the widest stretch there. */
export function polygonLabelPlace(shapes: Placed, row: number): [number, number] {
  const part = mainPart(shapes, row, (from, to) => Math.abs(ringArea(shapes.xy, from, to)));
  const ring = shapes.source.ringStart[part] as number;
  const from = shapes.source.vertexStart[ring] as number;
  const y = middleHeight(shapes.xy, from, shapes.source.vertexStart[ring + 1] as number);
  const x = widestStretch(shapes, part, y);
  return x === undefined ? [shapes.xy[2 * from] as number, shapes.xy[2 * from + 1] as number] : [x, y];
}

function lengthOf(xy: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let v = from; v + 1 < to; v++)
    sum += Math.hypot((xy[2 * v + 2] as number) - (xy[2 * v] as number), (xy[2 * v + 3] as number) - (xy[2 * v + 1] as number));
  return sum;
}

/** The middle of the longest part of a line, measured along it. */
export function lineLabelPlace(shapes: Placed, row: number): [number, number] {
  const { xy, source } = shapes;
  const ring = source.ringStart[mainPart(shapes, row, (from, to) => lengthOf(xy, from, to))] as number;
  const from = source.vertexStart[ring] as number;
  const to = source.vertexStart[ring + 1] as number;
  let left = lengthOf(xy, from, to) / 2;
  for (let v = from; v + 1 < to; v++) {
    const step = lengthOf(xy, v, v + 2);
    if (step >= left && step > 0) {
      const part = left / step;
      const at = (index: number) => (xy[index] as number) + part * ((xy[index + 2] as number) - (xy[index] as number));
      return [at(2 * v), at(2 * v + 1)];
    }
    left -= step;
  }
  return [xy[2 * from] as number, xy[2 * from + 1] as number];
}
