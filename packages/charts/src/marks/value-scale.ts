import { scaleLinear } from 'd3-scale';

/** A value axis that starts at zero (or below, where values are negative) and ends on a round number. */
export interface ValueScale {
  readonly min: number;
  readonly max: number;
  /** Round numbers in ascending order, zero among them. */
  readonly ticks: readonly number[];
  /** Position of a value along the axis, 0 at `min` and 1 at `max`. Values that are not numbers stand at zero. */
  at(value: number): number;
}

export interface ValueScaleOptions {
  /** About how many ticks. Default 4. */
  readonly count?: number;
  /** Values are counts: no tick between whole numbers. */
  readonly whole?: boolean;
  /** Ends at the values themselves, not at round numbers: for marks that carry their values. */
  readonly exact?: boolean;
  /** A value that must be on the axis though no bar has it: a target. */
  readonly include?: number;
}

/** The scale of some values: baseline at zero, nice round ends. Without any positive value it is 0 to 1. */
export function valueScale(values: readonly number[], options: ValueScaleOptions = {}): ValueScale {
  const { count = 4, whole = false, exact = false, include } = options;
  const finite = values.filter(Number.isFinite);
  if (include !== undefined && Number.isFinite(include)) finite.push(include);
  const low = Math.min(0, ...finite);
  const high = Math.max(0, ...finite);
  // Below this there is nothing to round to: the numbers are no longer normal.
  const flat = high - low < 1e-290;
  const scale = scaleLinear().domain(flat ? [0, 1] : [low, high]);
  if (!exact) scale.nice(count);
  const [min, max] = scale.domain() as [number, number];
  const all = scale.ticks(count);
  const ticks = whole ? all.filter(Number.isInteger) : all;
  return { min, max, ticks, at: (value) => ((Number.isFinite(value) ? value : 0) - min) / (max - min) };
}
