import { Dataset } from '../model/dataset.js';
import type { Bounds } from '../model/geometry.js';
import type { Filter } from '../model/query-types.js';
import { fieldIn } from '../model/schemas.js';
import type { CellValue, DatasetChange, DatasetSchema, FieldSchema, Provenance, Table } from '../model/types.js';
import { asHere } from './schema-here.js';
import type { RemoteDataset } from '../remote/remote-dataset.js';
import type { HeldRows } from '../remote/types.js';

const SELECTION: ReadonlySet<DatasetChange> = new Set(['selection']);
const FILTER: ReadonlySet<DatasetChange> = new Set(['filter']);

/**
 * Rows of a dataset elsewhere that a view holds in this page: some of them, as a map needs those it shows. Filters, selection, hover and words
 * are those of the whole, under its own row numbers there and under numbers of these rows here. All rows here pass the filters.
 */
export class RowsHere extends Dataset implements HeldRows {
  /** The dataset that these are rows of. */
  readonly whole: RemoteDataset;
  #numbers: ArrayLike<number> = [];
  /** Of the whole whose row numbers these are. */
  #whose = -1;
  #rowOf = new Map<number, number>();
  readonly #ends: (() => void)[];
  /** The schema of the whole over which the rows here got another one. */
  #described?: { readonly whole: DatasetSchema | undefined } | undefined;
  #coming?: Promise<void> | undefined;
  #came?: (() => void) | undefined;

  constructor(whole: RemoteDataset) {
    super();
    this.whole = whole;
    this.#ends = [whole.subscribe((changes) => this.#follow(changes)), whole.hold(this)];
  }

  /** Lets go of the whole. */
  end(): void {
    this.whole.keep();
    for (const end of this.#ends) end();
  }

  /** Puts other rows in place. @param numbers Theirs in the whole. */
  put(table: Table, numbers: ArrayLike<number>): void {
    this.whole.keep();
    this.#numbers = numbers;
    this.#whose = this.whole.version;
    this.#rowOf = new Map(Array.from(numbers, (number, row) => [number, row]));
    this.setTable(table);
    this.#follow(new Set(['selection', 'hover']));
  }

  /** Others are on their way: these are of an earlier filter, or of another part of the map. */
  wait(coming: boolean): void {
    if (coming) this.#coming ??= new Promise((resolve) => (this.#came = resolve));
    else {
      this.#came?.();
      this.#coming = undefined;
    }
  }

  override get filtering(): Promise<void> | undefined {
    return this.#coming;
  }

  /** A value under the number the row has in the whole. */
  cell(number: number, field: string): string | number | boolean | null {
    const row = this.#rowHere(number);
    const value = row === undefined || !this.column(field) ? null : super.value(row, field);
    return value instanceof Date ? value.getTime() : value;
  }

  /** Also of a field that was not fetched with these rows, where another view has it. */
  override value(row: number, field: string): CellValue {
    return this.column(field) ? super.value(row, field) : this.whole.value(this.#number(row), field);
  }

  /** Of all rows, so that a map shows where the data is. */
  override get bounds(): Bounds | undefined {
    return this.whole.bounds ?? super.bounds;
  }

  /** The whole's, without masks: the values came masked. */
  override get schema(): DatasetSchema | undefined {
    // While it is being made there is none.
    if ((this.whole as RemoteDataset | undefined) === undefined) return undefined;
    const { schema } = this.whole;
    return this.#described === undefined || this.#described.whole !== schema ? asHere(schema) : super.schema;
  }

  /** Other words for the rows here, as long as the whole has the same: to an engine a schema also says which fields there are, and which are masked. */
  override set schema(schema: DatasetSchema | undefined) {
    this.#described = { whole: this.whole.schema };
    super.schema = schema;
  }

  /** Worked-out fields say at the whole how they are shown. */
  override field(name: string): FieldSchema {
    return fieldIn(this.schema, name) ?? this.whole.field(name);
  }

  override get provenance(): Provenance {
    return this.whole.provenance;
  }

  override set provenance(provenance: Provenance) {
    this.whole.provenance = provenance;
  }

  override get filters(): ReadonlyMap<string, Filter> {
    return this.whole.filters;
  }

  override setFilter(key: string, filter: Filter | undefined): void {
    this.whole.setFilter(key, filter);
  }

  override select(rows: Iterable<number>, mode: 'replace' | 'add' | 'toggle' = 'replace'): void {
    this.whole.select(Array.from(rows, (row) => this.#number(row)), mode);
    this.#follow(SELECTION);
  }

  override setHover(row: number): void {
    this.whole.setHover(this.#number(row));
    super.setHover(row);
  }

  override subscribe(listener: (changes: ReadonlySet<DatasetChange>) => void, view?: object): () => void {
    const ends = [super.subscribe(listener, view), this.whole.subscribe((changes) => changes.has('filter') && listener(FILTER), view)];
    return () => ends.forEach((end) => end());
  }

  /** Puts on, among the rows here, those filters of the whole that the rows were not chosen by. @param counts Whether a filter is one of them. */
  protected narrow(filters: ReadonlyMap<string, Filter>, counts: (key: string) => boolean): void {
    for (const key of super.filters.keys()) if (!filters.has(key) || !counts(key)) super.setFilter(key, undefined);
    for (const [key, filter] of filters) if (counts(key)) super.setFilter(key, filter);
  }

  /** What a row here is in the whole; −1 where the whole has other rows by now. */
  #number(row: number): number {
    return this.#whose === this.whole.version ? (this.#numbers[row] ?? -1) : -1;
  }

  #rowHere(number: number): number | undefined {
    return this.#whose === this.whole.version ? this.#rowOf.get(number) : undefined;
  }

  #follow(changes: ReadonlySet<DatasetChange>): void {
    const { selection, hover } = this.whole;
    if (changes.has('selection')) super.select([...selection].flatMap((number) => this.#rowHere(number) ?? []));
    if (changes.has('hover')) super.setHover(this.#rowHere(hover) ?? -1);
  }
}
