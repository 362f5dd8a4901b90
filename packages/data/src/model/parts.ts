/** Measures of groups: taken from what is counted and added up already, where it gives the same number, else from the rows. */
import type { Steps } from '../steps/drive.js';
import { intoSlots, sumOrMean } from './aggregate.js';
import { quantileInOrder } from './quantile.js';
import type { Measure, Part } from './query-types.js';
import { measureSteps } from './slow-measures.js';
import type { Tally, TallyContext } from './tally.js';

/** Slots between two pauses. */
const STEP = 1 << 13;

/** Which categories make a group. */
export interface Slotting {
  /** Category → slot, -1 for none. The last entry is the slot of missing values. */
  readonly slotOf: Int32Array;
  readonly count: number;
  /** No two categories share a slot. */
  readonly single: boolean;
}

/** Count and measures of each slot. */
export function* partsOf(measures: readonly Measure[], slots: Slotting, tally: Tally, context: TallyContext): Steps<Part[]> {
  const counts = yield* folded(yield* tally.counts(), slots);
  const columns = yield* measuredAll(measures, slots, tally, context);
  const parts: Part[] = [];
  for (let slot = 0; slot < counts.length; slot++) {
    parts.push({ count: counts[slot] as number, values: columns.map((column) => column[slot] as number) });
    if (slot % STEP === STEP - 1) yield slot / counts.length;
  }
  return parts;
}

/** One number a slot for each measure. */
export function* measuredAll(measures: readonly Measure[], slots: Slotting, tally: Tally, context: TallyContext): Steps<ArrayLike<number>[]> {
  const columns: ArrayLike<number>[] = [];
  for (const measure of measures) columns.push(yield* measured(measure, slots, tally, context));
  return columns;
}

/** One number a slot; NaN where there is nothing to measure. */
function* measured(measure: Measure, slots: Slotting, tally: Tally, context: TallyContext): Steps<ArrayLike<number>> {
  const { kind, field } = measure;
  const column = field === undefined ? undefined : context.column(field);
  if (kind === 'count') return field === undefined ? yield* folded(yield* tally.counts(), slots) : column ? yield* folded(yield* tally.present(field), slots) : nothing(slots);
  if (field === undefined || !column) return nothing(slots);
  const inOrder = isQuantile(measure) && column.kind === 'number' ? yield* quantileOfAll(measure, field, column.values, tally, context) : undefined;
  if (inOrder !== undefined) return [inOrder];
  const additive = (kind === 'sum' || kind === 'mean') && column.kind !== 'text';
  const scale = additive ? context.scaleOf(field) : 0;
  // Sums of numbers with many digits depend on the order in which they are added, which is that of the rows.
  if (!additive || !(slots.single || scale > 0)) {
    return yield* measureSteps(measure, column, () => context.grouping(field), { passing: tally.mask, codes: tally.codes, slotOf: slots.slotOf, count: slots.count });
  }
  const { sums, present } = yield* tally.sums(field);
  const of = { sums: yield* folded(sums, slots), present: yield* folded(present, slots) };
  return yield* sumOrMean(kind, of, scale);
}

function isQuantile({ kind }: Measure): boolean {
  return kind === 'median' || kind === 'quantile';
}

/** True for a quantile of all rows that is read off an order that is there. */
export function inKnownOrder(measure: Measure, context: Pick<TallyContext, 'column' | 'knownOrder'>): boolean {
  const { field } = measure;
  return isQuantile(measure) && field !== undefined && context.column(field)?.kind === 'number' && context.knownOrder(field) !== undefined;
}

/** A quantile of all rows that pass, where their order is known; where it is not, it is worked out for the next time a filter moves. */
function* quantileOfAll({ kind, p = 0.5 }: Measure, field: string, values: ArrayLike<number>, tally: Tally, context: TallyContext): Steps<number | undefined> {
  if (tally.codes) return undefined;
  const count = (yield* tally.counts())[0] as number;
  const order = context.knownOrder(field);
  if (order) return quantileInOrder(order, values, tally.mask, count, kind === 'median' ? 0.5 : p);
  if (count < tally.mask.length) context.wantOrder(field);
  return undefined;
}

function nothing({ count }: Slotting): Float64Array {
  return new Float64Array(count).fill(Number.NaN);
}

function* folded(values: Float64Array, { slotOf, count }: Slotting): Steps<Float64Array> {
  const result = new Float64Array(count);
  yield* intoSlots(result, values, slotOf);
  return result;
}
