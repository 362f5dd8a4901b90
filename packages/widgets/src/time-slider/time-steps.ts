/** Pure logic of the time slider: steps of the calendar, the chosen part of them, and its words. Instants in ms, Asia/Shanghai. */
import { formatDate, parseInstant } from '@yizhangtu/base/dates';
import { inWords, type Locale } from '@yizhangtu/base/locale';
import { timeStep } from '@yizhangtu/charts/marks';
import type { Filter, Group, TimeUnit } from '@yizhangtu/data/model';

/** Length of a step. */
export interface StepLength {
  readonly unit: TimeUnit;
  readonly count: number;
}

/** One step at a time, a part with two ends, or everything up to a step. */
export type TimeMode = 'step' | 'range' | 'cumulative';

/** The chosen steps: edges `low` to `high` of the calendar, `low < high`. */
export interface TimeWindow {
  readonly low: number;
  readonly high: number;
}

const UNITS: readonly TimeUnit[] = ['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'];
/** Steps where the page names no length: fine enough to see movement, coarse enough to meet each with the thumb. */
const MOST_STEPS = 200;

/** A length in words: `day`, `3 hour`, `15minute`. Undefined for other words. */
export function stepLength(words: string | undefined): StepLength | undefined {
  const [, count, name] = /^\s*(\d{1,4})?\s*([a-z]+?)s?\s*$/i.exec(words ?? '') ?? [];
  const unit = UNITS.find((one) => one === name?.toLowerCase());
  return unit && Number(count ?? 1) > 0 ? { unit, count: Number(count ?? 1) } : undefined;
}

/** The finest round length with at most 200 steps between two instants. */
export function ownLength(from: number, to: number): StepLength {
  return timeStep(from, to, MOST_STEPS);
}

/** Edges of the steps of an answer of time bins, one more than there are steps. Empty without bins. */
export function stepEdges(groups: readonly Group[]): number[] {
  const bins = groups.filter(({ key, end }) => typeof key === 'number' && end !== undefined);
  const last = bins[bins.length - 1];
  return last ? [...bins.map(({ key }) => key as number), last.end as number] : [];
}

/** Rows of each step, summed over several answers with the same steps. */
export function stepCounts(edges: readonly number[], answers: readonly (readonly Group[])[]): number[] {
  const place = new Map(edges.map((edge, index) => [edge, index]));
  const counts = Array.from({ length: Math.max(0, edges.length - 1) }, () => 0);
  for (const groups of answers) {
    for (const { key, count } of groups) {
      const index = typeof key === 'number' ? place.get(key) : undefined;
      if (index !== undefined && index < counts.length) counts[index] = (counts[index] as number) + count;
    }
  }
  return counts;
}

/** Newest instant that the second measure of the answers tells of chosen steps. Undefined without rows there, or where it was not asked for. */
export function newestWithin(edges: readonly number[], answers: readonly (readonly Group[])[], { low, high }: TimeWindow): number | undefined {
  const [from = NaN, to = NaN] = [edges[low], edges[high]];
  const within = answers.flatMap((groups) => groups.filter(({ key, count }) => count > 0 && typeof key === 'number' && key >= from && key < to));
  const newest = within.reduce((most, { values }) => Math.max(most, values[1] ?? NaN), -Infinity);
  return Number.isFinite(newest) ? newest : undefined;
}

/** Step an instant lies in, held within the steps. */
function stepAt(edges: readonly number[], instant: number): number {
  let index = 0;
  while (index < edges.length - 2 && (edges[index + 1] as number) <= instant) index++;
  return index;
}

/** The instants a value names: `2022-09-15T08:00`, `2022-09-15/2022-09-18`, `latest`. Undefined for none or words that are no time. */
export function valueInstants(value: string | undefined, last: number): readonly [from: number, to: number] | undefined {
  const text = (value ?? '').trim();
  if (text === '') return undefined;
  if (text === 'latest') return [last, last];
  const [first = '', second] = text.split('/');
  const from = parseInstant(first, 'shanghai');
  const to = second === undefined ? from : parseInstant(second, 'shanghai');
  return Number.isNaN(from) || Number.isNaN(to) ? undefined : from <= to ? [from, to] : [to, from];
}

/**
 * The steps that a value chooses; undefined where nothing is chosen, and then all of them show.
 * @param strict A value beyond the steps chooses nothing, where the steps are others now; without it, it chooses the nearest.
 */
export function windowOf(mode: TimeMode, edges: readonly number[], value: string | undefined, strict = false): TimeWindow | undefined {
  if (edges.length < 2) return undefined;
  const instants = valueInstants(value, (edges[edges.length - 1] as number) - 1);
  if (!instants) return undefined;
  const [from, to] = instants;
  if (strict && (to < (edges[0] as number) || from > (edges[edges.length - 1] as number))) return undefined;
  const step = stepAt(edges, to);
  if (mode === 'step') return { low: step, high: step + 1 };
  if (mode === 'cumulative') return { low: 0, high: step + 1 };
  // The end of an interval is outside it, as ISO 8601 intervals of days are written by `valueOf`.
  return { low: stepAt(edges, from), high: Math.max(stepAt(edges, from) + 1, stepAt(edges, to - 1) + 1) };
}

