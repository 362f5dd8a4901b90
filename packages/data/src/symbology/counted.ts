/** Numbers as their different values and how often each occurs: what classes are found among costs by value, not by row. */
import type { Steps } from '../steps/drive.js';

/** Different values in ascending order, each with its number of rows. */
export interface Counted {
  readonly values: Float64Array;
  readonly counts: Float64Array;
}

/** Numbers that are put in order at once: a few milliseconds. */
const SORTED_AT_ONCE = 50_000;
/** Whole numbers that span less than this are counted in a table. */
const TABLE_SPAN = 65_536;
/** Values between two pauses. */
const STEP = 1 << 16;

/** Numbers in the order they came, without missing and infinite ones; −0 is 0. The very array where nothing is to be left out: only to be read. */
export function knownNumbers(values: ArrayLike<number>): Float64Array {
  if (holdsWhole(values)) return new Float64Array(values);
  if (values instanceof Float64Array && values.length === plainLength(values)) return values;
  const known = new Float64Array(values.length);
  let length = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    // −0 and 0 are one number.
    if (value - value === 0) known[length++] = value === 0 ? 0 : value;
  }
  return known.subarray(0, length);
}

/** True for arrays that cannot hold anything but whole numbers. */
export function holdsWhole(values: ArrayLike<number>): boolean {
  return ArrayBuffer.isView(values) && !(values instanceof Float64Array) && !(values instanceof Float32Array);
}

/** Numbers before the first one that is missing, infinite or −0. */
function plainLength(values: Float64Array): number {
  let i = 0;
  while (i < values.length && (values[i] as number) - (values[i] as number) === 0 && !Object.is(values[i], -0)) i++;
  return i;
}

/** Counts numbers where that takes no longer than a frame; undefined for very many that are not whole or lie far apart. */
export function countedNow(known: Float64Array): Counted | undefined {
  if (known.length <= SORTED_AT_ONCE) return fromSorted(known.slice().sort());
  return countedByTable(known);
}

/** Counts numbers that are in order. */
export function fromSorted(sorted: Float64Array): Counted {
  const steps = countedSteps(sorted.length, (place) => sorted[place] as number);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Counts numbers that are in order, in slices. */
export function* countedSteps(length: number, at: (place: number) => number): Steps<Counted> {
  const values = new Float64Array(length);
  const counts = new Float64Array(length);
  let size = 0;
  for (let place = 0; place < length; place++) {
    const value = at(place);
    if (size === 0 || value !== values[size - 1]) values[size++] = value;
    counts[size - 1] = (counts[size - 1] as number) + 1;
    if (place % STEP === STEP - 1) yield place / length;
  }
  return { values: values.subarray(0, size), counts: counts.subarray(0, size) };
}

function countedByTable(known: Float64Array): Counted | undefined {
  let [min, max] = [Infinity, -Infinity];
  for (let i = 0; i < known.length; i++) {
    const value = known[i] as number;
    if (value !== Math.floor(value)) return undefined;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (max - min >= TABLE_SPAN) return undefined;
  const table = new Uint32Array(max - min + 1);
  for (let i = 0; i < known.length; i++) {
    const above = (known[i] as number) - min;
    table[above] = (table[above] as number) + 1;
  }
  const counted = { values: new Float64Array(table.length), counts: new Float64Array(table.length) };
  let size = 0;
  for (let above = 0; above < table.length; above++) {
    if (table[above] === 0) continue;
    counted.values[size] = min + above;
    counted.counts[size++] = table[above] as number;
  }
  return { values: counted.values.subarray(0, size), counts: counted.counts.subarray(0, size) };
}
