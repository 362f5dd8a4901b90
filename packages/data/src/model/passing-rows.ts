/** Which rows pass: all filters together, and all but some. A move of one range costs as much as the rows it lets in and out. */
import { Condition, moved, type Moved } from './conditions.js';
import { intersect, type FilterContext } from './filters.js';
import { Kept } from './kept.js';
import type { RowOrder } from './order.js';
import type { Filter } from './query-types.js';

/** Combinations kept at once; a page has few views that ignore different filters. */
const KEPT = 12;
/** A move of more than this part of the rows is worked out anew: walking through memory in row order is faster then. */
const LARGE_MOVE = 1 / 16;
/** A move of less than this part of the rows is read in whatever order: to look for them would cost more. */
const FEW = 1 / 500;
/** When more than this part of the rows pass or fail other than before, it is faster to count anew. */
const LARGE_CHANGE = 1 / 3;

/** Rows that pass some of the filters. */
export interface Passing {
  /** 1 for each row that passes. Never written to again. */
  readonly mask: Uint8Array;
  /** How it differs from an earlier one. */
  readonly change?: PassingChange | undefined;
}

/** The mask before, and the rows that pass or fail other than then. */
export interface PassingChange {
  readonly from: Uint8Array;
  readonly rows: Uint32Array;
}

const changes = new WeakMap<Uint8Array, PassingChange>();

/** How a mask that a dataset gave out differs from the one before it; undefined where they differ much, or nothing was before. */
export function passingChange(mask: Uint8Array): PassingChange | undefined {
  return changes.get(mask);
}

/**
 * Rows of each group after some came or went, from those before.
 * @param before Rows of each group when `change.from` passed.
 * @param groupOf Row → group; beyond the groups, or below zero, for none.
 * @param mask Rows that pass now.
 */
export function countsAfter(before: Uint32Array, groupOf: ArrayLike<number>, { rows }: PassingChange, mask: Uint8Array): Uint32Array {
  const counts = before.slice();
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const group = groupOf[row] ?? -1;
    if (group >= 0 && group < counts.length) counts[group] = (counts[group] as number) + 2 * (mask[row] as number) - 1;
  }
  return counts;
}

interface Combination extends Passing {
  readonly conditions: ReadonlyMap<string, Condition>;
}

/** What `PassingRows` needs to know about its table. */
export interface PassingContext extends FilterContext {
  /** The order of a field, if it is known. */
  knownOrder(field: string): RowOrder | undefined;
  /** Begins to work out the order of a field. */
  wantOrder(field: string): void;
}

/** The filters of a table and the rows they leave. */
export class PassingRows {
  readonly #context: PassingContext;
  readonly #conditions = new Map<string, Condition>();
  readonly #kept = new Kept<Combination>(KEPT);

  constructor(context: PassingContext, filters: ReadonlyMap<string, Filter> = new Map()) {
    this.#context = context;
    for (const [key, filter] of filters) this.set(key, filter);
  }

  /** The rows that the filter under a key leaves by itself. */
  maskOf(key: string): Uint8Array | undefined {
    return this.#conditions.get(key)?.mask;
  }

  /** Sets, replaces or (undefined) removes a filter. @param mask The rows it leaves, where they are known. */
  set(key: string, filter: Filter | undefined, mask?: Uint8Array): void {
    const before = this.#conditions.get(key)?.filter;
    if (!filter) {
      this.#conditions.delete(key);
      return;
    }
    const order = filter.kind === 'range' ? this.#context.knownOrder(filter.field) : undefined;
    // A range that is set again is being dragged.
    if (!order && filter.kind === 'range' && before?.kind === 'range' && before.field === filter.field) this.#context.wantOrder(filter.field);
    this.#conditions.set(key, new Condition(filter, this.#context, order, mask));
  }

