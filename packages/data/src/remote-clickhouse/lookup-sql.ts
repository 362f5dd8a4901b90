/** Values looked up by the key of a row, as SQL. */
import type { Column } from '../model/types.js';
import type { FarLookup } from '../model/derived-columns.js';
import { numberSql, presentSql, secondsSql, textSql, unitMs, type ClickColumn } from './columns.js';
import { literalSql } from './literal-sql.js';
import type { Once } from './once-sql.js';
import { decimalText, quotedText } from './values.js';

/** What keys are looked up in. */
interface Keys {
  /** The key of a row. */
  readonly sql: string;
  /** A key as a literal of the same type; undefined for words that no row can have. */
  literal(key: string): string | undefined;
}

/** A number as a word of this language, and nothing else: `1`, not `1.0`. */
function numberIn(key: string): number | undefined {
  const number = Number(key);
  return String(number) === key && !Number.isNaN(number) ? number : undefined;
}

const buffer = new DataView(new ArrayBuffer(8));

/** The eight bytes of a decimal as a whole number. */
function bits(value: number): string {
  buffer.setFloat64(0, value);
  return String(buffer.getBigUint64(0));
}

/** Below it whole numbers with and without a sign are of one type to early servers. */
const PLAIN = 2 ** 31;

function keysOf(column: ClickColumn, keys: readonly string[]): Keys {
  if (column.kind === 'text' && (column.storage !== 'integer' || column.mask)) return { sql: textSql(column), literal: quotedText };
  if (column.kind === 'boolean') return { sql: `toUInt8(${column.sql})`, literal: (key) => (key === 'true' ? '1' : key === 'false' ? '0' : undefined) };
  const unit = column.kind === 'date' ? unitMs(column) : 1;
  const numbers = keys.map(numberIn);
  const whole = column.storage === 'date' || column.storage === 'datetime' || column.storage === 'integer';
  if (whole && column.mask === undefined && numbers.every((number) => number === undefined || Math.abs(number / unit) < PLAIN)) {
    const sql = column.kind === 'date' ? secondsSql(column) : column.sql;
    return { sql: `toInt64(${sql})`, literal: (key) => literalOf(key, (number) => (Number.isInteger(number / unit) ? String(number / unit) : undefined)) };
  }
  // Early servers look up no decimals; their bytes they do. There is one zero only.
  const value = column.kind === 'text' ? column.sql : numberSql(column);
  return { sql: `reinterpretAsUInt64(reinterpretAsString(toFloat64(${value}) + 0))`, literal: (key) => literalOf(key, bits) };
}

function literalOf(key: string, written: (number: number) => string | undefined): string | undefined {
  const number = numberIn(key);
  return number === undefined ? undefined : written(number);
}

/** A word that none of some is. */
export function otherThan(words: Iterable<string>): string {
  const all = new Set(words);
  let word = '';
  while (all.has(word)) word += '-';
  return word;
}

/**
 * A value of a kind for the key of each row, missing by the rules of that kind.
 * @param column Holds the key; undefined where rows have no such field.
 * @param once Names the lists: fields that are joined by the same keys have those in common.
 */
export function lookupSql({ values, otherwise = Number.NaN }: FarLookup, kind: Column['kind'], column: ClickColumn | undefined, once: Once): string {
  const none = literalSql(kind, undefined);
  if (!column) return none;
  const keys = keysOf(column, [...values.keys()]);
  // In one order, so that fields with the same keys have one list of them.
  const known = [...values].flatMap(([key, value]) => {
    const literal = keys.literal(key);
    return literal === undefined ? [] : [[literal, value] as const];
  }).sort(([a], [b]) => (a < b ? -1 : 1));
  const found = (to: (value: number | string | boolean) => string, other: string): string => {
    if (known.length === 0) return other;
    return `transform(${column.nullable ? `assumeNotNull(${keys.sql})` : keys.sql}, ${once.list(known.map(([literal]) => literal))}, ${once.list(known.map(([, value]) => to(value)))}, ${other})`;
  };
  const sure = (): string => {
    if (kind === 'boolean') return found((value) => (value === true ? '2' : '0'), '1');
    if (kind !== 'text') return found((value) => decimalText(Number(value)), known.length === 0 ? `toFloat64(${decimalText(otherwise)})` : decimalText(otherwise));
    // Each word once.
    const words = [...new Set([...values.values()].map(String))];
    const places = new Map(words.map((word, at) => [word, String(at + 1)]));
    const none = quotedText(otherThan(words));
    return `nullIf(arrayElement(${once.list([none, ...words.map(quotedText)])}, ${found((value) => places.get(String(value)) as string, '0')} + 1), ${none})`;
  };
  const present = presentSql(column);
  return present === undefined ? sure() : `if(${present}, ${sure()}, ${none})`;
}
