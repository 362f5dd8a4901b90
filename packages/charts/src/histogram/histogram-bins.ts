import type { Answer, Filter } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import { nearestStop, type BrushRange } from '../marks/brush-steps.js';
import { cssColor, type ChartDatum } from '../chart/group-rows.js';

/** One bin of a histogram. */
export interface HistogramBin {
  readonly start: number;
  readonly end: number;
  /** The bin holds its upper edge too. */
  readonly closed: boolean;
  /** What passes the filters of the others. */
  readonly value: number;
  /** What there is without any filter. */
  readonly whole: number;
}

/** Bins side by side, and what is in none. */
export interface HistogramData {
  readonly bins: readonly HistogramBin[];
  /** Rows that pass and have no value. */
  readonly missing: number;
  /** Rows that pass and whose value lies in no bin: not above zero where bins are of powers, beyond given edges. */
  readonly outside: number;
  /** Each bin holds one whole number. */
  readonly single: boolean;
}

/**
 * Bins from what passes and, where filters leave less than everything, from everything.
 * @param whole Values are whole numbers.
 */
export function histogramOf(answer: Answer, everything: Answer | undefined, whole = false): HistogramData {
  const wholes = new Map(everything?.groups.map(({ key, values }) => [key, values[0] ?? 0]));
  const bins = answer.groups.flatMap(({ key, end, closed, values }): HistogramBin[] => {
    if (typeof key !== 'number' || end === undefined) return [];
    const value = values[0] ?? 0;
    return [{ start: key, end, closed: closed === true, value, whole: wholes.get(key) ?? value }];
  });
  const inBins = answer.groups.reduce((sum, { count }) => sum + (Number.isFinite(count) ? count : 0), 0);
  return {
    bins,
    missing: answer.groups.find(({ key }) => key === null)?.count ?? 0,
    outside: Math.max(0, answer.total.count - inBins) || 0,
    single: whole && bins.length > 0 && bins.every(({ start, end }) => end - start === 1 && Number.isInteger(start)),
  };
}

/** Bins from plain data: keys are lower edges; the last bin is as wide as the one before it. */
export function histogramOfData(data: readonly ChartDatum[]): HistogramData {
  const sorted = data
    .filter((one): one is ChartDatum & { readonly key: number } => typeof one.key === 'number')
    .sort((a, b) => a.key - b.key);
  const bins = sorted.map(({ key, value }, index): HistogramBin => {
    const next = sorted[index + 1];
    const before = sorted[index - 1];
    const end = next ? next.key : key + (before ? key - before.key : 1);
    return { start: key, end, closed: !next, value, whole: value };
  });
  return { bins, missing: 0, outside: 0, single: false };
}

/** All edges, rising: one more than there are bins. */
export function edgesOf({ bins }: Pick<HistogramData, 'bins'>): number[] {
  const last = bins[bins.length - 1];
  return last ? [...bins.map(({ start }) => start), last.end] : [];
}

/** Place of a value along the bins: 2.5 is the middle of the third. Bins are equally wide on paper, whatever they hold. */
export function placeInBins({ bins }: Pick<HistogramData, 'bins'>, value: number): number {
  const edges = edgesOf({ bins });
  const [first, last] = [edges[0], edges[edges.length - 1]];
  if (first === undefined || last === undefined || value <= first) return 0;
  if (value >= last) return bins.length;
  let index = nearestStop(edges, value);
  if ((edges[index] ?? 0) > value) index -= 1;
  const [start, end] = [edges[index] ?? 0, edges[index + 1] ?? 1];
  return index + (value - start) / (end - start);
}

/** Number of the bin that holds the value of a cell; −1 for none. */
export function binOf({ bins }: HistogramData, cell: unknown): number {
  const value = cell instanceof Date ? cell.getTime() : cell;
  if (typeof value !== 'number') return -1;
  return bins.findIndex(({ start, end, closed }) => value >= start && (closed ? value <= end : value < end));
}

/** The filter that leaves the bins between two edges, by their numbers. */
export function edgesFilter(data: HistogramData, field: string, { from, to }: BrushRange): Filter | undefined {
  const [first, last] = [data.bins[from], data.bins[to - 1]];
  if (!first || !last) return undefined;
  return { kind: 'range', field, min: first.start, max: last.end, ...(!last.closed && { maxExclusive: true }) };
}

/** The edges between which a filter lies; undefined for a filter that is no range of this field. */
export function edgesOfFilter(data: HistogramData, field: string, filter: Filter | undefined): BrushRange | undefined {
  if (filter?.kind !== 'range' || filter.field !== field || data.bins.length === 0) return undefined;
  const edges = edgesOf(data);
  return { from: filter.min === undefined ? 0 : nearestStop(edges, filter.min), to: filter.max === undefined ? edges.length - 1 : nearestStop(edges, filter.max) };
}

/** A part of a bin in one colour: shares of its width, 0–1. */
export interface BinColor {
  readonly from: number;
  readonly to: number;
  /** CSS colour; undefined = the accent of the chart. */
  readonly color: string | undefined;
}

/** The colours of a bin as on the map: those of the classes it lies in, cut where one class ends. */
export function binColors({ start, end }: HistogramBin, symbology: Symbology | undefined, field: string | undefined): readonly BinColor[] {
  if (symbology?.kind === 'fixed') return [{ from: 0, to: 1, color: cssColor(symbology.classes[0]?.color ?? 'token:data-1') }];
  if (symbology?.kind !== 'breaks' || symbology.field !== field) return [{ from: 0, to: 1, color: undefined }];
  return symbology.classes.flatMap(({ key, min = -Infinity, max = Infinity, color }) => {
    if (key === null) return [];
    const from = Math.max(0, (min - start) / (end - start));
    const to = Math.min(1, (max - start) / (end - start));
    return to > from ? [{ from, to, color: cssColor(color) }] : [];
  });
}
