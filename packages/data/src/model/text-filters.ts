/** Filters by words. Words are compared in the dictionary, once each, never row by row. */
import type { FilterContext } from './filters.js';
import type { Filter } from './query-types.js';
import { NO_CODE, type NumberColumn, type TextColumn } from './types.js';

type TextFilter = Extract<Filter, { kind: 'text' }>;
type CompareFilter = Extract<Filter, { kind: 'compare' }>;

/** Rows where a word contains what is typed. */
export function fillText(mask: Uint8Array, filter: TextFilter, context: FilterContext): void {
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


/** Rows whose word begins or ends so. Numbers are compared as they are written: `2024` begins with `20`. */
export function fillCompare(mask: Uint8Array, filter: CompareFilter, context: FilterContext): void {
  const column = context.column(filter.field);
  const needle = filter.value.toLowerCase();
  const fits = (word: string): boolean => (filter.operator === 'starts-with' ? word.startsWith(needle) : word.endsWith(needle));
  if (column?.kind === 'text') {
    const { codes, dictionary } = column;
    const passes = Uint8Array.from(dictionary, (word) => (fits(word.toLowerCase()) ? 1 : 0));
    for (let row = 0; row < mask.length; row++) mask[row] = passes[codes[row] as number] ?? 0;
  } else if (column?.kind === 'number') {
    const { values } = column;
    for (let row = 0; row < mask.length; row++) {
      const value = values[row] as number;
      mask[row] = value === value && fits(String(value)) ? 1 : 0;
    }
  }
}
