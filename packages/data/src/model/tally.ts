/**
 * Counts and sums by category, kept from one question to the next. When few rows come and go only those are added and taken away, where
 * that gives the very same number: counts, and sums of numbers with few decimals. Other sums run over all rows again, in row order.
 */
import type { Steps } from '../steps/drive.js';
import { addUp, countRows, presentRows, type Slots, type Sums } from './aggregate.js';
import type { Grouping } from './grouping.js';
import type { RowOrder } from './order.js';
import type { Passing } from './passing-rows.js';
import { upTo } from './select.js';
import type { Column } from './types.js';

/** What a tally needs to know about its table. */
export interface TallyContext {
  column(name: string): Column | undefined;
  grouping(name: string): Grouping;
  /** The power of ten that makes all values of a field whole, so that sums are exact whatever their order; 0 if there is none. */
  scaleOf(name: string): number;
  /** The order of a field, if it is known. */
  knownOrder(field: string): RowOrder | undefined;
  /** Begins to work out the order of a field. */
  wantOrder(field: string): void;
}

/** Counts and sums of the rows that pass, by category. Codes beyond the last category count as the last. What is not there yet is counted in steps, between which nobody may move it on. */
export class Tally {
  readonly size: number;
  readonly #codes: Grouping['codes'] | undefined;
  readonly #context: TallyContext;
  #mask: Uint8Array;
  #counts?: Float64Array | undefined;
  readonly #sums = new Map<string, Sums>();
  readonly #present = new Map<string, Float64Array>();

  /** @param codes Category of each row; absent: one category for all. */
  constructor(codes: Grouping['codes'] | undefined, size: number, mask: Uint8Array, context: TallyContext) {
    this.#codes = codes;
    this.size = size;
    this.#mask = mask;
    this.#context = context;
  }

  get mask(): Uint8Array {
    return this.#mask;
  }

  get codes(): Grouping['codes'] | undefined {
    return this.#codes;
  }

  /** Rows of each category. */
  *counts(): Steps<Float64Array> {
    this.#counts ??= yield* countRows(this.#slots());
    return this.#counts;
  }

  /** Sums of a field that is no text, by category. */
  *sums(field: string): Steps<Sums> {
    let sums = this.#sums.get(field);
    if (!sums) {
      sums = yield* addUp(this.#context.column(field) as Column, this.#slots(), this.#context.scaleOf(field));
      this.#sums.set(field, sums);
    }
    return sums;
  }

  /** Rows that have a value in a field, by category. */
  *present(field: string): Steps<Float64Array> {
    let present = this.#present.get(field);
    if (!present) {
      present = yield* presentRows(this.#context.grouping(field), this.#slots());
      this.#present.set(field, present);
    }
    return present;
  }

  /** Other rows pass now. */
  follow({ mask, change }: Passing): void {
    if (mask === this.#mask) return;
    if (change?.from === this.#mask) this.#add(mask, change.rows);
    else {
      this.#counts = undefined;
      this.#sums.clear();
      this.#present.clear();
    }
    this.#mask = mask;
  }

  #slots(): Slots {
    return { passing: this.#mask, codes: this.#codes, slotOf: identity(this.size), count: this.size };
  }

  #add(mask: Uint8Array, rows: Uint32Array): void {
    const moves = movesOf(rows, mask, this.#codes, this.size - 1);
    if (this.#counts) addOnes(this.#counts, moves);
    for (const [field, sums] of this.#sums) {
      const scale = this.#context.scaleOf(field);
      if (scale > 0) addValues(sums, this.#context.column(field) as Column, scale, moves);
      else this.#sums.delete(field);
    }
    for (const [field, present] of this.#present) addPresent(present, this.#context.grouping(field), moves);
  }
}

/** Rows that came or went: their categories, and 1 or −1. */
interface Moves {
  readonly rows: Uint32Array;
  readonly codes: Uint32Array;
  readonly signs: Int8Array;
}

function movesOf(rows: Uint32Array, mask: Uint8Array, codeOf: Grouping['codes'] | undefined, last: number): Moves {
  const codes = new Uint32Array(rows.length);
  const signs = new Int8Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const code = codeOf ? (codeOf[row] as number) : 0;
    codes[i] = code < last ? code : last;
    signs[i] = 2 * (mask[row] as number) - 1;
  }
  return { rows, codes, signs };
}

function addOnes(counts: Float64Array, { codes, signs }: Moves): void {
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    counts[code] = (counts[code] as number) + (signs[i] as number);
  }
}

function addValues({ sums, present }: Sums, column: Column, scale: number, { rows, codes, signs }: Moves): void {
  if (column.kind === 'text') return;
  const { values } = column;
  const missing = column.kind === 'boolean' ? 2 : Number.NaN;
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i] as number] as number;
    if (value !== value || value === missing) continue;
    const code = codes[i] as number;
    const sign = signs[i] as number;
    sums[code] = (sums[code] as number) + sign * Math.round(value * scale);
    present[code] = (present[code] as number) + sign;
  }
}

function addPresent(present: Float64Array, { codes: of, keys }: Grouping, { rows, codes, signs }: Moves): void {
  for (let i = 0; i < rows.length; i++) {
    const code = codes[i] as number;
    if ((of[rows[i] as number] as number) < keys.length) present[code] = (present[code] as number) + (signs[i] as number);
  }
}

const identities = new Map<number, Int32Array>();

/** 0, 1, 2 … Kept while small, since every question asks for it. */
function identity(size: number): Int32Array {
  const kept = identities.get(size);
  if (kept) return kept;
  const numbers = upTo(new Int32Array(size));
  if (size <= 256) identities.set(size, numbers);
  return numbers;
}

/** More decimals than figures of any office have. */
const MOST_DECIMALS = 6;

/**
 * The power of ten that makes all values whole, while their sizes add up to less than 2⁵³: 1 for whole numbers, 100 for amounts in 元 and 分.
 * 0 if there is none up to 10⁶. Sums of such numbers are exact: 0.1 + 0.2 is 0.3.
 */
export function scaleOf(column: Column): number {
  if (column.kind === 'text') return 0;
  if (column.kind === 'boolean') return 1;
  const { values } = column;
  let scale = 1;
  let size = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value !== value) continue;
    while (Math.round(value * scale) / scale !== value) if ((scale *= 10) > 10 ** MOST_DECIMALS) return 0;
    size += Math.abs(value);
  }
  return size * scale < Number.MAX_SAFE_INTEGER ? scale : 0;
}
