/** Limits of the numbers of a grid: at even steps from a base, or by the breaks of all symbologies. Pure. */
import { limitsOf, type BreaksSpec } from './classes.js';

/** Most limits of one picture: more lines than this cannot be told apart. */
export const MOST_LIMITS = 60;
/** Numbers that classes are found from: enough, and sorted at once. */
const SAMPLE = 20_000;

/** Steps between limits. */
export interface LimitSteps {
  readonly interval: number;
  readonly base: number;
}

/** Limits above the smallest and up to the largest number, `base` and whole intervals from it. Where there would be too many, every second, fourth … of them. */
export function steppedLimits({ interval, base }: LimitSteps, [min, max]: readonly [number, number]): readonly number[] {
  let step = interval;
  while ((max - min) / step > MOST_LIMITS) step *= 2;
  const limits: number[] = [];
  for (let k = Math.floor((min - base) / step) + 1; base + k * step <= max; k++) limits.push(Number((base + k * step).toPrecision(12)));
  return limits;
}

/** Limits by a breaks spec, from as many evenly picked numbers as are sorted at once. */
export function foundLimits(spec: BreaksSpec, numbers: Float32Array): readonly number[] {
  if (spec.edges) return spec.edges;
  const step = Math.max(1, Math.floor(numbers.length / SAMPLE));
  const some: number[] = [];
  for (let i = 0; i < numbers.length; i += step) {
    const value = numbers[i] as number;
    if (value === value) some.push(value);
  }
  return rounded(limitsOf(spec, some), some);
}

/** Limits to a hundredth of the span of the numbers, as they are read in a legend: of a surface no number stands on either side of an exact one. */
function rounded(limits: readonly number[], numbers: readonly number[]): readonly number[] {
  const [min, max] = numbers.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
  const digit = 10 ** Math.floor(Math.log10((max - min) / 100));
  if (!Number.isFinite(digit) || digit === 0) return limits;
  return [...new Set(limits.map((limit) => Number((Math.round(limit / digit) * digit).toPrecision(12))))];
}
