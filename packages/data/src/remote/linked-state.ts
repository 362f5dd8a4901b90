/** Filters, selection and the hovered row that all views of a dataset share, and how they hear of changes. */
import { Changes } from '../model/changes.js';
import type { Filter } from '../model/query-types.js';

export class LinkedState extends Changes {
  filters: ReadonlyMap<string, Filter> = new Map();
  selection: ReadonlySet<number> = new Set();
  hover = -1;
  readonly #isRow: (row: number) => boolean;

  /** @param isRow Whether a number is that of a row. */
  constructor(isRow: (row: number) => boolean) {
    super();
    this.#isRow = isRow;
  }

  /** Sets, replaces or (undefined) removes the filter under a key. */
  setFilter(key: string, filter: Filter | undefined): void {
    const previous = this.filters.get(key);
    if (previous === filter || (previous && filter && JSON.stringify(previous) === JSON.stringify(filter))) return;
    const filters = new Map(this.filters);
    if (filter) filters.set(key, filter);
    else filters.delete(key);
    this.filters = filters;
    this.tell('filter');
  }

  /** Removes all filters. */
  clearFilters(): void {
    for (const key of this.filters.keys()) this.setFilter(key, undefined);
  }

  /** Selects rows: instead of, in addition to, or turning round what is selected. Numbers that are no row are left out. */
  select(rows: Iterable<number>, mode: 'replace' | 'add' | 'toggle'): void {
    const next = new Set(mode === 'replace' ? [] : this.selection);
    for (const row of rows) {
      if (!this.#isRow(row) || (mode === 'toggle' && next.delete(row))) continue;
      next.add(row);
    }
    if (next.size === this.selection.size && [...next].every((row) => this.selection.has(row))) return;
    this.selection = next;
    this.tell('selection');
  }

  /** Sets the row under the pointer; anything that is no row means none. */
  setHover(row: number): void {
    const next = this.#isRow(row) ? row : -1;
    if (next === this.hover) return;
    this.hover = next;
    this.tell('hover');
  }

  /** Row numbers mean other rows now. */
  dropRows(): void {
    if (this.selection.size > 0) {
      this.selection = new Set();
      this.tell('selection');
    }
    this.setHover(-1);
  }
}
