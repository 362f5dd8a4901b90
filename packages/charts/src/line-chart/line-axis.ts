import { formatDate, parseInstant } from '@yizhangtu/base/dates';
import type { Locale } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { Bin, DatasetLike, GroupKey } from '@yizhangtu/data/model';
import { groupWords } from '@yizhangtu/data/words';
import { bisectRight } from 'd3-array';
import type { Periods } from '../chart/periods.js';
import type { TimeStep } from '../marks/time-ticks.js';
import type { LineData } from './line-data.js';
import type { LineScene } from './line-scene.js';

/** What the axis of a field is: time, numbers, or names in order. */
export function kindOf(dataset: DatasetLike, field: string, bin: Bin | undefined): LineData['kind'] {
  if (bin) return bin.kind === 'cycle' ? 'words' : bin.kind;
  const kind = dataset.column(field)?.kind;
  return kind === 'date' ? 'time' : kind === 'number' ? 'number' : 'words';
}

/** A place of the axis as an attribute writes it: a date in Asia/Shanghai, or a number. undefined where it is neither. */
export function axisValue(words: string | undefined, kind: LineData['kind']): number | undefined {
  if ((words ?? '') === '') return undefined;
  const value = kind === 'time' ? parseInstant(words ?? '', 'shanghai') : Number(words);
  return Number.isFinite(value) ? value : undefined;
}

/** The finest ticks that bins of time allow. */
export function leastStep(bin: Bin | undefined): TimeStep | undefined {
  if (bin?.kind !== 'time') return undefined;
  const { unit, step = 1 } = bin;
  if (unit === 'week') return { unit: 'day', count: 1 };
  return unit === 'quarter' ? { unit: 'month', count: 3 * step } : { unit, count: step };
}

/** What words of places are made from. */
export interface PlaceLooks {
  /** What the axis is a field of; undefined for plain data. */
  readonly dataset: DatasetLike | undefined;
  readonly by: string | GroupKey;
  readonly periods: Periods;
  readonly locale: Locale;
}

/** Words of the places of these lines by their number, however long they are read: 2026年7月6日 08:00, 2026年7月, 10 – 20. */
export function placeWords({ kind, names, starts, ends }: LineData, { dataset, by, periods, locale }: PlaceLooks): (at: number) => string {
  const { bin } = periods;
  const nameOf = (start: number, end: number | undefined): string => {
    const key = { key: start, ...(end !== undefined && { end }) };
    if (bin) return groupWords(undefined, { field: '', bin }, key, locale);
    if (dataset) return groupWords(dataset, by, key, locale);
    return kind === 'time' ? formatDate(start, {}, locale) : formatNumber(start, { maxDigits: 6 });
  };
  return (at) => {
    const end = ends[at];
    const words = kind === 'words' ? (names[at] ?? '') : nameOf(starts[at] ?? Number.NaN, end);
    return periods.words(words, { end }, locale);
  };
}

/** Number of the line whose value at a place is nearest to a height, px; −1 for none. */
export function nearestLine(scene: LineScene | undefined, place: number, y: number): number {
  let best = -1;
  let least = Infinity;
  scene?.spans.forEach(({ to }, line) => {
    const value = to[place];
    const distance = value === undefined ? Number.NaN : Math.abs(scene.y(value) - y);
    if (distance < least) [best, least] = [line, distance];
  });
  return best;
}

/** Number of the place that a value of the axis belongs to; −1 for none. */
export function placeOfValue({ starts, ends }: LineData, value: unknown): number {
  const key = value instanceof Date ? value.getTime() : value;
  if (typeof key !== 'number') return -1;
  const at = bisectRight(starts, key) - 1;
  const end = ends[at];
  return at >= 0 && (end === undefined ? starts[at] === key : key < end) ? at : -1;
}

/** What a page adds to a place of the axis: a list of one, or of none. */
export function noteAt({ kind, names, xs }: LineData, index: number, note: ((place: number | string) => string | undefined) | undefined): readonly string[] {
  const place = kind === 'words' ? names[index] : xs[index];
  const words = place === undefined ? undefined : note?.(place);
  return words ? [words] : [];
}
