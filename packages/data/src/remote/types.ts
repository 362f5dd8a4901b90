/** What a `RemoteDataset` asks of an engine. Types only. */
import type { YztError } from '@yizhangtu/base/errors';
import type { FieldInfo } from '../model/dataset-like.js';
import type { DerivedColumn } from '../model/derived-columns.js';
import type { Bounds, FeatureGeometry } from '../model/geometry.js';
import type { Answer, Filter, Measure, Query } from '../model/query-types.js';
import type { DatasetSchema } from '../model/types.js';

/** What an engine says of its data before any question. */
export interface Description {
  /** Rows in all, within the scope. */
  readonly rowCount: number;
  readonly fields: readonly FieldInfo[];
  /** Whether rows have places. */
  readonly places: boolean;
  /** Extent of all rows in degrees. */
  readonly bounds?: Bounds | undefined;
  /** Whole degrees about which the engine has places on a plane already, so that cells there are quickest. */
  readonly planeCenter?: readonly [lon: number, lat: number] | undefined;
}

/** Which rows count. */
export interface Conditions {
  /** What the page is about: no row outside of it counts for anything, not even for the edges of bins. */
  readonly scope: readonly Filter[];
  /** Rows must pass all of them. */
  readonly conditions: readonly Filter[];
}

/** A question about groups, with the conditions that count. */
export interface GroupsQuestion extends Omit<Query, 'ignore'>, Conditions {}

/** A page of rows. */
export interface PageQuestion extends Conditions {
  readonly fields: readonly string[];
  readonly orderBy?: string;
  readonly descending?: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** One row as an engine sends it. */
export interface RemoteRow {
  /** What tells this row from all others, where the engine has such a thing. */
  readonly id?: string | number | undefined;
  /** In the order of the fields asked for: text, numbers, booleans, instants in ms; null for missing. Masked fields come masked. */
  readonly values: readonly (string | number | boolean | null)[];
  /** Longitude and latitude in degrees. */
  readonly place?: readonly [lon: number, lat: number] | undefined;
  /** Line, polygon or whatever the row is where it is no point, in degrees. */
  readonly geometry?: FeatureGeometry | undefined;
}

/** Which rows a question is about beside the filters of the page. */
export interface Narrowed {
  /** Keys of filters that do not count. */
  readonly ignore?: readonly string[] | undefined;
  /** Conditions that count for this question alone. */
  readonly also?: readonly Filter[] | undefined;
}

/** Rows and the numbers they have in this page. */
export interface NumberedRows {
  readonly rows: readonly RemoteRow[];
  readonly numbers: Uint32Array;
}

/** Rows that a view holds, by their numbers. */
export interface HeldRows {
  /** Dates in ms; null where the value is missing or not here. */
  cell(row: number, field: string): string | number | boolean | null;
}

/** Where cells lie: on a plane of equal area about a place, or on the map itself. */
export type CellPlane = { readonly about: readonly [lon: number, lat: number] } | { readonly code: 'EPSG:3857' | 'EPSG:4326' };

/** Rows counted in equal cells. */
export interface CellsQuestion extends Conditions {
  readonly kind: 'square' | 'hexagon';
  /** Side of a square, distance between opposite sides of a hexagon; metres on the plane, units of the map. */
  readonly size: number;
  readonly plane: CellPlane;
  readonly measure: Measure;
  /** Conditions by which the rows of each cell are counted besides. */
  readonly parts?: readonly Filter[];
  /** At most so many cells. */
  readonly limit: number;
}

/** One number a cell, cells in no order. */
export interface CellsAnswer {
  readonly columns: Int32Array;
  readonly lines: Int32Array;
  /** Rows in each. */
  readonly counts: Float64Array;
  /** The measure; NaN where no row has a value. */
  readonly values: Float64Array;
  /** Rows in each that meet one of the conditions asked for, in their order. */
  readonly parts?: readonly Float64Array[];
  /** False where there are more cells than `limit`; then this is only a part. */
  readonly complete: boolean;
}

/**
 * Something that holds rows and answers questions about them. Every method ends with a `YztError` that names what cannot be done, and with
 * an `AbortError` when its signal says so.
 */
export interface Engine {
  /** Its name for people: ClickHouse. */
  readonly label: string;
  /** Whether the total of a question with groups comes at no cost now, so that a question about the total need not be put. */
  readonly totalsWithGroups?: boolean;
  /** Looks at the data; called first, and again when schema or scope change. @param schema Which fields there are to be, their kinds, codes and masks. */
  describe(schema: DatasetSchema | undefined, scope: readonly Filter[], signal: AbortSignal): Promise<Description>;
  /**
   * Takes on fields that are worked out from others, instead of those before; each may use those in front of it. Called once it has looked at
   * the data, and when the fields change. Absent for engines that cannot.
   * @returns What each one is, or why it cannot be.
   */
  derive?(columns: readonly DerivedColumn[]): readonly (FieldInfo | YztError)[];
  groups(question: GroupsQuestion, signal: AbortSignal): Promise<Answer>;
  page(question: PageQuestion, signal: AbortSignal): Promise<readonly RemoteRow[]>;
  /** Absent for engines that cannot. */
  cells?(question: CellsQuestion, signal: AbortSignal): Promise<CellsAnswer>;
}
