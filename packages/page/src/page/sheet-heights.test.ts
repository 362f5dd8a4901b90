import { describe, expect, it } from 'vitest';
import { nearestHeight, SHEET_HEIGHTS, sheetHeightOf, sheetPx, sheetRest, steppedHeight } from './sheet-heights.js';

describe('heights of the sheet', () => {
  it('rise from peek to full on every phone, and leave room for the search', () => {
    for (const whole of [568, 844, 1024]) {
      const px = SHEET_HEIGHTS.map((height) => sheetPx(height, whole));
      expect(px).toEqual([...px].sort((a, b) => a - b));
      expect(px[2]).toBe(whole - 64);
    }
  });

  it('fit pages that are too low for them', () => {
    expect(SHEET_HEIGHTS.map((height) => sheetPx(height, 120))).toEqual([56, 55, 56]);
    expect(sheetPx('full', 20)).toBe(0);
  });

  it('leave the map its room under a full sheet', () => {
    expect(sheetRest('full', 844)).toBe(sheetPx('half', 844));
    expect(sheetRest('peek', 844)).toBe(sheetPx('peek', 844));
  });
});

describe('where a sheet goes', () => {
  it('stays at the nearest height', () => {
    expect([0, 200, 300, 500, 600, 900].map((px) => nearestHeight(px, 844))).toEqual(['peek', 'peek', 'half', 'half', 'full', 'full']);
  });

  it('goes by steps and no further than its ends', () => {
    expect([steppedHeight('half', 1), steppedHeight('full', 1), steppedHeight('peek', -1)]).toEqual(['full', 'full', 'peek']);
  });

  it('is half for a word it does not know', () => {
    expect([sheetHeightOf('full'), sheetHeightOf('tall')]).toEqual(['full', 'half']);
  });
});
