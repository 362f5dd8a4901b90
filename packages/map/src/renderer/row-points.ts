/** The vertices of one row in pixels of a picture. Reused from row to row. Pure. */
import type { ShapeSet } from './geometry.js';
import type { Vertices } from './vertices.js';

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
  /** Vertex → 1 where the border that begins there belongs to an earlier ring too. */
  twin = new Uint8Array(512);
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

  /** Reads a row. Places that cannot be drawn (NaN, Infinity) and a vertex at the place of the one before are left out. */
  read({ source, reversed }: ShapeSet, vertices: Vertices, row: number, placing: Placing): void {
    const { partStart, ringStart, types } = source;
    this.rings = 0;
    this.left = this.top = Infinity;
    this.right = this.bottom = -Infinity;
    const closed = types[row] === 3;
    const end = ringStart[partStart[row + 1] as number] as number;
    let used = 0;
    for (let ring = ringStart[partStart[row] as number] as number; ring < end; ring++) {
      const to = this.#ring(vertices, ring, used, closed, placing);
      if (to === used) continue;
      this.backwards[this.rings] = reversed[ring] as number;
      this.ends[this.rings++] = to;
      used = to;
    }
  }

  /** Reads a ring behind the vertices there are and answers how many there are then. */
  #ring({ xy: map, start, rank, least, twin: twins }: Vertices, ring: number, used: number, closed: boolean, { a, b, e, f }: Placing): number {
    const from = start[ring] as number;
    const to = start[ring + 1] as number;
    this.#room(used + to - from);
    const { xy, twin } = this;
    let { left, top, right, bottom } = this;
    const first = 2 * used;
    let at = first;
    let lastX = NaN;
    let lastY = NaN;
    for (let v = 2 * from; v < 2 * to; v += 2) {
      if (rank && (rank[v >> 1] as number) < least) continue;
      const mapX = map[v] as number;
      const mapY = map[v + 1] as number;
      const x = a * mapX + b * mapY + e;
      const y = b * mapX - a * mapY + f;
      if (x - x !== 0 || y - y !== 0 || (x === lastX && y === lastY)) continue;
      twin[at >> 1] = twins ? (twins[v >> 1] as number) : 0;
      xy[at++] = lastX = x;
      xy[at++] = lastY = y;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
    if (closed && at > first + 2 && lastX === xy[first] && lastY === xy[first + 1]) at -= 2;
    this.left = left;
    this.top = top;
    this.right = right;
    this.bottom = bottom;
    return at / 2;
  }

  #room(vertices: number): void {
    if (2 * vertices > this.xy.length) {
      const grown = new Float64Array(4 * vertices);
      grown.set(this.xy);
      this.xy = grown;
      const twin = new Uint8Array(2 * vertices);
      twin.set(this.twin);
      this.twin = twin;
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
}
