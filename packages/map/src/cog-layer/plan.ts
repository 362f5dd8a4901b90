/** Which size of a raster a picture is made from, and which of its blocks. Pure. */
import type { CogLevel } from '@yizhangtu/data/cog-source';
import { MESH, type Mesh } from './frame.js';

/** A part of a level in its pixels; `right` and `bottom` are not in it. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is read for a picture. */
export interface Plan {
  readonly level: number;
  readonly window: Window;
  /** Column and row of each block, those in the middle first. */
  readonly blocks: readonly (readonly [column: number, row: number])[];
  /** It would be too much: the raster has no smaller copy. */
  readonly tooMuch?: true;
}

/** A smaller copy may be this much coarser than the picture. */
const COARSER = 1.3;
const MOST_BLOCKS = 512;
/** Pixels of all blocks of a picture. */
const MOST_PIXELS = 48_000_000;

/** What to read; undefined where the raster is out of sight. */
export function planOf(levels: readonly CogLevel[], mesh: Mesh): Plan | undefined {
  const [full] = levels;
  const box = full && boxOf(mesh, full);
  if (!full || !box) return undefined;
  const wanted = levels.reduce((best, { width }, at) => (full.width / width <= Math.max(1, box.pixels) * COARSER ? at : best), 0);
  for (let level = wanted; level < levels.length; level++) {
    const plan = planOn(levels[level] as CogLevel, level, full, box);
    if (!plan || !plan.tooMuch) return plan;
    if (level === levels.length - 1) return plan;
  }
  return undefined;
}

interface Box extends Window {
  /** Pixels of the largest picture a pixel of the frame. */
  readonly pixels: number;
}

/** The part of the largest picture that a mesh touches. */
function boxOf({ columns, rows, at }: Mesh, { width, height }: CogLevel): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const steps: number[] = [];
  for (let row = 0; row + 1 < rows; row++)
    for (let column = 0; column + 1 < columns; column++) {
      const corners = [row * columns + column, row * columns + column + 1, (row + 1) * columns + column, (row + 1) * columns + column + 1];
      const us = corners.map((i) => at[2 * i] as number);
      const vs = corners.map((i) => at[2 * i + 1] as number);
      const [u0, u1, v0, v1] = [Math.min(...us), Math.max(...us), Math.min(...vs), Math.max(...vs)];
      // NaN compares to nothing.
      if (!(u1 > 0 && v1 > 0 && u0 < width && v0 < height)) continue;
      [left, top, right, bottom] = [Math.min(left, u0), Math.min(top, v0), Math.max(right, u1), Math.max(bottom, v1)];
      steps.push(Math.hypot((us[1] as number) - (us[0] as number), (vs[1] as number) - (vs[0] as number)) / MESH);
    }
  if (steps.length === 0) return undefined;
  steps.sort((a, b) => a - b);
  return { left: Math.max(0, left), top: Math.max(0, top), right: Math.min(width, right), bottom: Math.min(height, bottom), pixels: steps[steps.length >> 1] as number };
}

function planOn(level: CogLevel, at: number, full: CogLevel, box: Box): Plan | undefined {
  const { width, height, blockWidth, blockHeight } = level;
  const [fx, fy] = [width / full.width, height / full.height];
  // Two more on each side: what is smoothed or shaded looks at its neighbours.
  const window = { left: Math.max(0, Math.floor(box.left * fx) - 2), top: Math.max(0, Math.floor(box.top * fy) - 2), right: Math.min(width, Math.ceil(box.right * fx) + 2), bottom: Math.min(height, Math.ceil(box.bottom * fy) + 2) };
  if (window.left >= window.right || window.top >= window.bottom) return undefined;
  const [first, last] = [Math.floor(window.left / blockWidth), Math.ceil(window.right / blockWidth)];
  const [upper, lower] = [Math.floor(window.top / blockHeight), Math.ceil(window.bottom / blockHeight)];
  const count = (last - first) * (lower - upper);
  if (count > MOST_BLOCKS || count * blockWidth * blockHeight > MOST_PIXELS) return { level: at, window, blocks: [], tooMuch: true };
  const blocks: [number, number][] = [];
  for (let row = upper; row < lower; row++) for (let column = first; column < last; column++) blocks.push([column, row]);
  const [x, y] = [(first + last - 1) / 2, (upper + lower - 1) / 2];
  const far = ([column, row]: readonly [number, number]): number => Math.hypot((column - x) * blockWidth, (row - y) * blockHeight);
  return { level: at, window, blocks: blocks.sort((a, b) => far(a) - far(b)) };
}
