/** Every column as category numbers, so that grouping is one typed loop whatever the kind. Built once a column and kept. */
import { atOnce, type Steps } from '../steps/drive.js';
import { decoded } from './packed-text.js';
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
/** Different numbers there is room for at first. */
const FIRST = 1 << 12;
/** Rows between two pauses. */
const STEP = 1 << 15;

/** Categories of a column. Dates are grouped by their instant in ms. */
export function groupingOf(column: Column): Grouping {
  return atOnce(groupingSteps(column));
}

/** The same in steps: a million different numbers take a sixth of a second. */
export function* groupingSteps(column: Column): Steps<Grouping> {
  if (column.kind === 'text') {
    yield* decoded(column);
    return { codes: column.codes, keys: column.dictionary };
  }
  if (column.kind === 'boolean') return { codes: column.values, keys: [false, true] };
  const span = integerSpan(column.values);
  return span ? byTable(column.values, span[0], span[1]) : yield* byHash(column.values);
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

/** A table of numbers with open addressing: a map of a million objects would take ten times as long. */
function* byHash(values: NumberColumn['values']): Steps<Grouping> {
  const codes = new Uint32Array(values.length);
  const found = new NumberTable(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    codes[row] = value === value ? found.codeOf(value) : NO_CODE;
    if (row % STEP === STEP - 1) yield row / values.length;
  }
  const { size } = found;
  const keys: number[] = [];
  for (let code = 0; code < size; code++) {
    keys.push(found.number(code));
    if (code % STEP === STEP - 1) yield 0.9;
  }
  return { codes, keys };
}

/** Different numbers, each with a code in the order of coming. */
class NumberTable {
  readonly #number = new Float64Array(1);
  readonly #bits = new Uint32Array(this.#number.buffer);
  readonly #most: number;
  #size = 0;
  #values = new Float64Array(FIRST);
  /** Code + 1; 0 is an empty place. At least twice as long as `#values`. */
  #places = new Uint32Array(2 * FIRST);

  /** @param most Different numbers that there can be. Of more than a few thousand, room for all is made at once: growing bit by bit leaves much garbage. */
  constructor(most: number) {
    this.#most = most;
  }

  codeOf(value: number): number {
    let place = this.#placeOf(value);
    const code = this.#places[place] as number;
    if (code > 0) return code - 1;
    if (this.#size === this.#values.length) {
      this.#grow();
      place = this.#placeOf(value);
    }
    this.#values[this.#size] = value === 0 ? 0 : value;
    this.#places[place] = ++this.#size;
    return this.#size - 1;
  }

  get size(): number {
    return this.#size;
  }

  number(code: number): number {
    return this.#values[code] as number;
  }

  /** The place of a number, or the empty place where it belongs. */
  #placeOf(value: number): number {
    // −0 and 0 are one number.
    this.#number[0] = value === 0 ? 0 : value;
    const last = this.#places.length - 1;
    let hash = Math.imul((this.#bits[0] as number) ^ Math.imul(this.#bits[1] as number, 0x9e3779b1), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
    let place = (hash ^ (hash >>> 13)) & last;
    for (;;) {
      const code = this.#places[place] as number;
      if (code === 0 || this.#values[code - 1] === value) return place;
      place = (place + 1) & last;
    }
  }

  #grow(): void {
    const values = this.#values;
    this.#values = new Float64Array(this.#most);
    this.#values.set(values);
    this.#places = new Uint32Array(2 ** Math.ceil(Math.log2(2 * this.#most)));
    for (let code = 0; code < values.length; code++) this.#places[this.#placeOf(values[code] as number)] = code + 1;
  }
}
