/** Bins as categories: of numbers, of the calendar, of what comes round again. Edges come from all rows, so that bins stay while filters move. */
import { YztError } from '@yizhangtu/base/errors';
import { shanghaiOffset } from '@yizhangtu/base/dates';
import { calendarEdges } from './calendar.js';
import type { Grouping } from './grouping.js';
import type { Bin, CycleBin, NumberBin, TimeBin } from './query-types.js';
import type { Column } from './types.js';

/** Numbers of a column that bins can hold; NaN for missing. Text that reads as a number counts. */
export function numbersOf(column: Column): ArrayLike<number> {
  if (column.kind === 'text') {
    const { dictionary, codes } = column;
    const words = Float64Array.from(dictionary, (word) => (word.trim() === '' ? Number.NaN : Number(word)));
    return Float64Array.from(codes, (code) => words[code] ?? Number.NaN);
  }
  return column.kind === 'boolean' ? Float64Array.from(column.values, (value) => (value > 1 ? Number.NaN : value)) : column.values;
}

/** More bins than any view can show, or any reader can read. */
const MAX_BINS = 10_000;
const DEFAULT_COUNT = 20;

/** Edges of bins, rising; one more than there are bins. */
export interface Edges {
  readonly edges: readonly number[];
  /** The last bin holds its upper edge. */
  readonly closed: boolean;
}

/** Rows of a column in bins. @throws YztError `bad-argument` for bins that cannot be made. */
export function binnedColumn(column: Column, bin: Bin): Grouping {
  if (bin.kind === 'cycle') return cycled(column, bin);
  const values = numbersOf(column);
  return inBins(values, edgesOf(bin, () => finiteRange(values)));
}

/**
 * Edges of bins that lie side by side; none where there is nothing to bin.
 * @param range Smallest and largest number of all rows; asked for only where the bins depend on it.
 * @throws YztError `bad-argument` for bins that cannot be made.
 */
export function edgesOf(bin: NumberBin | TimeBin, range: () => readonly [min: number, max: number] | undefined): Edges {
  if (bin.kind === 'number' && bin.breaks) return { edges: checkedBreaks(bin.breaks), closed: true };
  const covered = bin.domain ?? range();
  if (!covered) return { edges: [], closed: false };
  return bin.kind === 'time' ? timeEdges(bin, covered) : numberEdges(bin, covered);
}

/** Smallest and largest finite number; undefined if there is none. */
export function finiteRange(values: ArrayLike<number>): readonly [min: number, max: number] | undefined {
  let min = Infinity;
  let max = -Infinity;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value < min && value !== -Infinity) min = value;
    if (value > max && value !== Infinity) max = value;
  }
  return min <= max ? [min, max] : undefined;
}

function checkedBreaks(breaks: readonly number[]): readonly number[] {
  const rising = breaks.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > (breaks[i - 1] as number)));
  if (breaks.length >= 2 && rising) return breaks;
  throw badBins({ zh: `分箱界值 ${breaks.join('、')} 应为至少两个由小到大的数`, en: `edges ${breaks.join(', ')} must be at least two rising numbers` });
}

/** Edges of a round width over a range. Without a `domain` all bins are half-open: a largest value on an edge begins a bin of its own. */
export function numberEdges(bin: NumberBin, [min, max]: readonly [number, number]): Edges {
  if (!(min <= max) || !Number.isFinite(max - min)) throw badBins({ zh: `分箱范围 ${min} 至 ${max} 不是由小到大的两个数`, en: `domain ${min} to ${max} must be two rising numbers` });
  const { width, origin = 0, count = DEFAULT_COUNT } = bin;
  if (width !== undefined && !(width > 0 && Number.isFinite(width))) throw badBins({ zh: `分箱宽度 ${width} 应大于 0`, en: `width ${width} must be above 0` });
  if (!(count >= 1)) throw badBins({ zh: `分箱个数 ${count} 应不小于 1`, en: `count ${count} must be 1 or more` });
  // Narrower bins than the digits of the numbers could tell apart would have equal edges.
  const narrowest = Math.max(1e-300, 1e-13 * Math.max(Math.abs(min), Math.abs(max)));
  const edgeAt = width === undefined ? roundSteps(Math.max(narrowest, (max - min) / count || 1)) : (i: number) => clean(origin + i * width);
  const step = edgeAt(1) - edgeAt(0);
  let first = Math.floor((min - edgeAt(0)) / step);
  while (edgeAt(first) > min) first--;
  while (edgeAt(first + 1) <= min) first++;
  const closed = bin.domain !== undefined;
  if ((max - min) / step > MAX_BINS) throw tooMany();
  const edges = [edgeAt(first)];
  for (let i = first + 1; edges.length < 2 || (closed ? (edges[edges.length - 1] as number) < max : (edges[edges.length - 1] as number) <= max); i++) edges.push(edgeAt(i));
  return { edges, closed };
}

