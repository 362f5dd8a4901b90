import { pageLocale, type Locale } from './locale.js';
import { NO_VALUE } from './number-format.js';
import { halfWidth } from './text.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const OFFSET = 8 * HOUR;

/**
 * Summer time in China, 1986–1991, as instants: clocks went forward at 02:00 (18:00 UTC of the day before) and back at 02:00 summer
 * time (17:00 UTC). Since then it is +08:00 all year. Source: IANA time zone database, rules PRC. Before 1949 this is not exact.
 */
export const SHANGHAI_SUMMERS: readonly (readonly [from: number, to: number])[] = [
  [Date.UTC(1986, 4, 3, 18), Date.UTC(1986, 8, 13, 17)],
  [Date.UTC(1987, 3, 11, 18), Date.UTC(1987, 8, 12, 17)],
  [Date.UTC(1988, 3, 16, 18), Date.UTC(1988, 8, 10, 17)],
  [Date.UTC(1989, 3, 15, 18), Date.UTC(1989, 8, 16, 17)],
  [Date.UTC(1990, 3, 14, 18), Date.UTC(1990, 8, 15, 17)],
  [Date.UTC(1991, 3, 13, 18), Date.UTC(1991, 8, 14, 17)],
];

const FIRST_SUMMER = Date.UTC(1986, 4, 3, 18);
const LAST_SUMMER = Date.UTC(1991, 8, 14, 17);

/** A wall clock and calendar in China. */
export interface ShanghaiParts {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** 0 Sunday – 6 Saturday. */
  readonly weekday: number;
}

/** Milliseconds that Asia/Shanghai is ahead of UTC at an instant. Needs no time zone data of the browser. */
export function shanghaiOffset(instant: number): number {
  // Most instants are none of those six summers, and a million rows ask for each of theirs.
  if (!(instant >= FIRST_SUMMER && instant < LAST_SUMMER)) return OFFSET;
  return OFFSET + (SHANGHAI_SUMMERS.some(([from, to]) => instant >= from && instant < to) ? HOUR : 0);
}

/**
 * Date and time of an instant in Asia/Shanghai, whatever zone the machine is set to.
 * @param instant Milliseconds since 1970-01-01T00:00:00Z.
 */
export function shanghaiParts(instant: number): ShanghaiParts {
  const local = new Date(instant + shanghaiOffset(instant));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
    weekday: local.getUTCDay(),
  };
}

/**
 * The instant of a date and time in Asia/Shanghai. Where a clock going back shows a time twice, the first is meant; a time that a
 * clock going forward leaves out is taken in standard time.
 * @param month 1–12.
 */
export function shanghaiInstant(year: number, month: number, day: number, hour = 0, minute = 0, second = 0, millisecond = 0): number {
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  local.setUTCHours(hour, minute, second, millisecond);
  const standard = local.getTime() - OFFSET;
  return shanghaiOffset(standard - HOUR) > OFFSET ? standard - HOUR : standard;
}

/** How much of a date is written. `iso` is 2023-07-06T11:00:00+08:00, for files. */
export type DateStyle = 'year' | 'month' | 'date' | 'minute' | 'second' | 'time' | 'short' | 'iso';

/** How a date is written. */
export interface DateOptions {
  /** Default `minute`: 2023年7月6日 11:00. `short` is 7月6日 11:00, `time` 11:00. */
  readonly style?: DateStyle;
  /** Adds 周四. */
  readonly weekday?: boolean;
  /** Adds 北京时间, where readers may think of another zone. */
  readonly zone?: boolean;
}

const WEEKDAYS = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function isoText(parts: ShanghaiParts, offset: number): string {
  const date = `${String(parts.year).padStart(4, '0')}-${two(parts.month)}-${two(parts.day)}`;
  return `${date}T${two(parts.hour)}:${two(parts.minute)}:${two(parts.second)}+0${offset / HOUR}:00`;
}

function dayText({ year, month, day }: ShanghaiParts, style: DateStyle, locale: Locale): string {
  if (style === 'time') return '';
  if (locale === 'en') {
    const name = MONTHS[month - 1] ?? '';
    return style === 'year' ? `${year}` : style === 'month' ? `${name} ${year}` : style === 'short' ? `${day} ${name}` : `${day} ${name} ${year}`;
  }
  const date = style === 'year' ? '' : style === 'month' ? `${month}月` : `${month}月${day}日`;
  return style === 'short' ? date : `${year}年${date}`;
}

/**
 * A date as people in China read it, in Asia/Shanghai: `2023年7月6日 11:00`, `6 Jul 2023, 11:00`.
 * @param instant Milliseconds since 1970-01-01T00:00:00Z, or a Date. Missing and invalid are `—`.
 */
