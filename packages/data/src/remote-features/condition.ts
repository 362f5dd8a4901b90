/**
 * Filters as conditions of a service. What each one means is what `model/filters.ts` does with rows. What a service cannot be told is said
 * as far as it goes: a condition that lets more rows pass, with the rest to be looked at in the page.
 */
import { YztError } from '@yizhangtu/base/errors';
import { shanghaiInstant, shanghaiParts } from '@yizhangtu/base/dates';
import { codeLabel, codeScheme } from '../model/codes.js';
import type { Filter, Key } from '../model/query-types.js';
import type { FieldSchema } from '../model/types.js';
import { allOf, anyOf, isLeaf, type Comparison, type Leaf, type Literal, type Node, type Verdict } from './predicate.js';
import type { Offers, PageField } from './types.js';

type Of<K extends Filter['kind']> = Extract<Filter, { kind: K }>;

/** What a condition needs to know of its table. */
export interface ConditionContext {
  readonly offers: Offers;
  /** Rows are points. */
  readonly points: boolean;
  readonly fields: readonly PageField[];
  field(name: string): PageField | undefined;
  schemaOf(name: string): FieldSchema;
}

/** A filter as far as it can be said: rows that pass the filter pass the condition, and if it is exact no others do. */
export interface Sayable {
  readonly condition: Verdict;
  readonly exact: boolean;
}

/** Nothing can be said of it: all rows may pass. */
const UNSAID: Sayable = { condition: true, exact: false };

function exactly(condition: Verdict): Sayable {
  return { condition, exact: true };
}

/** The condition of a filter. @throws YztError `not-answerable` for filters by chosen rows. */
export function sayable(filter: Filter, context: ConditionContext): Sayable {
  switch (filter.kind) {
    case 'all':
      return combined(allOf, filter.filters.map((one) => sayable(one, context)));
    case 'any':
      return combined(anyOf, filter.filters.map((one) => sayable(one, context)));
    case 'not':
      return turned(filter.filter, context);
    case 'bounds':
      return window(filter, context);
    case 'shape':
      return area(filter, context);
    case 'text':
      return search(filter, context);
    case 'compare':
      return compare(filter, context);
    case 'selected':
      throw new YztError('not-answerable', { zh: '由服务回答的数据集不支持只看选定的行。请改用字段筛选。', en: 'A dataset answered by a service does not support a filter by chosen rows. Filter by a field.' });
    case 'ids':
      return UNSAID;
    case 'group':
      return group(filter, context);
    case 'in':
      return choice(filter.field, filter.values, context);
    case 'range':
      return range(filter, context);
  }
}

function combined(join: (parts: readonly Verdict[]) => Verdict, parts: readonly Sayable[]): Sayable {
  return { condition: join(parts.map(({ condition }) => condition)), exact: parts.every(({ exact }) => exact) };
}

/** The opposite of a filter. To a service what is unknown stays unknown when it is turned round; here rows without a value pass. */
function turned(filter: Filter, context: ConditionContext): Sayable {
  const { condition, exact } = sayable(filter, context);
  if (!exact || !context.offers.isNull) return UNSAID;
  const opposite = oppositeOf(condition);
  return opposite === undefined ? UNSAID : exactly(opposite);
}

/** The condition that another is not met, or not known to be; undefined where a service may have no such thing. */
function oppositeOf(condition: Verdict): Verdict | undefined {
  if (typeof condition === 'boolean') return !condition;
  if (isLeaf(condition)) return unlessMet(condition, { op: 'not', args: [condition] });
  if (condition.op === 'not') return isLeaf(condition.args[0]) ? unlessMet(condition.args[0], condition.args[0]) : undefined;
  const parts = condition.args.map(oppositeOf);
  if (parts.includes(undefined)) return undefined;
  return (condition.op === 'and' ? anyOf : allOf)(parts as Verdict[]);
}

/** A condition on the property of another, or that it has no value. */
function unlessMet(leaf: Leaf, condition: Node): Verdict | undefined {
  if (leaf.op === 's_intersects') return undefined;
  return leaf.op === 'isNull' ? condition : anyOf([condition, { op: 'isNull', args: [leaf.args[0]] }]);
}

/** A field whose values the service compares as the page would: not masked, and known to it. */
function askable(name: string, context: ConditionContext): PageField | undefined {
  const field = context.field(name);
  return field && field.service.asked && !context.schemaOf(name).mask ? field : undefined;
}

function compared(field: PageField, op: Comparison, value: Literal): Node {
  return { op, args: [{ property: field.name }, value] };
}

