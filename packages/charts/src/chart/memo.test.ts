import { expect, it } from 'vitest';
import { Memo } from './memo.js';

it('a memo makes again only what was made from other things', () => {
  const memo = new Memo<number>();
  let made = 0;
  const make = (): number => (made += 1);
  const list = [1];
  expect([memo.of([list, Number.NaN], make), memo.of([list, Number.NaN], make)]).toEqual([1, 1]);
  expect(memo.of([[1], Number.NaN], make)).toBe(2);
  expect(memo.of([], make)).toBe(3);
});
