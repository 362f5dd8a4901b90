/** Measures over rows in typed loops. Sums run in row order, so a result is the same as the plain loop gives, to the last bit. */
import type { Steps } from '../steps/drive.js';
import { inParts } from '../steps/in-parts.js';
import type { Grouping } from './grouping.js';
import type { Column } from './types.js';

/** Rows to measure and where each one counts. */
export interface Slots {
  /** 1 for rows that count. */
  readonly passing: Uint8Array;
  /** Category of each row; absent = all rows count in slot 0. */
  readonly codes?: Grouping['codes'];
  /** Category → slot, -1 for none. The last entry is the slot of missing values. */
  readonly slotOf: Int32Array;
  /** Number of slots. */
  readonly count: number;
}

/** Calls `visit(row, slot)` for every row that counts, of some or all. */
export function eachRow(slots: Slots, visit: (row: number, slot: number) => void, from = 0, to = slots.passing.length): void {
  const { passing, codes, slotOf } = slots;
  const missing = slotOf.length - 1;
  for (let row = from; row < to; row++) {
    if (passing[row] === 0) continue;
    const code = codes ? (codes[row] as number) : 0;
    const slot = slotOf[code < missing ? code : missing] as number;
    if (slot >= 0) visit(row, slot);
  }
}

/** Rows in each slot. The hot loop of every chart, so it is written out. */
export function* countRows({ passing, codes, slotOf, count }: Slots): Steps<Float64Array> {
  const counts = new Float64Array(count);
  if (!codes) {
    let total = 0;
    for (let row = 0; row < passing.length; row++) total += passing[row] as number;
    counts[0] = total;
    return counts;
  }
  const byCode = new Uint32Array(slotOf.length);
  const missing = slotOf.length - 1;
  yield* inParts(passing.length, (from, to) => {
    for (let row = from; row < to; row++) {
      const code = codes[row] as number;
      const index = code < missing ? code : missing;
      byCode[index] = (byCode[index] as number) + (passing[row] as number);
    }
  });
  yield* intoSlots(counts, byCode, slotOf);
  return counts;
}

/** Adds numbers of categories to those of their slots. */
export function* intoSlots(counts: Float64Array, byCode: ArrayLike<number>, slotOf: Int32Array): Steps<void> {
  yield* inParts(slotOf.length, (from, to) => {
    for (let code = from; code < to; code++) {
      const slot = slotOf[code] as number;
      if (slot >= 0) counts[slot] = (counts[slot] as number) + (byCode[code] as number);
    }
  });
}

/** Adds rows of each category to counts, filtered or not. Codes beyond the last category count as the last. */
export function countCodes(counts: Uint32Array, codes: Grouping['codes'], from = 0, to = codes.length): Uint32Array {
  const last = counts.length - 1;
  for (let row = from; row < to; row++) {
    const code = codes[row] as number;
    const index = code < last ? code : last;
    counts[index] = (counts[index] as number) + 1;
  }
  return counts;
}

/** Numbers of a column a measure can add up; text has none. Booleans count as 0 and 1. */
export function numbersOf(column: Column): ArrayLike<number> | undefined {
  return column.kind === 'text' ? undefined : column.values;
}

/** The number that stands for a missing value, beside NaN. */
export function missingOf(column: Column): number {
  return column.kind === 'boolean' ? 2 : Number.NaN;
}

/** Sums, or means, of what was added up with a scale; NaN where there was nothing. */
export function* sumOrMean(kind: 'sum' | 'mean', { sums, present }: Sums, scale = 0): Steps<Float64Array> {
  const results = new Float64Array(sums.length);
  yield* inParts(results.length, (from, to) => {
    for (let slot = from; slot < to; slot++) {
      const [sum, count] = [sums[slot] as number, present[slot] as number];
      const whole = scale > 1 ? sum / scale : sum;
      results[slot] = count === 0 ? Number.NaN : kind === 'mean' ? whole / count : whole;
    }
  });
  return results;
}

/** Sum and number of values of a field, by slot. */
export interface Sums {
  /** Times the scale of the field, if it has one. 0 where there is nothing to add up. */
  readonly sums: Float64Array;
  /** Rows with a value. */
  readonly present: Float64Array;
}

/**
 * Sum of each slot, and the number of rows with a value.
 * @param scale Makes the values whole; the sums are then so many times as large. 0 adds the values as they are.
 */
export function* addUp(column: Column, { passing, codes, slotOf, count }: Slots, scale = 0): Steps<Sums> {
  const numbers = numbersOf(column) ?? [];
  const missing = missingOf(column);
  const last = slotOf.length - 1;
  // One slot more, for rows that go nowhere: no branch in the loop.
  const sums = new Float64Array(count + 1);
  const present = new Uint32Array(count + 1);
  yield* inParts(numbers.length, (from, to) => {
    for (let row = from; row < to; row++) {
      if (passing[row] === 0) continue;
      const value = numbers[row] as number;
      if (value !== value || value === missing) continue;
      const code = codes ? (codes[row] as number) : 0;
      const place = slotOf[code < last ? code : last] as number;
      const slot = place < 0 ? count : place;
      sums[slot] = (sums[slot] as number) + (scale > 1 ? Math.round(value * scale) : value);
      present[slot] = (present[slot] as number) + 1;
    }
  });
  return { sums: sums.subarray(0, count), present: Float64Array.from(present.subarray(0, count)) };
}

/** Rows of each slot that have a value. */
export function* presentRows({ codes, keys }: Grouping, slots: Slots): Steps<Float64Array> {
  const counts = new Float64Array(slots.count);
  const visit = (row: number, slot: number): void => {
    if ((codes[row] as number) < keys.length) counts[slot] = (counts[slot] as number) + 1;
  };
  yield* inParts(slots.passing.length, (from, to) => eachRow(slots, visit, from, to));
  return counts;
}
