/** Filters in force, each with the rows it leaves. */
import { maskOf, type FilterContext } from './filters.js';
import type { RowOrder } from './order.js';
import type { Filter } from './query-types.js';
import type { Column } from './types.js';

/** Rows of an order that a range filter leaves: `order.rows[from … to)`. */
export interface Span {
  readonly order: RowOrder;
  readonly from: number;
  readonly to: number;
}

/** A filter in force. */
export class Condition {
  readonly filter: Filter;
  /** Known where the rows have been put in order, so that the next move of the range touches only the rows between its old and new ends. */
  readonly span?: Span | undefined;
  readonly #context: FilterContext;
  #mask?: Uint8Array;

  /** @param mask The rows it leaves, where they are known. */
  constructor(filter: Filter, context: FilterContext, order: RowOrder | undefined, mask?: Uint8Array) {
    this.filter = filter;
    this.#context = context;
    if (mask) this.#mask = mask;
    this.span = filter.kind === 'range' && order ? spanOf(filter, context.column(filter.field), order) : undefined;
  }

  /** 1 for each row that passes. */
  get mask(): Uint8Array {
    this.#mask ??= maskOf(this.filter, this.#context);
    return this.#mask;
  }
}

function spanOf(filter: Extract<Filter, { kind: 'range' }>, column: Column | undefined, order: RowOrder): Span | undefined {
  if (!column || (column.kind !== 'number' && column.kind !== 'date')) return undefined;
  const { values } = column;
  const { min, max, minExclusive, maxExclusive } = filter;
  const from = min === undefined ? 0 : firstPlace(order, values, minExclusive ? (value) => value > min : (value) => value >= min);
  const to = max === undefined ? order.present : firstPlace(order, values, maxExclusive ? (value) => value >= max : (value) => value > max);
  return { order, from, to: Math.max(from, to) };
}

/** First place of an ascending order at which something holds; from there on it holds everywhere. */
function firstPlace({ rows, present }: RowOrder, values: ArrayLike<number>, holds: (value: number) => boolean): number {
  let low = 0;
  let high = present;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(values[rows[middle] as number] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Stretches of an order: rows that come to pass and rows that no longer do, as from, to, from, to … */
export interface Moved {
  readonly entering: readonly (readonly [from: number, to: number])[];
  readonly leaving: readonly (readonly [from: number, to: number])[];
}

/** What a range filter gains and loses from one span to the next; undefined if they are not of the same order. */
export function moved(before: Span | undefined, after: Span | undefined): Moved | undefined {
  if (!before || before.order !== after?.order) return undefined;
  return { entering: without(after, before), leaving: without(before, after) };
}

/** The places of one span that the other does not have. */
function without(one: Span, other: Span): [number, number][] {
  const left: [number, number] = [one.from, Math.min(one.to, Math.max(one.from, other.from))];
  const right: [number, number] = [Math.max(one.from, Math.min(one.to, other.to), left[1]), one.to];
  return [left, right].filter(([from, to]) => from < to);
}
