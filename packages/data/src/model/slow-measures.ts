/** Measures of groups that are no sum of their rows: in steps, because at a million rows some of them take longer than a frame. */
import type { Steps } from '../steps/drive.js';
import { inParts } from '../steps/in-parts.js';
import { addUp, eachRow, missingOf, numbersOf, presentRows, sumOrMean, type Slots } from './aggregate.js';
import type { Grouping } from './grouping.js';
import { quantileSteps } from './quantile.js';
import type { Measure } from './query-types.js';
import type { Column } from './types.js';

/** Pairs of a distinct count that are kept in a table: a byte each, and memory that is touched here and there is slow. */
const DISTINCT_TABLE = 1 << 20;
/** Values between two pauses. */
const STEP = 1 << 15;

/** One number a slot; NaN where there is nothing to measure. */
export function* measureSteps({ kind, p }: Measure, column: Column, grouping: () => Grouping, slots: Slots): Steps<Float64Array> {
  if (kind === 'distinct') return yield* countDistinct(grouping(), slots);
  if (kind === 'count') return yield* presentRows(grouping(), slots);
  const numbers = numbersOf(column);
  if (!numbers) return new Float64Array(slots.count).fill(Number.NaN);
  const missing = missingOf(column);
  if (kind === 'median' || kind === 'quantile') return yield* quantiles(kind === 'median' ? 0.5 : (p ?? 0.5), numbers, missing, slots);
  if (kind === 'stdev') return yield* deviations(column, numbers, slots);
  return kind === 'sum' || kind === 'mean' ? yield* sumOrMean(kind, yield* addUp(column, slots)) : yield* extremes(kind, numbers, missing, slots);
}

/** Calls `visit(row, slot)` for every row that counts, with pauses. */
function rowsInSteps(slots: Slots, visit: (row: number, slot: number) => void): Steps<void> {
  return inParts(slots.passing.length, (from, to) => eachRow(slots, visit, from, to));
}

function* countDistinct(grouping: Grouping, slots: Slots): Steps<Float64Array> {
  const pairs = slots.count * grouping.keys.length;
  return pairs <= DISTINCT_TABLE ? yield* countPairs(grouping, slots, pairs) : yield* countByCode(grouping, slots);
}

/** Different values of each slot by a table of all pairs. */
function* countPairs({ codes, keys }: Grouping, slots: Slots, pairs: number): Steps<Float64Array> {
  const counts = new Float64Array(slots.count);
  const seen = new Uint8Array(pairs);
  yield* rowsInSteps(slots, (row, slot) => {
    const code = codes[row] as number;
    if (code >= keys.length) return;
    const pair = slot * keys.length + code;
    if (seen[pair] === 1) return;
    seen[pair] = 1;
    counts[slot] = (counts[slot] as number) + 1;
  });
  return counts;
}

/** The same for more pairs than a table should hold: the slots of each value side by side, and in each the last value it was seen with. */
function* countByCode({ codes, keys }: Grouping, slots: Slots): Steps<Float64Array> {
  const next = new Uint32Array(keys.length + 1);
  yield* rowsInSteps(slots, (row) => {
    const code = codes[row] as number;
    if (code < keys.length) next[code + 1] = (next[code + 1] as number) + 1;
  });
  for (let code = 0; code < keys.length; code++) next[code + 1] = (next[code + 1] as number) + (next[code] as number);
  const starts = next.slice();
  const slotsOf = new Uint32Array(starts[keys.length] as number);
  yield* rowsInSteps(slots, (row, slot) => {
    const code = codes[row] as number;
    if (code >= keys.length) return;
    slotsOf[next[code] as number] = slot;
    next[code] = (next[code] as number) + 1;
  });
  const counts = new Float64Array(slots.count);
  const lastSeen = new Int32Array(slots.count).fill(-1);
  for (let code = 0; code < keys.length; code++) {
    for (let i = starts[code] as number; i < (starts[code + 1] as number); i++) {
      const slot = slotsOf[i] as number;
      if (lastSeen[slot] === code) continue;
      lastSeen[slot] = code;
      counts[slot] = (counts[slot] as number) + 1;
    }
    if (code % STEP === STEP - 1) yield 0.9;
  }
  return counts;
}

/** Smallest or largest value of each slot. */
function* extremes(kind: 'min' | 'max', numbers: ArrayLike<number>, missing: number, slots: Slots): Steps<Float64Array> {
  const results = new Float64Array(slots.count).fill(Number.NaN);
  const sign = kind === 'min' ? 1 : -1;
  yield* rowsInSteps(slots, (row, slot) => {
    const value = numbers[row] as number;
    if (value !== value || value === missing) return;
    const best = results[slot] as number;
    if (best !== best || sign * value < sign * best) results[slot] = value;
  });
  return results;
}

/** Of a sample (n − 1), in two passes: the mean first, so that large numbers that differ little keep their digits. */
function* deviations(column: Column, numbers: ArrayLike<number>, slots: Slots): Steps<Float64Array> {
  const means = yield* sumOrMean('mean', yield* addUp(column, slots));
  const missing = missingOf(column);
  const squares = new Float64Array(slots.count);
  const counts = new Uint32Array(slots.count);
  yield* rowsInSteps(slots, (row, slot) => {
    const value = numbers[row] as number;
    if (value !== value || value === missing) return;
    squares[slot] = (squares[slot] as number) + (value - (means[slot] as number)) ** 2;
    counts[slot] = (counts[slot] as number) + 1;
  });
  return squares.map((sum, slot) => ((counts[slot] as number) > 1 ? Math.sqrt(sum / ((counts[slot] as number) - 1)) : Number.NaN));
}

/** The values of each slot side by side, then one selection a slot. */
function* quantiles(p: number, numbers: ArrayLike<number>, missing: number, slots: Slots): Steps<Float64Array> {
  const next = new Uint32Array(slots.count + 1);
  const present = (row: number): boolean => {
    const value = numbers[row] as number;
    return value === value && value !== missing;
  };
  yield* rowsInSteps(slots, (row, slot) => {
    if (present(row)) next[slot + 1] = (next[slot + 1] as number) + 1;
  });
  for (let slot = 0; slot < slots.count; slot++) next[slot + 1] = (next[slot + 1] as number) + (next[slot] as number);
  const starts = next.slice();
  const values = new Float64Array(starts[slots.count] as number);
  yield* rowsInSteps(slots, (row, slot) => {
    if (!present(row)) return;
    values[next[slot] as number] = numbers[row] as number;
    next[slot] = (next[slot] as number) + 1;
  });
  const results = new Float64Array(slots.count);
  for (let slot = 0; slot < slots.count; slot++) {
    results[slot] = yield* quantileSteps(values.subarray(starts[slot], starts[slot + 1]), p);
    if (slot % 256 === 255) yield 0.9;
  }
  return results;
}
