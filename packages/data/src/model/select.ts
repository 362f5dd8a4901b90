/** The first few of many, without putting all of them in order; in steps. */
import type { Steps } from '../steps/drive.js';

type Compare = (a: number, b: number) => number;

/** Fewer are put in order at once. */
const AT_ONCE = 1 << 12;
/** Comparisons between two pauses; one of words takes about a microsecond. */
const STEP = 1 << 11;

/** 0, 1, 2 … Written out: `from` would go through an iterator, which takes 50 ms for a million. */
export function upTo<A extends Uint32Array | Int32Array>(numbers: A): A {
  for (let i = 0; i < numbers.length; i++) numbers[i] = i;
  return numbers;
}

/** Numbers 0 … count − 1 in an order; only the first `limit` of them, if it is given. */
export function* firstOf(count: number, limit: number | undefined, compare: Compare): Steps<ArrayLike<number>> {
  const all = upTo(new Uint32Array(count));
  yield 0;
  if (limit === undefined || limit >= count) return yield* inOrder(all, compare);
  if (limit <= 0) return [];
  if (limit < count / 4) yield* partition(all, limit - 1, compare);
  else return (yield* inOrder(all, compare)).subarray(0, limit);
  return yield* inOrder(all.slice(0, limit), compare);
}

/** All of some numbers in an order, equal ones as they stood. Many by bottom-up merging, which can stop anywhere. */
export function* inOrder(items: Uint32Array, compare: Compare): Steps<Uint32Array> {
  if (items.length <= AT_ONCE) return Uint32Array.from(Array.from(items).sort(compare));
  let [from, to]: [Uint32Array, Uint32Array] = [items, new Uint32Array(items.length)];
  let compared = 0;
  for (let width = 1; width < items.length; width *= 2) {
    for (let start = 0; start < items.length; start += 2 * width) {
      const middle = Math.min(start + width, items.length);
      const end = Math.min(start + 2 * width, items.length);
      let [a, b] = [start, middle];
      for (let place = start; place < end; place++) {
        const left = b >= end || (a < middle && compare(from[a] as number, from[b] as number) <= 0);
        to[place] = from[left ? a++ : b++] as number;
        if (++compared % STEP === 0) yield 0.5;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Hoare's selection: nothing before place `k` comes after what is there. */
function* partition(items: Uint32Array, k: number, compare: Compare): Steps<void> {
  let [from, to] = [0, items.length - 1];
  let compared = 0;
  while (to > from) {
    const pivot = items[(from + to) >> 1] as number;
    let [i, j] = [from, to];
    while (i <= j) {
      // Past an uneven pivot either goes through nearly all of them before it stops.
      for (; compare(items[i] as number, pivot) < 0; i++) if (++compared % STEP === 0) yield 0.5;
      for (; compare(items[j] as number, pivot) > 0; j--) if (++compared % STEP === 0) yield 0.5;
      if ((compared += 2) % STEP < 2) yield 0.5;
      if (i > j) break;
      const kept = items[i] as number;
      items[i++] = items[j] as number;
      items[j--] = kept;
    }
    if (k <= j) to = j;
    else if (k >= i) from = i;
    else return;
  }
}
