/** Bins that rows are grouped by, as SQL: which number a row has, and what it is read back as. */
import type { Key } from '../model/query-types.js';
import { numberIn, type Cell } from './answer.js';
import { presentSql, type ClickColumn } from './columns.js';
import { numberText } from './values.js';

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

/** What the cheaper key of bins of decimals calls a missing value. */
export const MISSING = -2;

/** @param grouped The cheaper key, and what it calls a missing value. */
export function binKey(sql: string, bins: Bins, grouped?: { readonly sql: string; readonly missing?: number }): KeySql {
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

export interface Limits {
  readonly edges: readonly number[];
  readonly closed: boolean;
}

/** `inside` for values between the limits, `outside` for others; a value that is no number is an other. */
export function held(value: string, { edges, closed }: Limits, inside: string, outside = '-1'): string {
  const [first, last] = [edges[0], edges[edges.length - 1]];
  return first === undefined || last === undefined ? outside : `if(${value} >= ${numberText(first)} AND ${value} ${closed ? '<=' : '<'} ${numberText(last)}, ${inside}, ${outside})`;
}

/** NULL where there is no value, −1 outside of all bins. */
export function within(column: ClickColumn, value: string, limits: Limits, inside: string): string {
  const present = column.kind === 'text' ? `isNotNull(${value})` : presentSql(column);
  const sql = held(value, limits, inside);
  return present ? `if(${present}, ${sql}, NULL)` : sql;
}
