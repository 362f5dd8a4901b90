import { pageLocale, type Locale } from './locale.js';
import { halfWidth, THIN_SPACE } from './text.js';

/** Shown where a number is missing. */
export const NO_VALUE = '—';

/** How a number is written. */
export interface NumberOptions {
  /** Exactly so many digits after the point, 0–20. Wins over `maxDigits`. */
  readonly digits?: number;
  /** At most so many digits after the point, 0–20; trailing zeros are dropped. Default 3. */
  readonly maxDigits?: number;
  /** Thousands separated by a comma (default), a thin space, or nothing. */
  readonly grouping?: 'comma' | 'space' | 'none';
  /** `always` writes + too, except for zero. */
  readonly sign?: 'auto' | 'always';
}

/** How a number is shortened. */
export interface CompactOptions extends NumberOptions {
  /** Numbers below stay as they are. Default 10 000 in Chinese, 1 000 in English. */
  readonly from?: number;
}

/** A number written in two parts, so that the unit can be set smaller and lighter. */
export interface FormattedNumber {
  /** Number and unit as one text. */
  readonly text: string;
  readonly number: string;
  /** `万`, `亿`, `K`, a unit …, or empty. */
  readonly unit: string;
}

const SEPARATORS = { comma: ',', space: THIN_SPACE, none: '' } as const;

/** 10⁴ steps in Chinese, 10³ steps in English, largest first. */
const STEPS: Readonly<Record<Locale, readonly (readonly [value: number, unit: string])[]>> = {
  'zh-CN': [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ],
  en: [
    [1e12, 'T'],
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'K'],
    [1, ''],
  ],
};

function incremented(digits: string): string {
  let i = digits.length - 1;
  while (i >= 0 && digits[i] === '9') i--;
  const zeros = '0'.repeat(digits.length - 1 - i);
  return i < 0 ? `1${zeros}` : digits.slice(0, i) + String(Number(digits[i]) + 1) + zeros;
}

/**
 * A finite number ≥ 0 in decimal digits, rounded half up as on paper (四舍五入): 1.005 to two digits is 1.01. `toFixed` rounds the
 * binary value instead and answers 1.00.
 */
function decimal(value: number, digits: number): [whole: string, fraction: string] {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  const all = mantissa.replace('.', '');
  const keep = Number(exponent) + 1 + digits;
  const kept = keep > 0 ? all.slice(0, keep).padEnd(keep, '0') : '';
  const up = keep >= 0 && all.charCodeAt(keep) >= 53; // '5'; NaN behind the last digit
  const rounded = (up ? incremented(kept) : kept).padStart(digits + 1, '0');
  return [rounded.slice(0, rounded.length - digits), digits > 0 ? rounded.slice(-digits) : ''];
}

function clampDigits(digits: number): number {
  return Number.isFinite(digits) ? Math.min(20, Math.max(0, Math.trunc(digits))) : 3;
}

/** A number rounded half up to a count of digits after the point, as a number. */
export function roundTo(value: number, digits: number): number {
  if (!Number.isFinite(value)) return value;
  const [whole, fraction] = decimal(Math.abs(value), clampDigits(digits));
  return Math.sign(value) * Number(`${whole}.${fraction || '0'}`);
}

/** A number as text: `12,345.68`. Missing and NaN are `—`, infinite is `∞`; never `-0`. Needs no ICU data. */
export function formatNumber(value: number | null | undefined, options: NumberOptions = {}): string {
  if (value === null || value === undefined || Number.isNaN(value)) return NO_VALUE;
  const plus = options.sign === 'always' ? '+' : '';
  if (!Number.isFinite(value)) return `${value < 0 ? '-' : plus}∞`;
  const [whole, padded] = decimal(Math.abs(value), clampDigits(options.digits ?? options.maxDigits ?? 3));
  const fraction = options.digits === undefined ? padded.replace(/0+$/, '') : padded;
  const isZero = !/[1-9]/.test(whole + fraction);
  const sign = isZero ? '' : value < 0 ? '-' : plus;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, SEPARATORS[options.grouping ?? 'comma']);
  return sign + grouped + (fraction && `.${fraction}`);
}

/**
 * A number shortened to 万, 亿, 万亿 or K, M, B, T, as text and in its two parts: `1.23万`. Rounds before it chooses the step, so
 * 99,999,999 is 1亿 and not 10,000万. At most two digits unless told otherwise.
 */
export function formatCompact(value: number | null | undefined, options: CompactOptions = {}, locale: Locale = pageLocale()): FormattedNumber {
  const steps = STEPS[locale];
  const written = { ...options, maxDigits: options.maxDigits ?? 2 };
  const size = Math.abs(value ?? NaN);
  const from = options.from ?? (locale === 'en' ? 1e3 : 1e4);
  const digits = clampDigits(written.digits ?? written.maxDigits);
  let unit = steps.length - 1;
  if (Number.isFinite(size) && roundTo(size, digits) >= from) {
    unit = steps.findIndex(([step]) => size >= step);
    while (unit > 0 && roundsUp(size, unit, steps, digits)) unit--;
  }
  const [step, name] = steps[Math.max(unit, 0)] ?? [1, ''];
  const number = formatNumber(value === null || value === undefined ? value : value / step, written);
  return { text: number + name, number, unit: name };
}

