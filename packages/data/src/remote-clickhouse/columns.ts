/** Columns of a ClickHouse table as fields: kinds, and the SQL of their values. */
import { SHANGHAI_SUMMERS } from '@yizhangtu/base/dates';
import type { FieldInfo } from '../model/dataset-like.js';
import type { DatasetSchema, FieldSchema } from '../model/types.js';
import { coarseSql, maskedSql } from './mask-sql.js';
import { numberInTextSql } from './parse-sql.js';
import { quotedName } from './values.js';

/** How the server holds a column; `instant` is worked out, ms in decimals of which NaN is missing. */
export type Storage = 'string' | 'enum' | 'integer' | 'wide-integer' | 'float' | 'boolean' | 'date' | 'datetime' | 'datetime64' | 'instant' | 'other-text';

/** A column that questions may name. */
export interface ClickColumn extends FieldInfo {
  readonly storage: Storage;
  /** Missing values are possible. */
  readonly nullable: boolean;
  /** Decimals of four bytes. */
  readonly single?: boolean;
  /** Its name as SQL. */
  readonly sql: string;
  readonly mask?: FieldSchema['mask'];
  /** Digits that a coarse number keeps. */
  readonly digits?: number | undefined;
  /** Words of an enumeration; others are an error to the server. */
  readonly words?: readonly string[];
}

const INNER = /^(?:Nullable|LowCardinality)\((.*)\)$/;

/** The type within `Nullable(LowCardinality(…))`, in whatever order. */
function innerType(type: string): { readonly inner: string; readonly nullable: boolean } {
  let inner = type;
  let nullable = false;
  for (let hit = INNER.exec(inner); hit; hit = INNER.exec(inner)) {
    nullable ||= inner.startsWith('Nullable');
    inner = hit[1] as string;
  }
  return { inner, nullable };
}

