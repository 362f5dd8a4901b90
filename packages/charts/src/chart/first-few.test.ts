import { expect, it } from 'vitest';
import { firstFew } from './first-few.js';

it('reads no more than it gives, but for one', () => {
  let read = 0;
  function* many(): Generator<number> {
    for (;;) yield read++;
  }
  expect(firstFew(many(), 3)).toEqual([0, 1, 2]);
  expect(read).toBeLessThanOrEqual(4);
  expect(firstFew(new Set([5]), 3)).toEqual([5]);
});