function roundsUp(size: number, unit: number, steps: readonly (readonly [number, string])[], digits: number): boolean {
  const here = steps[unit]?.[0] ?? 1;
  const above = steps[unit - 1]?.[0] ?? Infinity;
  return roundTo(size / here, digits) >= above / here;
}

/** How a percentage is written. */
export interface PercentOptions extends NumberOptions {
  /** `percent` (default) takes a ratio: 0.123 is 12.3%. `points` writes the same number as 百分点. */
  readonly as?: 'percent' | 'points';
}

/** A ratio as a percentage: 0.1234 → `12.3%`. One digit unless told otherwise. */
export function formatPercent(ratio: number | null | undefined, options: PercentOptions = {}, locale: Locale = pageLocale()): string {
  const digits = options.digits ?? (options.maxDigits === undefined ? 1 : undefined);
  const number = formatNumber(percent(ratio), { ...options, digits });
  if (number === NO_VALUE) return NO_VALUE;
  if (options.as !== 'points') return `${number}%`;
  return locale === 'en' ? `${number} pp` : `${number} 个百分点`;
}

/** `0.07 * 100` is 7.000000000000001: the power of ten moves in the decimal text instead. */
function percent(ratio: number | null | undefined): number | null | undefined {
  if (ratio === null || ratio === undefined || !Number.isFinite(ratio)) return ratio;
  const [mantissa, exponent] = ratio.toExponential().split('e');
  return Number(`${mantissa}e${Number(exponent) + 2}`);
}

/** What a change is compared with: the same period last year (同比), the period before (环比), or no more than «than before». */
export type ChangeBasis = 'year' | 'period' | 'none';

/** A change in words and in signs. */
export interface FormattedChange {
  /** `up`, `down`, `flat` after rounding, `unknown` when there is no number. */
  readonly direction: 'up' | 'down' | 'flat' | 'unknown';
  /** `↑`, `↓`, `→`, or empty. */
  readonly arrow: string;
  /** Signed: `+12.3%`. */
  readonly number: string;
  /** A whole phrase, for screen readers and captions: `同比增长 12.3%`. */
  readonly text: string;
}

const BASIS = {
  'zh-CN': { year: '同比', period: '环比', none: '' },
  en: { year: ' year on year', period: ' on the period before', none: '' },
} as const;

/**
 * A change as 同比 or 环比: arrow, signed number and phrase. The direction is that of the rounded number, so nothing «grows by 0.0%».
 * @param ratio 0.123 for +12.3%.
 */
export function formatChange(
  ratio: number | null | undefined,
  options: PercentOptions & { readonly basis?: ChangeBasis } = {},
  locale: Locale = pageLocale(),
): FormattedChange {
  const basis = BASIS[locale][options.basis ?? 'year'];
  const number = formatPercent(ratio, { ...options, sign: 'always' }, locale);
  const size = number.replace(/^[+-]/, '');
  const english = locale === 'en';
  if (number === NO_VALUE) {
    return { direction: 'unknown', arrow: '', number, text: english ? `${NO_VALUE}${basis}` : `${basis}${NO_VALUE}` };
  }
  if (number === size) return { direction: 'flat', arrow: '→', number, text: english ? `unchanged${basis}` : `${basis}持平` };
  const up = number.startsWith('+');
  const verb = english ? (up ? 'up' : 'down') : options.as === 'points' ? (up ? '提高' : '降低') : up ? '增长' : '下降';
  const text = english ? `${verb} ${size}${basis}` : `${basis}${verb} ${size}`;
  return { direction: up ? 'up' : 'down', arrow: up ? '↑' : '↓', number, text };
}

const FACTORS: Readonly<Record<string, number>> = { 万亿: 12, 亿: 8, 万: 4, 千: 3, 百: 2, T: 12, B: 9, M: 6, K: 3, '%': -2, '': 0 };

/**
 * The number a person wrote: thousands separators, full-width digits, 万 亿, K M B, %, and any minus sign are understood. NaN when
 * the text is not one number.
 */
export function parseNumber(text: string): number {
  const plain = halfWidth(text).trim().replace(/^[\u2212\u2013]/, '-').replace(/∞/, 'Infinity');
  const hit = /^([+-]?)(\d{1,3}(?:[, ]\d{3})+(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+|Infinity)(?:e([+-]?\d+))? ?(万亿|[亿万千百TBMK%])?$/i.exec(plain);
  if (!hit) return NaN;
  const [, sign, digits = '', power = '0', unit = ''] = hit;
  const size = digits === 'Infinity' ? Infinity : Number(`${digits.replace(/[, ]/g, '')}e${Number(power) + (FACTORS[unit.toUpperCase()] ?? 0)}`);
  return sign === '-' ? -size : size;
}
