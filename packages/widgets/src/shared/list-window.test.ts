import { describe, expect, it } from 'vitest';
import { listWindow, MAX_HEIGHT, scrollFor } from './list-window.js';

const box = { scrollTop: 0, viewport: 400, rowHeight: 50, total: 1000 };

describe('listWindow', () => {
  it('draws what is in sight and a few rows beyond', () => {
    expect(listWindow(box)).toEqual({ first: 0, end: 14, offset: 0, height: 50_000 });
    expect(listWindow({ ...box, scrollTop: 5025 })).toEqual({ first: 94, end: 115, offset: 4700, height: 50_000 });
  });

  it('ends with the last row', () => {
    expect(listWindow({ ...box, scrollTop: 49_600 }).end).toBe(1000);
    expect(listWindow({ ...box, scrollTop: 1e9 }).end).toBe(1000);
  });

  it('is empty without rows', () => expect(listWindow({ ...box, total: 0 })).toMatchObject({ first: 0, end: 0, height: 0 }));

  it('reaches the last of two million rows, which no browser could lay out', () => {
    const huge = { ...box, total: 2_000_000 };
    expect(listWindow(huge)).toMatchObject({ first: 0, height: MAX_HEIGHT });
    const bottom = listWindow({ ...huge, scrollTop: MAX_HEIGHT - 400 });
    expect(bottom.end).toBe(2_000_000);
    const rowTop = bottom.offset + (1_999_999 - bottom.first) * 50;
    expect(rowTop + 50).toBeCloseTo(MAX_HEIGHT, -1);
  });
});

describe('scrollFor', () => {
  it('moves no further than needed', () => {
    expect(scrollFor(3, box)).toBe(0);
    expect(scrollFor(8, box)).toBe(50);
    expect(scrollFor(2, { ...box, scrollTop: 500 })).toBe(100);
  });

  it('brings any row into sight, in short and in huge lists', () => {
    for (const total of [1000, 2_000_000]) {
      for (const share of [0, 0.1, 0.5, 0.999]) {
        const index = Math.floor(total * share);
        const scrollTop = scrollFor(index, { ...box, total });
        const { first, end, offset } = listWindow({ ...box, total, scrollTop });
        expect(first).toBeLessThanOrEqual(index);
        expect(end).toBeGreaterThan(index);
        const top = offset + (index - first) * 50;
        expect(top).toBeGreaterThanOrEqual(scrollTop - 1);
        expect(top + 50).toBeLessThanOrEqual(scrollTop + 401);
      }
    }
  });
});
