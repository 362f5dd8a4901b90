/** The class of each cell. Pure. */
import { classOfValue, limitsOf, wholeLimits, type BreaksSpec } from './classes.js';
import type { Tally } from './tally.js';

/** Class number of a cell without rows. */
export const NO_CELL = 255;

/** Classes of cells. Those after the limits: no value, then too few rows to tell. */
export interface BinClasses {
  readonly limits: readonly number[];
  /** Cell → class, `NO_CELL` for none. */
  readonly classOf: Uint8Array;
  /** Cells in each class. */
  readonly counts: readonly number[];
  /** Class of cells whose rows have no value; −1 when there are none. */
  readonly missing: number;
  /** Class of cells with too few rows; −1 when nothing is suppressed. */
  readonly suppressed: number;
}

/**
 * Limits between the classes of cells.
 * @param all Tally of every row, filtered or not, so that a colour keeps its meaning while filters move.
 * @param suppressBelow Cells with fewer rows than this do not count.
 * @param whole The numbers are counts.
 */
export function binLimits(all: Tally, spec: BreaksSpec, suppressBelow: number, whole: boolean): readonly number[] {
  const told = valuesFrom(all, Math.max(1, suppressBelow));
  // Limits of nothing would be some of no meaning; one class says as much.
  if (told.length === 0 && spec.edges === undefined) return [];
  const found = limitsOf(spec, told);
  return whole ? wholeLimits(found) : found;
}

/** Values of cells of so many rows and more. Not by `filter`: there may be a million. */
function valuesFrom({ counts, values }: Tally, least: number): Float64Array {
  const told = new Float64Array(values.length);
  let length = 0;
  for (let cell = 0; cell < values.length; cell++) if ((counts[cell] as number) >= least) told[length++] = values[cell] as number;
  return told.subarray(0, length);
}

function anyWithoutValue({ counts, values }: Tally): boolean {
  for (let cell = 0; cell < values.length; cell++) if (Number.isNaN(values[cell] as number) && (counts[cell] as number) > 0) return true;
  return false;
}

/**
 * @param all Of every row.
 * @param now Of the rows that pass.
 * @param suppressBelow Cells with fewer rows than this are told apart only as such. 0 tells all.
 */
export function binClasses(all: Tally, now: Tally, limits: readonly number[], suppressBelow: number): BinClasses {
  const anyMissing = anyWithoutValue(all);
  const missing = anyMissing ? limits.length + 1 : -1;
  const suppressed = suppressBelow > 0 ? limits.length + (anyMissing ? 2 : 1) : -1;
  const classOf = new Uint8Array(now.counts.length);
  const counts = Array.from({ length: limits.length + 1 + (anyMissing ? 1 : 0) + (suppressed >= 0 ? 1 : 0) }, () => 0);
  for (let cell = 0; cell < classOf.length; cell++) {
    const rows = now.counts[cell] as number;
    const value = now.values[cell] as number;
    // A filter may leave only rows without a value in a cell that had some.
    const empty = missing >= 0 ? missing : NO_CELL;
    const index = rows === 0 ? NO_CELL : rows < suppressBelow ? suppressed : Number.isNaN(value) ? empty : classOfValue(limits, value);
    classOf[cell] = index;
    if (index !== NO_CELL) counts[index] = (counts[index] as number) + 1;
  }
  return { limits, classOf, counts, missing, suppressed };
}
