/** What the rows in each cell amount to. Pure. */
import { atOnce, type Steps } from '@yizhangtu/data/steps';
import type { Cells } from '../ground/lattice.js';

/** How the rows of a cell become one number. */
export type CellMeasureKind = 'count' | 'sum' | 'mean' | 'min' | 'max';

/** One number a cell. */
export interface Tally {
  /** Passing rows in each cell. */
  readonly counts: Uint32Array;
  /** The measure; NaN where no row has a value. */
  readonly values: Float64Array;
}

/** What to tally. */
export interface TallyInput {
  readonly cells: Cells;
  /** Point → row; the point's own number when absent. */
  readonly rows?: Uint32Array;
  /** 1 = the row counts; all when absent. */
  readonly passing?: Uint8Array;
  readonly kind: CellMeasureKind;
  /** Row → number, NaN for missing. Needed for everything but `count`. */
  readonly numbers?: ArrayLike<number>;
}

/** Points looked at between two pauses. */
const STEP = 65_536;

function count(counts: Uint32Array, { cells: { of }, rows, passing }: TallyInput, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const cell = of[i] as number;
    if (cell < 0 || (passing && passing[rows ? (rows[i] as number) : i] === 0)) continue;
    counts[cell] = (counts[cell] as number) + 1;
  }
}

/** Start of a fold, so that no value of a row is special. */
const START = { sum: 0, mean: 0, min: Infinity, max: -Infinity } as const;

/** Numbers of cells on their way. */
interface Folding {
  readonly kind: keyof typeof START;
  readonly numbers: ArrayLike<number>;
  readonly values: Float64Array;
  /** Rows with a number. */
  readonly filled: Uint32Array;
}

function fold({ kind, numbers, values, filled }: Folding, { cells: { of }, rows, passing }: TallyInput, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const cell = of[i] as number;
    const row = rows ? (rows[i] as number) : i;
    if (cell < 0 || (passing && passing[row] === 0)) continue;
    const number = numbers[row] as number;
    // NaN and infinities are no values.
    if (!(number - number === 0)) continue;
    filled[cell] = (filled[cell] as number) + 1;
    const before = values[cell] as number;
    if (kind === 'min') values[cell] = number < before ? number : before;
    else if (kind === 'max') values[cell] = number > before ? number : before;
    else values[cell] = before + number;
  }
}

function folded({ kind, values, filled }: Folding): Float64Array {
  for (let cell = 0; cell < values.length; cell++) {
    if (filled[cell] === 0) values[cell] = NaN;
    else if (kind === 'mean') values[cell] = (values[cell] as number) / (filled[cell] as number);
  }
  return values;
}

/** Counts that are the measure as well. */
export function countTally(counts: Uint32Array): Tally {
  return { counts, values: new Float64Array(counts) };
}

/** Counts and values of all cells. */
export function tallyOf(input: TallyInput): Tally {
  return atOnce(tallySteps(input));
}

/** The same in steps. */
export function* tallySteps(input: TallyInput): Steps<Tally> {
  const { kind, numbers, cells } = input;
  const counts = new Uint32Array(cells.count);
  const folding = kind !== 'count' && numbers ? { kind, numbers, values: new Float64Array(cells.count).fill(START[kind]), filled: new Uint32Array(cells.count) } : undefined;
  for (let from = 0; from < cells.of.length; from += STEP) {
    const to = Math.min(cells.of.length, from + STEP);
    count(counts, input, from, to);
    if (folding) fold(folding, input, from, to);
    yield from / cells.of.length;
  }
  return folding ? { counts, values: folded(folding) } : countTally(counts);
}

/** Passing rows of a cell, ascending, each once. Looked for when somebody points at it: a list for each of a million cells takes far longer to make. */
export function rowsOfCell({ of }: Cells, rows: Uint32Array | undefined, cell: number, passing: Uint8Array): Uint32Array {
  const found: number[] = [];
  for (let i = 0; i < of.length; i++) {
    if (of[i] !== cell) continue;
    const row = rows ? (rows[i] as number) : i;
    if (passing[row] === 1) found.push(row);
  }
  // A row with several points may be met more than once, and in any order.
  return rows ? Uint32Array.from(new Set(found)).sort() : Uint32Array.from(found);
}
