import { formatDate, shanghaiInstant, shanghaiParts, weekdayText } from '@yizhangtu/base/dates';
import type { Locale, Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { CalendarDay } from './calendar-days.js';

export const CALENDAR_WORDS = {
  missing: { zh: '无数据', en: 'no data' },
  day: { zh: '日期', en: 'Day' },
  classes: { zh: '图例', en: 'Legend' },
} satisfies Record<string, Text>;

/** A day in words: 2026年6月1日 周一. */
export function dayWords(day: number, locale: Locale): string {
  return formatDate(day, { style: 'date', weekday: true }, locale);
}

/** The name of a day of the week. @param weekday 0 Monday – 6 Sunday. */
export function weekdayName(weekday: number, locale: Locale): string {
  // 1970-01-05 was a Monday.
  return weekdayText(shanghaiInstant(1970, 1, 5 + weekday), locale);
}

/** The name of a month without its year: 6月, Jun. */
export function monthName(instant: number, locale: Locale): string {
  return locale === 'en' ? formatDate(instant, { style: 'month' }, 'en').slice(0, 3) : `${shanghaiParts(instant).month}月`;
}

export interface CalendarSummary {
  readonly label: string;
  readonly days: readonly CalendarDay[];
  /** All days together; undefined where they do not add up. */
  readonly total: string | undefined;
  withUnit(value: number): string;
}

/** A calendar in one sentence: from when to when, how much in all, when most, how many days without data. */
export function calendarSummary({ label, days, total, withUnit }: CalendarSummary): Text {
  const known = days.filter(({ value }) => Number.isFinite(value));
  const head = { zh: label === '' ? '日历图' : label, en: label === '' ? 'Calendar chart' : label };
  const [first, last] = [days[0], days[days.length - 1]];
  if (!first || !last || known.length === 0) return { zh: `${head.zh}：没有数据`, en: `${head.en}: no data` };
  const best = known.reduce((most, one) => (one.value > most.value ? one : most));
  const date = ({ day }: CalendarDay, locale: Locale): string => formatDate(day, { style: 'date' }, locale);
  const none = days.length - known.length;
  const zh = [
    `${date(first, 'zh-CN')}至${date(last, 'zh-CN')}`,
    ...(total === undefined ? [] : [`共 ${total}`]),
    `${dayWords(best.day, 'zh-CN')}最多，为 ${withUnit(best.value)}`,
    ...(none > 0 ? [`${formatNumber(none)} 天无数据`] : []),
  ];
  const en = [
    `${date(first, 'en')} to ${date(last, 'en')}`,
    ...(total === undefined ? [] : [`${total} in all`]),
    `most on ${dayWords(best.day, 'en')}: ${withUnit(best.value)}`,
    ...(none > 0 ? [`${formatNumber(none)} days without data`] : []),
  ];
  return { zh: `${head.zh}：${zh.join('，')}。`, en: `${head.en}: ${en.join(', ')}.` };
}
