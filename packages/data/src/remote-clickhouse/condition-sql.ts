/** Filters as SQL. What each one means is what `model/filters.ts` does with rows; a test asks both. */
import { YztError } from '@yizhangtu/base/errors';
import { shanghaiOffset } from '@yizhangtu/base/dates';
import { codeLabel, codeScheme } from '../model/codes.js';
import type { Filter, Key } from '../model/query-types.js';
import type { FieldSchema } from '../model/types.js';
import { categorySql, comparedSql, numberSql, oneZeroSql, presentSql, secondsSql, textSql, unitMs, type ClickColumn } from './columns.js';
import { keySql, type KeyContext } from './key-sql.js';
import type { Once } from './once-sql.js';
import { lowerSql } from './lower-sql.js';
import { shapeSql } from './shape-sql.js';
import { numberText, type Values } from './values.js';

type Of<K extends Filter['kind']> = Extract<Filter, { kind: K }>;

/** What a condition needs to know of its table. */
export interface ConditionContext extends KeyContext {
  readonly columns: readonly ClickColumn[];
  /** Long expressions that columns name. */
  readonly once: Once;
  /** SQL of longitude and latitude; undefined where rows have no places. */
  readonly place: { readonly lon: string; readonly lat: string } | undefined;
  field(name: string): FieldSchema;
  /** The same for the scope, which is about the table's own columns, whatever is worked out in their place. Absent where nothing is. */
  readonly ofScope?: ConditionContext;
}

const [NONE, ALL] = ['0', '1'];

/** Never missing itself: a row passes or it does not. */
function sure(condition: string, column: ClickColumn): string {
  return column.nullable ? `ifNull(${condition}, 0)` : `(${condition})`;
}

/** The condition that a row passes a filter. */
export function conditionSql(filter: Filter, context: ConditionContext): string {
  switch (filter.kind) {
    case 'any':
      return filter.filters.length === 0 ? NONE : `(${filter.filters.map((one) => conditionSql(one, context)).join(' OR ')})`;
    case 'all':
      return filter.filters.length === 0 ? ALL : `(${filter.filters.map((one) => conditionSql(one, context)).join(' AND ')})`;
    case 'not':
      return `NOT ${conditionSql(filter.filter, context)}`;
    case 'bounds':
      return boundsSql(filter, context);
    case 'shape':
      return context.place ? shapeSql(filter.rings, context.place) : NONE;
    case 'text':
      return searchSql(filter, context);
    case 'compare':
      return compareSql(filter, context);
    case 'selected':
    case 'ids':
      throw notHere({ zh: '只看选定的行', en: 'a filter by chosen rows' });
    case 'group':
      return groupSql(filter, context);
    case 'in':
      return choiceSql(filter.field, filter.values, context);
    case 'range':
      return rangeSql(filter, context);
  }
}

/** All conditions together; empty for none. */
export function whereSql({ scope, conditions = [] }: { readonly scope: readonly Filter[]; readonly conditions?: readonly Filter[] }, context: ConditionContext): string {
  const all = [...scope.map((filter) => conditionSql(filter, context.ofScope ?? context)), ...conditions.map((filter) => conditionSql(filter, context))];
  return all.length === 0 ? '' : `WHERE ${all.join(' AND ')}`;
}

function notHere(what: { readonly zh: string; readonly en: string }): YztError {
  return new YztError('not-answerable', {
    zh: `ClickHouse 数据集不支持${what.zh}。请改用表中的字段筛选。`,
    en: `A ClickHouse dataset does not support ${what.en}. Filter by a field of the table.`,
  });
}

/** Condition that a column has no value. */
function missingSql(column: ClickColumn): string {
  const present = presentSql(column);
  return present ? `NOT (${present})` : NONE;
}

/** Rows with one of some values. A field the table does not have is missing in every row. */
export function choiceSql(name: string, values: readonly Key[], context: ConditionContext): string {
  const column = context.column(name);
  const some = values.filter((value): value is NonNullable<Key> => value !== null);
  const missing = some.length < values.length;
  if (!column) return missing ? ALL : NONE;
  const chosen = column.kind === 'text' ? wordsSql(column, some.map(String), context.values) : numbersSql(column, some);
  const parts = [...(chosen ? [sure(chosen, column)] : []), ...(missing ? [missingSql(column)] : [])];
  return parts.length === 0 ? NONE : `(${parts.join(' OR ')})`;
}