/** Rows with one of some values. A field the table does not have is missing in every row. */
function choice(name: string, values: readonly Key[], context: ConditionContext): Sayable {
  const some = values.filter((value): value is NonNullable<Key> => value !== null);
  const missing = some.length < values.length;
  if (!context.field(name)) return exactly(missing);
  const field = askable(name, context);
  if (!field || (missing && !context.offers.isNull)) return UNSAID;
  const literals = some.map((value) => literalOf(value, field));
  if (literals.includes(undefined)) return UNSAID;
  const parts: Verdict[] = literals.flatMap((literal) => (literal === undefined || literal === NEVER ? [] : compared(field, '=', literal as Literal)));
  if (missing) parts.push({ op: 'isNull', args: [{ property: name }] });
  return exactly(anyOf(parts));
}

/** A value no row has. */
const NEVER = Symbol('never');
/** A whole number as it is written when it is made a word. */
const WHOLE = /^(0|-?[1-9]\d{0,14})$/;

/** A value as the service compares it; `NEVER` where no row can have it, undefined where that is not known. */
function literalOf(value: NonNullable<Key>, { kind, service }: PageField): Literal | typeof NEVER | undefined {
  if (kind === 'text') {
    if (service.type === 'string') return String(value);
    if (service.type === 'integer') return WHOLE.test(String(value)) ? Number(value) : NEVER;
    return undefined;
  }
  if (kind === 'number') return service.type === 'number' || service.type === 'integer' ? numberOf(value) : undefined;
  if (kind === 'boolean') {
    const yes = value === true || value === 'true' || value === 1;
    return service.type === 'boolean' ? yes : service.type === 'integer' ? Number(yes) : undefined;
  }
  const instant = numberOf(value);
  return service.type === 'date-time' ? (instant === NEVER ? NEVER : timestamp(instant)) : undefined;
}

function numberOf(value: NonNullable<Key>): number | typeof NEVER {
  const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : NEVER;
}

/** Years that are written with four digits. */
const [FIRST, LAST] = [Date.UTC(1, 0, 1), Date.UTC(9999, 0, 1)];

function timestamp(instant: number): Literal {
  return { timestamp: new Date(Math.min(LAST, Math.max(FIRST, Math.round(instant)))).toISOString().replace('.000Z', 'Z') };
}

function range(filter: Of<'range'>, context: ConditionContext): Sayable {
  const { field: name, min = -Infinity, max = Infinity } = filter;
  if (!context.field(name)) return exactly(false);
  const field = askable(name, context);
  if (!field) return UNSAID;
  if (min !== min || max !== max || min === Infinity || max === -Infinity) return exactly(false);
  if (field.kind === 'number' && (field.service.type === 'number' || field.service.type === 'integer')) {
    return present(field, [
      ...(min > -Infinity ? [compared(field, filter.minExclusive ? '>' : '>=', min)] : []),
      ...(max < Infinity ? [compared(field, filter.maxExclusive ? '<' : '<=', max)] : []),
    ], context);
  }
  if (field.kind !== 'date') return UNSAID;
  if (field.service.type === 'date-time') {
    return present(field, [
      ...(min > -Infinity ? [compared(field, filter.minExclusive ? '>' : '>=', timestamp(min))] : []),
      ...(max < Infinity ? [compared(field, filter.maxExclusive ? '<' : '<=', timestamp(max))] : []),
    ], context);
  }
  return field.service.type === 'date' ? present(field, dayLimits(field, filter), context) : UNSAID;
}

/** Limits of days: a day is its midnight in China. */
function dayLimits(field: PageField, { min = -Infinity, max = Infinity, minExclusive, maxExclusive }: Of<'range'>): Node[] {
  return [
    ...(min > -Infinity ? [compared(field, '>=', firstDay(minExclusive ? Math.floor(min) + 1 : min))] : []),
    ...(max < Infinity ? [compared(field, '<=', dayOf(maxExclusive ? Math.ceil(max) - 1 : max))] : []),
  ];
}

/** The first day that begins at or after an instant. */
function firstDay(instant: number): Literal {
  const { year, month, day } = shanghaiParts(Math.min(LAST, Math.max(FIRST, instant)));
  const begin = shanghaiInstant(year, month, day);
  // A day and a half later it is the next day, summer time or not.
  return dayOf(begin >= instant ? begin : begin + 129_600_000);
}

function dayOf(instant: number): Literal {
  const { year, month, day } = shanghaiParts(Math.min(LAST, Math.max(FIRST, instant)));
  return { date: `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` };
}

