import { inParts, type Steps } from '@yizhangtu/data/steps';

/** Points as pixels, without a canvas: fast where there are very many, and the same on every machine. */

/** Pixels of a picture, four bytes each, and how many there are to a px of the page. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

export type Rgb = readonly [red: number, green: number, blue: number];

/** Lays a colour over a pixel. */
function blend(data: Uint8ClampedArray, at: number, rgb: Rgb, alpha: number): void {
  const under = ((data[at + 3] as number) / 255) * (1 - alpha);
  const sum = alpha + under;
  if (!(sum > 0)) return;
  for (let part = 0; part < 3; part += 1) data[at + part] = ((rgb[part] as number) * alpha + (data[at + part] as number) * under) / sum;
  data[at + 3] = sum * 255;
}

/** Draws a disc with a soft edge of a pixel. @param dot px of the page. */
export function dotInto({ data, width, height, ratio }: Pixels, dot: { readonly x: number; readonly y: number; readonly radius: number }, rgb: Rgb, alpha: number): void {
  const [x, y, radius] = [dot.x * ratio - 0.5, dot.y * ratio - 0.5, dot.radius * ratio];
  const reach = radius + 0.5;
  for (let row = Math.max(0, Math.ceil(y - reach)); row <= Math.min(height - 1, y + reach); row += 1) {
    for (let column = Math.max(0, Math.ceil(x - reach)); column <= Math.min(width - 1, x + reach); column += 1) {
      const cover = Math.min(1, reach - Math.sqrt((column - x) ** 2 + (row - y) ** 2));
      if (cover > 0) blend(data, (row * width + column) * 4, rgb, alpha * cover);
    }
  }
}

/** Side of a cell of density, px of the page. */
const CELL = 3;

/** Where points lie, px of the page, in a box. */
export interface Crowded {
  readonly xs: Float32Array;
  readonly ys: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** Number of points in each cell, in steps. */
export function* crowdSteps({ xs, ys, width, height }: Crowded, keep?: (index: number) => boolean): Steps<Uint32Array> {
  const columns = cellsOf(width);
  const counts = new Uint32Array(columns * cellsOf(height));
  yield* inParts(xs.length, (from, to) => {
    for (let i = from; i < to; i += 1) {
      if (keep && !keep(i)) continue;
      const cell = Math.floor((ys[i] as number) / CELL) * columns + Math.floor((xs[i] as number) / CELL);
      counts[cell] = (counts[cell] as number) + 1;
    }
  });
  return counts;
}

function cellsOf(length: number): number {
  return Math.ceil(length / CELL) + 1;
}

/**
 * Draws cells as dark as the logarithm of the number of their points: a crowd of thousands does not make a single point vanish.
 * @param pixels Nothing on them yet.
 * @param all Points of each cell, from `crowdSteps`.
 * @param kept Those that the filter of the chart leaves: the others are faint.
 */
export function densityInto(pixels: Pixels, width: number, rgb: Rgb, all: Uint32Array, kept: Uint32Array = all): void {
  const columns = cellsOf(width);
  let largest = 1;
  for (let cell = 0; cell < all.length; cell += 1) largest = Math.max(largest, all[cell] as number);
  const most = Math.log1p(largest);
  const color = new Uint8ClampedArray(4);
  const colors = new Uint32Array(all.length);
  const one = new Uint32Array(color.buffer);
  for (let cell = 0; cell < all.length; cell += 1) {
    if ((all[cell] as number) === 0) continue;
    const shown = kept[cell] as number;
    color.set([...rgb, 255 * (shown > 0 ? 0.2 + (0.8 * Math.log1p(shown)) / most : 0.1)]);
    colors[cell] = one[0] as number;
  }
  const into = new Uint32Array(pixels.data.buffer, pixels.data.byteOffset, pixels.width * pixels.height);
  const cellAt = (at: number): number => Math.floor(at / pixels.ratio / CELL);
  for (let row = 0; row < pixels.height; row += 1) {
    const from = row * pixels.width;
    if (row > 0 && cellAt(row) === cellAt(row - 1)) {
      into.copyWithin(from, from - pixels.width, from);
      continue;
    }
    const line = cellAt(row) * columns;
    for (let column = 0; column < pixels.width; column += 1) into[from + column] = colors[line + cellAt(column)] as number;
  }
}
