import { describe, expect, it } from 'vitest';
import { isTileTemplate, withoutTokens } from './tile-url.js';

describe('isTileTemplate', () => {
  it('wants column, row and level', () => {
    expect(isTileTemplate('/t/{z}/{x}/{y}.png')).toBe(true);
    expect(isTileTemplate('/t/{z}/{x}/{-y}.png')).toBe(true);
    expect(isTileTemplate('/t/{z}/{x}.png')).toBe(false);
    expect(isTileTemplate('/t/tile.png')).toBe(false);
  });
});

describe('withoutTokens', () => {
  it('hides every value of the query but those of the tile', () => {
    expect(withoutTokens('https://t0.example/DataServer?T=vec_w&x={x}&y={y}&l={z}&tk=0123abc')).toBe(
      'https://t0.example/DataServer?T=…&x={x}&y={y}&l={z}&tk=…',
    );
  });

  it('leaves a template without a query as it is', () => {
    expect(withoutTokens('/tiles/{z}/{x}/{y}.png')).toBe('/tiles/{z}/{x}/{y}.png');
  });
});