/** Limits together; a range without limits leaves the rows that have a value. */
function present(field: PageField, limits: readonly Node[], { offers }: ConditionContext): Sayable {
  if (limits.length > 0) return exactly(allOf(limits));
  return offers.isNull ? exactly({ op: 'not', args: [{ op: 'isNull', args: [{ property: field.name }] }] }) : UNSAID;
}

function group({ by, keys }: Of<'group'>, context: ConditionContext): Sayable {
  const field = context.field(by.field);
  if (!field) return exactly(keys.includes(null));
  if (by.bin) return UNSAID;
  const type = field.kind === 'text' ? 'string' : field.kind === 'boolean' ? 'boolean' : 'number';
  // A group is told by its key itself: the word «true» is no key of a boolean.
  return choice(by.field, keys.filter((key) => key === null || typeof key === type), context);
}

/** A window; over the antimeridian it is two. Services decide for lines and polygons by their shapes, not by their extents. */
function window({ west, south, east, north }: Of<'bounds'>, { offers }: ConditionContext): Sayable {
  const property = { property: offers.place ?? '' };
  if (![west, south, east, north].every(Number.isFinite) || south > north) return exactly(false);
  if (offers.area === 'none') return UNSAID;
  const box = (from: number, to: number): Node => ({ op: 's_intersects', args: [property, { bbox: [from, Math.max(-90, south), to, Math.min(90, north)] }] });
  const held = (lon: number): number => Math.max(-180, Math.min(180, lon));
  return exactly(west > east ? anyOf([box(held(west), 180), box(-180, held(east))]) : box(held(west), held(east)));
}

/** A drawn area: one ring of points as it is, anything else by its window. */
function area({ rings }: Of<'shape'>, context: ConditionContext): Sayable {
  const corners = rings.flat();
  if (corners.length === 0) return exactly(false);
  const { offers, points } = context;
  const [ring] = rings;
  if (ring && rings.length === 1 && points && offers.area === 'polygon') {
    const [first, last] = [ring[0], ring[ring.length - 1]] as const;
    const closed = first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
    return exactly({ op: 's_intersects', args: [{ property: offers.place ?? '' }, { type: 'Polygon', coordinates: [closed] }] });
  }
  const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
  const { condition } = window({ kind: 'bounds', west: Math.min(...lons), south: Math.min(...lats), east: Math.max(...lons), north: Math.max(...lats) }, context);
  return { condition, exact: false };
}

/** Words with their wild letters made plain. */
function plainWords(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** Words in any case of letters; those that have no case need no more than the words themselves. */
function like(field: PageField, pattern: string, text: string, { offers }: ConditionContext): Verdict | undefined {
  if (!offers.like || field.kind !== 'text' || field.service.type !== 'string') return undefined;
  const cased = text.toLowerCase() !== text.toUpperCase();
  if (cased && !offers.anyCase) return undefined;
  return { op: 'like', args: [{ property: field.name }, pattern], anyCase: cased };
}

/** Codes whose names contain what is typed. */
function codesNamed(field: FieldSchema, needle: string): string[] {
  const codes = new Set([...Object.keys(field.values ?? {}), ...(codeScheme(field)?.entries ?? []).map((entry) => entry.code)]);
  return [...codes].filter((code) => {
    const label = codeLabel(field, code);
    return label && `${label.zh}\n${label.en}`.toLowerCase().includes(needle);
  });
}

function search({ contains, fields: names }: Of<'text'>, context: ConditionContext): Sayable {
  const needle = contains.trim();
  if (needle === '') return exactly(true);
  const fields = names ? names.flatMap((name) => context.field(name) ?? []) : context.fields.filter(({ name, kind }) => kind === 'text' && !context.schemaOf(name).internal);
  const parts = fields.filter(({ kind }) => kind !== 'date' && kind !== 'boolean').map((field): Sayable => {
    const condition = askable(field.name, context) && like(field, `%${plainWords(needle)}%`, needle, context);
    if (condition === undefined) return UNSAID;
    const codes = codesNamed(context.schemaOf(field.name), needle.toLowerCase());
    return combined(anyOf, [exactly(condition), ...(codes.length > 0 ? [choice(field.name, codes, context)] : [])]);
  });
  return combined(anyOf, parts);
}

function compare({ field: name, operator, value }: Of<'compare'>, context: ConditionContext): Sayable {
  const known = context.field(name);
  if (!known || known.kind === 'date' || known.kind === 'boolean') return exactly(false);
  // What begins with nothing has a value: some servers think otherwise of empty words.
  const field = value === '' ? undefined : askable(name, context);
  const words = plainWords(value);
  const condition = field && like(field, operator === 'starts-with' ? `${words}%` : `%${words}`, value, context);
  return condition === undefined ? UNSAID : exactly(condition);
}
