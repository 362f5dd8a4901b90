import { describe, expect, it } from 'vitest';
import { foldsOver } from './legend-fold.js';

describe('foldsOver', () => {
  const map = { width: 600, height: 500 };

  it('folds a legend that covers more than an eighth of the map', () => {
    expect(foldsOver({ width: 120, height: 280 }, map, false)).toBe(false);
    expect(foldsOver({ width: 250, height: 400 }, map, false)).toBe(true);
    expect(foldsOver({ width: 160, height: 280 }, { width: 300, height: 400 }, false)).toBe(true);
  });

  it('unfolds with some slack, so that it does not go to and fro', () => {
    const between = { width: 200, height: 175 };
    expect(foldsOver(between, map, false)).toBe(false);
    expect(foldsOver(between, map, true)).toBe(true);
    expect(foldsOver({ width: 120, height: 200 }, map, true)).toBe(false);
  });

  it('stays as it is over a map without a size', () => {
    expect(foldsOver(map, { width: 0, height: 400 }, true)).toBe(true);
    expect(foldsOver(map, { width: 0, height: 0 }, false)).toBe(false);
  });
});
