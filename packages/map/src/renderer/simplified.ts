/**
 * Lines and rings with no more vertices than a zoom can show: places are rounded to a grid finer than a pixel, and what falls together or
 * lies on a straight line is left out. A place rounds the same way in every shape that has it, so shared borders stay shared.
 * Made row by row when a row is first seen at a zoom, so nothing waits for rows that nobody looks at. Pure.
 */
import type { ShapeSet } from './geometry.js';
import { thinRing } from './thin-ring.js';

/** Step of the grid at most, device px. */
const STEP = 0.35;
/** For pictures that last one frame: twice the area a vertex is worth if it may be left out, in squares of steps; and how often. */
const THIN = { most: 8, passes: 4 };
/** Steps from the origin of the data that a number can hold. */
const FURTHEST = 2 ** 30;

/** The grid for a scale: each level is twice as coarse as the one before. */
export function levelOf(scale: number, step = STEP): number {
  return Math.floor(Math.log2(step / scale));
}

/** The shapes of a set at one level. */
export class Simplified {
  /** Map units a step. */
  readonly step: number;
  readonly originX: number;
  readonly originY: number;
  /** For each ring of a row seen so far: twice the number of vertices, plus 1 if it is walked backwards; then their x and y in steps. After the last ring 0. */
  data: Int32Array<ArrayBuffer> = new Int32Array(4096);
  readonly #shapes: ShapeSet;
  readonly #thin: boolean;
  readonly #starts: Int32Array;
  #used = 1;

  /** @param thin Polygons lose what hardly changes their shape, for pictures that last one frame. */
  constructor(shapes: ShapeSet, level: number, thin = false) {
    this.#shapes = shapes;
    this.#thin = thin;
    this.step = 2 ** level;
    // A multiple of the step, so that a level is a refinement of the next one.
    this.originX = Math.floor(shapes.extent[0] / this.step) * this.step;
    this.originY = Math.floor(shapes.extent[1] / this.step) * this.step;
    this.#starts = new Int32Array(shapes.source.types.length);
  }

  /** Whether places can be counted in steps at this level; deep in the map the data would be further apart than numbers reach. */
  static reaches({ extent }: ShapeSet, level: number): boolean {
    const step = 2 ** level;
    return (extent[2] - extent[0]) / step < FURTHEST && (extent[3] - extent[1]) / step < FURTHEST;
  }

  /** Where the rings of a row begin in `data`. */
  start(row: number): number {
    return (this.#starts[row] as number) || this.#add(row);
  }

  #add(row: number): number {
    const { partStart, ringStart, vertexStart, types } = this.#shapes.source;
    const start = this.#used;
    this.#starts[row] = start;
    const end = ringStart[partStart[row + 1] as number] as number;
    for (let ring = ringStart[partStart[row] as number] as number; ring < end; ring++)
      this.#addRing(ring, vertexStart[ring] as number, vertexStart[ring + 1] as number, types[row] === 3);
    this.#reserve(1);
    this.data[this.#used++] = 0;
    return start;
  }

  #reserve(more: number): void {
    if (this.#used + more <= this.data.length) return;
    const grown = new Int32Array(Math.ceil((this.#used + more) * 1.5));
    grown.set(this.data);
    this.data = grown;
  }

  #addRing(ring: number, from: number, to: number, closed: boolean): void {
    this.#reserve(2 * (to - from) + 2);
    const { data, originX, originY } = this;
    const { xy } = this.#shapes;
    const steps = 1 / this.step;
    const head = this.#used;
    const first = head + 1;
    let at = first;
    for (let v = from; v < to; v++) {
      const mapX = xy[2 * v] as number;
      const mapY = xy[2 * v + 1] as number;
      // NaN and Infinity: a place that cannot be drawn.
      if (mapX - mapX !== 0 || mapY - mapY !== 0) continue;
      const x = Math.round((mapX - originX) * steps);
      const y = Math.round((mapY - originY) * steps);
      if (at > first) {
        const dx = x - (data[at - 2] as number);
        const dy = y - (data[at - 1] as number);
        if (dx === 0 && dy === 0) continue;
        if (at > first + 2) {
          const beforeX = (data[at - 2] as number) - (data[at - 4] as number);
          const beforeY = (data[at - 1] as number) - (data[at - 3] as number);
          if (beforeX * dy === beforeY * dx && beforeX * dx + beforeY * dy > 0) at -= 2;
        }
      }
      data[at++] = x;
      data[at++] = y;
    }
    if (closed && at > first + 2 && data[at - 2] === data[first] && data[at - 1] === data[first + 1]) at -= 2;
    if (closed && this.#thin) at = thinRing(data, first, at, THIN.most, THIN.passes);
    // Pairs of numbers, so the distance is twice the number of vertices.
    data[head] = (at - first) | (this.#shapes.reversed[ring] as number);
    // A ring without a place is no ring; 0 would end the row.
    this.#used = at === first ? head : at;
  }
}
