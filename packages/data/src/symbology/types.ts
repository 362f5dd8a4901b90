/** The one model of symbols that map, legend and charts share. Types only. */
import type { Text } from '@yizhangtu/base/locale';
import type { Filter, Group } from '../model/types.js';

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
  /** Lower limit of a break class, inside it. */
  readonly min?: number;
  /** Upper limit of a break class, outside it except in the last class. */
  readonly max?: number;
  /** Condition that leaves exactly the rows of this class; undefined for the fixed class. */
  readonly filter?: Filter;
}

/** How rows are drawn, and what a legend says about it. */
export interface Symbology {
  /** As the page wrote it. */
  readonly spec: string;
  readonly kind: 'fixed' | 'class' | 'breaks';
  readonly field?: string;
  readonly label: Text;
  readonly unit?: string;
  readonly classes: readonly SymbolClass[];
  /** Class number of each row; 255 for none. */
  readonly classOf: Uint8Array;
}

/** Ways to find class limits. */
export type BreakMethod = 'equal' | 'quantile' | 'pretty' | 'jenks' | 'manual';
