import { describe, expect, it } from 'vitest';
import { isTileTemplate } from './tile-url.js';

describe('isTileTemplate', () => {
  it('wants column, row and level', () => {
    expect(isTileTemplate('/t/{z}/{x}/{y}.png')).toBe(true);
    expect(isTileTemplate('/t/{z}/{x}/{-y}.png')).toBe(true);
    expect(isTileTemplate('/t/{z}/{x}.png')).toBe(false);
    expect(isTileTemplate('/t/tile.png')).toBe(false);
  });
});
