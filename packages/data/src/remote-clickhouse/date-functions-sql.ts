/** Functions of dates as SQL. What each one means is what `expression/functions.ts` does with rows. */
import { shanghaiOffset } from '@yizhangtu/base/dates';
import { civilSql, dayNumberSql, daysSql, hourSql, instantSql, localSql, weekdaySql } from './calendar-sql.js';
import type { ClickColumn } from './columns.js';
import type { WriteSql } from './function-sql.js';
import { bound, finiteSql, numberOrNan } from './let-sql.js';
import { parsedInstantSql } from './parse-sql.js';

const DAY = 86_400_000;

/** A column of the table as the server's own functions take it: by the clocks of Shanghai. Undefined for others, which have to be worked out. */
function ownDate(column: ClickColumn | undefined): string | undefined {
  if (!column || column.mask) return undefined;
  return column.storage === 'datetime' ? `toDateTime(${column.sql}, 'Asia/Shanghai')` : undefined;
}

/** A part of a date. @param own The server's function of it. */
const part = (own: string, write: (ms: string) => string): WriteSql => ([ms = ''], given) => {
  const date = ownDate(given.column(0));
  return date ? numberOrNan(`${own}(${date})`) : bound([ms], (v = '') => `if(isNaN(${v}), nan, ${write(v)})`);
};

const civil = (own: string, pick: 'year' | 'month' | 'day'): WriteSql => part(own, (ms) => civilSql(dayNumberSql(ms), (date) => date[pick]));

const truncated = (value: string): string => `if(${value} < 0, ceil(${value}), floor(${value}))`;

const makeDate: WriteSql = (args) =>
  finiteSql(bound(args, (y = '', m = '', d = '') => `if(isFinite(${y} + ${m} + ${d}), ${instantSql(`(${daysSql(truncated(y), truncated(m), truncated(d))} * ${DAY})`)}, nan)`));

const addDays: WriteSql = (args) => bound(args, (ms = '', days = '') => instantSql(`(${localSql(ms)} + ${truncated(days)} * ${DAY})`));

const daysBetween: WriteSql = (args, given) => {
  const [from, to] = args.map((ms, at) => {
    const [own, known] = [ownDate(given.column(at)), given.constant(at)];
    if (own) return numberOrNan(`toRelativeDayNum(${own})`);
    return typeof known === 'number' && !Number.isNaN(known) ? `toFloat64(${Math.floor((known + shanghaiOffset(known)) / DAY)})` : dayNumberSql(ms);
  });
  return `(${to} - ${from})`;
};

export const DATE_SQL: ReadonlyMap<string, WriteSql> = new Map<string, WriteSql>([
  ['date', ([text = '']) => parsedInstantSql(text)],
  ['makedate', makeDate],
  ['year', civil('toYear', 'year')],
  ['quarter', part('toQuarter', (ms) => civilSql(dayNumberSql(ms), ({ month }) => `ceil(${month} / 3)`))],
  ['month', civil('toMonth', 'month')],
  ['day', civil('toDayOfMonth', 'day')],
  ['hour', part('toHour', hourSql)],
  ['weekday', part('toDayOfWeek', weekdaySql)],
  ['daysbetween', daysBetween],
  ['adddays', addDays],
]);
