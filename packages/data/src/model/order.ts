/** Orders: of keys and of rows. Missing comes last whichever way the order runs; equal rows keep their row order. */
import type { Key } from './query-types.js';
import type { Column } from './types.js';

const WORDS = new Intl.Collator('zh-CN', { numeric: true });

function rank(key: Key): number {
  return key === null ? 3 : typeof key === 'string' ? 2 : typeof key === 'number' ? 1 : 0;
}

/** Order of two category keys: booleans, numbers, words by the rules of Chinese, missing last. */
export function compareKeys(a: Key, b: Key): number {
  if (typeof a === 'string' && typeof b === 'string') return WORDS.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
  const difference = rank(a) - rank(b);
  return difference === 0 && a !== null ? Number(a) - Number(b) : difference;
}

/** All row numbers of a column in ascending order; the rows with a value are `rows[0 … present)`. */
export interface RowOrder {
  readonly rows: Uint32Array;
  readonly present: number;
}

/** Ascending order of the rows of a column. */
export function rowOrderOf(column: Column): RowOrder {
  if (column.kind === 'boolean') return byBucket(column.values, 2);
  if (column.kind !== 'text') return byNumber(column.values);
  const { dictionary, codes } = column;
  const sorted = dictionary.map((_, code) => code).sort((a, b) => compareKeys(dictionary[a] as string, dictionary[b] as string));
  const rankOf = new Uint32Array(dictionary.length);
  sorted.forEach((code, place) => {
    rankOf[code] = place;
  });
  return byBucket(codes, dictionary.length, rankOf);
}

/** Counting sort: linear, and stable. Codes of `size` and more are missing. */
function byBucket(codes: Uint8Array | Uint32Array, size: number, rankOf?: Uint32Array): RowOrder {
  const place = (row: number): number => {
    const code = codes[row] as number;
    return code >= size ? size : rankOf ? (rankOf[code] as number) : code;
  };
  const next = new Uint32Array(size + 2);
  for (let row = 0; row < codes.length; row++) next[place(row) + 1] = (next[place(row) + 1] as number) + 1;
  for (let i = 1; i < next.length; i++) next[i] = (next[i] as number) + (next[i - 1] as number);
  const present = next[size] as number;
  const rows = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const bucket = place(row);
    rows[next[bucket] as number] = row;
    next[bucket] = (next[bucket] as number) + 1;
  }
  return { rows, present };
}

function byNumber(values: ArrayLike<number>): RowOrder {
  const rows = new Uint32Array(values.length);
  let present = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value === value) rows[present++] = row;
  }
  rows.subarray(0, present).sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
  let end = present;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value !== value) rows[end++] = row;
  }
  return { rows, present };
}

/** Rows that pass, in an order. Descending turns the values round and keeps equal rows in row order. */
export function pickRows(order: RowOrder, passing: Uint8Array, descending: boolean, same: (a: number, b: number) => boolean): Uint32Array {
  const picked = new Uint32Array(passing.length);
  let length = 0;
  const take = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const row = order.rows[i] as number;
      if (passing[row] === 1) picked[length++] = row;
    }
  };
  if (descending) {
    let end = order.present;
    while (end > 0) {
      let from = end - 1;
      while (from > 0 && same(order.rows[from - 1] as number, order.rows[end - 1] as number)) from--;
      take(from, end);
      end = from;
    }
  } else take(0, order.present);
  take(order.present, order.rows.length);
  return picked.slice(0, length);
}
