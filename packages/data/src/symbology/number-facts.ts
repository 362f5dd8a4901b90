/** What class limits are found from, wherever the numbers are: in this page, counted, or with a server that has to be asked. */
import type { Counted } from './counted.js';
import { valuesAt } from './order-places.js';

/** Work that may have to wait for answers: yields what it wants to know, or a promise of it, and is given what that comes to. */
export type Asking<T> = Generator<unknown, T, unknown>;

/** What is known of numbers above some limit. */
export interface Facts {
  readonly count: number;
  /** Infinity and −Infinity for none. */
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Standard deviation of a sample (n − 1). */
  readonly deviation: number;
  /** The largest number that is not above the limit; −Infinity for none. */
  readonly below: number;
}

/** Numbers that can be asked about. */
export interface Numbers {
  /** Those above a limit. @param limit −Infinity, and then only rising ones. */
  above(limit: number): Facts | Promise<Facts>;
  /** The numbers at places of the ascending order, from 0. @param all What is known of all. */
  at(places: readonly number[], all: Facts): ReadonlyMap<number, number> | Promise<ReadonlyMap<number, number>>;
}

/** What something comes to, now or later. */
export function* waited<T>(told: T | Promise<T>): Asking<T> {
  return (yield told) as T;
}

/** The end of work over numbers that are here. */
export function answeredNow<T>(work: Asking<T>): T {
  let step = work.next();
  while (!step.done) step = work.next(step.value);
  return step.value;
}

/** The end of work over numbers that may be elsewhere. */
export async function answered<T>(work: Asking<T>): Promise<T> {
  let step = work.next();
  while (!step.done) step = work.next(await step.value);
  return step.value;
}

/** Numbers in this page, in any order. */
export function heldNumbers(known: Float64Array): Numbers {
  let held = known;
  return {
    above(limit) {
      let below = -Infinity;
      if (limit === -Infinity) held = known;
      else [held, below] = parted(held, limit);
      return factsOf(held, below);
    },
    at(places, { min, max }) {
      return valuesAt(known, places, min, max);
    },
  };
}

/** Numbers that are counted already, in ascending order. */
export function countedNumbers({ values, counts }: Counted): Numbers {
  return {
    above(limit) {
      const first = values.findIndex((value) => value > limit);
      const from = first < 0 ? values.length : first;
      return factsOf(values.subarray(from), from > 0 ? (values[from - 1] as number) : -Infinity, counts.subarray(from));
    },
    at(places) {
      const found = new Map<number, number>();
      let [at, before] = [0, 0];
      for (const place of [...places].sort((a, b) => a - b)) {
        while (before + (counts[at] as number) <= place) before += counts[at++] as number;
        found.set(place, values[at] as number);
      }
      return found;
    },
  };
}

/** Those above a limit, and the largest of the others. */
function parted(values: Float64Array, limit: number): [above: Float64Array, below: number] {
  const above = new Float64Array(values.length);
  let [length, below] = [0, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value > limit) above[length++] = value;
    else if (value > below) below = value;
  }
  return [above.subarray(0, length), below];
}

/** @param counts How often each number occurs; once where absent. */
function factsOf(values: Float64Array, below: number, counts?: Float64Array): Facts {
  let [min, max, count] = [Infinity, -Infinity, values.length];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (counts) count = counts.reduce((sum, one) => sum + one, 0);
  return {
    count,
    min,
    max,
    below,
    // Worked out for the methods that ask.
    get mean() {
      return summed(values, counts, (value) => value) / count;
    },
    get deviation() {
      const { mean } = this;
      return Math.sqrt(summed(values, counts, (value) => (value - mean) ** 2) / Math.max(1, count - 1));
    },
  };
}

function summed(values: Float64Array, counts: Float64Array | undefined, of: (value: number) => number): number {
  let sum = 0;
  if (counts) for (let i = 0; i < values.length; i++) sum += (counts[i] as number) * of(values[i] as number);
  else for (let i = 0; i < values.length; i++) sum += of(values[i] as number);
  return sum;
}
