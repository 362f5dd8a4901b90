/** Very many cells of a few pixels and less, painted by script: as paths a quarter of a million takes a browser half a second, and their outlines seconds. */
import { inParts, type Steps } from '@yizhangtu/data/steps';
import { parseColor, type Rgba } from '../renderer/color.js';
import { tiledColor, type Tiling } from '../renderer/compose.js';
import type { DrawTarget } from '../renderer/types.js';
import { sameView, worldShifts, type View } from '../renderer/view.js';
import { InTurn } from '../shared/in-turn.js';
import type { PlacedCells } from './bin-cells.js';
import { moveTo } from './move-to.js';

/** From so many cells on. */
export const FINE_FROM = 10_000;
/** From so many on the picture takes longer than a slice. */
const SLICED_CELLS = 50_000;
/** Cells painted between two pauses. */
const STEP = 4096;
/** Narrower cells are painted as squares of their area: nobody sees their form. Device px. */
const FORMLESS = 2.5;
/** Lines in a pixel on which the edges of a cell are looked for. */
const LINES = 4;

/** How fine cells look. */
export interface FineLook {
  readonly classOf: Uint8Array;
  /** CSS colour of each class; a class beyond them is not painted. */
  readonly colors: readonly string[];
  /** The hatch of each class that has one: it runs through cells side by side, however small they are. */
  readonly hatches?: ((view: View) => readonly (Tiling | undefined)[]) | undefined;
  readonly opacity: number;
  readonly selected: readonly number[];
  /** What marks selected cells, bottom first: a colour, and how far it reaches around them, CSS px. */
  readonly marks: readonly (readonly [color: string, reach: number])[];
}

/** A picture and what it is of. */
interface Fine {
  readonly view: View;
  readonly placed: PlacedCells;
  readonly look: FineLook;
  readonly canvas: HTMLCanvasElement;
}

/** Draws cells that are too narrow to be parted by gaps. Of very many in slices: until then the last picture stands where it belongs. */
export class FinePicture {
  readonly #work: InTurn<Fine>;

  /** @param settled Called when a picture is done that could not be done at once: time to draw again. */
  constructor(settled: () => void) {
    this.#work = new InTurn(settled);
  }

  /** Resolves when the picture under way is done; undefined where there is none. */
  get ended(): Promise<void> | undefined {
    return this.#work.ended;
  }

  draw({ context, view }: DrawTarget, placed: PlacedCells, look: FineLook): void {
    const { last } = this.#work;
    const there = last && sameView(last.view, view) && last.placed === placed && last.look === look;
    const fine = there ? last : this.#work.of(() => painting(view, placed, look), look.classOf.length >= SLICED_CELLS);
    if (fine?.placed.code !== view.projection) return;
    context.save();
    moveTo(context, fine.view, view);
    context.drawImage(fine.canvas, 0, 0);
    context.restore();
  }

  clear(): void {
    this.#work.forget();
  }
}

function* painting(view: View, placed: PlacedCells, look: FineLook): Steps<Fine> {
  const { width, height } = view;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const image = new ImageData(width, height);
  const pixels = new Int32Array(image.data.buffer);
  yield 0;
  const sums = new Sums(view);
  yield 0;
  yield* filling(sums, view, placed, look);
  yield* inParts(pixels.length, (from, to) => sums.into(pixels, look.opacity, from, to));
  yield* marking(pixels, view, placed, look);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return { view, placed, look, canvas };
}

/** What a class is filled with. */
interface Fill {
  readonly color: Rgba;
  readonly hatch: Tiling | undefined;
}

/** Sums of red, green, blue and cover of each pixel. */
class Sums {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;

  constructor({ width, height }: View) {
    this.width = width;
    this.height = height;
    this.values = new Float32Array(4 * width * height);
  }

  /** Covers a part of a line of pixels. @param share How much of the height of the line. */
  add(line: number, left: number, right: number, share: number, { color: [red, green, blue], hatch }: Fill): void {
    const { values, width } = this;
    const end = Math.min(width, right);
    let [r, g, b] = [red, green, blue];
    for (let x = Math.max(0, Math.floor(left)); x < end; x++) {
      const cover = share * (Math.min(x + 1, right) - Math.max(x, left));
      const at = 4 * (line * width + x);
      if (hatch) {
        const here = tiledColor(hatch, line * width + x, width);
        [r, g, b] = [here & 255, (here >> 8) & 255, here >> 16];
      }
      values[at] = (values[at] as number) + cover * r;
      values[at + 1] = (values[at + 1] as number) + cover * g;
      values[at + 2] = (values[at + 2] as number) + cover * b;
      values[at + 3] = (values[at + 3] as number) + cover;
    }
  }

  square(x: number, y: number, half: number, ink: Fill): void {
    const end = Math.min(this.height, y + half);
    for (let line = Math.max(0, Math.floor(y - half)); line < end; line++) this.add(line, x - half, x + half, Math.min(line + 1, y + half) - Math.max(line, y - half), ink);
  }

