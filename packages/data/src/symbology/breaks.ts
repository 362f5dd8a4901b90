/** Class limits of numbers: each method as its authors define it. */
import { countedNow, fromSorted, type Counted } from './counted.js';
import { naturalClasses } from './jenks.js';
import { valuesAt } from './order-places.js';
import { limitBetween, shortLimits } from './short-limit.js';
import type { BreakMethod } from './types.js';

/** Different values that natural breaks are found among at once; with more, they are found in slices. */
export const NATURAL_AT_ONCE = 8000;
/** Values that stand for very many until the exact limits are there. */
const SAMPLE = 2000;
/** Head/tail breaks go on while the head is a minority: not more than this part (Jiang 2013, Jiang et al. 2015). */
const HEAD = 0.4;

type Found = Exclude<BreakMethod, 'manual'>;

/**
 * Inner limits between `count` classes: rising, each above the smallest value and not above the largest. A class holds `limit ≤ value <
 * next limit` (上限不在内, as grouped statistics have it). Fewer than `count - 1` where the values do not give more; none for one value or no values.
 * @param known Numbers from `knownNumbers`, in any order.
 * @param counted The same counted, where that is done already.
 */
export function breaksOf(known: Float64Array, count: number, method: Found, counted?: Counted): readonly number[] {
  const [min, max] = extentOf(known);
  if (!(min < max)) return [];
  const limits = {
    equal: () => shortLimits(equalLimits(min, max, count), min, max),
    pretty: () => prettyLimits(min, max, count),
    geometric: () => shortLimits(rising(geometricLimits(known, min, max, count), min, max), min, max),
    stdev: () => shortLimits(rising(deviationLimits(known, count), min, max), min, max),
    quantile: () => short(quantileCuts(known, count, [min, max])),
    'head-tail': () => short(headCuts(known, count)),
    jenks: () => naturalLimits(counted ?? countedNow(known) ?? sampled(known), count),
  }[method]();
  return rising(limits, min, max);
}

function extentOf(known: Float64Array): readonly [min: number, max: number] {
  let [min, max] = [Infinity, -Infinity];
  for (let i = 0; i < known.length; i++) {
    const value = known[i] as number;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return [min, max];
}

/** Limits in order, none twice, none outside the values. */
function rising(limits: readonly number[], min: number, max: number): number[] {
  return limits.filter((limit, i) => limit > min && limit <= max && (i === 0 || limit > (limits[i - 1] as number)));
}

/** Classes of equal width. */
export function equalLimits(min: number, max: number, count: number): number[] {
  return Array.from({ length: count - 1 }, (_, i) => min + ((max - min) * (i + 1)) / count);
}

/** Widths that grow by the same factor. Values of zero and below, which have no factor, are one class of their own. */
export function geometricLimits(known: Float64Array, min: number, max: number, count: number): number[] {
  const low = min > 0 ? min : known.reduce((least, value) => (value > 0 && value < least ? value : least), Infinity);
  if (!(low < max)) return low === max ? [low] : equalLimits(min, max, count);
  const own = min > 0 ? count : count - 1;
  const limits = Array.from({ length: own - 1 }, (_, i) => low * (max / low) ** ((i + 1) / own));
  return min > 0 ? limits : [low, ...limits];
}

/**
 * Classes one standard deviation wide (of a sample, n − 1), outer ones open. An odd number of classes has the mean in the middle of a
 * class, an even one has it as a limit.
 */
export function deviationLimits(known: Float64Array, count: number): number[] {
  const mean = meanOf(known);
  let squares = 0;
  for (let i = 0; i < known.length; i++) squares += ((known[i] as number) - mean) ** 2;
  const deviation = Math.sqrt(squares / Math.max(1, known.length - 1));
  return Array.from({ length: count - 1 }, (_, i) => mean + (i - (count - 2) / 2) * deviation);
}

/** A limit, and the values it stands between. */
interface Cut {
  readonly below: number;
  readonly above: number;
  readonly wanted: number;
}

const short = (cuts: readonly Cut[]): number[] => cuts.map(({ below, above, wanted }) => limitBetween(below, above, wanted));

/** Classes of equally many values: quantiles of type 7 of Hyndman & Fan (1996), as R and spreadsheets have them, between the values they part. */
export function quantileCuts(known: Float64Array, count: number, [min, max] = extentOf(known)): Cut[] {
  const places = Array.from({ length: count - 1 }, (_, i) => ((known.length - 1) * (i + 1)) / count);
  const wanted = [...new Set(places.flatMap((place) => [Math.floor(place), Math.ceil(place)]))];
  const values = valuesAt(known, wanted, min, max);
  return places.map((place) => {
    const [below, above] = [values.get(Math.floor(place)) as number, values.get(Math.ceil(place)) as number];
    return { below, above, wanted: below + (above - below) * (place - Math.floor(place)) };
  });
}

/** For numbers with a heavy tail: cut at the mean, then the head at its mean, while the head is a minority (B. Jiang, 2013). */
export function headCuts(known: Float64Array, count: number): Cut[] {
  const cuts: Cut[] = [];
  let rest = known;
  while (cuts.length < count - 1 && rest.length > 1) {
    const wanted = meanOf(rest);
    const head = above(rest, wanted);
    if (head.length === 0 || head.length > HEAD * rest.length) break;
    let below = -Infinity;
    for (let i = 0; i < rest.length; i++) {
      const value = rest[i] as number;
      if (value <= wanted && value > below) below = value;
    }
    cuts.push({ below, above: extentOf(head)[0], wanted });
    rest = head;
  }
  return cuts;
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

function above(values: Float64Array, limit: number): Float64Array {
  const result = new Float64Array(values.length);
  let length = 0;
  for (let i = 0; i < values.length; i++) if ((values[i] as number) > limit) result[length++] = values[i] as number;
  return result.subarray(0, length);
}

/** Limits of natural breaks, half way between the last value of a class and the first of the next, as short as the gap lets them be. */
export function limitsAt({ values }: Counted, starts: readonly number[]): number[] {
  return starts.slice(1).map((first) => {
    const [below, above] = [values[first - 1] as number, values[first] as number];
    return limitBetween(below, above, below + (above - below) / 2);
  });
}

function naturalLimits(counted: Counted, count: number): number[] {
  const few = counted.values.length <= NATURAL_AT_ONCE ? counted : fromSorted(spread(counted.values));
  return limitsAt(few, naturalClasses(few, count));
}

/** Every so many-th row, in order of value. */
function sampled(known: Float64Array): Counted {
  return fromSorted(spread(known).sort());
}

function spread(values: Float64Array): Float64Array {
  const step = (values.length - 1) / (SAMPLE - 1);
  return Float64Array.from({ length: SAMPLE }, (_, i) => values[Math.round(i * step)] as number);
}

/** Multiples of 1, 2, 2.5 or 5 × 10ⁿ: the step that gives the number of classes nearest to `count`. */
function prettyLimits(min: number, max: number, count: number): number[] {
  const power = 10 ** Math.floor(Math.log10((max - min) / count));
  let best: number[] = [];
  let distance = Infinity;
  for (const factor of [1, 2, 2.5, 5, 10]) {
    const step = factor * power;
    const first = Math.floor(min / step) + 1;
    const limits: number[] = [];
    for (let i = first; i * step < max && limits.length <= 2 * count + 2; i++) limits.push(Number((i * step).toPrecision(12)));
    const off = Math.abs(limits.length + 1 - count);
    if (off < distance) [best, distance] = [limits, off];
  }
  return best;
}

