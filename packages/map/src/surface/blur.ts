/**
 * Three box blurs: what a Gaussian is for when it has to be fast. The boxes have fractional ends, so that their variance is exactly
 * the one asked for (P. Gwosdek et al., "Theoretical Foundations of Gaussian Convolution by Extended Box Filtering", SSVM 2011). The
 * kernel is a piecewise parabola that ends: nothing is felt beyond 3 σ (plus a cell). Pure.
 */

/** A box: full weight within `half` cells, `edge` (below 1) for one more on each side. Weights are not yet divided by `sum`. */
export interface Box {
  readonly half: number;
  readonly edge: number;
  readonly sum: number;
}

const PASSES = 3;

/** The box whose three-fold convolution has a standard deviation. @param sigma In cells, from 0. */
export function boxOf(sigma: number): Box {
  const variance = (sigma * sigma) / PASSES;
  // A box of half-width h and ends e has the variance ((2h³ + 3h² + h)/3 + 2e(h + 1)²) / (2h + 1 + 2e).
  const half = Math.floor((Math.sqrt(1 + 12 * variance) - 1) / 2);
  const inner = (2 * half ** 3 + 3 * half ** 2 + half) / 3;
  const edge = (variance * (2 * half + 1) - inner) / (2 * ((half + 1) ** 2 - variance));
  return { half, edge, sum: 2 * half + 1 + 2 * edge };
}

/** How many cells a blur carries a value. */
export function reachOf(sigma: number): number {
  const { half, edge } = boxOf(sigma);
  return PASSES * (half + (edge > 1e-9 ? 1 : 0));
}

/** @param padded Zeros of a line's length and `half + 1` more on each side; they are zeros again afterwards. */
function blurLine(source: Float32Array, target: Float32Array, from: number, length: number, { half, edge, sum }: Box, padded: Float32Array): void {
  const factor = 1 / sum;
  const pad = half + 1;
  padded.set(source.subarray(from, from + length), pad);
  let inner = 0;
  for (let i = 0; i < half; i++) inner += padded[i + pad] as number;
  for (let i = 0; i < length; i++) {
    inner += padded[i + pad + half] as number;
    target[from + i] = (inner + edge * ((padded[i] as number) + (padded[i + pad + half + 1] as number))) * factor;
    inner -= padded[i + 1] as number;
  }
}

/** All columns together, line by line, so that memory is read in its order. */
function blurColumns(source: Float32Array, target: Float32Array, width: number, height: number, { half, edge, sum }: Box): void {
  const factor = 1 / sum;
  const inner = new Float64Array(width);
  const zeros = new Float32Array(width);
  const line = (y: number) => (y >= 0 && y < height ? source.subarray(y * width, (y + 1) * width) : zeros);
  const add = (y: number, sign: 1 | -1) => {
    if (y < 0 || y >= height) return;
    const values = line(y);
    for (let x = 0; x < width; x++) inner[x] = (inner[x] as number) + sign * (values[x] as number);
  };
  for (let y = 0; y < half; y++) add(y, 1);
  for (let y = 0; y < height; y++) {
    add(y + half, 1);
    const above = line(y - half - 1);
    const below = line(y + half + 1);
    const at = y * width;
    for (let x = 0; x < width; x++) target[at + x] = ((inner[x] as number) + edge * ((above[x] as number) + (below[x] as number))) * factor;
    add(y - half, -1);
  }
}

/** Blurs a grid in place; what leaves at the sides is lost, nothing comes in. Sums hold to float precision. */
export function blur(grid: Float32Array, width: number, height: number, sigma: number): void {
  if (!(sigma > 0)) return;
  const box = boxOf(sigma);
  const other = new Float32Array(grid.length);
  let most = 0;
  for (const value of grid) if (Math.abs(value) > most) most = Math.abs(value);
  const padded = new Float32Array(width + 2 * (box.half + 1));
  const lines = (source: Float32Array, target: Float32Array) => {
    for (let y = 0; y < height; y++) blurLine(source, target, y * width, width, box, padded);
  };
  lines(grid, other);
  lines(other, grid);
  lines(grid, other);
  blurColumns(other, grid, width, height, box);
  blurColumns(grid, other, width, height, box);
  blurColumns(other, grid, width, height, box);
  // Running sums leave dust where there is nothing.
  for (let i = 0; i < grid.length; i++) if (Math.abs(grid[i] as number) < most * 1e-10) grid[i] = 0;
}

/** The value in the middle of a blurred single 1: the height of the kernel. */
export function peakOf(sigma: number): number {
  const reach = reachOf(sigma);
  const side = 2 * reach + 1;
  const line = new Float32Array(side);
  line[reach] = 1;
  if (sigma > 0) {
    const box = boxOf(sigma);
    const other = new Float32Array(side);
    const padded = new Float32Array(side + 2 * (box.half + 1));
    blurLine(line, other, 0, side, box, padded);
    blurLine(other, line, 0, side, box, padded);
    blurLine(line, other, 0, side, box, padded);
    line.set(other);
  }
  return (line[reach] as number) ** 2;
}
