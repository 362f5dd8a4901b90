/** Test helpers: what breaks are found from, of numbers that are here. */
import type { headCuts } from './breaks.js';
import { answeredNow, heldNumbers, type Facts, type Numbers } from './number-facts.js';

/** What is known of all numbers. */
export function factsOf(values: Float64Array): Facts {
  return heldNumbers(values).above(-Infinity) as Facts;
}

/** The cuts of a method. */
export function cutsOf(find: (numbers: Numbers, all: Facts, count: number) => ReturnType<typeof headCuts>, values: Float64Array, count: number): { readonly below: number; readonly above: number; readonly wanted: number }[] {
  return answeredNow(find(heldNumbers(values), factsOf(values), count));
}
