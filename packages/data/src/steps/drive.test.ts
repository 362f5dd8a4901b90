import { afterEach, expect, it, vi } from 'vitest';
import { drive, type Steps } from './drive.js';
import { inParts } from './in-parts.js';

afterEach(() => vi.restoreAllMocks());

/** Steps that each take so many ms of the clock. */
function* slow(count: number, clock: { now: number }, ms: number): Steps<number> {
  for (let step = 0; step < count; step += 1) {
    clock.now += ms;
    yield step / count;
  }
  return count;
}

async function microtasksOf(count: number, ms: number): Promise<boolean> {
  const clock = { now: 0 };
  vi.spyOn(performance, 'now').mockImplementation(() => clock.now);
  let done = false;
  void drive(slow(count, clock, ms), { sliceMs: 10 }).then(() => (done = true));
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  return done;
}

it('gives what took little at once, and leaves what took half a slice to a task of its own', async () => {
  expect(await microtasksOf(2, 1)).toBe(true);
  expect(await microtasksOf(2, 3)).toBe(false);
});

it('visits all of so many in parts, each once', () => {
  for (const length of [0, 1, 65_536, 65_537, 200_000]) {
    const parts: (readonly [number, number])[] = [];
    for (const part of inParts(length, (from, to) => parts.push([from, to]))) expect(part).toBeLessThan(1);
    expect(parts.reduce((at, [from, to]) => (at === from ? to : Number.NaN), 0)).toBe(length);
  }
});
