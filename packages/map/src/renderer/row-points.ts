/** The vertices of one row in pixels of a picture, simplified for the zoom. Reused from row to row. Pure. */
import type { ShapeSet } from './geometry.js';
import type { Simplified } from './simplified.js';

/** An affine map of a similarity: x' = a·x + b·y + e, y' = b·x − a·y + f. */
export interface Placing {
  readonly a: number;
  readonly b: number;
  readonly e: number;
  readonly f: number;
}

/** Reads rows into one array. */
export class RowPoints {
  xy = new Float64Array(1024);
  /** Rings read. */
  rings = 0;
  /** Ring → end of its vertices in `xy`. */
  ends = new Int32Array(64);
  /** Ring → 1 if it must be walked backwards, so that shells and holes turn opposite ways. */
  backwards = new Uint8Array(64);
  left = 0;
  top = 0;
  right = 0;
  bottom = 0;

  /** Reads a row from what has been simplified for the zoom. */
  readSimplified(source: Simplified, row: number, { a, b, e, f }: Placing): void {
    let at = source.start(row);
    const { data, step, originX, originY } = source;
    const p = a * step;
    const q = b * step;
    const x0 = a * originX + b * originY + e;
    const y0 = b * originX - a * originY + f;
    this.#begin();
    let vertices = 0;
    for (let head = data[at] as number; head !== 0; head = data[at] as number) {
      const count = head >> 1;
      this.#room(vertices + count);
      const { xy } = this;
      this.backwards[this.rings] = head & 1;
      at++;
      for (let i = 0; i < count; i++, at += 2) {
        const x = data[at] as number;
        const y = data[at + 1] as number;
        xy[2 * vertices] = p * x + q * y + x0;
        xy[2 * vertices + 1] = q * x - p * y + y0;
        vertices++;
      }
      this.ends[this.rings++] = vertices;
    }
    this.#measure(vertices);
  }

  /** Reads a row as it is. */
  readExact({ source, reversed, xy: map }: ShapeSet, row: number, { a, b, e, f }: Placing): void {
    this.#begin();
    let vertices = 0;
    const end = source.ringStart[source.partStart[row + 1] as number] as number;
    for (let ring = source.ringStart[source.partStart[row] as number] as number; ring < end; ring++) {
      const to = source.vertexStart[ring + 1] as number;
      const first = vertices;
      this.#room(vertices + to - (source.vertexStart[ring] as number));
      const { xy } = this;
      for (let v = source.vertexStart[ring] as number; v < to; v++) {
        const x = a * (map[2 * v] as number) + b * (map[2 * v + 1] as number) + e;
        const y = b * (map[2 * v] as number) - a * (map[2 * v + 1] as number) + f;
        if (x - x !== 0 || y - y !== 0) continue;
        xy[2 * vertices] = x;
        xy[2 * vertices + 1] = y;
        vertices++;
      }
      if (vertices === first) continue;
      this.backwards[this.rings] = reversed[ring] as number;
      this.ends[this.rings++] = vertices;
    }
    this.#measure(vertices);
  }

  #begin(): void {
    this.rings = 0;
  }

  #room(vertices: number): void {
    if (2 * vertices > this.xy.length) {
      const grown = new Float64Array(4 * vertices);
      grown.set(this.xy);
      this.xy = grown;
    }
    if (this.rings + 1 >= this.ends.length) {
      const grown = new Int32Array(2 * this.ends.length);
      grown.set(this.ends);
      this.ends = grown;
      const backwards = new Uint8Array(grown.length);
      backwards.set(this.backwards);
      this.backwards = backwards;
    }
  }

  #measure(vertices: number): void {
    const { xy } = this;
    let left = Infinity;
    let top = Infinity;
    let right = -Infinity;
    let bottom = -Infinity;
    for (let i = 0; i < 2 * vertices; i += 2) {
      const x = xy[i] as number;
      const y = xy[i + 1] as number;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
    this.left = left;
    this.top = top;
    this.right = right;
    this.bottom = bottom;
  }
}
