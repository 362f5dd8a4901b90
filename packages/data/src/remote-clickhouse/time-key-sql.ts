/**
 * Bins of the calendar and of what comes round again, as SQL. Columns of dates have the server's own functions, which are quick and know the years
 * from 1970 to 2105; whatever else is read as an instant is worked out for all years.
 */
import { SHANGHAI_SUMMERS } from '@yizhangtu/base/dates';
import { YztError } from '@yizhangtu/base/errors';
import { calendarNumbers, FIRST_MONDAY, LENGTHS, MONTHS } from '../model/calendar.js';
import type { CycleBin, TimeBin } from '../model/query-types.js';
import { binKey, within, type KeySql, type Limits } from './bin-key.js';
import { civilSql, dayNumberSql, hourSql, localSql, weekdaySql } from './calendar-sql.js';
import { numberSql, presentSql, secondsSql, unitMs, type ClickColumn } from './columns.js';
import { bound, numberOrNan } from './let-sql.js';
import { numberText } from './values.js';

const HOUR = 3_600_000;

/** A column of the table that holds dates between 1970 and 2105, by the clocks of Shanghai; undefined for others. */
function ownDate({ kind, storage, sql }: ClickColumn): string | undefined {
  if (kind !== 'date') return undefined;
  return storage === 'date' ? sql : storage === 'datetime' ? `toDateTime(${sql}, 'Asia/Shanghai')` : undefined;
}

/** Seconds since 1970 that the clocks show, of such a column. @param from Earliest instant there is, ms; before 1992 clocks went forward in summer. */
function ownSeconds(column: ClickColumn, from = -Infinity): string {
  if (column.storage === 'date') return `toInt64(toInt32(${column.sql})) * 86400`;
  const seconds = `toInt64(${secondsSql(column)})`;
  if (SHANGHAI_SUMMERS.every(([, end]) => from >= end)) return `${seconds} + 28800`;
  return `${seconds} + 28800 + 3600 * (${SHANGHAI_SUMMERS.map(([a, b]) => `(${seconds} >= ${a / 1000} AND ${seconds} < ${b / 1000})`).join(' + ')})`;
}

/** Units of the calendar between the beginning of a bin and each row. @param first Number of the bin, which counts from 1970. */
function unitsSql(column: ClickColumn, { unit, step = 1 }: TimeBin, first: number, from: number | undefined): string {
  const own = ownDate(column);
  const months = MONTHS[unit];
  if (months === undefined) {
    const length = step * (LENGTHS[unit] as number);
    const begin = (unit === 'week' ? FIRST_MONDAY : 0) + first * length;
    return own ? `floor((${ownSeconds(column, from)} - ${begin / 1000}) / ${length / 1000})` : `floor((${localSql(numberOrNan(numberSql(column)))} - ${begin}) / ${length})`;
  }
  const each = months * step;
  // January 1970 is the server's month 23641.
  const count = own ? `(toInt32(toRelativeMonthNum(${own})) - ${23_641 + first * each})` : civilSql(dayNumberSql(numberOrNan(numberSql(column))), ({ year, month }) => `(${year} * 12 + ${month} - ${23_641 + first * each})`);
  return each === 1 ? count : `floor(${count} / ${each})`;
}

/**
 * In the hour after clocks went forward or back they show no time of their own, and a bin may begin or end there by another rule than counting: the edges
 * decide. Only bins of minutes, and of several hours or parts of one, have such.
 * @param value In units of the edges.
 */
