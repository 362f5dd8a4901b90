import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vertexRanks, type VertexRanks } from '@yizhangtu/data/simplify';
import { shapesOf, type ShapeSet } from './geometry.js';
import { RowPoints } from './row-points.js';
import { rankRequest, ShapeLevels } from './shape-levels.js';
import { shapeGeometry, type Ring } from './shapes.fixture.js';

function shapesFrom(...rings: readonly Ring[]): ShapeSet {
  const set = shapesOf(shapeGeometry(rings.map((ring) => ({ type: 3, polygons: [[ring]] }))), 'EPSG:4326');
  if (!set) throw new Error('no shapes');
  return set;
}

function ranksFrom(shapes: ShapeSet): VertexRanks {
  const ranking = vertexRanks(rankRequest(shapes));
  for (;;) {
    const step = ranking.next();
    if (step.done) return step.value;
  }
}

function levelsFrom(shapes: ShapeSet): ShapeLevels {
  const levels = new ShapeLevels(shapes);
  levels.rank(ranksFrom(shapes));
  return levels;
}

/** Vertices of the first ring of a row in map units, at a scale. */
function ringAt(levels: ShapeLevels, shapes: ShapeSet, row: number, scale: number): [number, number][] {
  const points = new RowPoints();
  points.read(shapes, levels.exact(scale), row, { a: 1, b: 0, e: 0, f: 0 });
  return Array.from({ length: points.ends[0] ?? 0 }, (_, i) => [points.xy[2 * i] as number, -(points.xy[2 * i + 1] as number)]);
}

/** Distance of a place from a closed ring. */
function distanceFrom(ring: readonly (readonly [number, number])[], [x, y]: readonly [number, number]): number {
  return Math.min(
    ...ring.map(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length] as readonly [number, number];
      const square = (bx - ax) ** 2 + (by - ay) ** 2;
      const part = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square));
      return Math.hypot(ax + part * (bx - ax) - x, ay + part * (by - ay) - y);
    }),
  );
}

/** A ragged line from (0, 0) to (4, 0). */
const border = Array.from({ length: 400 }, (_, i) => [i / 100, 0.05 * Math.sin(i * 1.7) * Math.sin(i / 31)] as const);
const north: Ring = [...border, [4, 2], [0, 2], [0, 0]];
const south: Ring = [...[...border].reverse(), [0, -2], [4, -2], [...border].reverse()[0] as readonly [number, number]];

describe('vertices that a zoom can show', () => {
  it('leave nothing out that is further off than a quarter of a pixel', () => {
    const shapes = shapesFrom(north);
    const levels = levelsFrom(shapes);
    for (const scale of [2, 20, 200]) {
      const kept = ringAt(levels, shapes, 0, scale);
      for (const place of north) expect(distanceFrom(kept, place) * scale).toBeLessThanOrEqual(0.25 + 1e-9);
    }
  });

  it('are fewer the smaller the map is', () => {
    const shapes = shapesFrom(north);
    const levels = levelsFrom(shapes);
    const counts = [10_000, 100, 10, 1].map((scale) => ringAt(levels, shapes, 0, scale).length);
    expect([...counts].sort((p, q) => q - p)).toEqual(counts);
    expect(counts[0]).toBeGreaterThan(300);
    expect(counts[3]).toBeLessThan(20);
  });

  it('keep a common border common, whichever way the rings run', () => {
    const shapes = shapesFrom(north, south);
    const levels = levelsFrom(shapes);
    for (const scale of [5, 20, 80, 1000]) {
      const along = (row: number) => new Set(ringAt(levels, shapes, row, scale).filter(([x, y]) => Math.abs(y) < 1 && x > 0 && x < 4).map(String));
      const [first, second] = [along(0), along(1)];
      expect([...first].sort()).toEqual([...second].sort());
      expect(first.size).toBeGreaterThan(0);
    }
  });

  it('are the same for an island and for the hole around it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })), { minLength: 4, maxLength: 40, selector: String }), fc.nat(), (places, turn) => {
        const ring: Ring = [...places, places[0] as [number, number]];
        const start = turn % places.length;
        const turned = [...places.slice(start), ...places.slice(0, start)].reverse();
        const shapes = shapesFrom(ring, [...turned, turned[0] as [number, number]]);
        const levels = levelsFrom(shapes);
        for (const scale of [0.02, 0.05, 0.2]) {
          const [island, hole] = [ringAt(levels, shapes, 0, scale), ringAt(levels, shapes, 1, scale)];
          expect(hole.map(String).sort()).toEqual(island.map(String).sort());
          expect(island.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('keep the places where borders part', () => {
    const shapes = shapesFrom([[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]], [[2, 0], [4, 0], [4, 2], [2, 2], [2, 0]], [[0, 2], [2, 2], [4, 2], [4, 4], [0, 4], [0, 2]]);
    const levels = levelsFrom(shapes);
    for (const row of [0, 1, 2]) expect(ringAt(levels, shapes, row, 1e-6).map(String)).toContain('2,2');
  });

  it('tell which borders two rings have, once', () => {
    const shapes = shapesFrom(north, south);
    const { twin } = ranksFrom(shapes);
    const twins = (ring: number) => twin.subarray(shapes.source.vertexStart[ring], shapes.source.vertexStart[ring + 1]).reduce((sum, one) => sum + one, 0);
    expect(twins(0)).toBe(0);
    expect(twins(1)).toBe(border.length - 1);
  });

  it('leave out places that cannot be drawn, and rings without any', () => {
    const shapes = shapesFrom([[NaN, 1], [NaN, 2]], [[0, 0], [1, 0], [NaN, NaN], [1, 1], [0, 0]]);
    const levels = levelsFrom(shapes);
    expect(ringAt(levels, shapes, 0, 100)).toHaveLength(0);
    expect(ringAt(levels, shapes, 1, 100)).toHaveLength(3);
  });

  it('are all of them as long as nobody has ranked them', () => {
    const shapes = shapesFrom(north);
    expect(ringAt(new ShapeLevels(shapes), shapes, 0, 1e-3)).toHaveLength(north.length - 1);
  });
});
