/** Rows in the order of a column, found in steps, so that a million rows can be put in order without stopping the page. */
import type { Steps } from '../steps/drive.js';
import type { Column, TextColumn } from './types.js';
import { compareKeys, type RowOrder } from './order.js';
import { decoded } from './packed-text.js';
import { inOrder, upTo } from './select.js';

/** Rows between two pauses. */
const STEP = 1 << 16;

/** Ascending order of the rows of a column, in steps; equal rows keep their row order, missing values come last. */
export function* sortedRows(column: Column): Steps<RowOrder> {
  if (column.kind === 'boolean') return yield* byCode(column.values, 2);
  if (column.kind !== 'text') return yield* byNumber(column.values);
  yield* decoded(column);
  const rankOf = yield* wordRanks(column.dictionary);
  return yield* byCode(column.codes, column.dictionary.length, rankOf);
}

/** Place of each word in the order of words. */
function* wordRanks(words: readonly string[]): Steps<Uint32Array> {
  const order = yield* inOrder(upTo(new Uint32Array(words.length)), (a, b) => compareKeys(words[a] as string, words[b] as string));
  const rankOf = new Uint32Array(words.length);
  for (let place = 0; place < order.length; place++) rankOf[order[place] as number] = place;
  yield 0.9;
  return rankOf;
}

/** Counting sort: linear, and stable. Codes of `size` and more are missing. */
function* byCode(codes: TextColumn['codes'], size: number, rankOf?: Uint32Array): Steps<RowOrder> {
  const next = new Uint32Array(size + 2);
  const place = (code: number): number => (code >= size ? size : rankOf ? (rankOf[code] as number) : code);
  for (let row = 0; row < codes.length; row++) {
    const at = place(codes[row] as number) + 1;
    next[at] = (next[at] as number) + 1;
    if (row % STEP === STEP - 1) yield 0.95;
  }
  for (let i = 1; i < next.length; i++) next[i] = (next[i] as number) + (next[i - 1] as number);
  yield 0.96;
  const present = next[size] as number;
  const rows = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const at = place(codes[row] as number);
    rows[next[at] as number] = row;
    next[at] = (next[at] as number) + 1;
    if (row % STEP === STEP - 1) yield 0.98;
  }
  return { rows, present };
}

/**
 * Radix sort by the bits of the numbers: the sign bit turned, and all others of negative numbers, so that they rise as whole numbers do.
 * Four rounds of 16 bits; rounds in which all numbers agree are left out.
 */
function* byNumber(values: ArrayLike<number>): Steps<RowOrder> {
  const [low, high] = [new Uint32Array(values.length), new Uint32Array(values.length)];
  const number = new Float64Array(1);
  const bits = new Uint32Array(number.buffer);
  let rows = new Uint32Array(values.length);
  let present = 0;
  for (let row = 0; row < values.length; row++) {
    if (row % STEP === STEP - 1) yield 0.1;
    const value = values[row] as number;
    if (value !== value) continue;
    rows[present++] = row;
    // −0 and 0 are one number.
    number[0] = value === 0 ? 0 : value;
    const [l, h] = [bits[LOW] as number, bits[1 - LOW] as number];
    low[row] = h >>> 31 === 1 ? ~l : l;
    high[row] = h >>> 31 === 1 ? ~h : h ^ 0x80000000;
  }
  let spare = new Uint32Array(values.length);
  for (let round = 0; round < 4; round++) {
    const key = round < 2 ? low : high;
    const shift = round % 2 === 0 ? 0 : 16;
    if (yield* scattered(rows, spare, present, key, shift)) [rows, spare] = [spare, rows];
  }
  for (let row = 0, end = present; row < values.length; row++) {
    const value = values[row] as number;
    if (value !== value) rows[end++] = row;
  }
  return { rows, present };
}

/** Place of the low half in memory, which depends on the machine. */
const LOW = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 1;

/** One round: from `rows` into `spare` by 16 bits of the key. False if there was nothing to do. */
function* scattered(rows: Uint32Array, spare: Uint32Array, length: number, key: Uint32Array, shift: number): Steps<boolean> {
  const next = new Uint32Array(65_537);
  for (let i = 0; i < length; i++) {
    const digit = ((key[rows[i] as number] as number) >>> shift) & 0xffff;
    next[digit + 1] = (next[digit + 1] as number) + 1;
    if (i % STEP === STEP - 1) yield 0.5;
  }
  const first = length > 0 ? ((key[rows[0] as number] as number) >>> shift) & 0xffff : 0;
  if (next[first + 1] === length) return false;
  for (let i = 1; i < next.length; i++) next[i] = (next[i] as number) + (next[i - 1] as number);
  for (let i = 0; i < length; i++) {
    const row = rows[i] as number;
    const digit = ((key[row] as number) >>> shift) & 0xffff;
    const place = next[digit] as number;
    spare[place] = row;
    next[digit] = place + 1;
    if (i % STEP === STEP - 1) yield 0.5;
  }
  return true;
}
