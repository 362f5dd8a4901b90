/** Measures of groups that are no sum of their rows: in steps, because at a million rows some of them take longer than a frame. */
import type { Steps } from '../steps/drive.js';
import { addUp, eachRow, extremes, missingOf, numbersOf, presentRows, sumOrMean, type Slots } from './aggregate.js';
import type { Grouping } from './grouping.js';
import { quantileSteps } from './quantile.js';
import type { Measure } from './query-types.js';
import type { Column } from './types.js';

/** Pairs of a distinct count that are kept in a flat table; beyond it a set of numbers is used. */
const DISTINCT_TABLE = 1 << 26;
/** Rows between two pauses. */
const STEP = 1 << 15;

/** One number a slot; NaN where there is nothing to measure. */
export function* measureSteps({ kind, p }: Measure, column: Column, grouping: () => Grouping, slots: Slots): Steps<Float64Array> {
  if (kind === 'distinct') return yield* countDistinct(grouping(), slots);
  if (kind === 'count') return presentRows(grouping(), slots);
  const numbers = numbersOf(column);
  if (!numbers) return new Float64Array(slots.count).fill(Number.NaN);
  const missing = missingOf(column);
  if (kind === 'median' || kind === 'quantile') return yield* quantiles(kind === 'median' ? 0.5 : (p ?? 0.5), numbers, missing, slots);
  if (kind === 'stdev') return yield* deviations(column, numbers, slots);
  return kind === 'sum' || kind === 'mean' ? sumOrMean(kind, addUp(column, slots)) : extremes(kind, numbers, missing, slots);
}

/** Calls `visit(row, slot)` for every row that counts, with pauses. */
function* rowsInSteps(slots: Slots, visit: (row: number, slot: number) => void): Steps<void> {
  const { length } = slots.passing;
  for (let from = 0; from < length; from += STEP) {
    eachRow(slots, visit, from, Math.min(length, from + STEP));
    yield from / length;
  }
}

function* countDistinct({ codes, keys }: Grouping, slots: Slots): Steps<Float64Array> {
  const counts = new Float64Array(slots.count);
  const pairs = slots.count * keys.length;
  const flat = pairs <= DISTINCT_TABLE ? new Uint8Array(pairs) : undefined;
  const seen = flat ? undefined : new Set<number>();
  yield* rowsInSteps(slots, (row, slot) => {
    const code = codes[row] as number;
    if (code >= keys.length) return;
    const pair = slot * keys.length + code;
    if (flat ? flat[pair] === 1 : seen?.has(pair)) return;
    if (flat) flat[pair] = 1;
    else seen?.add(pair);
    counts[slot] = (counts[slot] as number) + 1;
  });
  return counts;
}

/** Of a sample (n − 1), in two passes: the mean first, so that large numbers that differ little keep their digits. */
function* deviations(column: Column, numbers: ArrayLike<number>, slots: Slots): Steps<Float64Array> {
  const means = sumOrMean('mean', addUp(column, slots));
  yield 0.3;
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
