/** What a word may be read as. Looked at once a word, never once a row. */
import { parseInstant } from '@yizhangtu/base/dates';

/** Words that tables write for «nothing». */
const MISSING = new Set(['', '-', '--', '—', '/', '\\N', 'na', 'n/a', 'nan', 'null', 'none', '#n/a', '无', '暂无', '空']);
const PLAIN = /^-?(?:0|[1-9]\d*)?(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i;
const GROUPED = /^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const DAY = /^\d{4}(?:-\d{1,2}-\d{1,2}|\/\d{1,2}\/\d{1,2}|年\d{1,2}月\d{1,2}日)$/;
const TIME = /^\d{4}(?:-\d{1,2}-\d{1,2}|\/\d{1,2}\/\d{1,2}|年\d{1,2}月\d{1,2}日)[T ]\d{1,2}[:时]\d{2}/;

/** True for words that stand for a missing value. */
export function isMissing(word: string): boolean {
  return MISSING.has(word.trim().toLowerCase());
}

/** Value of a short plain number, `120.38`, which most cells are; NaN for anything that needs a closer look. */
function simpleNumber(word: string): number {
  const { length } = word;
  const start = word.charCodeAt(0) === 45 ? 1 : 0;
  // A leading zero must be followed by a point, or stand alone.
  if (length - start > 15 || length === start || (word.charCodeAt(start) === 48 && length > start + 1 && word.charCodeAt(start + 1) !== 46)) return Number.NaN;
  for (let i = start; i < length; i++) {
    const code = word.charCodeAt(i);
    if ((code < 48 || code > 57) && code !== 46) return Number.NaN;
  }
  return Number(word);
}

/**
 * A number, NaN for a word that stands for none, undefined for anything else. Leading zeros and more than 15 digits make a word an
 * identifier, which stays text.
 */
export function numberOf(word: string): number | undefined {
  const simple = simpleNumber(word);
  if (simple === simple) return simple;
  const text = word.trim();
  if (isMissing(text)) return Number.NaN;
  if (GROUPED.test(text)) return Number(text.split(',').join(''));
  if (!PLAIN.test(text) || !/\d/.test(text)) return undefined;
  if (/^-?\d{16,}$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** Instant in ms, NaN for a word that stands for none, undefined for anything else. Times without a zone are Beijing time. */
export function instantOf(word: string): number | undefined {
  const text = word.trim();
  if (isMissing(text)) return Number.NaN;
  if (!DAY.test(text) && !TIME.test(text)) return undefined;
  const instant = parseInstant(text, 'shanghai');
  return Number.isNaN(instant) ? undefined : instant;
}

/** True for a day without a time. */
export function isDay(word: string): boolean {
  return DAY.test(word.trim());
}

/** 1 true, 0 false, 2 missing, undefined for anything else. */
export function booleanOf(word: string): number | undefined {
  const text = word.trim().toLowerCase();
  if (text === 'true') return 1;
  if (text === 'false') return 0;
  return isMissing(text) ? 2 : undefined;
}

/** Numbers of cells; undefined at the first that is none, or if all are missing. Cells that are none are NaN if `lenient` is set. */
export function numbersOf(cells: readonly (string | null)[], lenient = false): Float64Array | undefined {
  const numbers = new Float64Array(cells.length);
  let any = false;
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    const value = cell === null || cell === undefined ? Number.NaN : numberOf(cell);
    if (value === undefined && !lenient) return undefined;
    numbers[row] = value ?? Number.NaN;
    any ||= value === value && value !== undefined;
  }
  return any || lenient ? numbers : undefined;
}

/** Names of columns whose digits are no quantity: codes, phone numbers, identity numbers. */
const IDENTIFIER = /(?:^|[_\s-])(?:id|code|adcode|phone|tel|mobile|zip|postcode)$|[a-z](?:Id|Code|Phone)$|代码|编码|编号|电话|手机|证号|号码|邮编|区划码/i;

/** True for the name of a column that holds identifiers. */
export function isIdentifierName(name: string): boolean {
  return IDENTIFIER.test(name);
}
