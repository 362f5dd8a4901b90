/** What rows are grouped by, as SQL: values of a field, or numbers of bins whose edges are worked out here, by the code that the dataset in memory uses. */
import { SHANGHAI_SUMMERS } from '@yizhangtu/base/dates';
import { YztError } from '@yizhangtu/base/errors';
import { edgesOf } from '../model/bins.js';
import { calendarNumbers, FIRST_MONDAY, LENGTHS, MONTHS } from '../model/calendar.js';
import type { CycleBin, GroupKey, Key, NumberBin, TimeBin } from '../model/query-types.js';
import { categorySql, comparedSql, numberSql, presentSql, secondsSql, unitMs, type ClickColumn } from './columns.js';
import { numberText, type Values } from './values.js';

/** What a grouping needs to know of its table. */
export interface KeyContext {
  readonly values: Values;
  column(name: string): ClickColumn | undefined;
  /** Smallest and largest finite value of a field over all rows; undefined if there is none. */
  extent(field: string): readonly [min: number, max: number] | undefined;
}

/** What the server writes in JSON. */
export type Cell = string | number | null;

/** Bins, in order. */
export interface Bins {
  /** What the server calls each one. */
  readonly numbers: readonly number[];
  readonly keys: readonly number[];
  /** Upper edges; absent for bins that come round again. */
  readonly ends?: readonly number[];
  /** The last one holds its upper edge. */
  readonly closed: boolean;
}

export interface KeySql {
  /** NULL for missing, −1 for rows in no bin. */
  readonly sql: string;
  /** The same to group by, where that is cheaper: never NULL, which takes half the time, and with any number for rows in no bin. */
  readonly grouped?: string;
  readonly bins?: Bins;
  /** What the server says, as a key; undefined for rows in no bin. */
  keyOf(cell: Cell): Key | undefined;
  /** What the server calls a bin; empty for none. */
  numberOf(key: NonNullable<Key>): number[];
  /** A list of keys that the expression can be looked up in. */
  list(keys: readonly NonNullable<Key>[]): string;
}

/** The grouping of a question. The field is known to be there. */
export function keySql(by: string | GroupKey, context: KeyContext): KeySql {
  const { field, bin }: GroupKey = typeof by === 'string' ? { field: by } : by;
  const column = context.column(field) as ClickColumn;
  if (!bin) return valueKey(column, context.values);
  if (bin.kind === 'cycle') return cycleKey(column, bin);
  const { edges, closed } = edgesOf(bin, () => context.extent(field));
  const limits = { edges, closed };
  return bin.kind === 'time' ? timeKey(column, bin, limits, context.extent(field)) : numberKey(column, bin, limits);
}

/** A number as the server writes it in JSON: wide ones are quoted. */
export function numberIn(cell: Cell | undefined): number {
  if (cell === null || cell === undefined) return Number.NaN;
  if (typeof cell !== 'string') return Number(cell);
  return /^-?inf$/.test(cell) ? (cell.startsWith('-') ? -Infinity : Infinity) : Number(cell);
}

function valueKey(column: ClickColumn, values: Values): KeySql {
  const { kind } = column;
  const plain = categorySql(column);
  const present = presentSql(column);
  const sql = present && kind !== 'text' ? `if(${present}, ${plain}, NULL)` : plain;
  const keyOf = (cell: Cell): Key => {
    if (cell === null) return null;
    if (kind === 'text') return String(cell);
    const number = numberIn(cell);
    return kind === 'boolean' ? number === 1 : kind === 'date' ? number * unitMs(column) : number;
  };
  const list = (keys: readonly NonNullable<Key>[]): string => {
    if (kind === 'text') return values.list(keys.map(String));
    return keys.map((key) => numberText(kind === 'boolean' ? Number(key === true) : kind === 'date' ? Number(key) / unitMs(column) : Number(key))).join(', ');
  };
  return { sql, keyOf, list, numberOf: () => [] };
}

/** What the cheaper key of bins of decimals calls a missing value. */
const MISSING = -2;

/** @param grouped The cheaper key, and what it calls a missing value. */
function binKey(sql: string, bins: Bins, grouped?: { readonly sql: string; readonly missing?: number }): KeySql {
  const place = new Map(bins.numbers.map((number, index) => [number, index]));
  return {
    sql,
    bins,
    ...(grouped && { grouped: grouped.sql }),
    keyOf: (cell) => (cell === null || (grouped?.missing !== undefined && numberIn(cell) === grouped.missing) ? null : bins.keys[place.get(numberIn(cell)) ?? -1]),
    numberOf: (key) => bins.numbers.filter((_, index) => bins.keys[index] === key),
    list: (keys) => keys.flatMap((key) => bins.numbers.filter((_, index) => bins.keys[index] === key)).join(', '),
  };
}