const WHOLE = /^(0|-?[1-9]\d{0,14})$/;

function wordsSql(column: ClickColumn, words: readonly string[], values: Values): string | undefined {
  const known = column.words && !column.mask ? words.filter((word) => column.words?.includes(word)) : words;
  if (known.length === 0) return undefined;
  const integer = column.storage === 'integer' && !column.mask;
  if (!integer) return `${categorySql(column)} IN (${values.list(known)})`;
  // Codes held as numbers are compared as such, so that the table's order helps.
  const codes = known.filter((word) => WHOLE.test(word));
  return codes.length > 0 ? `${column.sql} IN (${codes.join(', ')})` : undefined;
}

function numbersSql(column: ClickColumn, wanted: readonly NonNullable<Key>[]): string | undefined {
  if (column.kind === 'boolean') {
    const bits = new Set(wanted.map((value) => (value === true || value === 'true' || value === 1 ? 1 : 0)));
    return bits.size > 0 ? `${column.sql} IN (${[...bits].join(', ')})` : undefined;
  }
  const numbers = wanted.filter((value) => typeof value !== 'string' || value.trim() !== '').map(Number).filter(Number.isFinite);
  if (column.kind !== 'date') return numbers.length > 0 ? `${oneZeroSql(column)} IN (${numbers.map(numberText).join(', ')})` : undefined;
  const units = numbers.map((ms) => ms / unitMs(column)).filter((unit) => Number.isInteger(unit) && (unit >= 0 || column.storage !== 'datetime'));
  return units.length > 0 ? `${secondsSql(column)} IN (${units.map(numberText).join(', ')})` : undefined;
}

function rangeSql(filter: Of<'range'>, context: ConditionContext): string {
  const column = context.column(filter.field);
  if (!column) return NONE;
  const { min = -Infinity, max = Infinity } = filter;
  if (min !== min || max !== max || min === Infinity || max === -Infinity) return NONE;
  const present = presentSql(column);
  const limits = column.kind === 'date' ? dateLimits(filter, column) : numberLimits(filter, comparedSql(column));
  // What is no number is on no side of a limit, so decimals that cannot be NULL need not be asked whether they are one.
  const sureByLimits = limits.length > 0 && column.storage === 'float' && !column.nullable && column.kind === 'number';
  const parts = [...(present && !sureByLimits ? [present] : []), ...limits];
  if (column.kind === 'text') return `ifNull(${[...parts, `isNotNull(${numberSql(column)})`].join(' AND ')}, 0)`;
  return parts.length === 0 ? ALL : sure(parts.join(' AND '), column);
}

function numberLimits({ min = -Infinity, max = Infinity, minExclusive, maxExclusive }: Of<'range'>, sql: string): string[] {
  return [
    ...(min > -Infinity ? [`${sql} ${minExclusive ? '>' : '>='} ${numberText(min)}`] : []),
    ...(max < Infinity ? [`${sql} ${maxExclusive ? '<' : '<='} ${numberText(max)}`] : []),
  ];
}

/** Last day that a Date holds, from 1970. */
const LAST_DAY = 65_535;
/** Latest instant a DateTime holds, s. */
const LAST_SECOND = 4294967295;

/** Limits of dates, put to the column itself so that the table's order helps. */
function dateLimits(filter: Of<'range'>, column: ClickColumn): string[] {
  if (unitMs(column) === 1) return numberLimits(filter, numberSql(column));
  const { min = -Infinity, max = Infinity, minExclusive, maxExclusive } = filter;
  if (column.storage === 'date') {
    const [from, to] = [dayFrom(minExclusive ? min + 1 : min), dayFrom(maxExclusive ? max : max + 1)];
    if (from > LAST_DAY || to <= 0) return [NONE];
    return [...(from > 0 ? [`${column.sql} >= toDate(${from})`] : []), ...(to <= LAST_DAY ? [`${column.sql} < toDate(${to})`] : [])];
  }
  const second = (value: number): number => Math.min(LAST_SECOND, Math.max(0, value));
  const from = minExclusive ? Math.floor(min / 1000) + 1 : Math.ceil(min / 1000);
  const to = maxExclusive ? Math.ceil(max / 1000) - 1 : Math.floor(max / 1000);
  if (from > LAST_SECOND || to < 0) return [NONE as string];
  return [
    ...(min > -Infinity ? [`${column.sql} >= toDateTime(${numberText(second(from))})`] : []),
    ...(max < Infinity ? [`${column.sql} <= toDateTime(${numberText(second(to))})`] : []),
  ];
}

