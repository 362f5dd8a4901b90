import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
// By its source: the tree of a test is built here, not in a worker.
import { clusterTree, type ClusterTree } from '@yizhangtu/data/cluster';
import { clustersOf, type ClusterInput } from './cluster.js';
import { ClusterMotion, MOTION_MS } from './cluster-motion.js';
import { ringParts } from './ring.js';
import { sharesOf } from './cluster-shares.js';
import { levelApart, subset } from './cluster-split.js';
import { treeClusters } from './cluster-tree.js';
import type { Clusters } from './cluster-types.js';
import { extentOf } from './grid-index.js';
import { MOST_LEGS, spiderPlaces } from './spider-places.js';

const BASE = 48;

function inputOf(xy: Float64Array, slotOf: Uint16Array, level: number, more: Partial<ClusterInput> = {}): ClusterInput {
  const extent = extentOf(xy);
  const shares = { classOfSlot: Uint8Array.of(0, 0, 1, 0, 1), classCount: 2, selectedFrom: 3 };
  return { points: { xy, extent }, slotOf, ...shares, base: BASE, level, distance: BASE * 2 ** level, window: extent, ...more };
}

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

// There is no worker in Node: the tree is built in slices, as on a page without one.
const treeOf = (xy: Float64Array): Promise<ClusterTree> => clusterTree({ xy, distance: BASE, finest: 0 });

const rows = fc.array(fc.tuple(fc.double({ min: -3000, max: 3000, noNaN: true }), fc.double({ min: -3000, max: 3000, noNaN: true }), fc.integer({ min: 0, max: 4 })), {
  minLength: 1,
  maxLength: 120,
});

