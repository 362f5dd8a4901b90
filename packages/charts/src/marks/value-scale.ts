import { scaleLinear } from 'd3-scale';

/** A value axis that starts at zero (or below, where values are negative) and ends on a round number. */
export interface ValueScale {
  readonly min: number;
  readonly max: number;
  /** Round numbers in ascending order, zero among them where it is on the axis. */
  readonly ticks: readonly number[];
  /** Position of a value along the axis, 0 at `min` and 1 at `max`. Values that are not numbers stand at zero, or at `min`. */
  at(value: number): number;
}

export interface ValueScaleOptions {
  /** About how many ticks. Default 4. */
  readonly count?: number;
  /** Values are counts: no tick between whole numbers. */
  readonly whole?: boolean;
  /** Ends at the values themselves, not at round numbers: for marks that carry their values. */
  readonly exact?: boolean;
  /** A value that must be on the axis though no mark has it: a target. */
  readonly include?: number;
  /** The axis need not start at zero: for lines, whose slope is what is read. */
  readonly free?: boolean;
  /** Ends that the page has set. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Below this part of the values, zero is so near that a free axis starts there all the same. */
const NEAR_ZERO = 0.4;

function extentOf(values: readonly number[], { include, free = false }: ValueScaleOptions): readonly [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of include === undefined ? values : [...values, include]) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return [0, 0];
  const open = free && low !== high;
  return [open && low > high * NEAR_ZERO ? low : Math.min(0, low), open && high < low * NEAR_ZERO ? high : Math.max(0, high)];
}

/** The scale of some values: baseline at zero, nice round ends. Without any positive value it is 0 to 1. */
export function valueScale(values: readonly number[], options: ValueScaleOptions = {}): ValueScale {
  const { count = 4, whole = false, exact = false, from, to } = options;
  const [low, high] = extentOf(values, options);
  // Below this there is nothing to round to: the numbers are no longer normal.
  const flat = high - low < 1e-290;
  const scale = scaleLinear().domain(flat ? [0, 1] : [low, high]);
  if (!exact) scale.nice(count);
  const [start, end] = scale.domain() as [number, number];
  const [first, last] = [from ?? start, to ?? end];
  if (first < last) scale.domain([first, last]);
  const [min, max] = scale.domain() as [number, number];
  const all = scale.ticks(count);
  const ticks = whole ? all.filter(Number.isInteger) : all;
  const nothing = Math.min(Math.max(0, min), max);
  return { min, max, ticks, at: (value) => ((Number.isFinite(value) ? value : nothing) - min) / (max - min) };
}
