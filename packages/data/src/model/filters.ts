/** Filters as masks: one byte a row, 1 for a row that passes. Words are compared in the dictionary, once each, never row by row. */
import { NO_CODE, type Column, type Filter, type Geometry, type NumberColumn, type TextColumn } from './types.js';

type FieldFilter = Extract<Filter, { kind: 'in' | 'range' }>;
type BoundsFilter = Extract<Filter, { kind: 'bounds' }>;
type TextFilter = Extract<Filter, { kind: 'text' }>;

/** What a filter needs to know about its table. */
export interface FilterContext {
  readonly rowCount: number;
  readonly geometry: Geometry;
  column(name: string): Column | undefined;
  /** Columns a text search looks through when it names none. */
  searched(): readonly Column[];
  /** What a reader would type to find a word of a text column: the word and its label, in lower case. Empty = not to be searched. */
  searchText(column: TextColumn, code: number): string;
  /** Extents of shape rows, four numbers a row. */
  extents(): Float64Array;
}

/** Rows that pass one filter. */
export function maskOf(filter: Filter, context: FilterContext): Uint8Array {
  const mask = new Uint8Array(context.rowCount);
  if (filter.kind === 'any') {
    for (const one of filter.filters) union(mask, maskOf(one, context));
    return mask;
  }
  if (filter.kind === 'bounds') fillBounds(mask, filter, context);
  else if (filter.kind === 'text') fillText(mask, filter, context);
  else fillField(mask, filter, context.column(filter.field));
  return mask;
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

function fillField(mask: Uint8Array, filter: FieldFilter, column: Column | undefined): void {
  // A field the table does not have is missing in every row.
  if (!column) mask.fill(filter.kind === 'in' && filter.values.includes(null) ? 1 : 0);
  else if (column.kind === 'text') fillCodes(mask, column, wordsThatPass(filter, column), acceptsMissing(filter));
  else if (filter.kind === 'range') fillRange(mask, column, filter);
  else fillNumbers(mask, column, filter.values);
}

function acceptsMissing(filter: FieldFilter): boolean {
  return filter.kind === 'in' && filter.values.includes(null);
}

function wordsThatPass(filter: FieldFilter, column: TextColumn): Uint8Array {
  const { dictionary } = column;
  const passes = new Uint8Array(dictionary.length);
  const wanted = filter.kind === 'in' ? new Set(filter.values.filter((value) => value !== null).map(String)) : undefined;
  for (let code = 0; code < dictionary.length; code++) {
    const word = dictionary[code] as string;
    if (wanted) passes[code] = wanted.has(word) ? 1 : 0;
    else if (filter.kind === 'range') passes[code] = word.trim() !== '' && inRange(Number(word), filter) ? 1 : 0;
  }
  return passes;
}

function inRange(value: number, filter: Extract<Filter, { kind: 'range' }>): boolean {
  if (value !== value) return false;
  if (filter.min !== undefined && value < filter.min) return false;
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

function fillRange(mask: Uint8Array, column: Exclude<Column, TextColumn>, filter: Extract<Filter, { kind: 'range' }>): void {
  const values: NumberColumn['values'] = column.values;
  const min = filter.min ?? -Infinity;
  const max = filter.max ?? Infinity;
  // NaN fails both comparisons, so missing values never pass.
  if (filter.maxExclusive && filter.max !== undefined) {
    for (let row = 0; row < mask.length; row++) mask[row] = +((values[row] as number) >= min) & +((values[row] as number) < max);
  } else {
    for (let row = 0; row < mask.length; row++) mask[row] = +((values[row] as number) >= min) & +((values[row] as number) <= max);
  }
  if (column.kind === 'boolean') for (let row = 0; row < mask.length; row++) if (values[row] === 2) mask[row] = 0;
}

function fillNumbers(mask: Uint8Array, column: Exclude<Column, TextColumn>, wanted: readonly (string | number | boolean | null)[]): void {
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

function fillText(mask: Uint8Array, filter: TextFilter, context: FilterContext): void {
  const needle = filter.contains.trim().toLowerCase();
  if (needle === '') {
    mask.fill(1);
    return;
  }
  const columns = filter.fields ? filter.fields.flatMap((name) => context.column(name) ?? []) : context.searched();
  for (const column of columns) {
    if (column.kind === 'text') searchWords(mask, column, needle, context);
    else if (column.kind === 'number') searchNumbers(mask, column.values, needle);
  }
}

function searchWords(mask: Uint8Array, column: TextColumn, needle: string, context: FilterContext): void {
  const { codes, dictionary } = column;
  const passes = new Uint8Array(dictionary.length);
  let hits = 0;
  for (let code = 0; code < dictionary.length; code++) {
    if (!context.searchText(column, code).includes(needle)) continue;
    passes[code] = 1;
    hits++;
  }
  if (hits === 0) return;
  for (let row = 0; row < mask.length; row++) {
    const code = codes[row] as number;
    if (code !== NO_CODE && passes[code] === 1) mask[row] = 1;
  }
}

function searchNumbers(mask: Uint8Array, values: NumberColumn['values'], needle: string): void {
  for (let row = 0; row < mask.length; row++) {
    const value = values[row] as number;
    if (mask[row] === 0 && value === value && String(value).includes(needle)) mask[row] = 1;
  }
}

function fillBounds(mask: Uint8Array, filter: BoundsFilter, context: FilterContext): void {
  const { geometry } = context;
  if (geometry.kind === 'none') return;
  const { west, south, east, north } = filter;
  // Over the antimeridian: the window is two.
  const crosses = west > east;
  if (geometry.kind === 'point') {
    const { coordinates } = geometry;
    for (let row = 0; row < mask.length; row++) {
      const lon = coordinates[2 * row] as number;
      const lat = coordinates[2 * row + 1] as number;
      const inside = crosses ? lon >= west || lon <= east : lon >= west && lon <= east;
      mask[row] = inside && lat >= south && lat <= north ? 1 : 0;
    }
    return;
  }
  const extents = context.extents();
  for (let row = 0; row < mask.length; row++) {
    const left = extents[4 * row] as number;
    const right = extents[4 * row + 2] as number;
    const inside = crosses ? right >= west || left <= east : right >= west && left <= east;
    mask[row] = inside && (extents[4 * row + 3] as number) >= south && (extents[4 * row + 1] as number) <= north ? 1 : 0;
  }
}