const STORAGES: readonly (readonly [type: RegExp, storage: Storage])[] = [
  [/^(String|FixedString\()/, 'string'],
  [/^Enum(8|16)\(/, 'enum'],
  [/^U?Int(8|16|32)$/, 'integer'],
  [/^(U?Int(64|128|256)|Decimal)/, 'wide-integer'],
  [/^Float(32|64)$/, 'float'],
  [/^Bool$/, 'boolean'],
  [/^Date$/, 'date'],
  // Days before 1970 and after 2149 among them, for which the server has no time.
  [/^Date32$/, 'instant'],
  [/^DateTime64/, 'datetime64'],
  [/^DateTime/, 'datetime'],
  [/^(UUID|IPv4|IPv6)$/, 'other-text'],
];

const KINDS: Readonly<Record<Storage, FieldInfo['kind']>> = {
  string: 'text', enum: 'text', 'other-text': 'text', integer: 'number', 'wide-integer': 'number', float: 'number', boolean: 'boolean', date: 'date',
  datetime: 'date', datetime64: 'date', instant: 'date',
};

/** The words of `Enum8('a' = 1, 'it\'s' = 2)`. */
function enumWords(type: string): string[] {
  return [...type.matchAll(/'((?:[^'\\]|\\.)*)' = -?\d+/g)].map(([, word = '']) => word.replace(/\\(.)/g, '$1'));
}

function kindOf(storage: Storage, field: FieldSchema | undefined): FieldInfo['kind'] {
  const own = KINDS[storage];
  if (field?.mask === 'coarse') return 'number';
  // What is masked is words, so that nothing can be worked out from its numbers.
  if (field?.mask || field?.codes) return 'text';
  if (field?.kind === 'text' && own !== 'date') return 'text';
  if (field?.kind === 'boolean' && storage === 'integer') return 'boolean';
  return own;
}

/** A column as a field; undefined for types that no view can show (arrays, tuples, maps). */
export function clickColumn(name: string, type: string, field: FieldSchema | undefined, digits?: number): ClickColumn | undefined {
  const { inner, nullable } = innerType(type);
  const storage = STORAGES.find(([pattern]) => pattern.test(inner))?.[1];
  if (!storage) return undefined;
  return {
    name,
    kind: kindOf(storage, field),
    storage,
    nullable,
    sql: storage === 'instant' ? `(toFloat64(${midnightSql(quotedName(name))}) * 1000)` : quotedName(name),
    ...(/^Date(32)?$/.test(inner) && { dateOnly: true }),
    ...((storage === 'integer' || inner === 'Int64' || inner === 'UInt64') && { whole: true }),
    ...(field?.mask && { mask: field.mask, digits }),
    ...(inner === 'Float32' && { single: true }),
    ...(storage === 'enum' && { words: enumWords(inner) }),
  };
}

/**
 * The columns that questions may name: those of the schema where there is one, else all, but for the ones that only say where a row is.
 * @param described Name and type as the server says them.
 */
export function clickColumns(described: readonly (readonly [name: string, type: string])[], schema: DatasetSchema | undefined, hidden: readonly string[]): ClickColumn[] {
  const wanted = schema && new Map(schema.fields.map((field) => [field.name, field]));
  return described.flatMap(([name, type]) => {
    if (wanted ? !wanted.has(name) : hidden.includes(name)) return [];
    return clickColumn(name, type, wanted?.get(name), schema?.placeDigits) ?? [];
  });
}

/** The value as words; masked where it has to be. */
export function textSql(column: ClickColumn): string {
  const { sql, storage, mask } = column;
  const plain = storage === 'string' ? sql : `toString(${sql})`;
  return mask && mask !== 'coarse' ? maskedSql(plain, mask) : plain;
}

/** The value as it is grouped, compared and counted as a category: the cheapest that tells all values apart. */
export function categorySql(column: ClickColumn): string {
  if (column.kind !== 'text') return column.kind === 'date' ? secondsSql(column) : oneZeroSql(column);
  return column.mask || column.storage !== 'enum' ? textSql(column) : column.sql;
}

/** The value as a number of which there is one zero: the server tells a negative one apart. */
export function oneZeroSql(column: ClickColumn): string {
  return column.storage === 'float' || column.mask ? `(${numberSql(column)} + 0)` : numberSql(column);
}

/** The value as a number: dates in ms. */
export function numberSql(column: ClickColumn): string {
  const { kind, sql, storage, mask, digits } = column;
  if (mask === 'coarse') return coarseSql(KINDS[storage] === 'text' ? numberInTextSql(`toString(${sql})`) : `toFloat64(${sql})`, digits);
  if (kind === 'text') return numberInTextSql(textSql(column));
  if (storage === 'instant') return sql;
  if (storage === 'datetime64') return `toUnixTimestamp64Milli(toDateTime64(${sql}, 3))`;
  if (kind === 'date') return `${secondsSql(column)} * 1000`;
  return storage === 'float' || storage === 'wide-integer' ? `toFloat64(${sql})` : sql;
}

/** The value as a number to be compared with another: one of four bytes needs not be made one of eight for it. */
export function comparedSql(column: ClickColumn): string {
  return column.storage === 'float' && column.kind === 'number' && !column.mask ? column.sql : numberSql(column);
}

/** Days since 1970 in which clocks went forward and back: at two in the morning, after their midnights. */
const SUMMER_DAYS = SHANGHAI_SUMMERS.map((turns) => turns.map((instant) => Math.floor(instant / 86_400_000 + 1)));

/** An instant in whole seconds; for those with parts of a second, in ms. */
export function secondsSql(column: ClickColumn): string {
  const { sql, storage } = column;
  if (unitMs(column) === 1) return numberSql(column);
  if (storage !== 'date') return `toUnixTimestamp(${sql})`;
  return midnightSql(sql);
}

/** A day without a time is its midnight in China, s. That of 1970-01-01, and those from 2106 on, are no time of the server. */
function midnightSql(date: string): string {
  const day = `toInt32(${date})`;
  return `(toInt64(${day}) * 86400 - 28800 - 3600 * (${SUMMER_DAYS.map(([from, to]) => `(${day} > ${from} AND ${day} <= ${to})`).join(' + ')}))`;
}

/** Milliseconds of one unit of `secondsSql`. */
export function unitMs(column: ClickColumn): number {
  return column.storage === 'datetime64' || column.storage === 'instant' ? 1 : 1000;
}

/** Condition that there is a value; undefined where there always is. */
export function presentSql(column: ClickColumn): string | undefined {
  if (column.kind === 'text') return column.nullable ? `isNotNull(${column.sql})` : undefined;
  if (column.mask === 'coarse' && KINDS[column.storage] === 'text') return `isNotNull(${numberSql(column)})`;
  const parts = [...(column.nullable ? [`isNotNull(${column.sql})`] : []), ...(column.storage === 'float' || column.storage === 'instant' ? [`NOT isNaN(${column.nullable ? `assumeNotNull(${column.sql})` : column.sql})`] : [])];
  return parts.length > 0 ? parts.join(' AND ') : undefined;
}