/** The value for chosen steps, ISO 8601 with the offset of Beijing: an instant, or an interval whose end is outside. */
export function valueOf(mode: TimeMode, edges: readonly number[], { low, high }: TimeWindow): string {
  const iso = (index: number): string => formatDate(edges[index] as number, { style: 'iso' });
  return mode === 'range' ? `${iso(low)}/${iso(high)}` : iso(mode === 'step' ? low : high - 1);
}

/** The filter for chosen steps. */
export function windowFilter(field: string, edges: readonly number[], { low, high }: TimeWindow): Filter {
  return { kind: 'range', field, min: edges[low] as number, max: edges[high] as number, maxExclusive: true };
}

/** The window a thumb makes: each mode keeps its shape, and ends stop at each other. */
export function movedWindow(mode: TimeMode, window: TimeWindow, end: 'low' | 'high', edge: number, steps: number): TimeWindow {
  const at = Math.round(edge);
  if (mode === 'step') {
    const low = Math.min(steps - 1, Math.max(0, at));
    return { low, high: low + 1 };
  }
  if (mode === 'cumulative') return { low: 0, high: Math.min(steps, Math.max(1, at)) };
  if (end === 'low') return { low: Math.min(window.high - 1, Math.max(0, at)), high: window.high };
  return { low: window.low, high: Math.max(window.low + 1, Math.min(steps, at)) };
}

/** The window after one step of playing; undefined at the end. */
export function playedWindow(mode: TimeMode, { low, high }: TimeWindow, steps: number): TimeWindow | undefined {
  if (high >= steps) return undefined;
  return mode === 'cumulative' ? { low, high: high + 1 } : { low: low + 1, high: high + 1 };
}

/** Where playing begins: at the start, with the length that was chosen. */
export function firstWindow(mode: TimeMode, window: TimeWindow | undefined, steps: number): TimeWindow {
  if (mode !== 'range' || !window || window.high - window.low >= steps) return { low: 0, high: 1 };
  return { low: 0, high: window.high - window.low };
}

const STYLES: Readonly<Record<TimeUnit, 'minute' | 'date' | 'month' | 'year'>> = {
  minute: 'minute',
  hour: 'minute',
  day: 'date',
  week: 'date',
  month: 'month',
  quarter: 'month',
  year: 'year',
};

/** The words of an instant, as fine as the steps are. */
export function instantWords(instant: number, unit: TimeUnit, locale: Locale): string {
  return formatDate(instant, { style: STYLES[unit] }, locale);
}

/**
 * The chosen time in words: «2022年9月15日 08:00», «2022年9月4日 – 2022年9月15日», «截至 2022年9月»; all of it without a window.
 * @param newest Newest instant of the rows that are shown. Everything up to an hour is named by it: nothing later is there to be seen.
 */
export function windowWords(
  mode: TimeMode,
  edges: readonly number[],
  window: TimeWindow | undefined,
  unit: TimeUnit,
  locale: Locale,
  newest?: number,
): string {
  if (edges.length < 2) return '';
  const fine = unit === 'hour' || unit === 'minute';
  const word = (index: number): string => instantWords(edges[index] as number, unit, locale);
  // Intervals of hours end at an edge that is read; days, months and years are named by the last one within.
  const upTo = (high: number): string => {
    if (mode !== 'cumulative') return word(fine ? high : high - 1);
    return fine && newest !== undefined ? instantWords(newest, unit, locale) : word(high - 1);
  };
  const all = window ?? { low: 0, high: edges.length - 1 };
  if (window && mode === 'step') return word(window.low);
  if (window && mode === 'cumulative')
    return inWords({ zh: `截至 ${upTo(window.high)}`, en: `Up to ${upTo(window.high)}` }, locale);
  const [from, to] = [word(all.low), upTo(all.high)];
  if (from === to) return from;
  // The year is said once.
  const [year = ''] = /^\d{4}年(?=\d)/.exec(from) ?? [];
  return `${from} – ${year && to.startsWith(year) ? to.slice(year.length) : to}`;
}

/** The longest words the slider may show, so that its track does not move while the words change. */
export function widestWords(mode: TimeMode, edges: readonly number[], unit: TimeUnit, locale: Locale): string {
  const last = edges[edges.length - 1];
  if (last === undefined) return '';
  const year = formatDate(last, { style: 'year' }, 'en');
  const late = [`${year}-10-28T20:00`, `${year}-11-28T20:00`, `${year}-12-28T20:00`].map((text) =>
    parseInstant(text, 'shanghai'),
  );
  return windowWords(mode, late, { low: 0, high: mode === 'range' ? 2 : 1 }, unit, locale);
}
