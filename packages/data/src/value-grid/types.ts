/** A field of numbers at even places: temperature, height, wind. */
import type { Text } from '@yizhangtu/base/locale';

/** Min x, min y, max x, max y in the coordinate system of a grid. */
export type GridExtent = readonly [west: number, south: number, east: number, north: number];

/** Numbers on a regular grid. Cells are areas: a number stands in the middle of its cell, and the extent goes around all cells. */
export interface ValueGrid {
  /** `EPSG:4326`, `EPSG:4490`, `EPSG:4549` … */
  readonly crs: string;
  readonly extent: GridExtent;
  /** Columns. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
  /**
   * Numbers by name, row by row from the north, each row from the west; NaN where there is none. `values` for one number a cell; `u` and `v` for
   * movement to the true east and the true north.
   */
  readonly columns: ReadonlyMap<string, Float32Array>;
  /** Unit of the numbers, as it is written: `℃`, `m/s`. */
  readonly unit?: string;
  /** What the numbers are. */
  readonly label?: Text;
  /** When they hold, ISO 8601 with its offset. */
  readonly time?: string;
  /** Where they come from, as a person reads it. */
  readonly source?: string;
}

/** Numbers as they come: an array of JSON, with `null` for a missing one, or a typed array. */
export type GridNumbers = ArrayLike<number | null>;

/** A grid as a page or a file of JSON has it. */
export interface GridData {
  /** Default `EPSG:4326`. */
  readonly crs?: string | number;
  /** Around all cells; with `nodes` from the first place to the last. */
  readonly extent: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly values?: GridNumbers;
  readonly u?: GridNumbers;
  readonly v?: GridNumbers;
  /** A number that stands for a missing one. NaN and `null` are missing always. */
  readonly noData?: number | null;
  readonly unit?: string;
  readonly label?: string | Text;
  readonly time?: string;
  readonly source?: string;
  /** The extent goes from the first place to the last, as models of weather and sea have it, not around the cells. */
  readonly nodes?: boolean;
  /** The first row is the southernmost, as in many NetCDF files. */
  readonly southFirst?: boolean;
}
