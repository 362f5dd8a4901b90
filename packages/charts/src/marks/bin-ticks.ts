import { bisectRight } from 'd3-array';
import type { Locale } from '@yizhangtu/base/locale';
import type { TimeBin, TimeUnit } from '@yizhangtu/data/model';
import type { AxisTick } from './axis.js';
import { axisTexts } from './axis-texts.js';
import { ticksApart, partsApart } from './ticks-apart.js';
import type { MeasureText } from './text-fit.js';
import { timeStep, timeTexts, timeTicks, type TimeStep } from './time-ticks.js';

/** Bins side by side along an axis. */
export interface BinPlaces {
  /** Lower edges, and the upper one of the last bin. */
  readonly edges: readonly number[];
  /** px of an edge by its number. */
  edge(index: number): number;
  /** px of the middle of a bin. */
  centre(index: number): number;
  /** px of the axis. */
  readonly length: number;
}

interface Writing {
  readonly locale: Locale;
  readonly measure: MeasureText;
}

const EVERY = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** Where a text is drawn: at its edge, the last one so that it does not leave the chart. */
function inside({ at, text }: AxisTick, { edge, edges }: BinPlaces, measure: MeasureText): number {
  return Math.min(at, edge(edges.length - 1) - measure(text) / 2);
}

/** Ticks of bins of numbers: their edges, all of them or every n-th, so that none touch. */
export function edgeTicks(places: BinPlaces, { locale, measure }: Writing): AxisTick[] {
  const numbers = places.edges.map((_, index) => index);
  for (const every of EVERY) {
    const kept = numbers.filter((index) => index % every === 0);
    const texts = axisTexts(kept.map((index) => places.edges[index] as number), locale);
    const ticks = kept.map((index, order) => ({ at: places.edge(index), text: texts[order] ?? '' }));
    if (ticks.length <= 2 || ticksApart(ticks.map((tick) => ({ ...tick, at: inside(tick, places, measure) })), measure)) return ticks;
  }
  return [];
}

/** What one bin of time is, as a step of a time axis; undefined for weeks and quarters, which are counted instead. */
function stepOf({ unit, step = 1 }: TimeBin): TimeStep | undefined {
  return unit === 'week' || unit === 'quarter' ? undefined : { unit, count: step };
}

/** Ticks of bins of time at the middle of bins, by the calendar: `6日`, `8日` … with `7月` under the first. */
export function timeBinTicks(places: BinPlaces, bin: TimeBin, writing: Writing): AxisTick[] {
  const own = stepOf(bin);
  return own ? calendarTicks(places, own, writing) : countedTicks(places, bin.unit, writing);
}

function calendarTicks(places: BinPlaces, own: TimeStep, { locale, measure }: Writing): AxisTick[] {
  const { edges } = places;
  const [first = 0, end = 0] = [edges[0], edges[edges.length - 1]];
  for (let most = edges.length; ; most = Math.floor(most * 0.7)) {
    const step = timeStep(first, end, most, own);
    const instants = timeTicks(first, end - 1, step);
    const texts = timeTexts(instants, step.unit, locale);
    const ticks = instants.map((instant, order) => ({ at: placeOf(instant, places), text: '', ...texts[order] }));
    if (most <= 1 || ticksApart(ticks, measure)) return partsApart(ticks, measure);
  }
}

/** The middle of the bin that begins at an instant; else the place of the instant within its bin. */
function placeOf(instant: number, { edges, edge, centre }: BinPlaces): number {
  const index = Math.max(0, bisectRight(edges, instant) - 1);
  const [start = 0, end = 0] = [edges[index], edges[index + 1]];
  return instant === start ? centre(index) : edge(index) + ((instant - start) / (end - start)) * (edge(index + 1) - edge(index));
}

function countedTicks(places: BinPlaces, unit: TimeUnit, { locale, measure }: Writing): AxisTick[] {
  const starts = places.edges.slice(0, -1);
  for (const every of EVERY) {
    const kept = starts.map((_, index) => index).filter((index) => index % every === 0);
    const texts = timeTexts(kept.map((index) => starts[index] as number), unit === 'week' ? 'day' : 'quarter', locale);
    const ticks = kept.map((index, order) => ({ at: places.centre(index), text: '', ...texts[order] }));
    if (ticks.length <= 1 || ticksApart(ticks, measure)) return partsApart(ticks, measure);
  }
  return [];
}

const OF_A_CYCLE = [1, 2, 3, 4, 6, 12];

/** Ticks of what comes round again, at the middle of bins: `0时`, `4时` … */
export function cycleTicks(names: readonly string[], centre: (index: number) => number, measure: MeasureText): AxisTick[] {
  const all = names.map((text, index) => ({ at: centre(index), text }));
  for (const every of OF_A_CYCLE) {
    const ticks = all.filter((_, index) => index % every === 0);
    if (ticksApart(ticks, measure)) return ticks;
  }
  return all.slice(0, 1);
}
