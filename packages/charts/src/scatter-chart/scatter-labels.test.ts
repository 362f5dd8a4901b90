import { describe, expect, it } from 'vitest';
import { outliersOf, placedLabels } from './scatter-labels.js';

const BOX = { left: 0, right: 300, top: 0, bottom: 200, lineHeight: 16, measure: (text: string) => text.length * 12 };

describe('outliersOf', () => {
  it('names what stands far from the others, the farthest first', () => {
    const xs = Float32Array.from({ length: 400 }, (_, i) => 100 + (i % 20));
    const ys = Float32Array.from({ length: 400 }, (_, i) => 50 + (i % 17));
    xs[7] = 290;
    ys[31] = 180;
    expect(new Set(outliersOf(xs, ys, 5))).toEqual(new Set([7, 31]));
    expect(outliersOf(xs, ys, 1)).toHaveLength(1);
  });

  it('names all of a handful', () => {
    expect(outliersOf(Float32Array.of(1, 2), Float32Array.of(3, 4), 5)).toEqual([0, 1]);
  });
});

describe('placedLabels', () => {
  it('lets no words cover others or the edge', () => {
    const points = Array.from({ length: 40 }, (_, index) => ({ index, text: '示例场馆', x: (index * 37) % 300, y: (index * 53) % 200, radius: 3 }));
    const labels = placedLabels(points, BOX);
    expect(labels.length).toBeGreaterThan(5);
    const areas = labels.map(({ x, y, anchor }) => ({ left: anchor === 'start' ? x : x - 48, right: anchor === 'start' ? x + 48 : x, top: y - 8, bottom: y + 8 }));
    areas.forEach((a, i) => {
      expect(a.left >= 0 && a.right <= 300 && a.top >= 0 && a.bottom <= 200).toBe(true);
      for (const b of areas.slice(i + 1)) expect(a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top).toBe(true);
    });
  });
});
