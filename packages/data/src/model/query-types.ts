/** What is asked of a dataset: filters, groupings, measures and answers. Types only, all plain JSON, so that any engine can answer them. */
import type { Text } from '@yizhangtu/base/locale';

/** A value that rows are grouped by; null for missing. Of a bin it is the lower edge, dates in ms. */
export type Key = string | number | boolean | null;

/** Corners of a ring: longitude, latitude in degrees. Open or closed (first corner again at the end). */
export type Ring = readonly (readonly [lon: number, lat: number])[];

/**
 * One condition; `null` in `values` stands for missing. A dataset holds one filter a key; rows must pass all of them.
 * A row without a value, or without a place, passes no condition on it except an `in` with `null`, or a `not`.
 */
export type Filter =
  /** One of these values. `label` says it in place of field and values, where the values are ids that nobody knows. */
  | { readonly kind: 'in'; readonly field: string; readonly values: readonly Key[]; readonly label?: Text }
  /**
   * `min ≤ value ≤ max`; with `maxExclusive` `min ≤ value < max`, as classes and bins have it; with `minExclusive` `min < value`.
   * Dates in ms.
   */
  | {
      readonly kind: 'range';
      readonly field: string;
      readonly min?: number;
      readonly max?: number;
      readonly minExclusive?: boolean;
      readonly maxExclusive?: boolean;
    }
  /** Words that contain what is typed, or whose code name does, in any case of letters. `fields` absent: all text fields. */
  | { readonly kind: 'text'; readonly fields?: readonly string[]; readonly contains: string }
  /** Words that begin or end so, in any case of letters. For «contains» in one field see `text`, for «is empty» `in` with `null` and `''`. */
  | { readonly kind: 'compare'; readonly field: string; readonly operator: 'starts-with' | 'ends-with'; readonly value: string }
  /** Points inside, shapes whose extent meets it. West above east goes over the antimeridian. */
  | { readonly kind: 'bounds'; readonly west: number; readonly south: number; readonly east: number; readonly north: number }
  /**
   * Inside a drawn area: points that lie in it, lines and polygons whose representative point (half way along a line, inside a polygon)
   * does. For regions of another dataset join them as a column and filter that. Even-odd: a ring within a ring is a hole, rings side by side are several areas. Sides are straight in longitude and latitude.
   */
  | { readonly kind: 'shape'; readonly rings: readonly Ring[]; readonly label?: Text }
  /** Rows that are selected, whatever is selected now. */
  | { readonly kind: 'selected' }
  /** Rows with one of these ids, which stay the same when data is loaded again. */
  | { readonly kind: 'ids'; readonly ids: readonly (string | number)[] }
  /** A bin of a group-by: rows with this key, or one of these. */
  | { readonly kind: 'group'; readonly by: GroupKey; readonly keys: readonly Key[] }
  /** Rows that pass at least one, for several classes chosen in a legend. None passes an empty list. */
  | { readonly kind: 'any'; readonly filters: readonly Filter[] }
  /** Rows that pass all, for the groups of a query builder. All pass an empty list. */
  | { readonly kind: 'all'; readonly filters: readonly Filter[] }
  /** Rows that do not pass, those without a value among them. */
  | { readonly kind: 'not'; readonly filter: Filter };

/** Bins of a number, side by side: `lower edge ≤ value < upper edge`; the last one holds its upper edge too. */
export interface NumberBin {
  readonly kind: 'number';
  /** About so many bins of a round width (1, 2 or 5 × 10ⁿ) over all rows, filtered or not, so that bins stay while filters move. Default 20. */
  readonly count?: number;
  /** Width of a bin, instead of `count`. Bins without end: none is closed. */
  readonly width?: number;
  /** An edge of the bins of `width`. Default 0. */
  readonly origin?: number;
  /** Edges instead of `count`, rising, at least two. Values outside are in no bin. */
  readonly breaks?: readonly number[];
  /** Numbers that bins of `count` or `width` cover, instead of those of all rows. Values outside are in no bin. */
  readonly domain?: readonly [min: number, max: number];
}

/** Parts of a calendar. Weeks begin on Monday. */
export type TimeUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Bins of a date by the calendar of Asia/Shanghai: `lower edge ≤ instant < upper edge`. */
export interface TimeBin {
  readonly kind: 'time';
  readonly unit: TimeUnit;
  /** Units a bin, counted from 1970-01-01 (weeks from Monday 1970-01-05; quarters and months from January 1970). Default 1. */
  readonly step?: number;
  /** Instants in ms that the bins cover, instead of those of all rows. */
  readonly domain?: readonly [min: number, max: number];
}