function turnsSql(value: string, edges: readonly number[], numbers: readonly number[], numberOf: (instant: number) => number, counted: string, unit: number): string {
  return SHANGHAI_SUMMERS.flat().reduce((others, turn) => {
    const [first = Infinity, last = -Infinity] = [edges[0], edges[edges.length - 1]];
    if (turn + HOUR <= first || turn >= last) return others;
    const held = Math.max(0, numbers.findIndex((_, index) => (edges[index + 1] as number) > turn));
    const base = numbers[held] as number;
    const inside = numbers.flatMap((number, index) => (index > held && (edges[index] as number) < turn + HOUR ? [{ edge: edges[index] as number, more: number - (numbers[index - 1] as number) }] : []));
    if (inside.length === 0 && numberOf(turn) === base && numberOf(turn + HOUR - 1) === base) return others;
    const steps = inside.map(({ edge, more }) => ` + ${more} * (${value} >= ${numberText(edge / unit)})`).join('');
    return `if(${value} >= ${turn / unit} AND ${value} < ${(turn + HOUR) / unit}, toInt32(${base}${steps}), ${others})`;
  }, counted);
}

/** @param extent Smallest and largest instant there is. */
export function timeKey(column: ClickColumn, bin: TimeBin, limits: Limits, extent: readonly [min: number, max: number] | undefined): KeySql {
  const { edges } = limits;
  const keys = edges.slice(0, -1);
  const [counted] = calendarNumbers(bin.unit, bin.step ?? 1);
  const begin = keys.length > 0 ? counted(keys[0] as number) : 0;
  const numberOf = (instant: number): number => counted(instant) - begin;
  const numbers = keys.map(numberOf);
  // Whole seconds are compared as such; in ms each row would be multiplied first.
  const seconds = column.kind === 'date' && unitMs(column) === 1000 && edges.every((edge) => edge % 1000 === 0);
  const unit = seconds ? 1000 : 1;
  const value = seconds ? secondsSql(column) : numberSql(column);
  const inside = turnsSql(value, edges, numbers, numberOf, `toInt32(${unitsSql(column, bin, begin, extent?.[0])})`, unit);
  const shape = { numbers, keys, ends: edges.slice(1), closed: limits.closed };
  // Bins of the calendar have numbers of their own, so only what is in none of them would be told apart. Where all rows are in some bin, none is.
  const [first = NaN, last = NaN] = [edges[0], edges[keys.length]];
  const all = !presentSql(column) && column.kind !== 'text' && extent !== undefined && !limits.closed && extent[0] >= first && extent[1] < last;
  return binKey(within(column, value, { ...limits, edges: edges.map((edge) => edge / unit) }, inside), shape, all ? { sql: inside } : undefined);
}

/** Numbers of the first and of all of what comes round, and which one a row has. */
const CYCLES: Readonly<Record<CycleBin['unit'], readonly [first: number, count: number, own: (column: ClickColumn, date: string) => string, worked: (ms: string) => string]>> = {
  'hour-of-day': [0, 24, (column) => `intDiv(${ownSeconds(column)}, 3600) % 24`, hourSql],
  'day-of-week': [1, 7, (column) => `(intDiv(${ownSeconds(column)}, 86400) + 3) % 7 + 1`, weekdaySql],
  'month-of-year': [1, 12, (_, date) => `toMonth(${date})`, (ms) => civilSql(dayNumberSql(ms), ({ month }) => month)],
};

export function cycleKey(column: ClickColumn, { unit }: CycleBin): KeySql {
  const cycle = CYCLES[unit];
  if (!cycle) {
    throw new YztError('bad-argument', {
      zh: `无法分箱：周期「${String(unit)}」应为 hour-of-day、day-of-week 或 month-of-year。`,
      en: `No bins can be made: cycle "${String(unit)}" must be hour-of-day, day-of-week or month-of-year.`,
    });
  }
  const [first, count, ownSql, worked] = cycle;
  const own = ownDate(column);
  const ms = numberOrNan(numberSql(column));
  const present = own ? presentSql(column) : `isFinite(${ms})`;
  const sql = `toInt32(${own ? ownSql(column, own) : bound([ms], (v = '') => worked(v))})`;
  const numbers = Array.from({ length: count }, (_, index) => first + index);
  return binKey(present ? `if(${present}, ${sql}, NULL)` : sql, { numbers, keys: numbers, closed: false });
}
