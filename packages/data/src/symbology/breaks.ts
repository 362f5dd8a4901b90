/** Class limits of numbers: each method as its authors define it. */
import { countedNow, fromSorted, type Counted } from './counted.js';
import { naturalClasses } from './jenks.js';
import { answeredNow, heldNumbers, waited, type Asking, type Facts, type Numbers } from './number-facts.js';
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
  if (method === 'jenks') return naturalLimits(counted ?? countedNow(known) ?? sampled(known), count);
  return answeredNow(limitSteps(heldNumbers(known), count, method));
}

/** The same of numbers wherever they are, by a method that need not see each of them. */
export function* limitSteps(numbers: Numbers, count: number, method: Exclude<Found, 'jenks'>): Asking<readonly number[]> {
  const all = yield* waited(numbers.above(-Infinity));
  const { min, max } = all;
  return min < max ? rising(yield* wantedLimits(numbers, all, count, method), min, max) : [];
}

function* wantedLimits(numbers: Numbers, all: Facts, count: number, method: Exclude<Found, 'jenks'>): Asking<readonly number[]> {
  const { min, max } = all;
  switch (method) {
    case 'equal':
      return shortLimits(equalLimits(min, max, count), min, max);
    case 'pretty':
      return prettyLimits(min, max, count);
    case 'geometric': {
      const low = min > 0 ? min : (yield* waited(numbers.above(0))).min;
      return shortLimits(rising(geometricLimits(low, min, max, count), min, max), min, max);
    }
    case 'stdev':
      return shortLimits(rising(deviationLimits(all.mean, all.deviation, count), min, max), min, max);
    case 'quantile':
      return short(yield* quantileCuts(numbers, all, count));
    default:
      return short(yield* headCuts(numbers, all, count));
  }
}

/** Limits in order, none twice, none outside the values. */
function rising(limits: readonly number[], min: number, max: number): number[] {
  return limits.filter((limit, i) => limit > min && limit <= max && (i === 0 || limit > (limits[i - 1] as number)));
}

/** Classes of equal width. */
export function equalLimits(min: number, max: number, count: number): number[] {
  return Array.from({ length: count - 1 }, (_, i) => min + ((max - min) * (i + 1)) / count);
}

/** Widths that grow by the same factor. Values of zero and below, which have no factor, are one class of their own. @param low The smallest value above zero; Infinity for none. */
export function geometricLimits(low: number, min: number, max: number, count: number): number[] {
  if (!(low < max)) return low === max ? [low] : equalLimits(min, max, count);
  const own = min > 0 ? count : count - 1;
  const limits = Array.from({ length: own - 1 }, (_, i) => low * (max / low) ** ((i + 1) / own));
  return min > 0 ? limits : [low, ...limits];
}

/**
 * Classes one standard deviation wide, outer ones open. An odd number of classes has the mean in the middle of a class, an even one has it
 * as a limit.
 */
export function deviationLimits(mean: number, deviation: number, count: number): number[] {
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
export function* quantileCuts(numbers: Numbers, all: Facts, count: number): Asking<Cut[]> {
  const places = Array.from({ length: count - 1 }, (_, i) => ((all.count - 1) * (i + 1)) / count);
  const values = yield* waited(numbers.at([...new Set(places.flatMap((place) => [Math.floor(place), Math.ceil(place)]))], all));
  return places.map((place) => {
    const [below, above] = [values.get(Math.floor(place)) as number, values.get(Math.ceil(place)) as number];
    return { below, above, wanted: below + (above - below) * (place - Math.floor(place)) };
  });
}

/** For numbers with a heavy tail: cut at the mean, then the head at its mean, while the head is a minority (B. Jiang, 2013). */
export function* headCuts(numbers: Numbers, all: Facts, count: number): Asking<Cut[]> {
  const cuts: Cut[] = [];
  let rest = all;
  while (cuts.length < count - 1 && rest.count > 1) {
    const wanted = rest.mean;
    const head = yield* waited(numbers.above(wanted));
    if (head.count === 0 || head.count > HEAD * rest.count) break;
    cuts.push({ below: head.below, above: head.min, wanted });
    rest = head;
  }
  return cuts;
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