export function formatDate(instant: number | Date | null | undefined, options: DateOptions = {}, locale: Locale = pageLocale()): string {
  const time = instant instanceof Date ? instant.getTime() : (instant ?? NaN);
  // Beyond ±8.64e15 ms there is no date.
  if (!(Math.abs(time) <= 8.64e15 - DAY)) return NO_VALUE;
  const style = options.style ?? 'minute';
  const parts = shanghaiParts(time);
  if (style === 'iso') return isoText(parts, shanghaiOffset(time));
  const clock = `${two(parts.hour)}:${two(parts.minute)}${style === 'second' ? `:${two(parts.second)}` : ''}`;
  const withClock = style === 'minute' || style === 'second' || style === 'time' || style === 'short';
  const pieces = [dayText(parts, style, locale), options.weekday ? WEEKDAYS[locale][parts.weekday] : '', withClock ? clock : ''];
  const text = pieces.filter((piece) => piece).join(locale === 'en' ? ', ' : ' ');
  if (!options.zone) return text;
  return locale === 'en' ? `${text} (Beijing time)` : `${text}（北京时间）`;
}

/** The day of the week in Asia/Shanghai: `周四`, `Thu`. */
export function weekdayText(instant: number, locale: Locale = pageLocale()): string {
  return WEEKDAYS[locale][shanghaiParts(instant).weekday] ?? NO_VALUE;
}

const AGES: readonly (readonly [below: number, unit: number, zh: string, en: string])[] = [
  [HOUR, MINUTE, '分钟', 'min'],
  [DAY, HOUR, '小时', 'h'],
  [30 * DAY, DAY, '天', 'd'],
];

/**
 * How long ago: `刚刚`, `23 分钟前`, `3 小时前`, `5 天前`; the date itself from 30 days on. Whole units, never rounded up, so data is
 * not called older than it is. The future is `23 分钟后`.
 * @param now Milliseconds since 1970; required, so that a view and its test decide what now is.
 */
export function relativeAge(instant: number | Date | null | undefined, now: number | Date, locale: Locale = pageLocale()): string {
  const time = instant instanceof Date ? instant.getTime() : (instant ?? NaN);
  const age = (now instanceof Date ? now.getTime() : now) - time;
  if (Number.isNaN(age)) return NO_VALUE;
  const size = Math.abs(age);
  if (size < MINUTE) return locale === 'en' ? 'just now' : '刚刚';
  const step = AGES.find(([below]) => size < below);
  if (!step) return formatDate(time, { style: 'date' }, locale);
  const count = Math.floor(size / step[1]);
  if (locale === 'en') return age > 0 ? `${count} ${step[3]} ago` : `in ${count} ${step[3]}`;
  return `${count} ${step[2]}${age > 0 ? '前' : '后'}`;
}

/** What a time without a zone means. `reject` makes it unreadable. */
export type Zoneless = 'shanghai' | 'utc' | 'reject';

const DATE = '(\\d{4})(?:[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})日?|月)?|年)?';
const CLOCK = '(\\d{1,2})[:时点](\\d{1,2})分?(?::?(\\d{1,2})(?:[.,](\\d{1,9}))?秒?)?';
const WRITTEN = new RegExp(`^${DATE}(?:[T ] ?${CLOCK} ?(Z|[+-]\\d{2}(?::?\\d{2})?)?)?$`, 'i');
const DIGITS_ONLY = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

function zoneOffset(zone: string): number {
  if (/^z$/i.test(zone)) return 0;
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  const size = Number(hours) * HOUR + Number(minutes) * MINUTE;
  return sign === '-' ? -size : size;
}

function instantOf(numbers: readonly number[], zone: string | undefined, zoneless: Zoneless): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, ms = 0] = numbers;
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  const isMidnight = hour === 24 && minute + second + ms === 0;
  if (month < 1 || month > 12 || day < 1 || day > last || (hour > 23 && !isMidnight) || minute > 59 || second > 59) return NaN;
  if (zone === undefined && zoneless === 'shanghai') return shanghaiInstant(year, month, day, hour, minute, second, ms);
  if (zone === undefined && zoneless === 'reject') return NaN;
  const utc = new Date(0);
  utc.setUTCFullYear(year, month - 1, day);
  utc.setUTCHours(hour, minute, second, ms);
  return utc.getTime() - (zone === undefined ? 0 : zoneOffset(zone));
}

/**
 * The instant a text names, in milliseconds since 1970-01-01T00:00:00Z, or NaN: ISO 8601 (`2023-07-06T11:00+08:00`, `2023-07`,
 * `20230706`), `2023-07-06 11:00:00`, `2023/7/6`, `2023年7月6日 11时05分`. JavaScript's own `Date.parse` reads some of these in the
 * zone of the machine; here nothing depends on the machine.
 * @param zoneless What a text without a zone means. A date alone is its midnight in that zone.
 */
export function parseInstant(text: string, zoneless: Zoneless): number {
  const plain = halfWidth(text).replace(/\u2212/g, '-').trim();
  const compact = DIGITS_ONLY.exec(plain);
  const hit = compact ?? WRITTEN.exec(plain);
  if (!hit) return NaN;
  const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0', rest, zone] = hit;
  const numbers = [year, month, day, hour, minute, second].map(Number);
  if (compact) return instantOf(numbers, rest, zoneless);
  return instantOf([...numbers, Number((rest ?? '0').slice(0, 3).padEnd(3, '0'))], zone, zoneless);
}