/** Multiples of the width 1, 2 or 5 × 10ⁿ that is nearest (as a ratio) to `about`. Divided by a power of ten, so that 0.3 is 0.3. */
function roundSteps(about: number): (i: number) => number {
  const power = Math.floor(Math.log10(about));
  const error = about / 10 ** power;
  const factor = error >= Math.sqrt(50) ? 10 : error >= Math.sqrt(10) ? 5 : error >= Math.SQRT2 ? 2 : 1;
  return power < 0 ? (i) => (i * factor) / 10 ** -power : (i) => i * factor * 10 ** power;
}

function clean(value: number): number {
  return Number(value.toPrecision(14));
}

function timeEdges(bin: TimeBin, [min, max]: readonly [number, number]): Edges {
  const { step = 1 } = bin;
  if (!Number.isInteger(step) || step < 1) throw badBins({ zh: `时间步长 ${step} 应为不小于 1 的整数`, en: `step ${step} must be a whole number, 1 or more` });
  const edges = calendarEdges(bin.unit, step, min, max, MAX_BINS);
  if (!edges) throw tooMany();
  return { edges, closed: false };
}

/** A code one beyond the last bin is missing; the bin `outside` is no group. */
function inBins(values: ArrayLike<number>, { edges, closed }: Edges): Grouping {
  const bins = Math.max(0, edges.length - 1);
  const outside = bins;
  const missing = bins + 1;
  const first = edges[0] ?? 0;
  const last = edges[bins] ?? 0;
  const scale = bins / (last - first);
  const codes = missing < 0xff ? new Uint8Array(values.length) : new Uint16Array(values.length);
  const limits = Float64Array.from(edges);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value !== value) codes[row] = missing;
    else if (!(value >= first && (closed ? value <= last : value < last))) codes[row] = outside;
    else {
      let at = Math.floor((value - first) * scale);
      if (at >= bins) at = bins - 1;
      // Near an edge the product may be off by one; bins of a calendar are not of one width at all.
      while (value < (limits[at] as number)) at--;
      while (at < bins - 1 && value >= (limits[at + 1] as number)) at++;
      codes[row] = at;
    }
  }
  return { codes, keys: [...edges.slice(0, bins), Number.NaN], ends: edges.slice(1), outside, closed };
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
const CYCLES: Readonly<Record<CycleBin['unit'], readonly [first: number, count: number]>> = { 'hour-of-day': [0, 24], 'day-of-week': [1, 7], 'month-of-year': [1, 12] };

function cycled(column: Column, { unit }: CycleBin): Grouping {
  const cycle = CYCLES[unit];
  if (!cycle) throw badBins({ zh: `周期「${unit}」应为 hour-of-day、day-of-week 或 month-of-year`, en: `cycle "${unit}" must be hour-of-day, day-of-week or month-of-year` });
  const [first, count] = cycle;
  const values = numbersOf(column);
  const codes = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (!Number.isFinite(value)) {
      codes[row] = count;
      continue;
    }
    const local = value + shanghaiOffset(value);
    const day = Math.floor(local / DAY);
    // 1970-01-01 was a Thursday.
    codes[row] = unit === 'hour-of-day' ? Math.floor((local - day * DAY) / HOUR) : unit === 'day-of-week' ? (((day + 3) % 7) + 7) % 7 : monthOf(day);
  }
  return { codes, keys: Array.from({ length: count }, (_, i) => first + i), ends: [] };
}

/** Month 0–11 of a day counted from 1970-01-01. Eras of 400 years that begin on 1 March, as in H. Hinnant, chrono-Compatible Low-Level Date Algorithms. */
function monthOf(day: number): number {
  const shifted = day + 719_468;
  const inEra = shifted - Math.floor(shifted / 146_097) * 146_097;
  const year = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365);
  const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  return (Math.floor((5 * inYear + 2) / 153) + 2) % 12;
}

function tooMany(): YztError {
  return badBins({ zh: `分箱超过 ${MAX_BINS} 个，请加大宽度或时间单位`, en: `more than ${MAX_BINS} bins; take a wider one or a larger unit of time` });
}

function badBins(why: { zh: string; en: string }): YztError {
  return new YztError('bad-argument', { zh: `无法分箱：${why.zh}。`, en: `No bins: ${why.en}.` });
}
