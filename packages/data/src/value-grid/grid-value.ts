/** Numbers of a grid between its places. Pure. */
import { isDegrees } from './read-grid.js';
import type { ValueGrid } from './types.js';

/** Longitudes of the world that a grid holds: grids of models often run from 0° to 360°. */
function wrapped({ crs, extent: [west, , east] }: ValueGrid, x: number): number {
  if (!isDegrees(crs) || (x >= west && x <= east)) return x;
  const turned = x + 360 * Math.ceil((west - x) / 360);
  return turned <= east ? turned : x;
}

/** Whether a grid goes round the world, so that its last column has its first one for a neighbour. */
function isRound({ crs, extent: [west, , east] }: ValueGrid): boolean {
  return isDegrees(crs) && Math.abs(east - west - 360) < 1e-6;
}

/**
 * The number at a place in the system of a grid, by the four around it (bilinear). Between the outermost places and the edge it is that of the
 * nearest. NaN outside, and where one that counts is missing: nothing is guessed.
 */
export function gridValue(grid: ValueGrid, numbers: Float32Array, x: number, y: number): number {
  const { width, height, extent } = grid;
  const [west, south, east, north] = extent;
  const across = ((wrapped(grid, x) - west) / (east - west)) * width - 0.5;
  const down = ((north - y) / (north - south)) * height - 0.5;
  if (!(across >= -0.5 && across <= width - 0.5 && down >= -0.5 && down <= height - 0.5)) return NaN;
  const round = isRound(grid);
  const gx = round ? across : Math.min(width - 1, Math.max(0, across));
  const gy = Math.min(height - 1, Math.max(0, down));
  const [i, j] = [Math.floor(gx), Math.floor(gy)];
  const columns = [(i + width) % width, round ? (i + 1) % width : Math.min(i + 1, width - 1)] as const;
  const upper = between(numbers, j * width, columns, gx - i);
  return gy === j ? upper : upper * (1 - gy + j) + between(numbers, (j + 1) * width, columns, gx - i) * (gy - j);
}

/** A number that counts for nothing may be missing. */
function between(numbers: Float32Array, row: number, [left, right]: readonly [number, number], part: number): number {
  const value = numbers[row + left] as number;
  return part === 0 ? value : value * (1 - part) + (numbers[row + right] as number) * part;
}

/** Smallest and largest of numbers; undefined where all are missing. */
export function rangeOf(numbers: ArrayLike<number>): readonly [min: number, max: number] | undefined {
  let [min, max] = [Infinity, -Infinity];
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i] as number;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return min <= max ? [min, max] : undefined;
}
