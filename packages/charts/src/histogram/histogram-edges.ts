/** Which bins a histogram asks for: those the page has set, those of classes, or what suits the values. */
import { YztError } from '@yizhangtu/base/errors';
import { parsedBin, type Answer, type Bin, type NumberBin, type TimeUnit } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';

/** What is known of all values of a field, filtered or not. */
export interface ValueExtent {
  readonly min: number;
  readonly max: number;
  /** A value that a twentieth of all lies below. */
  readonly low: number;
  readonly median: number;
}

/** The extent from an answer of smallest and largest value and, for scales of powers, the other two. */
export function extentOf(answer: Answer | undefined): ValueExtent | undefined {
  if (!answer) return undefined;
  const [min = Number.NaN, max = Number.NaN, low = min, median = max] = answer.total.values;
  return { min, max, low, median };
}

export interface BinWish {
  /** Bins that the page has set; `classes` for the limits of the classes of the map. */
  readonly bin: Bin | 'classes' | undefined;
  /** The field holds dates. */
  readonly date: boolean;
  readonly log: boolean;
  /** Values are shown without digits behind the point. */
  readonly whole: boolean;
  readonly symbology: Symbology | undefined;
}

const COUNT = 20;
const DAY = 86_400_000;

/** True where bins cannot be chosen before smallest and largest value are known. */
export function needsExtent({ bin, date, log, whole }: BinWish): boolean {
  if (bin === 'classes' || bin === undefined) return date || log || whole || bin === 'classes';
  return bin.kind === 'number' && log && !bin.breaks;
}

/** The bins to ask for; undefined where there is nothing to bin, or nothing is known yet. */
export function chosenBin(wish: BinWish, extent: ValueExtent | undefined): Bin | undefined {
  const { bin, date, log, whole, symbology } = wish;
  if (!needsExtent(wish)) return bin === 'classes' || bin === undefined ? { kind: 'number', count: COUNT } : bin;
  if (!extent || !(extent.min <= extent.max)) return undefined;
  if (bin === 'classes') return breaks(classEdges(symbology, extent)) ?? { kind: 'number', count: COUNT };
  if (date) return { kind: 'time', unit: timeUnit(extent.max - extent.min) };
  const count = (bin?.kind === 'number' ? bin.count : undefined) ?? COUNT;
  if (log) return breaks(logEdges(extent, count, whole)) ?? { kind: 'number', count };
  // Between two whole numbers there is nothing: narrower bins would be a comb of full and empty ones.
  return extent.max - extent.min < count ? { kind: 'number', width: 1 } : { kind: 'number', count };
}

function breaks(edges: readonly number[]): NumberBin | undefined {
  return edges.length >= 2 ? { kind: 'number', breaks: edges } : undefined;
}

/** The part of the calendar that cuts a span into some dozen bins. */
export function timeUnit(span: number): TimeUnit {
  const days = span / DAY;
  if (days < 3) return 'hour';
  if (days < 70) return 'day';
  if (days < 300) return 'week';
  if (days < 365 * 6) return 'month';
  return days < 365 * 15 ? 'quarter' : 'year';
}

/** First digits of round numbers, from few a power of ten to many. */
const STEPS: readonly (readonly number[])[] = [[1], [1, 3], [1, 2, 5], [1, 1.5, 2, 3, 5, 7], [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8]];

/**
 * Round edges that grow by about the same factor, and hold all values above zero; none where no value is above zero. Where the least is
 * not above zero, they begin at a value that a twentieth, or half, of all lies below.
 * @param count About so many bins, not more than a quarter more.
 */
export function logEdges({ min, max, low, median }: ValueExtent, count: number, whole: boolean): number[] {
  const first = [min, low, median, max].find((value) => value > 0);
  if (first === undefined) return [];
  const lists = STEPS.map((digits) => between(digits, first, max).filter((edge) => !whole || Number.isInteger(edge) || edge < 1));
  return [...lists].reverse().find((edges) => edges.length - 1 <= count * 1.25) ?? lists[0] ?? [];
}

function between(digits: readonly number[], first: number, last: number): number[] {
  const edges: number[] = [];
  for (let power = Math.floor(Math.log10(first)); ; power += 1) {
    for (const digit of digits) {
      // Through text, because 3 × 10⁻¹ is not 0.3.
      const edge = Number(`${digit}e${power}`);
      if (edge <= first) edges[0] = edge;
      else edges.push(edge);
      if (edge > last) return edges;
    }
  }
}

/** The limits of the classes of the map, closed by the least and the largest value. */
export function classEdges(symbology: Symbology | undefined, { min, max }: ValueExtent): number[] {
  const limits = (symbology?.kind === 'breaks' ? symbology.classes : []).flatMap((one) => (one.min === undefined ? [] : [one.min]));
  if (limits.length === 0) return [];
  const [first = 0, last = 0] = [limits[0], limits[limits.length - 1]];
  return [...(min < first ? [min] : []), ...limits, ...(max > last ? [max] : [])];
}

/** Bins as the attribute writes them. @throws YztError `bad-attribute` for words that are none, and for bins that come round again. */
export function binWords(words: string, tag: string): Bin | 'classes' {
  if (words.trim() === 'classes') return 'classes';
  const bin = parsedBin(words, tag);
  if (bin.kind !== 'cycle') return bin;
  throw new YztError('bad-attribute', {
    zh: `<${tag}>：bin="${words}" 周而复始，没有范围可选。请用 <yzt-bar-chart bin="${words}">。`,
    en: `<${tag}>: bin="${words}" comes round again and has no range. Use <yzt-bar-chart bin="${words}">.`,
  });
}
