/** The one model of symbols that map, legend and charts share. Types only. */
import type { Text } from '@yizhangtu/base/locale';
import type { Filter, Group } from '../model/query-types.js';
import type { RemoteDataset } from '../remote/remote-dataset.js';

/** Form of a point symbol; `none` is a sign by itself. */
export type MarkerShape = 'circle' | 'square' | 'triangle' | 'diamond' | 'none';

/** One class of a symbology: what it is called, how it looks, which rows it holds. */
export interface SymbolClass {
  /** Category value; null for missing values; undefined for a class of many values (a break class, 其他, fixed). */
  readonly key: Group['key'] | undefined;
  readonly label: Text;
  /** `#rrggbb`, or `token:data-1` for a colour of the theme; see `resolveColor`. */
  readonly color: string;
  /** Border that the class needs to be visible, `#rrggbb`. */
  readonly outline?: string;
  /** Fill pattern that the class needs to be visible. */
  readonly pattern?: 'hatch';
  /** Form of the symbol where points are drawn; a disc when absent. */
  readonly marker?: MarkerShape;
  /** Name of the sign on the symbol, see `@yizhangtu/base/glyphs`. */
  readonly glyph?: string;
  /** Lengths of dashes and gaps where lines are drawn, CSS px; solid when absent. */
  readonly dash?: readonly number[];
  /** What the class looks like where classes of one symbology look different; that of the symbology when absent. */
  readonly shape?: 'disc' | 'line' | 'polygon';
  /** Lower limit of a break class, inside it. */
  readonly min?: number;
  /** Upper limit of a break class, outside it except in the last class. */
  readonly max?: number;
  /** Condition that leaves exactly the rows of this class; undefined for the fixed class. */
  readonly filter?: Filter;
}

/** A scale without classes: colours that run into each other. */
export interface SymbolRamp {
  /** CSS colours in even steps from low to high; they may let the map through. */
  readonly colors: readonly string[];
  /** Numbers beside the colours, rising. `place` is 0 at the low end and 1 at the high one. */
  readonly ticks: readonly { readonly place: number; readonly label: string }[];
  /** Words of the ends. */
  readonly low: Text;
  readonly high: Text;
}

/** Symbols whose area follows a number. */
export interface SymbolSizes {
  readonly field: string;
  readonly label: Text;
  /** Round numbers with the diameters of their symbols, CSS px; the largest first. */
  readonly steps: readonly { readonly value: number; readonly diameter: number }[];
}

/** One of two scales that are shown together. */
export interface SymbolAxis {
  readonly field: string;
  readonly label: Text;
  readonly unit?: string;
  /** Number of its classes, from low to high. */
  readonly count: number;
  /** The limits between them, short. */
  readonly ticks: readonly Text[];
}

/** How rows, or what is made of them, are drawn, and what a legend says about it. */
export interface Symbology {
  /** As the page wrote it. */
  readonly spec: string;
  /**
   * `ramp` has a continuous scale and no classes; `bivariate` has a class for each pair of classes of two fields, see `axes`; `fields` has a
   * class for each field whose numbers are shown together in one place, see `fields`.
   */
  readonly kind: 'fixed' | 'class' | 'breaks' | 'ramp' | 'bivariate' | 'fields';
  readonly field?: string;
  /** Name of the filter that a choice of classes sets; that of `field` when absent. */
  readonly filterKey?: string;
  readonly label: Text;
  readonly unit?: string;
  readonly classes: readonly SymbolClass[];
  /** Class number of each row; 255 for none. Empty where cells or a surface are drawn, not rows. */
  readonly classOf: Uint8Array;
  /** The two scales of kind `bivariate`: class `x + y × axes[0].count` is class x of the first and y of the second. */
  readonly axes?: readonly [SymbolAxis, SymbolAxis];
  /** The fields of kind `fields`, in the order of the classes. */
  readonly fields?: readonly string[];
  /** What one mark stands for: 1 点 = 100 人. */
  readonly mark?: Text;
  /** The scale of kind `ramp`. */
  readonly ramp?: SymbolRamp;
  /** What sizes mean, where they follow a field. */
  readonly sizes?: SymbolSizes;
  /** Numbers behind the classes where they are not numbers of rows (cells of a grid); empty where there is nothing to count. */
  readonly counts?: readonly number[];
  /** All rows that it is about, where `classOf` has only those of them that are here: numbers of rows are asked of these. */
  readonly whole?: RemoteDataset;
  /** What `counts` counts. */
  readonly countUnit?: Text;
  /** What a class looks like where that is not the geometry of the rows. */
  readonly shape?: 'disc' | 'line' | 'polygon';
  /** Sentences that belong to the scale: what is measured, of which size, by which choice. */
  readonly notes?: readonly Text[];
  /** Rows that are in view and not drawn, in a sentence: said by every legend, however short. */
  readonly leftOut?: Text;
}

/**
 * Ways to find class limits: equal width; equally many rows; round numbers; natural breaks (least variance within classes); standard
 * deviations around the mean; head/tail breaks for numbers with a heavy tail; widths that grow by a factor; limits a page gives.
 */
export type BreakMethod = 'equal' | 'quantile' | 'pretty' | 'jenks' | 'stdev' | 'head-tail' | 'geometric' | 'manual';
