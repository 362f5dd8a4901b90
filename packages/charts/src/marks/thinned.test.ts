import { describe, expect, it } from 'vitest';
import { thinnedPlaces } from './thinned.js';

type Point = { readonly x: number; readonly y: number };

function thinned(points: readonly Point[], width: number): readonly Point[] {
  const places = thinnedPlaces(points.length, width, (index) => points[index]?.x ?? 0, (index) => points[index]?.y ?? 0);
  return places ? places.map((index) => points[index] as Point) : points;
}

/** What is kept of each column when every point is looked at. */
function plainly(points: readonly Point[]): readonly Point[] {
  const columns = new Map<number, number[]>();
  points.forEach(({ x }, index) => columns.set(Math.floor(x), [...(columns.get(Math.floor(x)) ?? []), index]));
  return [...columns.values()].flatMap((all) => {
    const y = (index: number): number => points[index]?.y ?? 0;
    const known = all.filter((index) => !Number.isNaN(y(index)));
    const [low, high] = [Math.min(...known.map(y)), Math.max(...known.map(y))];
    const gaps = all.filter((index) => Number.isNaN(y(index)));
    const chosen = new Set([all[0], known.find((index) => y(index) === low), known.find((index) => y(index) === high), gaps[gaps.length - 1], all[all.length - 1]]);
    return all.filter((index) => chosen.has(index)).map((index) => points[index] as Point);
  });
}

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

  it('keeps of columns of every density what looking at each point keeps', () => {
    let seed = 5;
    const next = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    for (let round = 0; round < 40; round += 1) {
      const width = 1 + Math.floor(30 * next());
      let x = -3 * next();
      const points = Array.from({ length: width * 4 + 1 + Math.floor(200 * next()) }, () => {
        x += next() < 0.1 ? 5 * next() : 0.2 * next() ** 4;
        return { x, y: next() < 0.05 ? Number.NaN : Math.floor(20 * next()) };
      });
      expect(thinned(points, width)).toEqual(plainly(points));
    }
  });

  it('keeps gaps', () => {
    const points = wave(10_000, 100).map((point, index) => (index === 5000 ? { x: point.x, y: Number.NaN } : point));
    expect(thinned(points, 100).filter(({ y }) => Number.isNaN(y))).toHaveLength(1);
  });
});
