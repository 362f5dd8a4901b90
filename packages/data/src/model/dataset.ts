import type { YztError } from '@yizhangtu/base/errors';
import { pageLocale, type Locale, inWords } from '@yizhangtu/base/locale';
import { Changes } from './changes.js';
import { cellOf } from './columns.js';
import { fieldIn } from './schemas.js';
import { tableFromColumns, type ColumnsInput } from './from-columns.js';
import { DerivedColumns, type DerivedColumn } from './derived-columns.js';
import { Engine } from './engine.js';
import { FiltersInForce } from './filters-in-force.js';
import { featureOf, idsOf, type DatasetFeature } from './feature.js';
import { boundsOf, type Bounds } from './geometry.js';
import type { Grouping } from './grouping.js';
import { selectionAfter } from './row-set.js';
import { shownTable } from './shown-table.js';
import type { Ahead, Answer, Filter, Group, GroupKey, Query, RowsAnswer, RowsQuery } from './query-types.js';
import type { CellValue, Column, DatasetChange, DatasetOptions, DatasetSchema, FieldSchema, Geometry, Provenance, ReadReport, Table } from './types.js';

/** No rows. */
export const EMPTY: Table = { rowCount: 0, columns: [], geometry: { kind: 'none' }, report: { total: 0, kept: 0, notes: [] } };

