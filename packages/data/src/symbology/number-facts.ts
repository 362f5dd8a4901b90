/** What class limits are found from, wherever the numbers are: in this page, or with a server that has to be asked. */
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

function factsOf(values: Float64Array, below: number): Facts {
  let [min, max] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return {
    count: values.length,
    min,
    max,
    below,
    // Worked out for the methods that ask.
    get mean() {
      return meanOf(values);
    },
    get deviation() {
      const mean = meanOf(values);
      let squares = 0;
      for (let i = 0; i < values.length; i++) squares += ((values[i] as number) - mean) ** 2;
      return Math.sqrt(squares / Math.max(1, values.length - 1));
    },
  };
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}
