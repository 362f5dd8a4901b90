/** Which filters take longer than a frame at a million rows. Decided by what they look at, not by the clock, so that a filter is either always in force at once or never. */
import type { FilterContext } from './filters.js';
import { wordsOf } from './packed-text.js';
import type { Filter } from './query-types.js';
import { soughtColumns } from './text-filters.js';
import type { Column } from './types.js';

/** Columns of fewer different words are looked through at once. */
const MANY_WORDS = 20_000;

/** True for a filter whose rows are found in slices, over a table of very many rows. */
export function isSlowFilter(filter: Filter, context: Pick<FilterContext, 'column' | 'searched'>): boolean {
  switch (filter.kind) {
    case 'any':
    case 'all':
      return filter.filters.some((one) => isSlowFilter(one, context));
    case 'not':
      return isSlowFilter(filter.filter, context);
    case 'shape':
      return true;
    case 'text':
      return filter.contains.trim() !== '' && soughtColumns(filter, context).some((column) => hasManyWords(column));
    case 'in':
    case 'range':
      return hasManyWords(context.column(filter.field), false);
    case 'group':
      return filter.by.bin === undefined && hasManyWords(context.column(filter.by.field));
    case 'compare':
      return hasManyWords(context.column(filter.field));
    default:
      return false;
  }
}

/** Fields whose words a filter looks through in lower case. */
export function soughtFields(filter: Filter, context: Pick<FilterContext, 'column' | 'searched'>): readonly string[] {
  if (filter.kind === 'any' || filter.kind === 'all') return filter.filters.flatMap((one) => soughtFields(one, context));
  if (filter.kind === 'not') return soughtFields(filter.filter, context);
  return filter.kind === 'text' ? soughtColumns(filter, context).map(({ name }) => name) : [];
}

/** @param written Numbers count: each has to be written to be compared. */
function hasManyWords(column: Column | undefined, written = true): boolean {
  if (column?.kind !== 'text') return written && column?.kind === 'number';
  return wordsOf(column) >= MANY_WORDS;
}
