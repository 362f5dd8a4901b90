/** Orders: of keys and of rows. Missing comes last whichever way the order runs; equal rows keep their row order. */
import type { Key } from './query-types.js';

/** Made when first asked for: the rules of Chinese take longer to load than the rest of a small page's code to run. */
let words: Intl.Collator | undefined;

function rank(key: Key): number {
  return key === null ? 3 : typeof key === 'string' ? 2 : typeof key === 'number' ? 1 : 0;
}

/** Order of two category keys: booleans, numbers, words by the rules of Chinese, missing last. */
export function compareKeys(a: Key, b: Key): number {
  if (typeof a === 'string' && typeof b === 'string') {
    words ??= new Intl.Collator('zh-CN', { numeric: true });
    return words.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
  }
  const difference = rank(a) - rank(b);
  return difference === 0 && a !== null ? Number(a) - Number(b) : difference;
}

/** All row numbers of a column in ascending order; the rows with a value are `rows[0 … present)`. */
export interface RowOrder {
  readonly rows: Uint32Array;
  readonly present: number;
}

/** Which rows of an order are asked for. */
export interface Page {
  readonly descending: boolean;
  /** First of the rows that pass, from 0. */
  readonly offset: number;
  /** At most so many. */
  readonly limit: number;
}

/** A page of the rows that pass, in an order. Descending turns the values round and keeps equal rows in row order. Looks no further than the page. */
export function pickRows(order: RowOrder, passing: Uint8Array, { descending, offset, limit }: Page, same: (a: number, b: number) => boolean): Uint32Array {
  const picked = new Uint32Array(Math.min(limit, passing.length));
  let met = 0;
  const full = (): boolean => met >= offset + picked.length;
  const take = (from: number, to: number): void => {
    for (let i = from; i < to && !full(); i++) {
      const row = order.rows[i] as number;
      if (passing[row] === 1 && met++ >= offset) picked[met - 1 - offset] = row;
    }
  };
  if (descending) {
    let end = order.present;
    while (end > 0 && !full()) {
      let from = end - 1;
      while (from > 0 && same(order.rows[from - 1] as number, order.rows[end - 1] as number)) from--;
      take(from, end);
      end = from;
    }
  } else take(0, order.present);
  take(order.present, order.rows.length);
  return picked.slice(0, Math.max(0, met - offset));
}

/** A page of the rows that pass, in row order or from the end. */
export function plainRows(passing: Uint8Array, { descending, offset, limit }: Page): Uint32Array {
  const picked = new Uint32Array(Math.min(limit, passing.length));
  const end = offset + picked.length;
  let met = 0;
  const step = descending ? -1 : 1;
  for (let row = descending ? passing.length - 1 : 0; row >= 0 && row < passing.length && met < end; row += step) {
    if (passing[row] === 1 && met++ >= offset) picked[met - 1 - offset] = row;
  }
  return picked.slice(0, Math.max(0, met - offset));
}
