import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholly } from '../task-worker/serve-tasks.js';
import { buildTree } from './build-tree.js';
import type { ClusterTree, ClusterTreeRequest } from './types.js';
import { splitLevel, walkLevel } from './walk-tree.js';

const treeOf = (request: ClusterTreeRequest) => wholly(buildTree(request));

const places = fc.array(
  fc.tuple(fc.double({ min: -5000, max: 5000, noNaN: true }), fc.double({ min: -5000, max: 5000, noNaN: true })),
  { minLength: 0, maxLength: 150 },
);
const request = fc.record({ places, distance: fc.double({ min: 1, max: 80, noNaN: true }), finest: fc.integer({ min: -6, max: 4 }) });

function made(input: { places: [number, number][]; distance: number; finest: number }): { tree: ClusterTree; xy: Float64Array } {
  const xy = Float64Array.from(input.places.flat());
  return { tree: treeOf({ xy, distance: input.distance, finest: input.finest }), xy };
}

/** Seeded city: dense quarters, many at one place. */
function city(count: number): Float64Array {
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const xy = new Float64Array(2 * count);
  for (let i = 0; i < count; i++) {
    const quarter = Math.floor(random() * 40);
    xy[2 * i] = (quarter % 8) * 4000 + (random() + random() - 1) * 3000;
    xy[2 * i + 1] = Math.floor(quarter / 8) * 4000 + (random() + random() - 1) * 3000;
  }
  return xy;
}

function shown(tree: ClusterTree, level: number): { clusters: number[]; points: number[] } {
  const clusters: number[] = [];
  const points: number[] = [];
  walkLevel(tree, level, { cluster: (entry) => clusters.push(entry), point: (point) => points.push(point) });
  return { clusters, points };
}

function leaves(tree: ClusterTree, entry: number): Uint32Array {
  const from = tree.start[entry] as number;
  return tree.order.subarray(from, from + (tree.count[entry] as number));
}

