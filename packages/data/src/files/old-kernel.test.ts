import { expect, test } from 'vitest';
import { forOldKernels } from './old-kernel.js';

test('a list is counted from its end where the kernel cannot', () => {
  const own = Object.getOwnPropertyDescriptor(Array.prototype, 'at');
  try {
    Reflect.deleteProperty(Array.prototype, 'at');
    forOldKernels();
    const list = [1, 2, 3] as unknown as { at(index: number): unknown };
    expect([list.at(-1), list.at(-4), list.at(0), list.at(3)]).toEqual([3, undefined, 1, undefined]);
    // Not seen by those who list what a list has.
    expect(Object.keys(Array.prototype)).toEqual([]);
  } finally {
    if (own) Object.defineProperty(Array.prototype, 'at', own);
  }
});
