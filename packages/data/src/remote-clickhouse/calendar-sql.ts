/** Days and clocks of Asia/Shanghai in SQL, over instants in ms of whatever century: the server's own functions know those from 1970 to 2105. */
import { SHANGHAI_SUMMERS } from '@yizhangtu/base/dates';
import { bound } from './let-sql.js';

const [HOUR, DAY] = [3_600_000, 86_400_000];
/** Furthest instant there is, either way of 1970. */
const FURTHEST = 8.64e15;

/** Whether it is one of the summers of 1986–1991, when clocks were an hour ahead; 0 or 1. */
function summerSql(ms: string): string {
  return `(${SHANGHAI_SUMMERS.map(([from, to]) => `(${ms} >= ${from} AND ${ms} < ${to})`).join(' + ')})`;
}

/** What the clock shows, as ms since 1970. */
export function localSql(ms: string): string {
  return bound([ms], (v = '') => `(${v} + ${8 * HOUR} + ${HOUR} * ${summerSql(v)})`, '_l');
}

/** Days of the calendar since 1970. */
export function dayNumberSql(ms: string): string {
  return `floor(${localSql(ms)} / ${DAY})`;
}

/** Hour of the day, 0–23. */
export function hourSql(ms: string): string {
  return bound([localSql(ms)], (v) => `floor((${v} - floor(${v} / ${DAY}) * ${DAY}) / ${HOUR})`, '_h');
}

/** Day of the week: Monday is 1, Sunday 7. 1970 began on a Thursday. */
export function weekdaySql(ms: string): string {
  return bound([`(${dayNumberSql(ms)} + 3)`], (v) => `(${v} - floor(${v} / 7) * 7 + 1)`, '_w');
}

/** The instant at which the clock shows something; NaN beyond all dates. A time that is shown twice is the first, one that is left out is standard time. */
export function instantSql(local: string): string {
  const standard = (v: string): string => `${v} - ${8 * HOUR}`;
  return bound([local], (v = '') => `if(abs(${v}) <= ${FURTHEST}, ${standard(v)} - ${HOUR} * ${summerSql(`(${standard(v)} - ${HOUR})`)}, nan)`, '_i');
}

interface Civil {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** Something of the year, month and day of a day since 1970, by the rule of Gregory in eras of 400 years that begin in March. */
export function civilSql(days: string, write: (civil: Civil) => string): string {
  const era = (z: string): string => `floor(${z} / 146097)`;
  const ofYear = (e: string): string => `floor((${e} - floor(${e} / 1460) + floor(${e} / 36524) - floor(${e} / 146096)) / 365)`;
  const ofDay = (doy = '', year = ''): string => bound([doy, `floor((5 * ${doy} + 2) / 153)`, year], (d, m, y) => write({ year: `(${y} + (${m} >= 10))`, month: `(${m} + if(${m} < 10, 3, -9))`, day: `(${d} - floor((153 * ${m} + 2) / 5) + 1)` }), '_d');
  const inEra = (e = '', began = ''): string => bound([e, ofYear(e), began], (d, y, b) => bound([`(${d} - (365 * ${y} + floor(${y} / 4) - floor(${y} / 100)))`, `(${y} + ${b} * 400)`], ofDay, '_c'), '_b');
  return bound([`(${days} + 719468)`], (z = '') => bound([`(${z} - ${era(z)} * 146097)`, era(z)], inEra, '_a'), '_z');
}

/** Days since 1970 of a year, month and day, which may lie beyond their ends: the 30th of February is the 1st or 2nd of March. */
export function daysSql(year: string, month: string, day: string): string {
  const ofMarch = (y = '', m = '', d = ''): string =>
    bound([y, `floor(${y} / 400)`, `floor((153 * (${m} + if(${m} > 2, -3, 9)) + 2) / 5)`, d], (yy, era, doy, dd) => {
      const yoe = `(${yy} - ${era} * 400)`;
      return `(${era} * 146097 + ${yoe} * 365 + floor(${yoe} / 4) - floor(${yoe} / 100) + ${doy} - 719468 + ${dd} - 1)`;
    }, '_e');
  return bound([year, `(${month} - 1)`, day], (y = '', m = '', d = '') => {
    const held = `(${m} - floor(${m} / 12) * 12 + 1)`;
    return bound([`(${y} + floor(${m} / 12) - (${held} <= 2))`, held, d], ofMarch, '_m');
  }, '_y');
}
