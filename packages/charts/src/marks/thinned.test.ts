import { describe, expect, it } from 'vitest';
import { thinned } from './thinned.js';

const wave = (count: number, width: number): { x: number; y: number }[] =>
  Array.from({ length: count }, (_, index) => ({ x: (index / (count - 1)) * width, y: Math.sin(index / 7) * 50 + (index % 13) }));

/** Lowest and highest of each column of pixels. */
function columns(points: readonly { x: number; y: number }[]): Map<number, readonly [number, number]> {
  const found = new Map<number, readonly [number, number]>();
  for (const { x, y } of points) {
    const [low, high] = found.get(Math.floor(x)) ?? [Infinity, -Infinity];
    found.set(Math.floor(x), [Math.min(low, y), Math.max(high, y)]);
  }
  return found;
}

describe('thinned', () => {
  it('leaves short lines alone', () => {
    const points = wave(100, 300);
    expect(thinned(points, 300)).toBe(points);
  });

  it('keeps what every column of pixels shows, in order, in a few points a column', () => {
    const points = wave(100_000, 300);
    const kept = thinned(points, 300);
    expect(kept.length).toBeLessThanOrEqual(301 * 5);
    expect(columns(kept)).toEqual(columns(points));
    expect(kept.every((point, index) => index === 0 || point.x >= (kept[index - 1]?.x ?? 0))).toBe(true);
    expect([kept[0], kept[kept.length - 1]]).toEqual([points[0], points[points.length - 1]]);
  });

  it('keeps gaps', () => {
    const points = wave(10_000, 100).map((point, index) => (index === 5000 ? { x: point.x, y: Number.NaN } : point));
    expect(thinned(points, 100).filter(({ y }) => Number.isNaN(y))).toHaveLength(1);
  });
});
