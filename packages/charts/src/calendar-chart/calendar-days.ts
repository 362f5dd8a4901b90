import { shanghaiInstant, shanghaiParts } from '@yizhangtu/base/dates';
import type { Answer, Filter, Group, GroupKey } from '@yizhangtu/data/model';

/** One day of the calendar. */
export interface CalendarDay {
  /** Midnight in Shanghai, ms. */
  readonly day: number;
  /** NaN where there are no data, which is not zero. */
  readonly value: number;
}

/** Years that are drawn at most, the newest: more days than this can be neither seen nor walked through. */
export const MOST_YEARS = 10;

/** Midnight in Shanghai of the day an instant is in. */
export function dayOf(instant: number): number {
  const { year, month, day } = shanghaiParts(instant);
  return shanghaiInstant(year, month, day);
}

/** The day so many days later. Days are not all 24 hours long. */
export function dayAfter(day: number, count = 1): number {
  const parts = shanghaiParts(day);
  return shanghaiInstant(parts.year, parts.month, parts.day + count);
}

/** All days from one to another in Shanghai, both included. */
export function daysBetween(from: number, to: number): number[] {
  const { year, month, day } = shanghaiParts(from);
  const days: number[] = [];
  for (let n = 0; ; n += 1) {
    const next = shanghaiInstant(year, month, day + n);
    if (!(next <= to)) return days;
    days.push(next);
  }
}

/** The first day that is drawn of data that end with an instant. */
export function firstDrawn(first: number, last: number): number {
  return Math.max(dayOf(first), shanghaiInstant(shanghaiParts(last).year - MOST_YEARS + 1, 1, 1));
}

/** The groups of a question about days between two instants. */
export function daysKey(field: string, first: number, last: number): GroupKey {
  return { field, bin: { kind: 'time', unit: 'day', domain: [firstDrawn(first, last), last] } };
}

/**
 * Days of an answer in order, from the first to the last of the data. A day without rows is zero where rows are counted, and without data
 * where something is measured of them.
 */
export function daysOfAnswer({ groups }: Answer, counted: boolean): CalendarDay[] {
  return groups.flatMap(({ key, count, values }): CalendarDay[] => {
    if (typeof key !== 'number') return [];
    return [{ day: key, value: counted || count > 0 ? (values[0] ?? Number.NaN) : Number.NaN }];
  });
}

/** Days of plain data; several values of one day are added up, days between that are not there have no data. */
export function daysOfData(data: readonly { readonly key: Group['key']; readonly value: number }[]): CalendarDay[] {
  const sums = new Map<number, number>();
  for (const { key, value } of data) {
    if (typeof key !== 'number' || !Number.isFinite(key)) continue;
    const day = dayOf(key);
    sums.set(day, (sums.get(day) ?? 0) + value);
  }
  const days = [...sums.keys()].sort((a, b) => a - b);
  const [first, last] = [days[0], days[days.length - 1]];
  if (first === undefined || last === undefined) return [];
  return daysBetween(firstDrawn(first, last), last).map((day) => ({ day, value: sums.get(day) ?? Number.NaN }));
}

/** The filter of the days from one to another, in either order, both included. */
export function daysFilter(field: string, a: number, b: number): Filter {
  return { kind: 'range', field, min: Math.min(a, b), max: dayAfter(Math.max(a, b)), maxExclusive: true };
}

/** Whether a day is let through by a filter of its field; undefined where the filter is no range of it. */
export function isWithin(day: number, filter: Filter | undefined): boolean | undefined {
  if (filter?.kind !== 'range') return undefined;
  const { min = -Infinity, max = Infinity, maxExclusive } = filter;
  // A day is within as soon as a part of it is: other views filter by the minute.
  return dayAfter(day) > min && (maxExclusive ? day < max : day <= max);
}
