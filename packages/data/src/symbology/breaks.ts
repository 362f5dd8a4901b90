/** Class limits of numbers. */
import { naturalClasses } from './jenks.js';
import type { BreakMethod } from './types.js';

/** Natural breaks look at this many values at most, taken evenly from the sorted ones. */
const JENKS_SAMPLE = 5000;

/** Numbers in ascending order without missing and infinite ones. */
export function sortedNumbers(values: ArrayLike<number>): Float64Array {
  const sorted = new Float64Array(values.length);
  let length = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isFinite(value)) sorted[length++] = value;
  }
  return sorted.subarray(0, length).sort();
}

/**
 * Inner limits between `count` classes: rising, each above the smallest value and not above the largest. A class holds `limit ≤ value < next limit`.
 * Fewer than `count - 1` where the values do not give more.
 * @param sorted Numbers from `sortedNumbers`.
 */
export function breaksOf(sorted: Float64Array, count: number, method: Exclude<BreakMethod, 'manual'>): readonly number[] {
  const min = sorted[0];
  const max = sorted[sorted.length - 1];
  if (min === undefined || max === undefined || min === max) return [];
  if (method === 'pretty') return prettyBreaks(min, max, count);
  const exact = method === 'equal' ? equalBreaks(min, max, count) : method === 'quantile' ? quantileBreaks(sorted, count) : jenksBreaks(sorted, count);
  return rounded(rising(exact, min, max), min, max);
}

function equalBreaks(min: number, max: number, count: number): number[] {
  return Array.from({ length: count - 1 }, (_, i) => min + ((max - min) * (i + 1)) / count);
}

/** Limits so that classes hold equally many values; type 7 of Hyndman & Fan (1996), as R and spreadsheets do. */
function quantileBreaks(sorted: Float64Array, count: number): number[] {
  return Array.from({ length: count - 1 }, (_, i) => {
    const place = ((sorted.length - 1) * (i + 1)) / count;
    const low = sorted[Math.floor(place)] as number;
    const high = sorted[Math.ceil(place)] as number;
    return low + (high - low) * (place - Math.floor(place));
  });
}

/** Limits half way between the last value of a class and the first of the next. */
function jenksBreaks(sorted: Float64Array, count: number): number[] {
  const sample = thinned(sorted);
  return naturalClasses(sample, count)
    .slice(1)
    .map((first) => ((sample[first - 1] as number) + (sample[first] as number)) / 2);
}

function thinned(sorted: Float64Array): Float64Array {
  if (sorted.length <= JENKS_SAMPLE) return sorted;
  const step = (sorted.length - 1) / (JENKS_SAMPLE - 1);
  return Float64Array.from({ length: JENKS_SAMPLE }, (_, i) => sorted[Math.round(i * step)] as number);
}

/** Multiples of 1, 2, 2.5 or 5 × 10ⁿ: the step that gives the number of classes nearest to `count`. */
function prettyBreaks(min: number, max: number, count: number): number[] {
  const power = 10 ** Math.floor(Math.log10((max - min) / count));
  let best: number[] = [];
  let distance = Infinity;
  for (const factor of [1, 2, 2.5, 5, 10]) {
    const step = factor * power;
    const first = Math.floor(min / step) + 1;
    const limits: number[] = [];
    for (let i = first; i * step < max && limits.length <= 2 * count + 2; i++) limits.push(clean(i * step));
    const off = Math.abs(limits.length + 1 - count);
    if (off < distance) [best, distance] = [limits, off];
  }
  return best;
}

/** Limits in order, none twice, none outside the values. */
function rising(limits: readonly number[], min: number, max: number): number[] {
  return limits.filter((limit, i) => limit > min && limit <= max && (i === 0 || limit > (limits[i - 1] as number)));
}

/** Each limit with as few digits as keep it within a twentieth of the narrower class beside it, so that a legend reads «500», not «498.7313». */
function rounded(limits: readonly number[], min: number, max: number): number[] {
  const result = limits.map((limit, i) => {
    const below = limit - (limits[i - 1] ?? min);
    const above = (limits[i + 1] ?? max) - limit;
    const room = Math.min(below, above > 0 ? above : below) / 20;
    return roundedWithin(limit, room);
  });
  return rising(result, min, max);
}

function roundedWithin(value: number, room: number): number {
  for (let digits = 1; digits <= 15; digits++) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.abs(candidate - value) <= room) return candidate;
  }
  return value;
}

function clean(value: number): number {
  return Number(value.toPrecision(12));
}