describe('buildTree', () => {
  it('shows every point exactly once at every level, alone or in a cluster', () => {
    fc.assert(
      fc.property(request, (input) => {
        const { tree } = made(input);
        for (let level = input.finest; level <= tree.coarsest + 1; level++) {
          const { clusters, points } = shown(tree, level);
          const all = [...points, ...clusters.flatMap((entry) => [...leaves(tree, entry)])];
          expect(all.sort((a, b) => a - b)).toEqual(input.places.map((_, index) => index));
        }
      }),
    );
  });

  it('puts each cluster at the centre of gravity of its points, which lie within its reach', () => {
    fc.assert(
      fc.property(request, (input) => {
        const { tree, xy } = made(input);
        for (let entry = 1; entry < tree.count.length; entry++) {
          const points = [...leaves(tree, entry)];
          const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + (xy[2 * point + axis] as number), 0) / points.length;
          expect(tree.x[entry]).toBeCloseTo(mean(0), 5);
          expect(tree.y[entry]).toBeCloseTo(mean(1), 5);
          const reach = 7 * input.distance * 2 ** (input.finest + (tree.born[entry] as number));
          for (const point of points)
            expect(Math.hypot((xy[2 * point] as number) - (tree.x[entry] as number), (xy[2 * point + 1] as number) - (tree.y[entry] as number))).toBeLessThanOrEqual(reach);
        }
      }),
    );
  });

  it('nests: what is together at a level stays together at every coarser one', () => {
    const tree = treeOf({ xy: city(3000), distance: 48, finest: 0 });
    let before: number[] = [];
    for (let level = 0; level <= tree.coarsest; level++) {
      const { clusters, points } = shown(tree, level);
      const clusterOf = new Int32Array(3000).fill(-1);
      for (const entry of clusters) for (const point of leaves(tree, entry)) clusterOf[point] = entry;
      for (const entry of before) expect(new Set([...leaves(tree, entry)].map((point) => clusterOf[point])).size).toBe(1);
      expect(clusters.length + points.length).toBeGreaterThan(0);
      before = clusters;
    }
    expect(before).toHaveLength(1);
  });

  it('leaves nothing nearer than the distance that could have joined first', () => {
    const xy = city(2000);
    const tree = treeOf({ xy, distance: 48, finest: 0 });
    const { points } = shown(tree, 0);
    const near = points.flatMap((a) => points.filter((b) => a < b && Math.hypot((xy[2 * a] as number) - (xy[2 * b] as number), (xy[2 * a + 1] as number) - (xy[2 * b + 1] as number)) < 48));
    expect(near).toEqual([]);
  });

  it('visits in a window all that the whole level has there', () => {
    const xy = city(5000);
    const tree = treeOf({ xy, distance: 48, finest: 0 });
    const window = [4000, 4000, 9000, 9000] as const;
    const inside = (x: number, y: number) => x >= window[0] && x <= window[2] && y >= window[1] && y <= window[3];
    for (let level = 0; level < 8; level++) {
      const all = shown(tree, level);
      const part: number[] = [];
      const alone: number[] = [];
      walkLevel(tree, level, { cluster: (entry) => part.push(entry), point: (point) => alone.push(point) }, window);
      const wanted = all.clusters.filter((entry) => [...leaves(tree, entry)].some((point) => inside(xy[2 * point] as number, xy[2 * point + 1] as number)));
      expect(wanted.filter((entry) => !part.includes(entry))).toEqual([]);
      expect(all.points.filter((point) => inside(xy[2 * point] as number, xy[2 * point + 1] as number) && !alone.includes(point))).toEqual([]);
    }
    const few: number[] = [];
    walkLevel(tree, 0, { cluster: (entry) => few.push(entry), point: () => undefined }, [0, 0, 10, 10]);
    expect(few.length).toBeLessThan(shown(tree, 0).clusters.length / 4);
  });

  it('leaves out places that are no numbers, and takes nothing at all', () => {
    expect([...treeOf({ xy: Float64Array.of(NaN, NaN, 1, 1, Infinity, 0, 1.5, 1), distance: 4, finest: 0 }).order].sort((a, b) => a - b)).toEqual([1, 3]);
    const none = treeOf({ xy: new Float64Array(0), distance: 4, finest: 0 });
    expect([...none.skip]).toEqual([1]);
    expect(shown(none, 3)).toEqual({ clusters: [], points: [] });
  });

  it('joins a thousand points at one place on the finest level', () => {
    const tree = treeOf({ xy: new Float64Array(2000).fill(5), distance: 48, finest: -4 });
    expect(tree.count.length).toBe(2);
    expect(tree.count[1]).toBe(1000);
    expect(splitLevel(tree, 1, () => true)).toBeUndefined();
  });
});

describe('splitLevel', () => {
  it('names the first level, from above, at which the points are seen apart', () => {
    const xy = city(2000);
    const tree = treeOf({ xy, distance: 48, finest: -2 });
    for (const entry of shown(tree, tree.coarsest - 2).clusters.slice(0, 40)) {
      const split = splitLevel(tree, entry, () => true);
      if (split === undefined) continue;
      const points = new Set(leaves(tree, entry));
      const groups = (level: number) => {
        const { clusters, points: alone } = shown(tree, level);
        return clusters.filter((other) => points.has(leaves(tree, other)[0] as number)).length + alone.filter((point) => points.has(point)).length;
      };
      expect(groups(split)).toBeGreaterThan(1);
      expect(groups(split + 1)).toBe(1);
    }
  });

  it('looks only at points that count', () => {
    // Two far ones and two near ones: without the far ones the split is near the ground.
    const xy = Float64Array.of(0, 0, 3, 0, 500, 0, 520, 0);
    const tree = treeOf({ xy, distance: 1, finest: 0 });
    const top = shown(tree, tree.coarsest).clusters[0] as number;
    expect(splitLevel(tree, top, () => true)).toBe(8);
    expect(splitLevel(tree, top, (point) => point < 2)).toBe(1);
    expect(splitLevel(tree, top, (point) => point === 2)).toBeUndefined();
  });
});