/** Rows in columns, with the filters, the selection and the hovered row that all views of them share. */
export class Dataset {
  /** As it came. Nothing but `#renew` may look at it: what anybody sees is the table of the engine. */
  #table: Table;
  #base!: Table;
  #engine!: Engine;
  #schema?: DatasetSchema;
  #provenance: Provenance;
  #bounds?: Bounds | null;
  #version = 0;
  #selection: ReadonlySet<number> = new Set();
  #hover = -1;
  readonly #derived = new DerivedColumns(() => this.#derivedChanged());
  readonly #changes = new Changes(() => this.rowCount);
  readonly #filters = new FiltersInForce(() => this.#changes.tell('filter'));

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
    return this.#engine.table.rowCount;
  }

  /** All columns, in the order of the source. */
  get columns(): readonly Column[] {
    return this.#engine.table.columns;
  }

  /** Places of the rows. */
  get geometry(): Geometry {
    return this.#engine.table.geometry;
  }

  /** Ids as the source has them, one a row; undefined if it has none. */
  get ids(): Table['ids'] {
    return idsOf(this.#engine.table);
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

  /** Grows with each `setTable`, and with each change of what is worked out from the rows. */
  get version(): number {
    return this.#version;
  }

  /**
   * Puts other rows in place. Filters stay; selection and hover end, because row numbers mean other rows now.
   * @param grown True if the table begins with the rows there were, so that selection and hover stay; or where each of them is now, -1 for gone.
   */
  setTable(table: Table, grown: boolean | ((row: number) => number) = false): void {
    this.#table = table;
    this.#version++;
    const hover = typeof grown === 'function' && this.#hover >= 0 ? grown(this.#hover) : -1;
    const before = this.#selection;
    if (grown !== true) this.#selection = new Set(grown ? [...before].map(grown).filter((row) => row >= 0) : []);
    this.#renew(grown === true);
    this.#changes.tell('data');
    if (grown === true) return;
    if (before.size !== this.#selection.size || [...before].some((row) => !this.#selection.has(row))) this.#changes.tell('selection');
    this.setHover(hover);
  }

  /** A column by its name; undefined if there is none. */
  column(name: string): Column | undefined {
    return this.#engine.column(name);
  }

  /** Value of a cell, masked where the schema says so; null for a missing one. */
  value(row: number, field: string): CellValue {
    const column = this.column(field);
    return column ? cellOf(column, row) : null;
  }

  /** Schema entry of a field, or a bare one. */
  field(name: string): FieldSchema {
    return fieldIn(this.schema, name) ?? this.#derived.field(name) ?? { name };
  }

  /** Name of a field as it is shown: 中文别名, else the name itself. */
  label(name: string, locale: Locale = pageLocale()): string {
    const { label } = this.field(name);
    return label ? inWords(label, locale) : name;
  }

  /** All filters by key. A new map after each change. */
  get filters(): ReadonlyMap<string, Filter> {
    return this.#filters.all;
  }

  /** Sets, replaces or (undefined) removes the filter under a key. The key is the field, or `text`, or `view`. Some come into force later, see `filtering`. */
  setFilter(key: string, filter: Filter | undefined): void {
    if (this.#filters.set(key, filter)) this.#changes.tell('filter');
  }

  /** Resolves when all filters are in force; undefined if they are. Of 100,000 rows and more, searches of very many words and drawn shapes take a while. */
  get filtering(): Promise<void> | undefined {
    return this.#filters.pending;
  }

  /** Removes all filters. */
  clearFilters(): void {
    for (const key of this.filters.keys()) this.setFilter(key, undefined);
  }

  /** Adds a column that is worked out from others, or replaces it; it stays true when the rows change. Of many rows it has missing values until it is there. */
  derive(column: DerivedColumn): void {
    this.#derived.set(column);
    this.#derivedChanged();
  }

  /** Takes a derived column away. */
  underive(name: string): void {
    if (this.#derived.delete(name)) this.#derivedChanged();
  }

  /** Resolves when derived columns are worked out; undefined if they are. */
  get deriving(): Promise<void> | undefined {
    return this.#derived.pending;
  }

  /** Why a derived column is not there. */
  derivedError(name: string): YztError | undefined {
    return this.#derived.error(name);
  }

  /** 1 for each row that passes all filters but those under the ignored keys. Kept and shared: do not write into it. */
  passing(ignore: readonly string[] = []): Uint8Array {
    return this.#engine.passing(ignore);
  }

  /** Answers a small question about the rows that pass, at once, however long that takes: see `ask`. @throws YztError `unknown-field` for a field the table does not have. */
  query(query: Query): Answer {
    return this.#engine.query(query, this.schema?.suppressBelow);
  }

  /** The same; of 100,000 rows and more what takes longer than a frame is worked out in slices, about the rows that pass now. */
  ask(query: Query, signal?: AbortSignal): Answer | Promise<Answer> {
    return this.#engine.ask(query, this.schema?.suppressBelow, signal);
  }

  /** Categories of a field, or bins of it, kept: `keys[codes[row]]`, a code beyond the keys is missing. For whoever draws all rows; do not write into it. */
  groupingOf(by: string | GroupKey): Grouping {
    return this.#engine.grouping(by);
  }

  /** Every value of a field with its number of rows, filters or not. */
  allGroups(field: string): ReadonlyMap<Group['key'], number> {
    return this.#engine.allGroups(field);
  }

  /**
   * A page of the rows that pass, in row order or by a field. Missing values come last. The first page of an order puts all rows in order,
   * which at a million rows holds up the page; `prepare` does it in slices before.
   */
  rows(query: RowsQuery = {}): RowsAnswer {
    return this.#engine.rows(query);
  }

  /** Works out ahead what an order, a question or a search needs, in slices that leave the page responsive. Undefined if there is nothing to wait for. */
  prepare(ahead: Ahead): Promise<void> | undefined {
    return this.#engine.prepare(ahead);
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
    if (this.#engine.selectionChanged()) this.#changes.tell('filter');
  }

  /** Rows that pass and fit a condition, such as those in a drawn area or in a bar of a chart: `select(matching({ kind: 'shape', rings }))`. */
  matching(filter: Filter): Uint32Array {
    return this.#engine.matching(filter);
  }

  /** The same; of 100,000 rows and more what takes longer than a frame (drawn areas, searches of very many words) is found in slices, among the rows that pass now. */
  findMatching(filter: Filter, signal?: AbortSignal): Uint32Array | Promise<Uint32Array> {
    return this.#engine.findMatching(filter, signal);
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

  /** Calls `listener` with everything that changed, see `DatasetLike`. Returns the function that ends it. */
  subscribe(listener: (changes: ReadonlySet<DatasetChange>) => void, view?: object): () => void {
    return this.#changes.subscribe(listener, view);
  }

  /** One row as GeoJSON, for popups and export. */
  feature(row: number): DatasetFeature {
    return featureOf(this.#engine.table, row);
  }

  /** Other rows, or other masks. @param grown The rows begin with those there were. */
  #renew(grown = false): void {
    this.#base = shownTable(this.#table, this.schema);
    this.#bounds = undefined;
    this.#derived.over(this.#base, (name) => this.field(name));
    this.#show(grown);
  }

  /** Something worked out from the rows is another now, such as limits of classes that took longer: tells all views. */
  renewed(): void {
    this.#version++;
    this.#changes.tell('data');
  }

  #derivedChanged(): void {
    this.#show(true);
    this.renewed();
  }

  #show(kept: boolean): void {
    const engine = new Engine(this.#derived.shown(this.#base), { field: (name) => this.field(name), selection: () => this.#selection });
    this.#engine = this.#filters.over(engine, kept);
  }
}
