/** Values in words: code names, units, digits, dates and masks. Whatever is shown anywhere goes through here. */
import type { Locale, Text } from '@yizhangtu/base/locale';
import { inWords } from '@yizhangtu/base/locale';
import { codeLabel } from './codes.js';
import { masked } from './masks.js';
import type { CellValue, Column, FieldSchema, Group } from './types.js';

/** Shown for a missing value. */
export const DASH = '—';
const YES: Text = { zh: '是', en: 'Yes' };
const NO: Text = { zh: '否', en: 'No' };
/** Name of the group of missing values. */
export const NO_DATA: Text = { zh: '无数据', en: 'No data' };

const DAY_MS = 86_400_000;
/** 中国标准时间 is eight hours ahead all year. */
const CHINA_MS = 8 * 3_600_000;

/** A value as it is shown. */
export function cellText(value: CellValue, field: FieldSchema, column: Column | undefined, locale: Locale): string {
  if (value === null || value === '') return DASH;
  if (field.mask) return masked(String(value), field.mask);
  if (value instanceof Date) return dateText(value.getTime(), column?.kind === 'date' && column.dateOnly === true);
  const words = codeLabel(field, value);
  if (words) return inWords(words, locale);
  if (typeof value === 'boolean') return inWords(value ? YES : NO, locale);
  if (typeof value === 'number') return withUnit(numberText(value, field.digits), field.unit);
  return value;
}

/** The word of a category. */
export function categoryText(key: Group['key'], field: FieldSchema, column: Column | undefined, locale: Locale): string {
  if (key === null) return inWords(NO_DATA, locale);
  if (typeof key === 'number' && column?.kind === 'date') return cellText(new Date(key), field, column, locale);
  return key === '' ? '""' : cellText(key, field, column, locale);
}

function withUnit(text: string, unit: string | undefined): string {
  return unit ? `${text} ${unit}` : text;
}

/** Digits in groups of three, `1,284.5`; at most six after the point unless `digits` says how many. */
export function numberText(value: number, digits?: number): string {
  if (!Number.isFinite(value)) return DASH;
  const text = digits === undefined ? plain(value) : value.toFixed(digits);
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction ? `${grouped}.${fraction}` : grouped;
}

function plain(value: number): string {
  return Math.abs(value) >= 1e21 ? String(value) : String(Number(value.toFixed(6)));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `2026-03-05` or `2026-03-05 14:20`, the latter in 中国标准时间. */
export function dateText(ms: number, dateOnly: boolean): string {
  const date = new Date(dateOnly ? ms : ms + CHINA_MS);
  if (Number.isNaN(date.getTime())) return DASH;
  const day = `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  if (dateOnly || (ms + CHINA_MS) % DAY_MS === 0) return day;
  const seconds = date.getUTCSeconds();
  return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}${seconds ? `:${two(seconds)}` : ''}`;
}
