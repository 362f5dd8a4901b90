/** What a page can know of one cell of a hexbin or grid layer. Types only. */
import type { Text } from '@yizhangtu/base/locale';

/** One line of facts. */
export interface BinFact {
  readonly label: Text;
  readonly value: Text;
}

/** A cell under the pointer. */
export interface Bin {
  /** Rows in it that pass the filters, ascending. Empty for a suppressed cell, and where rows are elsewhere. */
  readonly rows: Uint32Array;
  /** Number of rows; NaN for a suppressed cell. */
  readonly count: number;
  /** The measure; NaN where no row has a value, and for a suppressed cell. */
  readonly value: number;
  /** Square kilometres on the ellipsoid. */
  readonly areaKm2: number;
  /** Longitude and latitude of its middle. */
  readonly center: readonly [lon: number, lat: number];
  /** True where there are fewer rows than may be shown. */
  readonly suppressed: boolean;
  /** Where rows are elsewhere: what a click does in place of selecting them, filter by the cell. */
  choose?(additive: boolean): void;
  /** The same in words, for popups and screen readers. */
  readonly facts: readonly BinFact[];
}
