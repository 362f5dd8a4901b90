/** Rows that come from a service or a file as far as they are wanted. Types only. */
import type { Bounds } from '../model/geometry.js';
import type { Table } from '../model/types.js';

/** Rows that were found. */
export interface RowsFound {
  readonly table: Table;
  /** Rows there are, where the source counts them. */
  readonly matched?: number | undefined;
  /** There are more than were fetched. */
  readonly more: boolean;
  /** The window these are all rows of, where it is larger than the one wanted. */
  readonly window?: Bounds | undefined;
}

/** What is wanted. */
export interface RowsWanted {
  /** Only rows that meet this window, in degrees; all rows without one. */
  readonly window: Bounds | undefined;
  /** Most rows. */
  readonly limit: number;
  readonly signal: AbortSignal;
}

/** Where rows come from. */
export interface RowSource<F extends RowsFound = RowsFound> {
  /** @throws YztError. DOMException `AbortError` when stopped. */
  rows(wanted: RowsWanted): Promise<F>;
}
