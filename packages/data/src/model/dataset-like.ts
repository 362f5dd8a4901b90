/** What a view may ask of data, wherever the rows are: in this page, or with an engine that answers later. */
import type { YztError } from '@yizhangtu/base/errors';
import type { Locale } from '@yizhangtu/base/locale';
import type { Dataset } from './dataset.js';
import type { DerivedColumn } from './derived-columns.js';
import type { DatasetFeature } from './feature.js';
import type { Bounds } from './geometry.js';
import type { Answer, Filter, Query, RowsAnswer, RowsQuery } from './query-types.js';
import type { CellValue, Column, DatasetChange, DatasetSchema, FieldSchema, Geometry, Provenance } from './types.js';

/** What is known of a field without its values. Every column is one. */
export interface FieldInfo {
  readonly name: string;
  readonly kind: Column['kind'];
  /** Days without a time of day. */
  readonly dateOnly?: boolean;
  /** Whole numbers only, where that is known without looking at them. */
  readonly whole?: boolean;
}

/**
 * The part of a dataset that views rely on. `Dataset` holds rows and answers at once; a `RemoteDataset` sends the question to an
 * engine and answers with a promise. A view that keeps to this runs on ten rows and on a hundred million.
 */
export interface DatasetLike {
  /** Number of rows, filtered or not. 0 until it is known. */
  readonly rowCount: number;
  /** The fields, in the order of the source. */
  readonly columns: readonly FieldInfo[];
  /** Places of the rows that are here; its kind says what rows are even when none is here yet. */
  readonly geometry: Geometry;
  /** Extent of all rows in degrees. Undefined without places. */
  readonly bounds: Bounds | undefined;
  /** Grows with every other set of rows. */
  readonly version: number;
  schema: DatasetSchema | undefined;
  provenance: Provenance;

  column(name: string): FieldInfo | undefined;
  field(name: string): FieldSchema;
  label(name: string, locale?: Locale): string;
  /** Raw value of a cell of a row that is here; null for others. */
  value(row: number, field: string): CellValue;
  /** A row that is here as GeoJSON. */
  feature(row: number): DatasetFeature;

  /** Adds a field that is worked out from others, or replaces it. Fields may use those defined before them. */
  derive(column: DerivedColumn): void;
  /** Takes a worked-out field away. */
  underive(name: string): void;
  /** Why a worked-out field is not there. */
  derivedError(name: string): YztError | undefined;

  readonly filters: ReadonlyMap<string, Filter>;
  setFilter(key: string, filter: Filter | undefined): void;
  clearFilters(): void;
  /**
   * Groups and measures of the rows that pass.
   * @param signal Ends a question nobody waits for any more; only engines look at it.
   */
  query(query: Query, signal?: AbortSignal): Answer | Promise<Answer>;
  /** A page of the rows that pass. Its rows are here from then on. */
  rows(query?: RowsQuery, signal?: AbortSignal): RowsAnswer | Promise<RowsAnswer>;

  readonly selection: ReadonlySet<number>;
  select(rows: Iterable<number>, mode?: 'replace' | 'add' | 'toggle'): void;
  readonly hover: number;
  setHover(row: number): void;
  /**
   * Calls `listener` with everything that changed, once a microtask. Returns the function that ends it.
   * @param view Who is told: of very many rows one view after the other, over several tasks.
   */
  subscribe(listener: (changes: ReadonlySet<DatasetChange>) => void, view?: object): () => void;
}

/** True for a dataset whose rows are in this page. */
export function rowsAreHere(dataset: DatasetLike): dataset is Dataset {
  return 'passing' in dataset;
}

/** What rows are rows of: of those of a dataset elsewhere that have come here, that dataset; else the dataset itself. */
export function wholeOf(dataset: DatasetLike & { readonly whole?: DatasetLike }): DatasetLike {
  return dataset.whole ?? dataset;
}