/** The first day whose midnight in China is not before an instant, counted from 1970. */
function dayFrom(instant: number): number {
  return Math.ceil((instant + shanghaiOffset(instant)) / 86_400_000);
}

function boundsSql({ west, south, east, north }: Of<'bounds'>, { place }: ConditionContext): string {
  if (!place || ![west, south, east, north].every(Number.isFinite)) return NONE as string;
  const { lon, lat } = place;
  const [from, to] = [`${lon} >= ${numberText(west)}`, `${lon} <= ${numberText(east)}`];
  // Over the antimeridian: the window is two.
  const across = west > east ? `(${from} OR ${to})` : `${from} AND ${to}`;
  return `ifNull(${across} AND ${lat} >= ${numberText(south)} AND ${lat} <= ${numberText(north)}, 0)`;
}

/** Codes whose names contain what is typed. */
function codesNamed(field: FieldSchema, needle: string): string[] {
  const codes = new Set([...Object.keys(field.values ?? {}), ...(codeScheme(field)?.entries ?? []).map((entry) => entry.code)]);
  return [...codes].filter((code) => {
    const label = codeLabel(field, code);
    return label && `${label.zh}\n${label.en}`.toLowerCase().includes(needle);
  });
}

/** A number in words, as this language writes it: `1e+21`. */
function numberWords(column: ClickColumn): string {
  const words = `toString(${oneZeroSql(column)})`;
  return column.storage === 'float' ? `replaceRegexpOne(${words}, 'e([0-9])', 'e+\\\\1')` : words;
}

/** A comparison of words in any case of letters. */
function withoutCase(column: ClickColumn, sought: string, compare: (words: string, sought: string) => string): string {
  const present = column.kind === 'text' ? undefined : presentSql(column);
  const words = column.kind === 'text' ? lowerSql(textSql(column)) : present ? `if(${present}, ${numberWords(column)}, '')` : numberWords(column);
  return compare(words, sought.toLowerCase());
}

function searchSql(filter: Of<'text'>, context: ConditionContext): string {
  const needle = filter.contains.trim().toLowerCase();
  if (needle === '') return ALL as string;
  const { fields } = filter;
  const columns = fields
    ? fields.flatMap((name) => context.column(name) ?? [])
    : context.columns.filter((column) => column.kind === 'text' && !context.field(column.name).internal);
  const parts = columns.filter((column) => column.kind !== 'date' && column.kind !== 'boolean').map((column) => {
    const found = withoutCase(column, filter.contains.trim(), (words, sought) => `position(${words}, ${context.values.text(sought)}) > 0`);
    const codes = codesNamed(context.field(column.name), needle);
    return codes.length > 0 ? `(${sure(found, column)} OR ${choiceSql(column.name, codes, context)})` : sure(found, column);
  });
  return parts.length === 0 ? (NONE as string) : `(${parts.join(' OR ')})`;
}

function compareSql({ field, operator, value }: Of<'compare'>, context: ConditionContext): string {
  const column = context.column(field);
  if (!column || column.kind === 'date' || column.kind === 'boolean') return NONE as string;
  const name = operator === 'starts-with' ? 'startsWith' : 'endsWith';
  return sure(withoutCase(column, value, (words, sought) => `${name}(${words}, ${context.values.text(sought)})`), column);
}

const KEY_TYPES: Readonly<Record<ClickColumn['kind'], 'string' | 'number' | 'boolean'>> = { text: 'string', number: 'number', date: 'number', boolean: 'boolean' };

function groupSql({ by, keys }: Of<'group'>, context: ConditionContext): string {
  const column = context.column(by.field);
  if (!column) return keys.includes(null) ? (ALL as string) : (NONE as string);
  // A group is told by its key itself: the word «true» is no key of a boolean.
  if (!by.bin) return choiceSql(by.field, keys.filter((key) => key === null || typeof key === KEY_TYPES[column.kind]), context);
  const key = keySql(by, context);
  const numbers = keys.flatMap((one) => (one === null ? [] : key.numberOf(one)));
  const parts = [...(numbers.length > 0 ? [`ifNull(${key.sql} IN (${numbers.join(', ')}), 0)`] : []), ...(keys.includes(null) ? [`isNull(${key.sql})`] : [])];
  return parts.length === 0 ? (NONE as string) : `(${parts.join(' OR ')})`;
}
