import { expect, test } from 'vitest';
import { atOnce, type Steps } from '../steps/drive.js';
import { countRows, sumOrMean } from './aggregate.js';
import { firstOf } from './select.js';

/** The most comparisons between two pauses. */
function longest(steps: (compared: () => void) => Steps<unknown>): number {
  let [since, most] = [0, 0];
  for (const _ of steps(() => (most = Math.max(most, ++since)))) since = 0;
  return most;
}

test('the first few are found with pauses also where a pivot leaves nearly all on one side', () => {
  const COUNT = 200_000;
  // The one in the middle comes before all others.
  const values = Float64Array.from({ length: COUNT }, (_, i) => (i === (COUNT - 1) >> 1 ? -1 : i));
  const compare = (a: number, b: number): number => (values[a] as number) - (values[b] as number);
  const most = longest((compared) => firstOf(COUNT, 10, (a, b) => (compared(), compare(a, b))));
  expect(most).toBeLessThanOrEqual(2050);
  expect(Array.from(atOnce(firstOf(COUNT, 3, compare)))).toEqual([(COUNT - 1) >> 1, 0, 1]);
});

test('rows are counted with pauses where there are few of them in very many categories', () => {
  const CATEGORIES = 400_000;
  const slotOf = Int32Array.from({ length: CATEGORIES }, (_, code) => (code === 399_998 ? 1 : 0));
  const slots = { passing: Uint8Array.of(1, 0, 1, 1), codes: Uint32Array.of(399_998, 5, 7, 0xffffffff), slotOf, count: 2 };
  expect([...countRows(slots)].length).toBeGreaterThan(5);
  expect([...atOnce(countRows(slots))]).toEqual([2, 1]);
});

test('means of very many categories are worked out with pauses', () => {
  const sums = { sums: Float64Array.from({ length: 400_000 }, (_, i) => 3 * i), present: new Float64Array(400_000).fill(2) };
  expect([...sumOrMean('mean', sums)].length).toBeGreaterThan(5);
  expect(atOnce(sumOrMean('mean', sums))[399_999]).toBe((3 * 399_999) / 2);
});
