/** Words of groups: values, bins and what comes round again. */
import { formatDate, shanghaiInstant, shanghaiParts, weekdayText, type DateStyle } from '@yizhangtu/base/dates';
import { inWords, pageLocale, type Locale } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { DatasetLike } from '../model/dataset-like.js';
import type { CycleBin, Group, GroupKey, TimeUnit } from '../model/query-types.js';
import { NO_DATA } from '../model/text.js';
import { categoryWords } from './row-text.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const STYLES: Partial<Readonly<Record<TimeUnit, DateStyle>>> = { day: 'date', week: 'date', month: 'month', year: 'year' };

/** The name of a group as people read it: a value in words, «10 – 20», «2024年3月», «周一», «无数据». The unit of a number is left to the axis. Bins need no dataset. */
export function groupWords(dataset: DatasetLike | undefined, groupBy: string | GroupKey, group: Pick<Group, 'key' | 'end'>, locale: Locale = pageLocale()): string {
  const { field, bin }: GroupKey = typeof groupBy === 'string' ? { field: groupBy } : groupBy;
  const { key, end } = group;
  if (!bin) return dataset ? categoryWords(dataset, field, key, locale) : String(key ?? inWords(NO_DATA, locale));
  if (typeof key !== 'number') return inWords(NO_DATA, locale);
  if (bin.kind === 'cycle') return cycleWords(bin.unit, key, locale);
  if (bin.kind === 'time') return bin.unit === 'quarter' ? quarterWords(key, locale) : formatDate(key, { style: STYLES[bin.unit] ?? 'minute' }, locale);
  const limit = (value: number): string => formatNumber(value, { maxDigits: 12 });
  return end === undefined ? limit(key) : `${limit(key)} – ${limit(end)}`;
}

function cycleWords(unit: CycleBin['unit'], key: number, locale: Locale): string {
  if (unit === 'hour-of-day') return locale === 'en' ? `${String(key).padStart(2, '0')}:00` : `${key}时`;
  if (unit === 'month-of-year') return locale === 'en' ? (MONTHS[key - 1] ?? String(key)) : `${key}月`;
  // 1970-01-05 was a Monday.
  return weekdayText(shanghaiInstant(1970, 1, 4 + key), locale);
}

function quarterWords(key: number, locale: Locale): string {
  const { year, month } = shanghaiParts(key);
  const quarter = Math.ceil(month / 3);
  return locale === 'en' ? `${year} Q${quarter}` : `${year}年${quarter}季度`;
}
