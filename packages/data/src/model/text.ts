/** Values in words: code names, units, digits, dates and masks. Whatever is shown anywhere goes through here. */
import { formatDate } from '@yizhangtu/base/dates';
import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import { formatNumber, NO_VALUE } from '@yizhangtu/base/number-format';
import { formatQuantity } from '@yizhangtu/base/units';
import { codeLabel } from './codes.js';
import { masked } from './masks.js';
import type { FieldInfo } from './dataset-like.js';
import type { Key } from './query-types.js';
import type { CellValue, FieldSchema } from './types.js';

const YES: Text = { zh: '是', en: 'Yes' };
const NO: Text = { zh: '否', en: 'No' };
const BLANK: Text = { zh: '（空白）', en: '(blank)' };
/** Name of the group of missing values. */
export const NO_DATA: Text = { zh: '无数据', en: 'No data' };

/** A value as it is shown; `—` for a missing one. */
export function cellText(value: CellValue, field: FieldSchema, column: FieldInfo | undefined, locale: Locale): string {
  if (value === null || value === '') return NO_VALUE;
  if (field.mask) return masked(value instanceof Date ? value.toISOString() : String(value), field.mask);
  if (value instanceof Date) return formatDate(value, { style: column?.dateOnly ? 'date' : 'minute' }, locale);
  const words = codeLabel(field, value);
  if (words) return inWords(words, locale);
  if (typeof value === 'boolean') return inWords(value ? YES : NO, locale);
  return typeof value === 'number' ? quantityText(value, field, locale) : value;
}

/** A number with the digits and the unit of its field. */
export function quantityText(value: number, field: FieldSchema, locale: Locale): string {
  const written = { ...(field.digits !== undefined && { digits: field.digits }), ...(field.plain && { grouping: 'none' as const }) };
  return field.unit ? formatQuantity(value, field.unit, written, locale).text : formatNumber(value, written);
}

/** The word of a category. */
export function categoryText(key: Key, field: FieldSchema, column: FieldInfo | undefined, locale: Locale): string {
  if (key === null) return inWords(NO_DATA, locale);
  if (key === '') return inWords(BLANK, locale);
  return cellText(typeof key === 'number' && column?.kind === 'date' ? new Date(key) : key, field, column, locale);
}