/** Bins of a date that come round again, in Asia/Shanghai: hour 0–23, day of the week 1 (Monday) – 7, month 1–12. All are listed. */
export interface CycleBin {
  readonly kind: 'cycle';
  readonly unit: 'hour-of-day' | 'day-of-week' | 'month-of-year';
}

export type Bin = NumberBin | TimeBin | CycleBin;

/** A field to group by: each value a group, or bins of it. */
export interface GroupKey {
  readonly field: string;
  /** Absent: one group a value. Bins are listed whether rows fall into them or not. */
  readonly bin?: Bin;
}

/**
 * `count` rows (with a field: rows with a value), `distinct` different values, `median` and `quantile` by type 7 of Hyndman & Fan (1996) as
 * R and spreadsheets, `stdev` of a sample (n − 1; NaN for a single row).
 */
export type MeasureKind = 'count' | 'sum' | 'mean' | 'min' | 'max' | 'distinct' | 'median' | 'quantile' | 'stdev';

/** `count`, `sum:areaM2`, `mean:price`, `median:price`, `p90:price` … In words: `parsedMeasure`. */
export interface Measure {
  readonly kind: MeasureKind;
  readonly field?: string;
  /** Part of the values below a `quantile`, 0 to 1. Default 0.5. */
  readonly p?: number;
}

/** What a view wants to know. Small and serialisable, so that any engine can answer it. */
export interface Query {
  /** What to group by; absent = one group over all rows. */
  readonly groupBy?: string | GroupKey;
  /** Divides each group once more: the columns of a two-way table, the series of a stacked chart. Needs `groupBy`. */
  readonly splitBy?: string | GroupKey;
  /** At least one. */
  readonly measures: readonly Measure[];
  /** Keys of filters that do not count, normally the view's own (cross-filter). */
  readonly ignore?: readonly string[];
  /** Order of groups by the first measure or by key. Default: descending; bins: by key. */
  readonly order?: 'descending' | 'ascending' | 'key';
  /** At most this many groups; the rest is summed into `rest`. */
  readonly limit?: number;
  /** At most this many splits; the rest is one more part, last. */
  readonly splitLimit?: number;
}

/** Rows of one group and one split, or of one group. */
export interface Part {
  /** Rows. */
  readonly count: number;
  /** One number a measure, in the order of the query. NaN where there is nothing to measure. */
  readonly values: readonly number[];
  /** True if the group has too few rows to be told (`DatasetSchema.suppressBelow`); count and values are NaN then. Shown as `<5`. */
  readonly suppressed?: boolean;
}

export interface Group extends Part {
  /** Value of the group-by field, or lower edge of the bin; null for missing. */
  readonly key: Key;
  /** Upper edge of a bin of numbers or of time, outside it. */
  readonly end?: number;
  /** True for the bin that holds its upper edge too: the last one. */
  readonly closed?: boolean;
  /** One a split, in the order of `Answer.splits`; with `splitBy` only. */
  readonly parts?: readonly Part[];
}

export interface Answer {
  readonly groups: readonly Group[];
  /** Everything beyond `limit`. */
  readonly rest?: Group;
  /** All rows that passed, whatever group. */
  readonly total: Group;
  /** Keys of the splits: bins by key, values by their first measure over all groups (in `order`). `total.parts` has their totals. */
  readonly splits?: readonly Key[];
  /** Upper edges of the splits that are bins. */
  readonly splitEnds?: readonly (number | undefined)[];
  /** True if the last entry of all `parts` is everything beyond `splitLimit`; it has no entry in `splits`. */
  readonly splitRest?: boolean;
}

/** What will be asked for, and can be worked out ahead. */
export interface Ahead {
  /** Field of an order. */
  readonly orderBy?: string;
  /** A question: the different values it counts. */
  readonly query?: Query;
  /** Fields a text search will look through; true for all that it looks through by itself. */
  readonly search?: readonly string[] | true;
}

/** Page of rows for lists and tables. */
export interface RowsQuery {
  readonly ignore?: readonly string[];
  /** Fields that will be read of these rows, so that an engine need not send the others. Absent: all. */
  readonly fields?: readonly string[];
  readonly orderBy?: string;
  readonly descending?: boolean;
  readonly offset?: number;
  readonly limit?: number;
}

export interface RowsAnswer {
  /** Row numbers, in order. */
  readonly rows: Uint32Array;
  /** Rows that passed in all. */
  readonly total: number;
}
