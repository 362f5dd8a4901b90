/** Rows of lines or polygons as pixels, kept by row: from then on colours, filters and order are a matter of pixels. */
import { Coverage } from './coverage.js';
import { eachDash } from './dashes.js';
import { FragmentList } from './fragment-list.js';
import type { ShapeSet } from './geometry.js';
import { stripRing } from './hairline.js';
import { outline } from './outline.js';
import { RowPoints, type Placing } from './row-points.js';
import { ShapeSketch } from './shape-sketch.js';
import type { Vertices } from './vertices.js';

/** Where a list has the pixels of an item: spans and pixels from here to those of the next item. */
export interface Fragments {
  readonly pixels: Int32Array;
  readonly spans: Int32Array;
  /** Item → first pixel; one more entry than there are items. */
  readonly pixelStart: Uint32Array;
  readonly spanStart: Uint32Array;
}

/** What rasterising leaves. The lower parts are fills of polygons or casings of lines, the upper ones borders or the lines themselves. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Item → row. */
  readonly rows: Uint32Array;
  /** Item → how far the data was moved to the world it is seen in, map units. */
  readonly shifts: Float64Array;
  readonly lower: Fragments;
  readonly upper: Fragments;
}

/** What is rasterised. */
export interface RasterInput {
  readonly shapes: ShapeSet;
  readonly vertices: Vertices;
  readonly width: number;
  readonly height: number;
  readonly placing: Placing;
  /** Moves the data to the world that is seen: map units, and the rows seen there. */
  readonly worlds: readonly { readonly shift: number; readonly rows: Iterable<number> }[];
  /** Half the width of borders, or of lines; device px. 0 for none. */
  readonly upper: number;
  /** Half the width of casings; `fill` for polygons. */
  readonly lower: number | 'fill';
  /** Lines end where they began: rings around polygons. */
  readonly closed?: boolean;
  /** Lengths of dashes and gaps of lines, device px, an even number of them. */
  readonly dash?: readonly number[] | undefined;
}

class Part {
  readonly list = new FragmentList();
  pixelStart: number[] = [0];
  spanStart: number[] = [0];

  begin(): void {
    this.list.clear();
    this.pixelStart = [0];
    this.spanStart = [0];
  }

  endItem(): void {
    this.pixelStart.push(this.list.pixelCount);
    this.spanStart.push(this.list.spanCount);
  }

  /** @param lasting False where the answer is used before the next raster: nothing is copied then. */
  taken(lasting: boolean): Fragments {
    const { list } = this;
    const starts = { pixelStart: Uint32Array.from(this.pixelStart), spanStart: Uint32Array.from(this.spanStart) };
    if (!lasting) return { pixels: list.pixels, spans: list.spans, ...starts };
    return { pixels: list.pixels.slice(0, list.pixelCount), spans: list.spans.slice(0, list.spanCount), ...starts };
  }
}

/** Turns rows into pixels. One for a page is enough: it is empty between two rasters. */
export class Rasterizer {
  /** Pictures that last one frame. */
  readonly sketch = new ShapeSketch();
  readonly #points = new RowPoints();
  readonly #pad = new Coverage();
  readonly #lower = new Part();
  readonly #upper = new Part();

  /** @param lasting False: the answer is valid until the next call. */
  raster(input: RasterInput, lasting = true): Raster {
    const { width, height } = input;
    this.#pad.resize(width, height);
    this.#lower.begin();
    this.#upper.begin();
    const rows: number[] = [];
    const shifts: number[] = [];
    for (const world of input.worlds) {
      const placing = shifted(input.placing, world.shift);
      for (const row of world.rows) {
        if (!this.#row(input, row, placing)) continue;
        rows.push(row);
        shifts.push(world.shift);
      }
    }
    const items = { rows: Uint32Array.from(rows), shifts: Float64Array.from(shifts) };
    return { width, height, ...items, lower: this.#lower.taken(lasting), upper: this.#upper.taken(lasting) };
  }

  /** False where the row is not seen. */
  #row(input: RasterInput, row: number, placing: Placing): boolean {
    this.#points.read(input.shapes, input.vertices, row, placing);
    const reach = Math.max(input.upper, input.lower === 'fill' ? 0 : input.lower);
    const { left, top, right, bottom } = this.#points;
    if (!(left < input.width + reach && right > -reach && top < input.height + reach && bottom > -reach)) return false;
    if (input.lower === 'fill') this.#fill();
    else this.#stroke(input.lower, this.#lower, input);
    this.#lower.endItem();
    if (input.upper > 0 && input.lower === 'fill') this.#border(input.upper);
    else if (input.upper > 0) this.#stroke(input.upper, this.#upper, input);
    this.#upper.endItem();
    return true;
  }

  #fill(): void {
    const pad = this.#pad;
    const { xy, ends, backwards, rings, left, top, right, bottom } = this.#points;
    let from = 0;
    for (let ring = 0; ring < rings; ring++) {
      const to = ends[ring] as number;
      const back = backwards[ring] === 1;
      let x = xy[2 * to - 2] as number;
      let y = xy[2 * to - 1] as number;
      for (let v = from; v < to; v++) {
        const nextX = xy[2 * v] as number;
        const nextY = xy[2 * v + 1] as number;
        if (back) pad.edge(nextX, nextY, x, y);
        else pad.edge(x, y, nextX, nextY);
        x = nextX;
        y = nextY;
      }
      from = to;
    }
    pad.sweep(this.#lower.list, [left, top, right, bottom]);
  }

  #border(half: number): void {
    const { xy, ends, rings, left, top, right, bottom } = this.#points;
    let from = 0;
    for (let ring = 0; ring < rings; ring++) {
      const to = ends[ring] as number;
      stripRing(this.#pad, xy, from, to, half);
      from = to;
    }
    const reach = 2 * half + 1;
    this.#pad.gather(this.#upper.list, [left - reach, top - reach, right + reach, bottom + reach]);
  }

  #stroke(half: number, part: Part, { closed, dash, width, height }: RasterInput): void {
    const pad = this.#pad;
    const { xy, ends, rings, left, top, right, bottom } = this.#points;
    let from = 0;
    for (let ring = 0; ring < rings; ring++) {
      const to = ends[ring] as number;
      if (dash) eachDash(xy, from, to, dash, { width, height, reach: half }, (piece, count) => outline(pad, piece, 0, count, half, 'straight'));
      else outline(pad, xy, from, to, half, closed ? 'closed' : 'round');
      from = to;
    }
    pad.sweep(part.list, [left - half, top - half, right + half, bottom + half]);
  }
}

function shifted({ a, b, e, f }: Placing, shift: number): Placing {
  return { a, b, e: e + a * shift, f: f + b * shift };
}

let shared: Rasterizer | undefined;
let users = 0;

/** Counts a renderer that may rasterise. */
export function keepRasterizer(): void {
  users++;
}

/** Ends one use; the last one frees the memory. */
export function releaseRasterizer(): void {
  users--;
  if (users === 0) shared = undefined;
}

/** The rasteriser of the page. */
export function rasterizer(): Rasterizer {
  return (shared ??= new Rasterizer());
}
