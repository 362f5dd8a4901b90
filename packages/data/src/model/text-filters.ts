/** Filters by words, in steps. Words are compared in the dictionary, once each, never row by row. */
import type { Steps } from '../steps/drive.js';
import type { FilterContext } from './filters.js';
import { decoded } from './packed-text.js';
import type { Filter } from './query-types.js';
import { NO_CODE, type Column, type NumberColumn, type TextColumn } from './types.js';

type TextFilter = Extract<Filter, { kind: 'text' }>;
type CompareFilter = Extract<Filter, { kind: 'compare' }>;

/** Words between two pauses. */
const WORD_STEP = 1 << 14;
/** Numbers between two pauses: each has to be written first. */
const NUMBER_STEP = 1 << 13;

/** Columns that a text filter looks through. */
export function soughtColumns({ fields }: TextFilter, context: Pick<FilterContext, 'column' | 'searched'>): readonly Column[] {
  return fields ? fields.flatMap((name) => context.column(name) ?? []) : context.searched();
}

/** Rows where a word contains what is typed. */
export function* fillText(mask: Uint8Array, filter: TextFilter, context: FilterContext): Steps<void> {
  const needle = filter.contains.trim().toLowerCase();
  if (needle === '') {
    mask.fill(1);
    return;
  }
  for (const column of soughtColumns(filter, context)) {
    if (column.kind === 'text') yield* searchWords(mask, column, needle, context);
    else if (column.kind === 'number') yield* searchNumbers(mask, column.values, needle);
  }
}

function* searchWords(mask: Uint8Array, column: TextColumn, needle: string, context: FilterContext): Steps<void> {
  yield* decoded(column);
  const { codes } = column;
  const passes = yield* wordsThatFit(column, (code) => context.searchText(column, code).includes(needle));
  if (!passes.includes(1)) return;
  for (let row = 0; row < mask.length; row++) {
    const code = codes[row] as number;
    if (code !== NO_CODE && passes[code] === 1) mask[row] = 1;
  }
  yield 0.9;
}

/** 1 for each word of a dictionary that fits. */
function* wordsThatFit({ dictionary }: TextColumn, fits: (code: number) => boolean): Steps<Uint8Array> {
  const passes = new Uint8Array(dictionary.length);
  for (let code = 0; code < passes.length; code++) {
    if (fits(code)) passes[code] = 1;
    if (code % WORD_STEP === WORD_STEP - 1) yield code / passes.length;
  }
  return passes;
}

function* searchNumbers(mask: Uint8Array, values: NumberColumn['values'], needle: string): Steps<void> {
  for (let row = 0; row < mask.length; row++) {
    const value = values[row] as number;
    if (mask[row] === 0 && value === value && String(value).includes(needle)) mask[row] = 1;
    if (row % NUMBER_STEP === NUMBER_STEP - 1) yield row / mask.length;
  }
}

/** Rows whose word begins or ends so. Numbers are compared as they are written: `2024` begins with `20`. */
export function* fillCompare(mask: Uint8Array, filter: CompareFilter, context: FilterContext): Steps<void> {
  const column = context.column(filter.field);
  const needle = filter.value.toLowerCase();
  const fits = (word: string): boolean => (filter.operator === 'starts-with' ? word.startsWith(needle) : word.endsWith(needle));
  if (column?.kind === 'text') {
    yield* decoded(column);
    const { codes, dictionary } = column;
    const passes = yield* wordsThatFit(column, (code) => fits((dictionary[code] as string).toLowerCase()));
    for (let row = 0; row < mask.length; row++) mask[row] = passes[codes[row] as number] ?? 0;
  } else if (column?.kind === 'number') {
    const { values } = column;
    for (let row = 0; row < mask.length; row++) {
      const value = values[row] as number;
      mask[row] = value === value && fits(String(value)) ? 1 : 0;
      if (row % NUMBER_STEP === NUMBER_STEP - 1) yield row / mask.length;
    }
  }
}
