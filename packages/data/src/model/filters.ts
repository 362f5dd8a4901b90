/** Filters as masks: one byte a row, 1 for a row that passes. Words are compared in the dictionary, once each, never row by row. */
import { atOnce, type Steps } from '../steps/drive.js';
import type { Grouping } from './grouping.js';
import { decoded } from './packed-text.js';
import { fillBounds, fillShape } from './place-filters.js';
import type { Filter, GroupKey, Key } from './query-types.js';
import { fillCompare, fillText } from './text-filters.js';
import { oneOf } from './word-codes.js';
import { NO_CODE, type Column, type Geometry, type NumberColumn, type Table, type TextColumn } from './types.js';

/** Words between two pauses. */
const STEP = 1 << 14;

type RangeFilter = Extract<Filter, { kind: 'range' }>;
type FieldFilter = Extract<Filter, { kind: 'in' }> | RangeFilter;

/** What a filter needs to know about its table. */
export interface FilterContext {
  readonly rowCount: number;
  readonly geometry: Geometry;
  column(name: string): Column | undefined;
  /** Categories of a field, or bins of it. */
  grouping(by: string | GroupKey): Grouping;
  /** Columns a text search looks through when it names none. */
  searched(): readonly Column[];
  /** What a reader would type to find a word of a text column: the word and its label, in lower case. */
  searchText(column: TextColumn, code: number): string;
  /** Extents of shape rows, four numbers a row. */
  extents(): Float64Array;
  /** Rows that are selected now. */
  selection(): ReadonlySet<number>;
  /** Ids of the rows; undefined without any. */
  ids(): Table['ids'];
  /** One place a row, lon, lat. */
  places(): Float64Array;
}

/** Rows that pass one filter. */
export function maskOf(filter: Filter, context: FilterContext): Uint8Array {
  return atOnce(maskSteps(filter, context));
}

/** The same in steps. */
export function* maskSteps(filter: Filter, context: FilterContext): Steps<Uint8Array> {
  const mask = new Uint8Array(context.rowCount);
  yield* fillMask(mask, filter, context);
  return mask;
}

function* fillMask(mask: Uint8Array, filter: Filter, context: FilterContext): Steps<void> {
  yield 0;
  switch (filter.kind) {
    case 'any':
      for (const one of filter.filters) union(mask, yield* maskSteps(one, context));
      return;
    case 'all':
      mask.fill(1);
      for (const one of filter.filters) intersect(mask, yield* maskSteps(one, context));
      return;
    case 'not':
      yield* fillMask(mask, filter.filter, context);
      for (let row = 0; row < mask.length; row++) mask[row] = 1 - (mask[row] as number);
      return;
    case 'bounds':
      return fillBounds(mask, filter, context);
    case 'shape':
      return yield* fillShape(mask, filter, context.places());
    case 'text':
      return yield* fillText(mask, filter, context);
    case 'compare':
      return yield* fillCompare(mask, filter, context);
    case 'selected':
      for (const row of context.selection()) mask[row] = 1;
      return;
    case 'ids':
      return fillIds(mask, filter.ids, context.ids());
    case 'group':
      return yield* fillGroups(mask, context.column(filter.by.field) && context.grouping(filter.by), filter.keys);
    default:
      yield* fillField(mask, filter, context.column(filter.field));
  }
}

function fillIds(mask: Uint8Array, wanted: readonly (string | number)[], ids: Table['ids']): void {
  const accepted = oneOf(wanted);
  for (let row = 0; row < mask.length; row++) if (ids && accepted(ids[row] ?? null)) mask[row] = 1;
}

function* fillGroups(mask: Uint8Array, grouping: Grouping | undefined, wanted: readonly Key[]): Steps<void> {
  const missing = wanted.includes(null) ? 1 : 0;
  if (!grouping) {
    mask.fill(missing);
    return;
  }
  const { codes, keys, outside } = grouping;
  const accepted = oneOf(wanted);
  const passes = yield* passing(keys.length, (code) => code !== outside && accepted(keys[code] as Key));
  for (let row = 0; row < mask.length; row++) {
    const code = codes[row] as number;
    mask[row] = code < passes.length ? (passes[code] as number) : missing;
  }
}

/** 1 for each word or category that passes. */
function* passing(count: number, passes: (code: number) => boolean): Steps<Uint8Array> {
  const all = new Uint8Array(count);
  for (let code = 0; code < count; code++) {
    if (passes(code)) all[code] = 1;
    if (code % STEP === STEP - 1) yield code / count;
  }
  yield 0.9;
  return all;
}

function union(mask: Uint8Array, other: Uint8Array): void {
  for (let row = 0; row < mask.length; row++) mask[row] = (mask[row] as number) | (other[row] as number);
}

