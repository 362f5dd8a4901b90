import { pageLocale, type Locale, inWords } from '@yizhangtu/base/locale';
import { Changes } from './changes.js';
import { cellOf } from './columns.js';
import { fieldOf } from './schemas.js';
import { tableFromColumns, type ColumnsInput } from './from-columns.js';
import { boundsOf, featureGeometry, type Bounds, type FeatureGeometry } from './geometry.js';
import type { Grouping } from './grouping.js';
import { answerQuery } from './query.js';
import { PassingRows } from './passing-rows.js';
import { selectionAfter } from './row-set.js';
import { shownTable } from './shown-table.js';
import { suppressedAnswer } from './suppress.js';
import { TableCache } from './table-cache.js';
import { Tally } from './tally.js';
import type { Answer, Filter, Group, GroupKey, Key, Query, RowsAnswer, RowsQuery } from './query-types.js';
import type { RegionSet } from './region-join.js';
import type { CellValue, Column, DatasetChange, DatasetSchema, FieldSchema, Geometry, Provenance, ReadReport, Table } from './types.js';

/** No rows. */
export const EMPTY: Table = { rowCount: 0, columns: [], geometry: { kind: 'none' }, report: { total: 0, kept: 0, notes: [] } };

/** What a dataset knows beside its table. */
export interface DatasetOptions {
  readonly schema?: DatasetSchema;
  readonly provenance?: Provenance;
}

/** One row as GeoJSON has it. */
export interface DatasetFeature {
  readonly type: 'Feature';
  readonly id?: string | number;
  readonly geometry: FeatureGeometry | null;
  readonly properties: Record<string, string | number | boolean | null>;
}

/** Rows in columns, with the filters, the selection and the hovered row that all views of them share. */
export class Dataset {
  /** As it came. Nothing but `#renew` may look at it: what anybody sees is `#shown`. */
  #table: Table;
  #shown!: Table;
  #cache!: TableCache;
  #passing!: PassingRows;
  #schema?: DatasetSchema;
  #provenance: Provenance;
  #bounds?: Bounds | null;
  #ids?: Table['ids'];
  #version = 0;
  #filters: ReadonlyMap<string, Filter> = new Map();
  #selection: ReadonlySet<number> = new Set();
  #hover = -1;
  readonly #regions = new Map<string, RegionSet>();
  readonly #changes = new Changes();

  /** @param table Rows to start with; empty without one. */
  constructor(table: Table = EMPTY, options: DatasetOptions = {}) {
    this.#table = table;
    this.#schema = options.schema;
    this.#provenance = options.provenance ?? {};
    this.#renew();
  }

  /** A dataset straight from arrays, without copying typed ones. @throws YztError `bad-argument` if lengths differ or a kind is unknown. */
  static fromColumns(input: ColumnsInput, options: DatasetOptions = {}): Dataset {
    return new Dataset(tableFromColumns(input), options);
  }

  /** Number of rows, filtered or not. */
  get rowCount(): number {
    return this.#shown.rowCount;
  }

  /** All columns, in the order of the source. */
  get columns(): readonly Column[] {
    return this.#shown.columns;
  }

  /** Places of the rows. */
  get geometry(): Geometry {
    return this.#shown.geometry;
  }

  /** Ids as the source has them, one a row; undefined if it has none. */
  get ids(): Table['ids'] {
    const { ids, idColumn, rowCount } = this.#shown;
    if (ids || !idColumn) return ids;
    this.#ids ??= Array.from({ length: rowCount }, (_, row) => cellOf(idColumn, row) as string | number | null);
    return this.#ids;
  }

  /** What the reader counted, skipped and repaired. */
  get report(): ReadReport {
    return this.#table.report;
  }

  /** Words, units, code lists and masks of the fields: as set, else as the source has them. Setting it tells all views. */
  get schema(): DatasetSchema | undefined {
    return this.#schema ?? this.#table.schema;
  }

