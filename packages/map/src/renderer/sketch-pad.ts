/**
 * Polygons for a picture that lasts one frame, several times faster than exact ones: fills to the middles of pixels, borders as thin lines
 * (Wu 1991). One byte a pixel says what fills it, one how much border there is; colours come afterwards. Pure.
 */
import type { RowPoints } from './row-points.js';

/** Steps of border strength. */
export const STRENGTHS = 16;
const MOST = STRENGTHS - 1;

/** A picture in bytes. */
export class SketchPad {
  width = 0;
  height = 0;
  /** What fills a pixel: a number from 1 on, 0 for nothing. Lines are `stride` long. */
  places = new Uint8Array(0);
  /** How much of a pixel is border, 0 to 15. */
  edges = new Uint8Array(0);
  /** A pixel more than the width on each side, so that a border may stand half outside; a multiple of 32. */
  stride = 0;
  /** Change of the winding number from one pixel to the next. */
  #turns = new Int8Array(0);
  /** One bit a pixel: the winding number changes here. */
  #touched = new Int32Array(0);

  /** Sets the size and empties the picture. */
  begin(width: number, height: number): void {
    const stride = ((width + 2 + 31) >> 5) << 5;
    const size = stride * (height + 2);
    if (size > this.places.length) {
      this.places = new Uint8Array(size);
      this.edges = new Uint8Array(size);
      this.#turns = new Int8Array(size);
      this.#touched = new Int32Array(size >> 5);
    } else {
      this.places.fill(0, 0, size);
      this.edges.fill(0, 0, size);
    }
    this.width = width;
    this.height = height;
    this.stride = stride;
  }

  /**
   * Draws a polygon.
   * @param place What is written where it is, 1–255.
   * @param whole False where borders that two rings have are drawn by the first of them.
   */
  polygon({ xy, twin, ends, backwards, rings, left, top, right, bottom }: RowPoints, place: number, whole: boolean): void {
    const inside = left >= 0 && top >= 0 && right < this.width && bottom < this.height;
    let from = 0;
    for (let ring = 0; ring < rings; ring++) {
      const to = ends[ring] as number;
      const turn = backwards[ring] === 1 ? -1 : 1;
      let x = xy[2 * to - 2] as number;
      let y = xy[2 * to - 1] as number;
      let bare = !whole && twin[to - 1] === 1;
      for (let v = 2 * from; v < 2 * to; v += 2) {
        const nextX = xy[v] as number;
        const nextY = xy[v + 1] as number;
        if (bare && inside) this.#bare(x, y, nextX, nextY, turn);
        else if (inside) this.#edge(x, y, nextX, nextY, turn);
        else this.#edgeOfPart(x, y, nextX, nextY, turn);
        x = nextX;
        y = nextY;
        bare = !whole && twin[v >> 1] === 1;
      }
      from = to;
    }
    this.#fill(place, left, top, right, bottom);
  }