/** Rows that pass both; the result is written into `mask`. Four rows at a time where both arrays begin on a word. */
export function intersect(mask: Uint8Array, other: Uint8Array): void {
  let row = 0;
  if (mask.byteOffset % 4 === 0 && other.byteOffset % 4 === 0) {
    const words = mask.length >> 2;
    const into = new Uint32Array(mask.buffer, mask.byteOffset, words);
    const from = new Uint32Array(other.buffer, other.byteOffset, words);
    for (let word = 0; word < words; word++) into[word] = (into[word] as number) & (from[word] as number);
    row = 4 * words;
  }
  for (; row < mask.length; row++) mask[row] = (mask[row] as number) & (other[row] as number);
}

function* fillField(mask: Uint8Array, filter: FieldFilter, column: Column | undefined): Steps<void> {
  // A field the table does not have is missing in every row.
  if (!column) mask.fill(filter.kind === 'in' && filter.values.includes(null) ? 1 : 0);
  else if (column.kind === 'text') fillCodes(mask, column, yield* wordsThatPass(filter, column), acceptsMissing(filter));
  else if (filter.kind === 'range') fillRange(mask, column, filter);
  else fillNumbers(mask, column, filter.values);
}

function acceptsMissing(filter: FieldFilter): boolean {
  return filter.kind === 'in' && filter.values.includes(null);
}

function* wordsThatPass(filter: FieldFilter, column: TextColumn): Steps<Uint8Array> {
  yield* decoded(column);
  const { dictionary } = column;
  if (filter.kind === 'in') {
    const wanted = oneOf(filter.values.filter((value) => value !== null).map(String));
    return yield* passing(dictionary.length, (code) => wanted(dictionary[code] as string));
  }
  return yield* passing(dictionary.length, (code) => {
    const word = dictionary[code] as string;
    return word.trim() !== '' && inRange(Number(word), filter);
  });
}

function inRange(value: number, filter: RangeFilter): boolean {
  if (value !== value) return false;
  if (filter.min !== undefined && (filter.minExclusive ? value <= filter.min : value < filter.min)) return false;
  if (filter.max === undefined) return true;
  return filter.maxExclusive ? value < filter.max : value <= filter.max;
}

function fillCodes(mask: Uint8Array, column: TextColumn, passes: Uint8Array, missing: boolean): void {
  const { codes } = column;
  const none = missing ? 1 : 0;
  for (let row = 0; row < mask.length; row++) {
    const code = codes[row] as number;
    mask[row] = code === NO_CODE ? none : (passes[code] as number);
  }
}

function fillRange(mask: Uint8Array, column: Exclude<Column, TextColumn>, filter: RangeFilter): void {
  const values: NumberColumn['values'] = column.values;
  const min = filter.min ?? -Infinity;
  const max = filter.max ?? Infinity;
  // NaN fails all comparisons, so missing values never pass.
  const openMin = filter.minExclusive === true && filter.min !== undefined;
  const openMax = filter.maxExclusive === true && filter.max !== undefined;
  if (openMin) for (let row = 0; row < mask.length; row++) mask[row] = +((values[row] as number) > min);
  else for (let row = 0; row < mask.length; row++) mask[row] = +((values[row] as number) >= min);
  if (openMax) for (let row = 0; row < mask.length; row++) mask[row] = (mask[row] as number) & +((values[row] as number) < max);
  else for (let row = 0; row < mask.length; row++) mask[row] = (mask[row] as number) & +((values[row] as number) <= max);
  if (column.kind === 'boolean') for (let row = 0; row < mask.length; row++) if (values[row] === 2) mask[row] = 0;
}

function fillNumbers(mask: Uint8Array, column: Exclude<Column, TextColumn>, wanted: readonly Key[]): void {
  const values: NumberColumn['values'] = column.values;
  const boolean = column.kind === 'boolean';
  const accepts = new Set<number>();
  for (const value of wanted) {
    if (value === null) accepts.add(boolean ? 2 : Number.NaN);
    else if (boolean) accepts.add(value === true || value === 'true' || value === 1 ? 1 : 0);
    else if (typeof value !== 'string' || isNumeric(value)) accepts.add(Number(value));
  }
  if (accepts.size === 1) {
    const [only] = accepts;
    const missing = Number.isNaN(only);
    for (let row = 0; row < mask.length; row++) mask[row] = missing ? +Number.isNaN(values[row]) : +(values[row] === only);
    return;
  }
  for (let row = 0; row < mask.length; row++) mask[row] = accepts.has(values[row] as number) ? 1 : 0;
}

function isNumeric(word: string): boolean {
  return word.trim() !== '' && !Number.isNaN(Number(word));
}
