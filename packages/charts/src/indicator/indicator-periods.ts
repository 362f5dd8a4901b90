/** Pure logic of an indicator over time: its latest period, the one before, the same one a year earlier, and its course. */
import { formatDate, shanghaiInstant, shanghaiParts } from '@yizhangtu/base/dates';
import type { Locale } from '@yizhangtu/base/locale';
import type { Answer, Filter, Group, Part, Query } from '@yizhangtu/data/model';
import type { ShareOf } from './indicator-figures.js';

/** Lengths of a period. */
export const PERIODS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** Periods in the course at most: two years of months, a quarter of a year of days. */
const COURSE: Readonly<Record<Period, number>> = { day: 92, week: 53, month: 25, quarter: 13, year: 12 };
const DAY = 86_400_000;

/** The question: every period, those that a filter of the time itself leaves out too, because there are comparisons among them. */
export function periodQuery(query: Query, timeField: string, period: Period, share: ShareOf | undefined): Query {
  const { groupBy: _, ignore = [], ...rest } = query;
  return {
    ...rest,
    ignore: [...new Set([...ignore, timeField])],
    groupBy: { field: timeField, bin: { kind: 'time', unit: period } },
    ...(share && { splitBy: share.field }),
  };
}

/** The last instant that a filter of the time leaves: the period with it is the latest. Infinity without one. */
export function lastInstant(filter: Filter | undefined): number {
  if (filter?.kind === 'range') return filter.max ?? Infinity;
  const all = filter?.kind === 'all' ? filter.filters.map(lastInstant) : [];
  return Math.min(Infinity, ...all);
}

/** What an indicator over time shows. NaN where there is nothing. */
export interface PeriodFigures {
  /** First instant of the period, ms; undefined without any. */
  readonly start: number | undefined;
  readonly value: number;
  /** The period before. */
  readonly before: number;
  /** The same period a year earlier; NaN for years, whose year before is the period before. */
  readonly yearBefore: number;
  /** Up to and with the latest period. */
  readonly series: readonly number[];
}

/** The figures of an answer to `periodQuery`. @param until Instants after this do not count. */
export function periodFigures(answer: Answer, period: Period, { share, per, until }: { share: ShareOf | undefined; per: number | undefined; until: number }): PeriodFigures {
  const split = share ? (answer.splits ?? []).findIndex((key) => String(key) === share.value) : -1;
  const figure = (group: Group | undefined): number => (group ? figureOf(group, share ? (group.parts?.[split] ?? { count: 0, values: [0] }) : undefined, per) : Number.NaN);
  const groups = answer.groups.filter(({ key }) => typeof key === 'number' && key <= until);
  // A period without rows at the end has not come yet.
  let last = groups.length - 1;
  while (last >= 0 && !((groups[last] as Group).count > 0)) last--;
  const now = groups[last];
  if (!now) return { start: undefined, value: Number.NaN, before: Number.NaN, yearBefore: Number.NaN, series: [] };
  const start = now.key as number;
  const earlier = yearEarlier(start, period);
  return {
    start,
    value: figure(now),
    before: figure(groups[last - 1]),
    yearBefore: earlier === undefined ? Number.NaN : figure(groups.find(({ key }) => key === earlier)),
    series: groups.slice(Math.max(0, last + 1 - COURSE[period]), last + 1).map(figure),
  };
}

/** The same figures in another unit. */
export function timesFactor(figures: PeriodFigures, factor: number): PeriodFigures {
  if (factor === 1) return figures;
  const { value, before, yearBefore, series } = figures;
  return { ...figures, value: value * factor, before: before * factor, yearBefore: yearBefore * factor, series: series.map((one) => one * factor) };
}

function figureOf(group: Group, part: Part | undefined, per: number | undefined): number {
  const total = group.values[0] ?? Number.NaN;
  if (!part) return per === undefined ? total : total / per;
  return total > 0 ? ((part.values[0] ?? 0) / total) * 100 : Number.NaN;
}

/** Begin of the same period a year earlier, by the calendar of Asia/Shanghai; weeks by 52 weeks, so that the days are the same. */
function yearEarlier(start: number, period: Period): number | undefined {
  if (period === 'year') return undefined;
  if (period === 'week') return start - 364 * DAY;
  const { year, month, day } = shanghaiParts(start);
  return shanghaiInstant(year - 1, month, day);
}

/** A period in words: 2026年6月, 2026年第2季度, 2026年6月1日起一周. */
export function periodWords(start: number, period: Period, locale: Locale): string {
  const english = locale === 'en';
  if (period === 'quarter') {
    const { year, month } = shanghaiParts(start);
    const quarter = Math.ceil(month / 3);
    return english ? `Q${quarter} ${year}` : `${year}年第${quarter}季度`;
  }
  if (period === 'week') return english ? `week of ${formatDate(start, { style: 'date' }, locale)}` : `${formatDate(start, { style: 'date' }, locale)}起一周`;
  return formatDate(start, { style: period === 'day' ? 'date' : period }, locale);
}
