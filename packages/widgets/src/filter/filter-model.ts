/** Pure logic of the filter: chips, the bars of a range, and filters of a range. */
import { formatNumber } from '@yizhangtu/base/number-format';
import { formatQuantity } from '@yizhangtu/base/units';
import { categoryWords } from '@yizhangtu/data/words';
import type { Locale } from '@yizhangtu/base/locale';
import type { RangeScale } from './range-scale.js';
import type { DatasetLike, Filter, Group } from '@yizhangtu/data/model';

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
  return unit ? formatQuantity(value, unit, { maxDigits: 3 }, locale).text : formatNumber(value);
}
