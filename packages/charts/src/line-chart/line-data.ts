import type { Answer, Bin, Group, Measure } from '@yizhangtu/data/model';
import { inParts, type Steps } from '@yizhangtu/data/steps';
import type { ChartDatum } from '../chart/group-rows.js';
import { seriesOfData, type Series } from '../chart/series.js';
import { courseOf } from '../marks/extremes.js';

/** One line: a value for each place along the axis. undefined where the series has no row (the line goes on), NaN where it has a gap. */
export interface LineSeries extends Series {
  readonly values: readonly (number | undefined)[];
  /** Ends of a band around the line. */
  readonly lows?: readonly (number | undefined)[] | undefined;
  readonly highs?: readonly (number | undefined)[] | undefined;
}

/** What a line chart draws. */
export interface LineData {
  /** What the axis is: instants in ms, numbers, or names in order (`xs` are their numbers). */
  readonly kind: 'time' | 'number' | 'words';
  /** Rising. */
  readonly xs: readonly number[];
  /** What a place holds, for filters: a single value, or a bin from its lower to its upper edge. Rising; none of `words`. */
  readonly starts: readonly number[];
  /** Upper edges; none where places are single values. */
  readonly ends: readonly (number | undefined)[];
  /** Names of `words`. */
  readonly names: readonly string[];
  readonly lines: readonly LineSeries[];
}

export const NO_LINES: LineData = { kind: 'words', xs: [], starts: [], ends: [], names: [], lines: [] };

/** The measures of a band around a line; none without both of its fields. */
export function bandMeasures(low: string | undefined, high: string | undefined): readonly Measure[] {
  return low && high ? [{ kind: 'min', field: low }, { kind: 'max', field: high }] : [];
}

/** What turns an answer into lines. */
export interface LineLooks {
  readonly kind: LineData['kind'];
  /** How groups were made; undefined for one a value. */
  readonly bin: Bin | undefined;
  readonly series: readonly Series[];
  /** Measures 1 and 2 are the ends of a band. */
  readonly band: boolean;
  name(group: Group): string;
}

/** Lines from an answer whose groups are in the order of their keys. A group of rows without a key has no place and is left out. */
export function* linesOfAnswer({ groups }: Answer, { kind, bin, series, band, name }: LineLooks): Steps<LineData> {
  const [xs, names, ends]: [number[], string[], (number | undefined)[]] = [[], [], []];
  // A place that is one value begins at it: the same list.
  const starts = bin ? [] : xs;
  const columns = series.flatMap((_, part) => (band ? [0, 1, 2] : [0]).map((measure) => ({ part, measure, values: [] as (number | undefined)[] })));
  yield* inParts(groups.length, (from, to) => {
    for (let at = from; at < to; at += 1) {
      const group = groups[at] as Group;
      const { key, end } = group;
      if (kind === 'words' ? key === null : typeof key !== 'number') continue;
      if (kind === 'words') names.push(name(group));
      else if (bin) {
        starts.push(key as number);
        ends.push(end);
      }
      xs.push(kind === 'words' ? xs.length : placeOf(group, bin));
      for (const { part, measure, values } of columns) values.push(valueOf(group, part, measure, bin));
    }
  });
  const valuesOf = (part: number, measure: number) => columns.find((one) => one.part === part && one.measure === measure)?.values ?? [];
  const lines = series.map((one, part) => ({ ...one, values: valuesOf(part, 0), ...(band && { lows: valuesOf(part, 1), highs: valuesOf(part, 2) }) }));
  // Axis, names and sentence ask where values lie: found here, so that drawing has less to do.
  for (const { values } of columns) {
    yield 1;
    courseOf(values);
  }
  return { kind, xs, starts: kind === 'words' ? [] : starts, ends, names, lines };
}

/** A measure of a group, or of one of its parts. */
function valueOf(group: Group, part: number, measure: number, bin: Bin | undefined): number | undefined {
  const { count, values } = group.parts?.[part] ?? group;
  // Without bins every instant of any series is a group: no row there is no gap. An empty bin is one, if it measures nothing.
  return count === 0 && !bin ? undefined : (values[measure] ?? Number.NaN);
}

/** Numbers stand at the middle of their bin, instants at its beginning, as calendars are read. */
function placeOf({ key, end }: Group, bin: Bin | undefined): number {
  const start = key as number;
  return bin?.kind === 'number' && end !== undefined ? (start + end) / 2 : start;
}

/** One entry of plain data for a line: a value, and the ends of a band where it has one. */
export interface LineDatum extends ChartDatum {
  readonly low?: number;
  readonly high?: number;
}

/** Lines from plain data: keys are numbers (instants where `time`), or names in the order in which they come. @param own The line of data that name no series. */
export function linesOfData(data: readonly LineDatum[], own: Series, time: boolean): LineData {
  const named = seriesOfData(data);
  const series = named.length > 0 ? named : [own];
  const numbers = data.every(({ key }) => typeof key === 'number');
  const keys = [...new Set(data.map(({ key }) => key))];
  if (numbers) keys.sort((a, b) => (a as number) - (b as number));
  const band = data.some(({ low, high }) => low !== undefined || high !== undefined);
  const lines = series.map((one): LineSeries => {
    const own = new Map(data.filter((datum) => series.length === 1 || datum.series === one.key).map((datum) => [datum.key, datum]));
    const read = (part: 'value' | 'low' | 'high') => keys.map((key) => own.get(key)?.[part]);
    return { ...one, values: read('value'), ...(band && { lows: read('low'), highs: read('high') }) };
  });
  const label = (key: ChartDatum['key']): string => data.find((one) => one.key === key)?.label ?? String(key ?? '—');
  const xs = keys.map((key, index) => (numbers ? (key as number) : index));
  return { kind: numbers ? (time ? 'time' : 'number') : 'words', xs, starts: numbers ? xs : [], ends: [], names: numbers ? [] : keys.map(label), lines };
}

/** Lines on top of each other. Gaps count as nothing, so that what lies above stays whole. @param share Each place is 100 %. */
export function stackedLines(data: LineData, share: boolean): readonly { readonly from: readonly number[]; readonly to: readonly number[] }[] {
  const amount = (value: number | undefined): number => (value !== undefined && value > 0 ? value : 0);
  const totals = data.xs.map((_, at) => data.lines.reduce((sum, { values }) => sum + amount(values[at]), 0));
  const base = data.xs.map(() => 0);
  return data.lines.map(({ values }) => {
    const from = [...base];
    const to = from.map((start, at) => {
      const part = amount(values[at]);
      const whole = totals[at] ?? 0;
      return start + (share ? (whole > 0 ? part / whole : 0) : part);
    });
    to.forEach((value, at) => {
      base[at] = value;
    });
    return { from, to };
  });
}
