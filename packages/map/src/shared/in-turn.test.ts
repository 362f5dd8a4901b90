import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Steps } from '@yizhangtu/data/steps';
import { InTurn } from './in-turn.js';

let now = 0;
let stepMs = 0;

beforeEach(() => {
  now = 0;
  stepMs = 5;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => vi.restoreAllMocks());

/** Counts to a number, each step as long as `stepMs`. */
function* countTo(end: number, worked: number[] = []): Steps<number> {
  worked.push(end);
  for (let i = 0; i < end; i++) {
    now += stepMs;
    yield i / end;
  }
  return end;
}

test('what fits into a slice is there at once', () => {
  stepMs = 1;
  const work = new InTurn<number>(() => undefined);
  expect(work.of(() => countTo(5), true)).toBe(5);
  expect(work.ended).toBeUndefined();
});

test('longer work is done in slices, and what was there before stands until then', async () => {
  let settled = 0;
  const work = new InTurn<number>(() => settled++);
  work.of(() => countTo(1), true);
  expect(work.of(() => countTo(20), true)).toBe(1);
  expect(settled).toBe(0);
  await work.ended;
  expect([work.last, settled, work.pending]).toEqual([20, 1, false]);
});

test('what changes meanwhile is worked out afterwards, and only the newest of it', async () => {
  const worked: number[] = [];
  const work: InTurn<number> = new InTurn(() => work.last === wanted || work.of(() => countTo(wanted, worked), true));
  let wanted = 20;
  work.of(() => countTo(wanted, worked), true);
  for (wanted of [30, 40, 50]) work.of(() => countTo(wanted, worked), true);
  while (work.ended) await work.ended;
  expect(worked).toEqual([20, 50]);
  expect(work.last).toBe(50);
});

test('work that is forgotten, or overtaken by work done at once, tells nothing any more', async () => {
  let settled = 0;
  const work = new InTurn<number>(() => settled++);
  work.of(() => countTo(20), true);
  const first = work.ended;
  expect(work.of(() => countTo(3), false)).toBe(3);
  await first;
  expect(work.last).toBe(3);
  work.of(() => countTo(20), true);
  const second = work.ended;
  work.forget();
  await second;
  expect([work.last, settled]).toEqual([undefined, 0]);
});

test('an error is that of whoever waits', async () => {
  const work = new InTurn<number>(() => undefined);
  work.of(function* () {
    yield* countTo(20);
    throw new Error('no such thing');
  }, true);
  await expect(work.ended).rejects.toThrow('no such thing');
});

test('a promise is known where the page has its own class of them, as frameworks do', async () => {
  const native = Promise;
  class Own<T> extends Promise<T> {
    // What is awaited or chained is the browser's own again.
    static override get [Symbol.species](): PromiseConstructor {
      return native;
    }
  }
  vi.stubGlobal('Promise', Own);
  try {
    const work = new InTurn<number>(() => undefined);
    work.of(() => countTo(1), true);
    expect(work.of(() => countTo(20), true)).toBe(1);
    await work.ended;
    expect(work.last).toBe(20);
  } finally {
    vi.unstubAllGlobals();
  }
});
