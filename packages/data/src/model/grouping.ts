/** Every column as category numbers, so that grouping is one typed loop whatever the kind. Built once a column and kept. */
import type { Key } from './query-types.js';
import { NO_CODE, type Column, type NumberColumn } from './types.js';

/** Category of each row: `keys[codes[row]]`; a code of `keys.length` or more is a missing value. */
export interface Grouping {
  readonly codes: Uint32Array | Uint16Array | Uint8Array;
  readonly keys: readonly NonNullable<Key>[];
  /** Upper edges, where categories are bins; absent where they are values. Empty for bins that come round again. */
  readonly ends?: readonly number[];
  /** The code of rows that have a value and yet are in no bin; it has a key that means nothing. */
  readonly outside?: number;
  /** The last bin holds its upper edge. */
  readonly closed?: boolean;
}

/** Integers whose values span less than this get a table instead of a map. */
const TABLE_SPAN = 65_536;

/** Categories of a column. Dates are grouped by their instant in ms. */
export function groupingOf(column: Column): Grouping {
  if (column.kind === 'text') return { codes: column.codes, keys: column.dictionary };
  if (column.kind === 'boolean') return { codes: column.values, keys: [false, true] };
  const span = integerSpan(column.values);
  return span ? byTable(column.values, span[0], span[1]) : byMap(column.values);
}

/** Smallest and largest value if all are integers (or missing) and close together. */
function integerSpan(values: NumberColumn['values']): readonly [min: number, max: number] | undefined {
  let min = Infinity;
  let max = -Infinity;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value !== value) continue;
    if (value !== Math.floor(value)) return undefined;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return min <= max && max - min < TABLE_SPAN ? [min, max] : undefined;
}

function byTable(values: NumberColumn['values'], min: number, max: number): Grouping {
  const size = max - min + 1;
  const present = new Uint8Array(size);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value === value) present[value - min] = 1;
  }
  const keys: number[] = [];
  const codeOf = new Uint32Array(size);
  for (let i = 0; i < size; i++) {
    if (present[i] !== 1) continue;
    codeOf[i] = keys.length;
    keys.push(min + i);
  }
  const codes = keys.length < 0xff ? new Uint8Array(values.length) : new Uint32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    codes[row] = value === value ? (codeOf[value - min] as number) : NO_CODE;
  }
  return { codes, keys };
}

function byMap(values: NumberColumn['values']): Grouping {
  const index = new Map<number, number>();
  const codes = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value !== value) {
      codes[row] = NO_CODE;
      continue;
    }
    let code = index.get(value);
    if (code === undefined) {
      code = index.size;
      index.set(value, code);
    }
    codes[row] = code;
  }
  return { codes, keys: [...index.keys()] };
}
