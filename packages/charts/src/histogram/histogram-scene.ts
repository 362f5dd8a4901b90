import type { Locale } from '@yizhangtu/base/locale';
import { axisTexts } from '../marks/axis-texts.js';
import { AXIS_GAP, lyingAxisHeight, type AxisTick } from '../marks/axis.js';
import { edgeTicks, timeBinTicks, type BinPlaces } from '../marks/bin-ticks.js';
import type { TimeBin } from '@yizhangtu/data/model';
import type { MeasureText } from '../marks/text-fit.js';
import { ticksApart } from '../marks/ticks-apart.js';
import { valueScale } from '../marks/value-scale.js';
import { edgesOf, placeInBins, type BinColor, type HistogramData } from './histogram-bins.js';

/** A value that is marked with words: the median. */
export interface ValueMark {
  readonly value: number;
  readonly words: string;
}

/** All a drawing of bins needs to know. */
export interface HistogramInput {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly measure: MeasureText;
  readonly locale: Locale;
  readonly data: HistogramData;
  /** By the number of the bin. */
  readonly colors: readonly (readonly BinColor[])[];
  readonly marks: readonly ValueMark[];
  /** Heights are whole numbers of things. */
  readonly whole: boolean;
  /** What the bins are where they are of time. */
  readonly time: TimeBin | undefined;
  /** Edges grow by a factor. */
  readonly log: boolean;
}

/** A marked value with the place of its words, px. */
export interface PlacedMark {
  readonly words: string;
  readonly x: number;
  /** Middle of the words. */
  readonly at: number;
  /** 0 is the row next to the plot. */
  readonly row: number;
}

/** Where a histogram stands, px. */
export interface HistogramScene extends HistogramInput {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Size of axis texts. */
  readonly small: number;
  readonly xTicks: readonly AxisTick[];
  readonly yTicks: readonly AxisTick[];
  readonly placed: readonly PlacedMark[];
  /** px of a place along the bins: 0 is the first edge. */
  x(place: number): number;
  y(value: number): number;
}

const APART = 8;

/** Everything bins are drawn by. */
export function histogramScene(input: HistogramInput): HistogramScene {
  const { width, height, fontSize, measure, locale, data, whole } = input;
  const small = (fontSize * 12) / 13;
  const sizes = data.bins.flatMap((bin) => [bin.value, bin.whole]);
  const scale = valueScale(sizes, { count: height < 160 ? 3 : 4, whole });
  const texts = axisTexts(scale.ticks, locale);
  const left = Math.max(0, ...texts.map(measure)) + AXIS_GAP;
  const right = Math.max(left + 1, width - small / 2);
  const x = (place: number): number => left + (place / Math.max(1, data.bins.length)) * (right - left);
  const xTicks = ticksOf(input, x, right - left);
  const placed = placedMarks(
    input.marks.map(({ value, words }) => ({ words, x: x(placeInBins(data, value)), size: measure(words) })),
    width,
  );
  const rows = Math.max(0, ...placed.map(({ row }) => row + 1));
  const top = rows === 0 ? fontSize * 0.8 : rows * small * 1.4 + 4;
  const bottom = height - lyingAxisHeight(xTicks, small);
  const y = (value: number): number => bottom - scale.at(value) * (bottom - top);
  const yTicks = scale.ticks.map((tick, index) => ({ at: y(tick), text: texts[index] ?? '' }));
  return { ...input, left, right, top, bottom, small, xTicks, yTicks, placed, x, y };
}

function ticksOf({ data, time, log, locale, measure }: HistogramInput, x: (place: number) => number, length: number): readonly AxisTick[] {
  const edges = edgesOf(data);
  const places: BinPlaces = { edges, edge: (index) => x(index), centre: (index) => x(index + 0.5), length };
  if (time) return timeBinTicks(places, time, { locale, measure });
  if (data.single) return centreTicks(edges.slice(0, -1), places, locale, measure);
  return (log ? powerTicks(edges, places, locale, measure) : undefined) ?? edgeTicks(places, { locale, measure });
}

/** Bins of one whole number each carry it at their middle. */
function centreTicks(starts: readonly number[], places: BinPlaces, locale: Locale, measure: MeasureText): readonly AxisTick[] {
  for (let every = 1; ; every *= every === 2 ? 2.5 : 2) {
    const kept = starts.map((_, index) => index).filter((index) => index % every === 0);
    const texts = axisTexts(kept.map((index) => starts[index] as number), locale);
    const ticks = kept.map((index, order) => ({ at: places.centre(index), text: texts[order] ?? '' }));
    if (kept.length <= 1 || ticksApart(ticks, measure)) return ticks;
  }
}

/** Edges that begin with 1, 2 or 5, else with 1 or 3, else with 1: what is read on a scale of powers. undefined where not even those have room. */
function powerTicks(edges: readonly number[], { edge }: BinPlaces, locale: Locale, measure: MeasureText): readonly AxisTick[] | undefined {
  const digit = (value: number): number => Number(value.toExponential(6).split('e')[0]);
  const lists = [edges, ...[[1, 2, 5], [1, 3], [1]].map((digits) => edges.filter((value) => digits.includes(digit(value))))];
  for (const list of lists) {
    if (list.length < 2) continue;
    const ticks = list.map((value) => ({ at: edge(edges.indexOf(value)), text: axisTexts([value], locale)[0] ?? '' }));
    if (ticksApart(ticks, measure)) return ticks;
  }
  return undefined;
}

/** Words of marked values over the plot: beside each other, the lower value's left of its line where both are near, else in two rows. */
export function placedMarks(marks: readonly { readonly words: string; readonly x: number; readonly size: number }[], width: number): PlacedMark[] {
  const sorted = [...marks].sort((a, b) => a.x - b.x);
  const inside = (at: number, size: number): number => Math.min(Math.max(at, size / 2), Math.max(size / 2, width - size / 2));
  const [one, two] = sorted;
  if (!one || !two) return sorted.map(({ words, x, size }) => ({ words, x, at: inside(x, size), row: 0 }));
  const [a, b] = [inside(one.x, one.size), inside(two.x, two.size)];
  const room = (one.size + two.size) / 2 + APART;
  const missing = Math.max(0, room - (b - a));
  const [left, right] = [inside(a - missing / 2, one.size), inside(b + missing / 2, two.size)];
  const fits = right - left >= room - 0.5;
  return [
    { words: one.words, x: one.x, at: fits ? left : a, row: fits ? 0 : 1 },
    { words: two.words, x: two.x, at: fits ? right : b, row: 0 },
  ];
}
