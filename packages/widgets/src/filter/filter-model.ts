/** Pure logic of the filter: chips, ranges and their histogram. */
import { formatNumber } from '@yizhangtu/base/number-format';
import { writtenUnit } from '@yizhangtu/base/units';
import { categoryWords } from '@yizhangtu/data/words';
import type { Locale } from '@yizhangtu/base/locale';
import { logScale } from './range-scale.js';
import type { Column, DatasetLike, Filter, Group, NumberBin } from '@yizhangtu/data/model';

type Key = Group['key'];
type Range = Extract<Filter, { kind: 'range' }>;

/** One value that can be chosen. */
export interface Chip {
  readonly key: Key;
  readonly label: string;
  /** Rows with the value that pass the filters of the other views. */
  readonly count: number;
  readonly chosen: boolean;
}

/** Values a filter on a field has chosen. */
export function chosenKeys(filter: Filter | undefined): readonly Key[] {
  return filter?.kind === 'in' ? filter.values : [];
}

/**
 * The values of a field, most frequent first. Chosen values stay even when nothing is left of them, else nobody could undo the choice.
 * @param groups Answer of the dataset, without the field's own filter.
 */
export function chips(dataset: DatasetLike, field: string, groups: readonly Group[], locale: Locale): Chip[] {
  const chosen = chosenKeys(dataset.filters.get(field));
  const gone = chosen.filter((key) => !groups.some((group) => group.key === key)).map((key) => ({ key, count: 0 }));
  return [...groups, ...gone].map(({ key, count }) => ({
    key,
    label: categoryWords(dataset, field, key, locale),
    count,
    chosen: chosen.includes(key),
  }));
}

/** The filter after a click on a value; undefined when nothing is chosen any more. */
export function toggledKey(field: string, filter: Filter | undefined, key: Key): Filter | undefined {
  const chosen = chosenKeys(filter);
  const values = chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key];
  return values.length > 0 ? { kind: 'in', field, values } : undefined;
}

/** The scale of a range: round ends around all values, and the step of the thumbs. */
export interface RangeScale {
  readonly min: number;
  readonly max: number;
  /** Between thumbs of an even scale. */
  readonly step: number;
  /** Values of the places of a scale by magnitude, from `min` to `max`; undefined for an even one. */
  readonly stops?: readonly number[];
}

const DAY_MS = 86_400_000;

/** 1, 2 or 5 × 10ⁿ, at least the number given. */
function roundStep(exact: number): number {
  const power = 10 ** Math.floor(Math.log10(exact));
  const factor = [1, 2, 5, 10].find((one) => one * power >= exact * (1 - 1e-9)) ?? 10;
  return Number((factor * power).toPrecision(1));
}

/** Numbers of a column; undefined for columns that have none. */
export function numbersOf(column: Column | undefined): ArrayLike<number> | undefined {
  return column?.kind === 'number' || column?.kind === 'date' ? column.values : undefined;
}

/**
 * The scale over all values of a column, about a hundred steps, or stops by magnitude with `log`. Whole numbers keep whole steps, dates whole days. Undefined without
 * two different values.
 */
export function rangeScale(column: Column | undefined, log = false): RangeScale | undefined {
  const values = numbersOf(column);
  if (!values) return undefined;
  let low = Infinity;
  let high = -Infinity;
  let whole = true;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
    if (whole && !Number.isInteger(value)) whole = false;
  }
  return scaleOver({ low, high, whole, date: column?.kind === 'date' }, log);
}

/** What is known of all values of a field. */
export interface Extent {
  readonly low: number;
  readonly high: number;
  /** All are whole numbers. */
  readonly whole: boolean;
  readonly date: boolean;
}

/** The scale over values of which the ends are known, by magnitude with `log`; dates and values without one above zero are spread evenly all the same. */
export function scaleOver(extent: Extent, log = false): RangeScale | undefined {
  const { low, high, whole, date } = extent;
  const stops = log ? logScale(extent) : undefined;
  if (stops) return stops;
  if (!(low < high)) return undefined;
  const exact = (high - low) / 100;
  const step = date ? Math.max(1, Math.ceil(exact / DAY_MS)) * DAY_MS : Math.max(roundStep(exact), whole ? 1 : 0);
  const min = tidy(Math.floor(low / step) * step);
  return { min, max: tidy(min + Math.ceil((high - min) / step - 1e-9) * step), step };
}

/** Takes off the tail of a binary fraction: 0.30000000000000004. */
function tidy(value: number): number {
  return Number(value.toPrecision(14));
}

/** Equal bins over a scale, one a step of a scale by magnitude. */
export function rangeBin({ min, max, stops }: RangeScale, bins: number): NumberBin {
  return stops ? { kind: 'number', breaks: stops } : { kind: 'number', origin: min, width: (max - min) / bins, domain: [min, max] };
}

/** Rows of each bin. Where rounding made one bin more, it belongs to the last. */
export function binCounts(groups: readonly Group[], bins: number): Float64Array {
  const counts = new Float64Array(bins);
  groups.forEach(({ key, count }, index) => {
    const bin = Math.min(bins - 1, index);
    if (key !== null && count > 0) counts[bin] = (counts[bin] as number) + count;
  });
  return counts;
}

/** The two ends a range filter has on a scale. */
export function rangeEnds(filter: Filter | undefined, scale: RangeScale): [number, number] {
  if (filter?.kind !== 'range') return [scale.min, scale.max];
  return [Math.max(scale.min, filter.min ?? scale.min), Math.min(scale.max, filter.max ?? scale.max)];
}

/** The filter for two ends; undefined when they take in the whole scale. An end at the edge of the scale is open. */
export function rangeFilter(field: string, low: number, high: number, scale: RangeScale): Range | undefined {
  const [a, b] = low <= high ? [low, high] : [high, low];
  if (a <= scale.min && b >= scale.max) return undefined;
  return { kind: 'range', field, ...(a > scale.min && { min: a }), ...(b < scale.max && { max: b }) };
}

/** A value of a range field as shown: a day, or a number with its unit. */
export function rangeText(dataset: DatasetLike, field: string, value: number, locale: Locale): string {
  if (dataset.column(field)?.kind === 'date') return categoryWords(dataset, field, value, locale);
  const { unit } = dataset.field(field);
  return formatNumber(value) + (unit ? ` ${writtenUnit(unit, locale)}` : '');
}