interface Limits {
  readonly edges: readonly number[];
  readonly closed: boolean;
}

/** `inside` for values between the limits, `outside` for others; a value that is no number is an other. */
function held(value: string, { edges, closed }: Limits, inside: string, outside = '-1'): string {
  const [first, last] = [edges[0], edges[edges.length - 1]];
  return first === undefined || last === undefined ? outside : `if(${value} >= ${numberText(first)} AND ${value} ${closed ? '<=' : '<'} ${numberText(last)}, ${inside}, ${outside})`;
}

/** NULL where there is no value, −1 outside of all bins. */
function within(column: ClickColumn, value: string, limits: Limits, inside: string): string {
  const present = column.kind === 'text' ? `isNotNull(${value})` : presentSql(column);
  const sql = held(value, limits, inside);
  return present ? `if(${present}, ${sql}, NULL)` : sql;
}

function numberKey(column: ClickColumn, bin: NumberBin, limits: Limits): KeySql {
  const { edges, closed } = limits;
  const bins = Math.max(0, edges.length - 1);
  const numbers = Array.from({ length: bins }, (_, index) => index);
  const shape = { numbers, keys: edges.slice(0, bins), ends: edges.slice(1), closed };
  if (bins === 0) return binKey(within(column, numberSql(column), limits, '-1'), shape);
  const value = column.kind === 'text' ? `assumeNotNull(${numberSql(column)})` : column.nullable ? `assumeNotNull(${numberSql(column)})` : numberSql(column);
  const list = `[${edges.map((edge) => `toFloat64(${numberText(edge)})`).join(', ')}]`;
  const inside = `toInt32(${bin.breaks ? placeBetween(column.nullable || column.kind === 'text' ? value : comparedSql(column), edges) : evenPlace(column, value, edges, list)})`;
  // A column of decimals that cannot be NULL has its missing values as NaN.
  const decimals = column.kind === 'number' && column.storage === 'float' && !column.nullable && !column.mask;
  const grouped = decimals ? { sql: held(comparedSql(column), limits, inside, `if(isNaN(${column.sql}), ${MISSING}, -1)`), missing: MISSING } : undefined;
  return binKey(within(column, column.kind === 'text' ? numberSql(column) : value, limits, inside), shape, grouped);
}

/** The place between edges of any widths: how many inner ones are reached. Comparisons of a column with numbers are quick; a function for each edge of each row takes thirty times as long. */
function placeBetween(value: string, edges: readonly number[]): string {
  return edges.length < 3 ? '0' : edges.slice(1, -1).map((edge) => `(${value} >= ${numberText(edge)})`).join(' + ');
}

/**
 * Whether a quotient, rounded, falls on the same side of each whole number as the value does of the edge: where values come in steps that are much
 * coarser than those of the division. Decimals of four bytes and edges that are such decimals differ by 2⁻²⁴ of themselves, or not at all.
 */
function dividesWell(column: ClickColumn, edges: readonly number[]): boolean {
  if (column.kind !== 'number' || column.mask) return false;
  if (column.single) return edges[0] === 0 && edges.every((edge) => Math.fround(edge) === edge);
  return column.storage === 'integer' && edges.every((edge) => Number.isInteger(edge) && Math.abs(edge) < 2 ** 33);
}

/**
 * The place among edges of one width. The product may be off by one beside an edge, so the edges themselves decide: worked out where that gives
 * the very same numbers – decimals of a server are those of this language –, else looked up, which takes the server longer.
 */
function evenPlace(column: ClickColumn, value: string, edges: readonly number[], list: string): string {
  const bins = edges.length - 1;
  const [first, last] = [edges[0] as number, edges[bins] as number];
  const step = (last - first) / bins;
  if (edges.every((edge, index) => edge === first + index * step)) {
    const plain = column.nullable ? value : comparedSql(column);
    if (dividesWell(column, edges)) return `least(${bins - 1}, floor(${first === 0 ? plain : `(${plain} - ${numberText(first)})`} / ${numberText(step)}))`;
    const place = `least(${bins - 1}, toInt32(floor((${value} - ${numberText(first)}) * ${numberText(bins / (last - first))})))`;
    const edge = (more: number): string => `${numberText(first)} + (${place}${more > 0 ? ` + ${more}` : ''}) * toFloat64(${numberText(step)})`;
    return `${place} - (${value} < ${edge(0)}) + (${place} < ${bins - 1} AND ${value} >= ${edge(1)})`;
  }
  const guess = `greatest(0, least(${bins - 1}, toInt32(floor((${value} - ${numberText(first)}) * ${numberText(bins / (last - first))}))))`;
  return `${guess} - (${value} < arrayElement(${list}, ${guess} + 1)) + (${guess} < ${bins - 1} AND ${value} >= arrayElement(${list}, least(${bins}, ${guess} + 2)))`;
}