  /** What some filters leave has changed, without a change of the filters. True if there are such filters. */
  forget(which: (filter: Filter) => boolean): boolean {
    const changed = [...this.#conditions].filter(([, { filter }]) => which(filter));
    for (const [key, { filter }] of changed) this.set(key, filter);
    return changed.length > 0;
  }

  /** Rows that pass all filters but those under the ignored keys. */
  without(ignore: readonly string[]): Passing {
    const keys = [...this.#conditions.keys()].filter((key) => !ignore.includes(key)).sort();
    const name = JSON.stringify(keys);
    const kept = this.#kept.get(name);
    const changed = kept ? keys.filter((key) => kept.conditions.get(key) !== this.#conditions.get(key)) : keys;
    if (kept && changed.length === 0) return kept;
    const conditions = new Map(keys.map((key) => [key, this.#conditions.get(key) as Condition]));
    const next = { conditions, ...((kept && changed.length === 1 && movedRows(kept, conditions, changed[0] as string)) || comparedWith(kept, this.#all([...conditions.values()]))) };
    if (next.change) changes.set(next.mask, next.change);
    this.#kept.set(name, next);
    return next;
  }

  #all([first, ...others]: readonly Condition[]): Uint8Array {
    if (!first) return new Uint8Array(this.#context.rowCount).fill(1);
    if (others.length === 0) return first.mask;
    const mask = first.mask.slice();
    for (const other of others) intersect(mask, other.mask);
    return mask;
  }
}

function movedRows(kept: Combination, conditions: ReadonlyMap<string, Condition>, key: string): Passing | undefined {
  const span = conditions.get(key)?.span;
  const move = moved(kept.conditions.get(key)?.span, span);
  if (!span || !move) return undefined;
  const count = [...move.entering, ...move.leaving].reduce((sum, [from, to]) => sum + to - from, 0);
  if (count > LARGE_MOVE * kept.mask.length) return undefined;
  const others = [...conditions].filter(([other]) => other !== key).map(([, condition]) => condition.mask);
  return turned(kept.mask, span.order.rows, move, others, count);
}

/** The mask after a move, and the rows that pass or fail other than before. */
function turned(from: Uint8Array, order: Uint32Array, move: Moved, others: readonly Uint8Array[], most: number): Passing {
  const mask = from.slice();
  const rows = new Uint32Array(most);
  let length = 0;
  for (const [start, end] of move.leaving) {
    for (let i = start; i < end; i++) {
      const row = order[i] as number;
      if (mask[row] === 0) continue;
      mask[row] = 0;
      rows[length++] = row;
    }
  }
  for (const [start, end] of move.entering) {
    for (let i = start; i < end; i++) {
      const row = order[i] as number;
      let passes = 1;
      for (let k = 0; k < others.length; k++) passes &= (others[k] as Uint8Array)[row] as number;
      if (passes === 0) continue;
      mask[row] = 1;
      rows[length++] = row;
    }
  }
  // Every view reads its column at these rows. Found again in row order they are read several times as fast as in that of the values.
  if (length > FEW * mask.length) length = differing(from, mask, rows);
  return { mask, change: { from, rows: rows.subarray(0, length) } };
}

/** Writes the rows at which two masks differ, in row order, as many as there is room for. Returns how many there are. Looks at four rows at a time. */
function differing(a: Uint8Array, b: Uint8Array, rows: Uint32Array): number {
  let length = 0;
  const words = a.byteOffset % 4 === 0 && b.byteOffset % 4 === 0 ? a.length >> 2 : 0;
  const [wordsA, wordsB] = [new Uint32Array(a.buffer, a.byteOffset, words), new Uint32Array(b.buffer, b.byteOffset, words)];
  for (let word = 0; word < words && length <= rows.length; word++) {
    if (wordsA[word] === wordsB[word]) continue;
    for (let row = 4 * word; row < 4 * word + 4; row++) if (a[row] !== b[row]) rows[length++] = row;
  }
  for (let row = 4 * words; row < a.length && length <= rows.length; row++) if (a[row] !== b[row]) rows[length++] = row;
  return length;
}

/** A new mask, and the rows that pass or fail other than in the one before if they are few. */
function comparedWith(kept: Passing | undefined, mask: Uint8Array): Passing {
  if (!kept) return { mask };
  const { mask: from } = kept;
  const rows = new Uint32Array(Math.floor(LARGE_CHANGE * mask.length));
  const length = differing(from, mask, rows);
  return length > rows.length ? { mask } : { mask, change: { from, rows: rows.subarray(0, length) } };
}
