/** Translation between code schemes as data. What cannot be translated by a table says so. */
import type { Evidence } from './scheme.js';

/** One code and what it becomes. */
export interface CrosswalkRow {
  readonly from: string;
  /** Candidates in the target scheme; the first is the likeliest. Empty when the target has no counterpart. */
  readonly to: readonly string[];
  /** True when a person must decide for each parcel: several candidates, or a class that the target splits. */
  readonly manual: boolean;
  readonly evidence: Evidence;
}

/** A table from one scheme to another. */
export interface Crosswalk {
  readonly from: { readonly scheme: string; readonly version: string };
  readonly to: { readonly scheme: string; readonly version: string };
  readonly source: string;
  readonly rows: readonly CrosswalkRow[];
}

const indexes = new WeakMap<Crosswalk, ReadonlyMap<string, CrosswalkRow>>();

/** The row of a code; undefined when the table does not have it. A code is never guessed from a similar one. */
export function crosswalkOf(table: Crosswalk, code: string): CrosswalkRow | undefined {
  let index = indexes.get(table);
  if (!index) {
    index = new Map(table.rows.map((row) => [row.from, row]));
    indexes.set(table, index);
  }
  return index.get(code);
}
