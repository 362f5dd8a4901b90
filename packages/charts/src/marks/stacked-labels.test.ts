import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelHeights } from './stacked-labels.js';

const label = (y: number, height = 10) => ({ y, height });

describe('labelHeights', () => {
  it('leaves labels where they are when none touch', () => {
    expect(labelHeights([label(50), label(20), label(80)], 0, 100)).toEqual([50, 20, 80]);
  });

  it('moves labels that touch apart, about their middle', () => {
    expect(labelHeights([label(50), label(50)], 0, 100)).toEqual([45, 55]);
    expect(labelHeights([label(50), label(52), label(54)], 0, 100)).toEqual([42, 52, 62]);
  });

  it('keeps them inside', () => {
    expect(labelHeights([label(0), label(1)], 0, 100)).toEqual([5, 15]);
    expect(labelHeights([label(100), label(99)], 0, 100)).toEqual([95, 85]);
  });

  it('says when they do not fit', () => {
    expect(labelHeights([label(1, 60), label(2, 60)], 0, 100)).toBe(undefined);
    expect(labelHeights([], 0, 100)).toEqual([]);
  });

  it('never overlaps, never leaves the box, keeps the order', () => {
    const one = fc.record({ y: fc.integer({ min: -50, max: 450 }), height: fc.integer({ min: 5, max: 40 }) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (labels) => {
        const heights = labelHeights(labels, 0, 400);
        if (!heights) return labels.reduce((sum, { height }) => sum + height, 0) > 400;
        const boxes = labels.map(({ height }, i) => [(heights[i] ?? 0) - height / 2, (heights[i] ?? 0) + height / 2] as const);
        const inside = boxes.every(([from, to]) => from >= -1e-6 && to <= 400 + 1e-6);
        const apart = boxes.every(([from, to], i) => boxes.every(([a, b], j) => i === j || to <= a + 1e-6 || b <= from + 1e-6));
        return inside && apart;
      }),
    );
  });
});
