/** Exact natural breaks of very many different values: found in slices, and told to all views when they are there. */
import type { Dataset } from '../model/dataset.js';
import type { Column } from '../model/types.js';
import { breaksOf, NATURAL_AT_ONCE } from './breaks.js';
import { countedNow } from './counted.js';

interface Late {
  limits?: readonly number[];
  readonly done: Promise<void>;
}

const found = new WeakMap<Column, Map<number, Late>>();

/** Limits of natural breaks of a column: exact, or those of a sample until the exact ones are there; then the dataset tells its views. */
export function naturalLimitsOf(dataset: Dataset, column: Column, known: Float64Array, count: number): readonly number[] {
  const kept = found.get(column)?.get(count);
  if (kept) return kept.limits ?? breaksOf(known, count, 'jenks');
  const now = countedNow(known);
  if (!now || now.values.length > NATURAL_AT_ONCE) begin(dataset, column, known, count);
  return breaksOf(known, count, 'jenks', now);
}

/** Resolves when the limits of a column are exact; undefined if nothing is under way. */
export function limitsPending(column: Column, count: number): Promise<void> | undefined {
  const late = found.get(column)?.get(count);
  return late && !late.limits ? late.done : undefined;
}

function begin(dataset: Dataset, column: Column, known: Float64Array, count: number): void {
  const stop = new AbortController();
  const isOver = (): boolean => dataset.column(column.name) !== column;
  const work = import('./exact-limits.js').then(({ exactLimits }) => exactLimits(known, count, { signal: stop.signal, onProgress: () => isOver() && stop.abort() }));
  const done = work.then(
    (limits) => {
      late.limits = limits;
      if (!isOver()) dataset.renewed();
    },
    // Other rows have taken the place of these, or the code did not come: the limits of the sample stay.
    () => found.get(column)?.delete(count),
  ) as Promise<void>;
  const late: Late = { done };
  const ofColumn = found.get(column) ?? new Map<number, Late>();
  found.set(column, ofColumn.set(count, late));
}
