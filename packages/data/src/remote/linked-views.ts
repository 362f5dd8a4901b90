import type { Filter } from '../model/query-types.js';
import type { DatasetChange, Provenance } from '../model/types.js';
import { LinkedState } from './linked-state.js';

/** Something whose origin, filters, selection and hovered row all views share. */
export abstract class LinkedViews {
  protected readonly state = new LinkedState((row) => this.isRow(row));

  #provenance: Provenance = {};

  /** Whether a number is that of a row. */
  protected abstract isRow(row: number): boolean;

  /** Where the data comes from. Setting it tells all views. */
  get provenance(): Provenance {
    return this.#provenance;
  }

  set provenance(provenance: Provenance) {
    this.#provenance = provenance;
    this.state.tell('data');
  }

  get filters(): ReadonlyMap<string, Filter> {
    return this.state.filters;
  }

  setFilter(key: string, filter: Filter | undefined): void {
    this.state.setFilter(key, filter);
  }

  clearFilters(): void {
    this.state.clearFilters();
  }

  get selection(): ReadonlySet<number> {
    return this.state.selection;
  }

  select(rows: Iterable<number>, mode: 'replace' | 'add' | 'toggle' = 'replace'): void {
    this.state.select(rows, mode);
  }

  get hover(): number {
    return this.state.hover;
  }

  setHover(row: number): void {
    this.state.setHover(row);
  }

  subscribe(listener: (changes: ReadonlySet<DatasetChange>) => void, view?: object): () => void {
    return this.state.subscribe(listener, view);
  }
}