describe('treeClusters', () => {
  it('stand where they do, whether places are kept as map units or as whole steps from a middle', async () => {
    const xy = Float64Array.of(1000, 2000, 1004, 2002, 1400, 2600);
    const slotOf = Uint16Array.of(1, 1, 1);
    const steps = { xy: Int32Array.of(-1000, -1000, -600, -800, 39_000, 59_000), unit: 0.01, x0: 1010, y0: 2010, extent: extentOf(xy) };
    const tree = await treeOf(xy);
    const plain = treeClusters(tree, inputOf(xy, slotOf, 0));
    const compact = treeClusters(tree, { ...inputOf(xy, slotOf, 0), points: steps });
    expect([...compact.centers].map((place) => Math.round(place * 100) / 100)).toEqual([...plain.centers]);
    const [live, kept] = [clustersOf({ ...inputOf(xy, slotOf, 0), distance: 100 }), clustersOf({ ...inputOf(xy, slotOf, 0), distance: 100, points: steps })];
    expect(kept.count).toBe(live.count);
    for (let index = 0; index < live.count; index++) expect(kept.pointsOf(index)).toEqual(live.pointsOf(index));
  });

  it('counts what passes exactly once at every level; shares and leaves agree with the counts', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (places) => {
        const xy = Float64Array.from(places.flatMap(([x, y]) => [x, y]));
        const slotOf = Uint16Array.from(places, ([, , slot]) => slot);
        const tree = await treeOf(xy);
        const passing = [...slotOf.keys()].filter((row) => slotOf[row] !== 0);
        for (let level = 0; level <= tree.coarsest + 1; level++) {
          const clusters = treeClusters(tree, inputOf(xy, slotOf, level));
          const leaves = Array.from({ length: clusters.count }, (_, index) => [...clusters.pointsOf(index)]);
          expect(leaves.map((list) => list.length)).toEqual([...clusters.sizes]);
          expect([...leaves.flat(), ...clusters.alone].sort((a, b) => a - b)).toEqual(passing);
          leaves.forEach((list, index) => {
            expect(sum(clusters.shares.subarray(2 * index, 2 * index + 2))).toBe(list.length);
            expect(clusters.shares[2 * index + 1]).toBe(list.filter((row) => slotOf[row] === 2 || slotOf[row] === 4).length);
            expect(clusters.selected[index]).toBe(list.some((row) => (slotOf[row] as number) >= 3) ? 1 : 0);
            expect(clusters.centers[2 * index]).toBeCloseTo(sum(list.map((row) => xy[2 * row] as number)) / list.length, 6);
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('finds the same by what is written in the tree where all pass', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (places) => {
        const xy = Float64Array.from(places.flatMap(([x, y]) => [x, y]));
        const slotOf = Uint16Array.from(places, ([, , slot]) => Math.max(1, slot));
        const tree = await treeOf(xy);
        for (let level = 0; level <= tree.coarsest + 1; level++) {
          const [summed, written] = [treeClusters(tree, inputOf(xy, slotOf, level)), treeClusters(tree, { ...inputOf(xy, slotOf, level), all: true })];
          for (const key of ['sizes', 'shares', 'selected', 'alone'] as const) expect([...written[key]]).toEqual([...summed[key]]);
          written.centers.forEach((value, index) => expect(value).toBeCloseTo(summed.centers[index] as number, 5));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('keeps a cluster together when a filter moves, and turns its last row into a point', async () => {
    const xy = Float64Array.of(0, 0, 10, 0, 20, 0);
    const tree = await treeOf(xy);
    const all = treeClusters(tree, inputOf(xy, Uint16Array.of(1, 1, 1), 0));
    expect([[...all.sizes], [...all.centers]]).toEqual([[3], [10, 0]]);
    const two = treeClusters(tree, inputOf(xy, Uint16Array.of(0, 1, 2), 0));
    expect([[...two.sizes], [...two.centers], [...two.shares]]).toEqual([[2], [15, 0], [1, 1]]);
    const one = treeClusters(tree, inputOf(xy, Uint16Array.of(0, 1, 0), 0));
    expect([one.count, [...one.alone]]).toEqual([0, [1]]);
    expect(treeClusters(tree, inputOf(xy, new Uint16Array(3), 0)).alone).toHaveLength(0);
  });
});

describe('levelApart', () => {
  it('names the first level at which two places are seen apart', () => {
    const points = { xy: Float64Array.of(0, 0, 100, 0, 5, 5), extent: [0, 0, 100, 5] as const };
    const level = levelApart(points, BASE, 20) as number;
    expect(BASE * 2 ** level).toBeLessThanOrEqual(100);
    expect(BASE * 2 ** (level + 2)).toBeGreaterThan(100);
    expect(levelApart(points, BASE, level)).toBeLessThan(level);
  });

  it('has no level for rows at one place', () => {
    expect(levelApart(subset({ xy: Float64Array.of(7, 7, 7, 7, 9, 9), extent: [7, 7, 9, 9] }, Uint32Array.of(0, 1)), BASE, 5)).toBeUndefined();
  });
});

describe('sharesOf', () => {
  it('makes one piece of the classes of one colour', () => {
    const shares = sharesOf([{ color: '#111111' }, { color: '#222222' }, { color: '#111111' }]);
    expect([shares.colors, [...shares.ofClass]]).toEqual([['#111111', '#222222'], [0, 1, 0]]);
  });

  it('has no ring for one colour, nor for more than can be read', () => {
    expect(sharesOf([{ color: '#111111' }, { color: '#111111' }]).colors).toEqual([]);
    expect(sharesOf(Array.from({ length: 13 }, (_, index) => ({ color: `#0000${index + 10}` }))).colors).toEqual([]);
  });
});

describe('ringParts', () => {
  it('fills the ring, in the order of the classes, and hides no class that is there', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 12 }), fc.double({ min: 0, max: 0.05, noNaN: true }), (shares, smallest) => {
        const ends = ringParts(shares, smallest);
        if (sum(shares) === 0) {
          expect(ends.every((end) => end === 0)).toBe(true);
          return;
        }
        expect(ends[ends.length - 1]).toBeCloseTo(1, 9);
        const least = Math.min(smallest, 0.5 / shares.filter((share) => share > 0).length);
        shares.forEach((share, index) => {
          const length = (ends[index] as number) - (ends[index - 1] ?? 0);
          if (share === 0) expect(length).toBeCloseTo(0, 12);
          else expect(length).toBeGreaterThanOrEqual(least - 1e-12);
        });
      }),
    );
  });

  it('is exact where no piece is too small', () => {
    expect(ringParts([1, 1, 2], 0.02)).toEqual([0.25, 0.5, 1]);
  });
});

describe('spiderPlaces', () => {
  it('keeps any two ends so far apart that each can be hit', () => {
    for (let count = 2; count <= MOST_LEGS; count++) {
      const places = spiderPlaces(count);
      const points = Array.from({ length: count }, (_, leg) => [places[2 * leg] as number, places[2 * leg + 1] as number] as const);
      const distances = points.flatMap(([x, y], leg) => points.slice(leg + 1).map(([ox, oy]) => Math.hypot(x - ox, y - oy)));
      expect(Math.min(...distances)).toBeGreaterThan(24);
      expect(Math.min(...points.map(([x, y]) => Math.hypot(x, y)))).toBeGreaterThanOrEqual(44 - 1e-9);
    }
  });

  it('begins at the top, and stops where nobody would look any more', () => {
    expect([...spiderPlaces(1)].map(Math.round)).toEqual([0, -44]);
    expect(spiderPlaces(5000)).toHaveLength(2 * MOST_LEGS);
  });
});

describe('ClusterMotion', () => {
  const twoLevels = (): [Clusters, Clusters] => {
    const xy = Float64Array.of(0, 0, 10, 0, 200, 0, 210, 0);
    return [clustersOf(inputOf(xy, new Uint16Array(4).fill(1), 3)), clustersOf(inputOf(xy, new Uint16Array(4).fill(1), 0))];
  };

  it('lets parts come out of their cluster and arrive in time', () => {
    const [coarse, fine] = twoLevels();
    const motion = new ClusterMotion();
    motion.begin([coarse], [fine], 800, false, 1000);
    expect([...(motion.placesAt(fine, 0) as Float64Array)]).toEqual([105, 0, 105, 0]);
    expect([...(motion.placesAt(fine, 0.5) as Float64Array)]).toEqual([(105 + (fine.centers[0] as number)) / 2, 0, (105 + (fine.centers[2] as number)) / 2, 0]);
    expect(motion.part(1000 + MOTION_MS / 2)).toBeGreaterThan(0.5);
    expect(motion.part(1000 + MOTION_MS)).toBe(1);
    expect(motion.placesAt(fine, motion.part(1000 + MOTION_MS))).toBeUndefined();
    expect(MOTION_MS).toBeLessThanOrEqual(250);
  });

  it('lets them go into their cluster on the way out', () => {
    const [coarse, fine] = twoLevels();
    const motion = new ClusterMotion();
    motion.begin([fine], [coarse], 800, true, 0);
    expect(motion.leaving.map(({ to }) => to)).toEqual([[105, 0], [105, 0]]);
    expect(motion.placesAt(coarse, 0.1)).toBeUndefined();
  });
});