  /** A convex polygon. @param xy x and y of its corners in turn. */
  polygon(xy: Float64Array, top: number, bottom: number, ink: Fill): void {
    const end = Math.min(LINES * this.height, Math.ceil(bottom * LINES - 0.5));
    for (let line = Math.max(0, Math.ceil(top * LINES - 0.5)); line < end; line++) {
      const y = (line + 0.5) / LINES;
      let [left, right] = [Infinity, -Infinity];
      for (let k = 0, l = xy.length - 2; k < xy.length; l = k, k += 2) {
        const [ay, by] = [xy[l + 1] as number, xy[k + 1] as number];
        if (ay > y === by > y) continue;
        const x = (xy[l] as number) + ((y - ay) / (by - ay)) * ((xy[k] as number) - (xy[l] as number));
        if (x < left) left = x;
        if (x > right) right = x;
      }
      if (left < right) this.add(Math.floor(line / LINES), left, right, 1 / LINES, ink);
    }
  }

  /** The pixels: colours of what shares one are mixed by how much of it each covers. */
  into(pixels: Int32Array, opacity: number, from: number, to: number): void {
    const { values } = this;
    for (let i = from, at = 4 * from; i < to; i++, at += 4) {
      const cover = values[at + 3] as number;
      if (cover === 0) continue;
      const [r, g, b] = [(values[at] as number) / cover, (values[at + 1] as number) / cover, (values[at + 2] as number) / cover];
      pixels[i] = ((255 * opacity * Math.min(1, cover) + 0.5) << 24) | ((b + 0.5) << 16) | ((g + 0.5) << 8) | (r + 0.5);
    }
  }
}

/** Called with a cell, where its middle is and half the side of a square of its area, device px, and by how much it is moved, map units. */
type Visit = (cell: number, x: number, y: number, half: number, shift: number) => void;

/** Visits the cells in view. @param more How far they reach beyond their corners, device px. @param list Cells to look at; all when absent. */
function* eachSeen(view: View, { corners, each, middles, reach, extent }: PlacedCells, more: number, list: readonly number[] | undefined, visit: Visit): Steps<void> {
  const edge = reach * view.scale + more + 1;
  // A square has twice the square of its radius, a hexagon 1.5 √3 times.
  const side = (Math.sqrt(each === 4 ? 2 : 1.5 * Math.sqrt(3)) / 2) * view.scale;
  const count = list?.length ?? middles.length / 2;
  for (const shift of worldShifts(view, extent, edge)) {
    const some = (from: number, to: number): void => {
      for (let index = from; index < to; index++) {
        const cell = list ? (list[index] as number) : index;
        const mapX = middles[2 * cell] as number;
        const mapY = middles[2 * cell + 1] as number;
        const x = view.a * (mapX + shift) + view.b * mapY + view.e;
        const y = view.b * (mapX + shift) - view.a * mapY + view.f;
        if (!(x > -edge && x < view.width + edge && y > -edge && y < view.height + edge)) continue;
        const dx = (corners[2 * cell * each] as number) - mapX;
        const dy = (corners[2 * cell * each + 1] as number) - mapY;
        visit(cell, x, y, Math.sqrt(dx * dx + dy * dy) * side, shift);
      }
    };
    for (let from = 0; from < count; from += STEP) {
      some(from, Math.min(count, from + STEP));
      yield from / count;
    }
  }
}

function filling(sums: Sums, view: View, placed: PlacedCells, { classOf, colors, hatches }: FineLook): Steps<void> {
  const { corners, each } = placed;
  const tilings = hatches?.(view);
  const inks = colors.map((color, index): Fill => ({ color: parseColor(color), hatch: tilings?.[index] }));
  const xy = new Float64Array(2 * each);
  return eachSeen(view, placed, 0, undefined, (cell, x, y, half, shift) => {
    const ink = inks[classOf[cell] as number];
    if (!ink) return;
    if (2 * half < FORMLESS) {
      sums.square(x, y, half, ink);
      return;
    }
    let [top, bottom] = [Infinity, -Infinity];
    for (let k = 0; k < xy.length; k += 2) {
      const [mapX, mapY] = [(corners[2 * cell * each + k] as number) + shift, corners[2 * cell * each + k + 1] as number];
      xy[k] = view.a * mapX + view.b * mapY + view.e;
      const at = (xy[k + 1] = view.b * mapX - view.a * mapY + view.f);
      if (at < top) top = at;
      if (at > bottom) bottom = at;
    }
    sums.polygon(xy, top, bottom, ink);
  });
}

/** Marks selected cells: so small ones are covered by their outline. */
function* marking(pixels: Int32Array, view: View, placed: PlacedCells, { selected, marks }: FineLook): Steps<void> {
  for (const [color, reach] of marks) {
    const [r, g, b] = parseColor(color);
    const ink = (255 << 24) | (b << 16) | (g << 8) | r;
    const more = reach * view.pixelRatio;
    yield* eachSeen(view, placed, more, selected, (_, x, y, half) => {
      const [left, right] = [Math.max(0, Math.round(x - half - more)), Math.min(view.width, Math.round(x + half + more))];
      const bottom = Math.min(view.height, Math.round(y + half + more));
      for (let line = Math.max(0, Math.round(y - half - more)); line < bottom; line++) for (let at = line * view.width + left; at < line * view.width + right; at++) pixels[at] = ink;
    });
  }
}