  /** An edge within the picture. The first line and column of the pad lie outside of the picture. */
  #edge(x0: number, y0: number, x1: number, y1: number, turn: number): void {
    if (y0 < y1) this.#down(x0, y0, x1, y1, turn);
    else this.#down(x1, y1, x0, y0, -turn);
  }

  /** An edge whose border is drawn by another polygon. */
  #bare(x0: number, y0: number, x1: number, y1: number, turn: number): void {
    if (y0 < y1) this.#turnsOf(x0, y0, y1, (x1 - x0) / (y1 - y0), turn);
    else if (y0 > y1) this.#turnsOf(x1, y1, y0, (x1 - x0) / (y1 - y0), -turn);
  }

  #down(x0: number, y0: number, x1: number, y1: number, turn: number): void {
    const dx = x1 - x0;
    const dy = y1 - y0;
    if (dx > dy) {
      this.#flat(x0, y0, x1, dy / dx);
      this.#turnsOf(x0, y0, y1, dx / dy, turn);
    } else if (-dx > dy) {
      this.#flat(x1, y1, x0, dy / dx);
      this.#turnsOf(x0, y0, y1, dx / dy, turn);
    } else if (dy > 0) this.#steep(x0, y0, y1, dx / dy, turn);
  }

  /** Where the fill begins or ends along a flat edge. */
  #turnsOf(x0: number, y0: number, y1: number, slope: number, turn: number): void {
    const end = (y1 + 0.5) | 0;
    for (let line = (y0 + 0.5) | 0; line < end; line++) this.#turn(line, (x0 + (line + 0.5 - y0) * slope + 0.5) | 0, turn);
  }

  #turn(line: number, column: number, turn: number): void {
    const at = (line + 1) * this.stride + column + 1;
    this.#turns[at] = (this.#turns[at] as number) + turn;
    this.#touched[at >> 5] = (this.#touched[at >> 5] as number) | (1 << at);
  }

  /** The border of a steep edge, line by line, and where the fill begins or ends. */
  #steep(x0: number, y0: number, y1: number, slope: number, turn: number): void {
    const { edges, stride } = this;
    const turns = this.#turns;
    const touched = this.#touched;
    const first = y0 | 0;
    const last = y1 | 0;
    const begin = (y0 + 0.5) | 0;
    const end = (y1 + 0.5) | 0;
    // At the middle of a line, in 65,536ths of a pixel of the pad; half a pixel less is the pixel whose middle is left of the edge.
    let x = ((x0 + (first + 0.5 - y0) * slope + 0.5) * 65536) | 0;
    const step = (slope * 65536) | 0;
    let base = (first + 1) * stride;
    for (let line = first; line <= last; line++) {
      const at = base + (x >> 16);
      const right = (x >> 12) & MOST;
      if (MOST - right > (edges[at] as number)) edges[at] = MOST - right;
      if (right > (edges[at + 1] as number)) edges[at + 1] = right;
      if (line >= begin && line < end) {
        turns[at + 1] = (turns[at + 1] as number) + turn;
        touched[(at + 1) >> 5] = (touched[(at + 1) >> 5] as number) | (1 << (at + 1));
      }
      x += step;
      base += stride;
    }
  }

  /** The border of a flat edge, column by column from the left. */
  #flat(x0: number, y0: number, x1: number, slope: number): void {
    const { edges, stride } = this;
    const first = x0 | 0;
    const last = x1 | 0;
    let y = ((y0 + (first + 0.5 - x0) * slope + 0.5) * 65536) | 0;
    const step = (slope * 65536) | 0;
    for (let column = first; column <= last; column++) {
      const at = (y >> 16) * stride + column + 1;
      const below = (y >> 12) & MOST;
      if (MOST - below > (edges[at] as number)) edges[at] = MOST - below;
      if (below > (edges[at + stride] as number)) edges[at + stride] = below;
      y += step;
    }
  }

  /** An edge of a polygon that is seen in part: what lies left of the picture counts, what lies elsewhere outside does not. */
  #edgeOfPart(x0: number, y0: number, x1: number, y1: number, turn: number): void {
    const { width, height } = this;
    if ((y0 < 0 && y1 < 0) || (y0 >= height && y1 >= height) || (x0 >= width && x1 >= width)) return;
    if (x0 >= 0 && x1 >= 0 && y0 >= 0 && y1 >= 0 && x0 < width && x1 < width && y0 < height && y1 < height) {
      this.#edge(x0, y0, x1, y1, turn);
      return;
    }
    if (y0 < y1) this.#partDown(x0, y0, x1, y1, turn);
    else this.#partDown(x1, y1, x0, y0, -turn);
  }

  #partDown(x0: number, y0: number, x1: number, y1: number, turn: number): void {
    const { width, height } = this;
    const slope = (x1 - x0) / (y1 - y0);
    const end = Math.min(height, Math.round(y1));
    for (let line = Math.max(0, Math.round(y0)); line < end; line++) {
      const x = x0 + (line + 0.5 - y0) * slope;
      if (x < width) this.#turn(line, Math.max(0, Math.round(x)), turn);
    }
    this.#partBorder(x0, y0, x1, y1);
  }

  /** The border along what is seen of an edge, which runs downwards. */
  #partBorder(x0: number, y0: number, x1: number, y1: number): void {
    const dx = x1 - x0;
    const dy = y1 - y0;
    // Cut to the picture (Liang and Barsky 1984).
    let from = 0;
    let to = 1;
    const cut = (delta: number, low: number, high: number) => {
      if (delta === 0) return low <= 0 && high >= 0;
      from = Math.max(from, Math.min(low / delta, high / delta));
      to = Math.min(to, Math.max(low / delta, high / delta));
      return from < to;
    };
    if (!cut(dx, -x0, this.width - 1 - x0) || !cut(dy, -y0, this.height - 1 - y0)) return;
    // The fill has been counted already.
    this.#down(Math.max(0, x0 + dx * from), Math.max(0, y0 + dy * from), Math.max(0, x0 + dx * to), Math.max(0, y0 + dy * to), 0);
  }

  #fill(place: number, left: number, top: number, right: number, bottom: number): void {
    const { width, height, stride } = this;
    const firstWord = Math.max(0, Math.floor(left)) >> 5;
    const lastWord = Math.max(0, Math.min(width, Math.ceil(right) + 1)) >> 5;
    const end = Math.min(height, Math.ceil(bottom) + 1);
    for (let line = Math.max(0, Math.floor(top)); line < end; line++) this.#fillLine(place, (line + 1) * stride, firstWord, lastWord);
  }

  #fillLine(place: number, base: number, firstWord: number, lastWord: number): void {
    const { places } = this;
    const turns = this.#turns;
    const touched = this.#touched;
    const words = base >> 5;
    let winding = 0;
    let start = 0;
    for (let word = words + firstWord; word <= words + lastWord; word++) {
      let bits = touched[word] as number;
      if (bits === 0) continue;
      touched[word] = 0;
      while (bits !== 0) {
        const bit = bits & -bits;
        bits ^= bit;
        const at = (word << 5) + 31 - Math.clz32(bit);
        if (winding !== 0) for (let k = start; k < at; k++) places[k] = place;
        winding += turns[at] as number;
        turns[at] = 0;
        start = at;
      }
    }
    if (winding === 0) return;
    const end = base + this.width + 1;
    for (let k = start; k < end; k++) places[k] = place;
  }
}
