import { describe, expect, it } from 'vitest';
import { crossing } from './graticule-painter.js';

describe('crossing', () => {
  it('finds where a line meets an edge', () => {
    expect(crossing([[0, 0], [10, 20]], 1, 10)).toBe(5);
    expect(crossing([[0, 0], [10, 20], [30, 20]], 0, 20)).toBe(20);
  });

  it('has no answer for a line that stays on one side, or along the edge', () => {
    expect(crossing([[0, 0], [10, 20]], 1, 30)).toBeUndefined();
    expect(crossing([[0, 5], [10, 5]], 1, 5)).toBeUndefined();
    expect(crossing([], 1, 5)).toBeUndefined();
  });
});