/** Seconds since 1970 by the clocks of Shanghai. @param from Earliest instant there is, ms; before 1992 clocks went forward in summer. */
function localSeconds(column: ClickColumn, from: number | undefined): string {
  if (column.storage === 'date') return `toInt64(toInt32(${column.sql})) * 86400`;
  const seconds = instantSeconds(column);
  if (from !== undefined && SHANGHAI_SUMMERS.every(([, end]) => from >= end)) return `${seconds} + 28800`;
  return `${seconds} + 28800 + 3600 * (${SHANGHAI_SUMMERS.map(([a, b]) => `(${seconds} >= ${a / 1000} AND ${seconds} < ${b / 1000})`).join(' + ')})`;
}

function instantSeconds(column: ClickColumn): string {
  if (column.kind === 'date' && column.storage === 'datetime') return `toInt64(${secondsSql(column)})`;
  return `toInt64(floor(${numberSql(column)} / 1000))`;
}

function timeKey(column: ClickColumn, { unit, step = 1 }: TimeBin, limits: Limits, extent: readonly [min: number, max: number] | undefined): KeySql {
  const { edges } = limits;
  const bins = Math.max(0, edges.length - 1);
  const [numberOf] = calendarNumbers(unit, step);
  const months = MONTHS[unit];
  const date = localDate(column);
  const origin = unit === 'week' ? FIRST_MONDAY / 1000 : 0;
  const inside =
    months === undefined
      ? `toInt32(floor((${localSeconds(column, extent?.[0])} - ${origin}) / ${(step * (LENGTHS[unit] as number)) / 1000}))`
      : months * step === 1
        ? `toInt32(toRelativeMonthNum(${date})) - 23641`
        : `toInt32(floor((toInt32(toRelativeMonthNum(${date})) - 23641) / ${months * step}))`;
  const keys = edges.slice(0, bins);
  // Whole seconds are compared as such; in ms each row would be multiplied first.
  const seconds = column.kind === 'date' && unitMs(column) === 1000 && edges.every((edge) => edge % 1000 === 0);
  const value = seconds ? secondsSql(column) : numberSql(column);
  const ends = seconds ? { ...limits, edges: edges.map((edge) => edge / 1000) } : limits;
  const shape = { numbers: keys.map(numberOf), keys, ends: edges.slice(1), closed: limits.closed };
  // Bins of the calendar have numbers of their own, so only what is in none of them would be told apart. Where all rows are in some bin, none is.
  const [first = NaN, last = NaN] = [edges[0], edges[bins]];
  const all = !presentSql(column) && column.kind !== 'text' && extent !== undefined && !limits.closed && extent[0] >= first && extent[1] < last;
  return binKey(within(column, value, ends, inside), shape, all ? { sql: inside } : undefined);
}

/** A calendar date or time by the clocks of Shanghai. */
function localDate(column: ClickColumn): string {
  if (column.storage === 'date') return column.sql;
  if (column.kind === 'date' && column.storage === 'datetime') return `toDateTime(${column.sql}, 'Asia/Shanghai')`;
  return `toDateTime(${column.kind === 'date' ? instantSeconds(column) : `greatest(0, ${instantSeconds(column)})`}, 'Asia/Shanghai')`;
}

function cycleKey(column: ClickColumn, { unit }: CycleBin): KeySql {
  const local = localSeconds(column, undefined);
  const cycles: Readonly<Record<CycleBin['unit'], readonly [sql: string, first: number, count: number]>> = {
    'hour-of-day': [`intDiv(${local}, 3600) % 24`, 0, 24],
    'day-of-week': [`(intDiv(${local}, 86400) + 3) % 7 + 1`, 1, 7],
    'month-of-year': [`toMonth(${localDate(column)})`, 1, 12],
  };
  const cycle = cycles[unit];
  if (!cycle) {
    throw new YztError('bad-argument', {
      zh: `无法分箱：周期「${String(unit)}」应为 hour-of-day、day-of-week 或 month-of-year。`,
      en: `No bins can be made: cycle "${String(unit)}" must be hour-of-day, day-of-week or month-of-year.`,
    });
  }
  const [sql, first, count] = cycle;
  const numbers = Array.from({ length: count }, (_, index) => first + index);
  const present = column.kind === 'text' ? `isNotNull(${numberSql(column)})` : presentSql(column);
  return binKey(present ? `if(${present}, toInt32(${sql}), NULL)` : `toInt32(${sql})`, { numbers, keys: numbers, closed: false });
}
