import { describe, expect, it } from 'vitest';
import { nextIndex } from './mark-interaction.js';

describe('nextIndex', () => {
  it('moves with the arrows and stops at the ends', () => {
    expect(nextIndex('ArrowRight', 0, 3)).toBe(1);
    expect(nextIndex('ArrowDown', 2, 3)).toBe(2);
    expect(nextIndex('ArrowLeft', 0, 3)).toBe(0);
    expect(nextIndex('ArrowUp', 2, 3)).toBe(1);
    expect([nextIndex('Home', 2, 3), nextIndex('End', 0, 3)]).toEqual([0, 2]);
  });

  it('leaves other keys and empty charts alone', () => {
    expect(nextIndex('a', 0, 3)).toBeUndefined();
    expect(nextIndex('ArrowRight', 0, 0)).toBeUndefined();
  });
});