  set schema(schema: DatasetSchema | undefined) {
    if (schema === this.#schema) return;
    this.#schema = schema;
    // Masks may be others, and a text search finds words by their label: what passes may change.
    this.#renew();
    this.#changes.tell('data');
  }

  /** Where the data comes from: as the source has it, and over that as set. Setting it tells all views. */
  get provenance(): Provenance {
    const { provenance } = this.#table;
    return provenance ? { ...provenance, ...this.#provenance } : this.#provenance;
  }

  set provenance(provenance: Provenance) {
    this.#provenance = provenance;
    this.#changes.tell('data');
  }

  /** Extent of all rows in degrees: west, south, east, north. Undefined without places. */
  get bounds(): Bounds | undefined {
    if (this.#bounds === undefined) this.#bounds = boundsOf(this.geometry) ?? null;
    return this.#bounds ?? undefined;
  }

  /** Counts the tables this dataset has had; +1 with each `setTable`. */
  get version(): number {
    return this.#version;
  }

  /**
   * Puts other rows in place. Filters stay; selection and hover end, because row numbers mean other rows now.
   * @param grown True if the table begins with the rows there were, so that selection and hover stay too. Default false.
   */
  setTable(table: Table, grown = false): void {
    this.#table = table;
    this.#version++;
    this.#renew();
    this.#changes.tell('data');
    if (grown) return;
    if (this.#selection.size > 0) {
      this.#selection = new Set();
      this.#changes.tell('selection');
    }
    this.setHover(-1);
  }

  /** A column by its name; undefined if there is none. */
  column(name: string): Column | undefined {
    return this.#cache.column(name);
  }

  /** Value of a cell, masked where the schema says so; null for a missing one. */
  value(row: number, field: string): CellValue {
    const column = this.column(field);
    return column ? cellOf(column, row) : null;
  }

  /** Schema entry of a field, or a bare one. */
  field(name: string): FieldSchema {
    return fieldOf(this.schema, name);
  }

  /** Name of a field as it is shown: 中文别名, else the name itself. */
  label(name: string, locale: Locale = pageLocale()): string {
    const { label } = this.field(name);
    return label ? inWords(label, locale) : name;
  }

  /** All filters by key. A new map after each change. */
  get filters(): ReadonlyMap<string, Filter> {
    return this.#filters;
  }

  /** Sets, replaces or (undefined) removes the filter under a key. The key is the field, or `text`, or `view`. */
  setFilter(key: string, filter: Filter | undefined): void {
    const previous = this.#filters.get(key);
    if (previous === filter || (previous && filter && JSON.stringify(previous) === JSON.stringify(filter))) return;
    const filters = new Map(this.#filters);
    if (filter) filters.set(key, filter);
    else filters.delete(key);
    this.#filters = filters;
    this.#passing.set(key, filter);
    this.#changes.tell('filter');
  }

  /** Removes all filters. */
  clearFilters(): void {
    for (const key of this.#filters.keys()) this.setFilter(key, undefined);
  }

  /**
   * Joins rows to regions by place, under a name that filters use: `{ kind: 'region', regions: 'districts', keys: ['370202'] }`. A row
   * belongs to the first region that its place (see the filter `shape`) lies in. Undefined takes the regions away.
   */
  setRegions(name: string, regions: RegionSet | undefined): void {
    if (regions) this.#regions.set(name, regions);
    else this.#regions.delete(name);
    this.#cache.regionsChanged(name);
    this.#passing.forget();
    this.#changes.tell('data');
  }

  /** 1 for each row that passes all filters but those under the ignored keys. Kept and shared: do not write into it. */
  passing(ignore: readonly string[] = []): Uint8Array {
    return this.#passing.without(ignore).mask;
  }

  /** Answers a small question about the rows that pass. @throws YztError `unknown-field` for a field the table does not have. */
  query(query: Query): Answer {
    if (this.columns.length === 0 && this.rowCount === 0) {
      const total: Group = { key: null, count: 0, values: query.measures.map((m) => (m.kind === 'count' || m.kind === 'distinct' ? 0 : Number.NaN)) };
      return { groups: query.groupBy === undefined ? [total] : [], total };
    }
    const answer = answerQuery(query, this.#passing.without(query.ignore ?? []), this.#cache);
    const { suppressBelow = 0 } = this.schema ?? {};
    return suppressBelow > 1 ? suppressedAnswer(answer, suppressBelow) : answer;
  }

  /** Categories of a field, or bins of it, kept: `keys[codes[row]]`, a code beyond the keys is missing. For whoever draws all rows; do not write into it. */
  groupingOf(by: string | GroupKey): Grouping {
    return this.#cache.grouping(by);
  }

  /** Every value of a field with its number of rows, filters or not. */
  allGroups(field: string): ReadonlyMap<Group['key'], number> {
    const { codes, keys, outside } = this.#cache.grouping(field);
    const everything = new Uint8Array(this.rowCount).fill(1);
    const counts = new Tally(codes, keys.length + 1, everything, this.#cache).counts();
    const groups = Array.from(counts, (count, code): [Key, number] => [keys[code] ?? null, code === outside ? 0 : count]);
    return new Map(groups.filter(([, count]) => count > 0));
  }

  /**
   * A page of the rows that pass, in row order or by a field. Missing values come last. The first page of an order puts all rows in order,
   * which at a million rows holds up the page; `prepareOrder` does it in slices before.
   */
  rows(query: RowsQuery = {}): RowsAnswer {
    const { ignore = [], orderBy, descending = false, offset = 0, limit = this.rowCount } = query;
    const passing = this.#passing.without(ignore);
    const total = this.#cache.tally(JSON.stringify([query.ignore]), undefined, 1, passing).counts()[0] as number;
    const page = { descending, offset: Math.max(0, offset), limit: Math.max(0, limit) };
    return { rows: this.#cache.page(passing.mask, orderBy, page), total };
  }

  /** Puts the rows in the order of a field, in slices that leave the page responsive. Undefined if there is nothing to wait for. */
  prepareOrder(field: string): Promise<void> | undefined {
    return this.#cache.prepareOrder(field);
  }

  /** Selected rows. A new set after each change. */
  get selection(): ReadonlySet<number> {
    return this.#selection;
  }

  /** Selects rows: instead of, in addition to, or turning round what is selected. Numbers that are no row are left out. */
  select(rows: Iterable<number>, mode: 'replace' | 'add' | 'toggle' = 'replace'): void {
    const next = selectionAfter(this.#selection, rows, mode, this.rowCount);
    if (next === this.#selection) return;
    this.#selection = next;
    this.#changes.tell('selection');
  }

  /** Row under the pointer in any view, -1 for none. */
  get hover(): number {
    return this.#hover;
  }

  /** Sets the row under the pointer; anything that is no row means none. */
  setHover(row: number): void {
    const next = Number.isInteger(row) && row >= 0 && row < this.rowCount ? row : -1;
    if (next === this.#hover) return;
    this.#hover = next;
    this.#changes.tell('hover');
  }

  /** Calls `listener` once a microtask with everything that changed. Returns the function that ends it. */
  subscribe(listener: (changes: ReadonlySet<DatasetChange>) => void): () => void {
    return this.#changes.subscribe(listener);
  }

  /** One row as GeoJSON, for popups and export. */
  feature(row: number): DatasetFeature {
    const { ids, idColumn } = this.#shown;
    const id = ids?.[row] ?? ((idColumn && cellOf(idColumn, row)) as string | number | null | undefined);
    const properties = Object.create(null) as DatasetFeature['properties'];
    for (const column of this.columns) {
      const value = cellOf(column, row);
      properties[column.name] = value instanceof Date ? value.toISOString() : value;
    }
    return { type: 'Feature', ...(id !== undefined && id !== null && { id }), geometry: featureGeometry(this.geometry, row), properties };
  }

  #renew(): void {
    this.#shown = shownTable(this.#table, this.schema);
    this.#bounds = undefined;
    this.#ids = undefined;
    this.#cache = new TableCache(this.#shown, (name) => this.field(name), this.#regions);
    this.#passing = new PassingRows(this.#cache, this.#filters);
  }
}
