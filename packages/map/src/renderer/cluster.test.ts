import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clustersOf, type ClusterInput } from './cluster.js';
import { clusterLevel } from './cluster-frame.js';
import { clusterDiameter } from './cluster-painter.js';
import { placeOf } from './geometry.js';
import { extentOf, gridOf } from './grid-index.js';
import { viewOf } from './view.js';

function inputOf(xy: Float64Array, slotOf: Uint16Array, distance: number, more: Partial<ClusterInput> = {}): ClusterInput {
  const extent = extentOf(xy);
  return { points: { xy, extent }, slotOf, classOfSlot: Uint8Array.of(0, 0, 1, 0, 1), classCount: 2, selectedFrom: 3, base: distance, level: 0, distance, window: extent, ...more };
}

const cases = fc.record({
  places: fc.array(fc.tuple(fc.double({ min: -500, max: 500, noNaN: true }), fc.double({ min: -500, max: 500, noNaN: true }), fc.integer({ min: 0, max: 4 })), {
    minLength: 1,
    maxLength: 200,
  }),
  distance: fc.double({ min: 1, max: 400, noNaN: true }),
});

describe('clustersOf', () => {
  it('counts every row that passes exactly once, alone or in a cluster', () => {
    fc.assert(
      fc.property(cases, ({ places, distance }) => {
        const xy = Float64Array.from(places.flatMap(([x, y]) => [x, y]));
        const slotOf = Uint16Array.from(places, ([, , slot]) => slot);
        const passing = slotOf.filter((slot) => slot !== 0).length;
        const clusters = clustersOf(inputOf(xy, slotOf, distance));
        const inClusters = clusters.sizes.reduce((sum, size) => sum + size, 0);
        expect(inClusters + clusters.alone.length).toBe(passing);
        expect(clusters.shares.reduce((sum, share) => sum + share, 0)).toBe(inClusters);
      }),
    );
  });

  it('names the rows of a cluster, as many as it counts', () => {
    fc.assert(
      fc.property(cases, ({ places, distance }) => {
        const xy = Float64Array.from(places.flatMap(([x, y]) => [x, y]));
        const slotOf = Uint16Array.from(places, ([, , slot]) => slot);
        const clusters = clustersOf(inputOf(xy, slotOf, distance));
        const named = new Set<number>(clusters.alone);
        for (let index = 0; index < clusters.count; index++) {
          const rows = clusters.pointsOf(index);
          expect(rows.length).toBe(clusters.sizes[index]);
          for (const row of rows) named.add(row);
        }
        expect(named.size).toBe(slotOf.filter((slot) => slot !== 0).length);
      }),
    );
  });

  it('gives the same clusters with and without an index', () => {
    fc.assert(
      fc.property(cases, ({ places, distance }) => {
        const xy = Float64Array.from(places.flatMap(([x, y]) => [x, y]));
        const slotOf = Uint16Array.from(places, ([, , slot]) => slot);
        const points = gridOf(xy, extentOf(xy));
        // An index rounds places: a border may lie between.
        points.rows.forEach((row, at) => xy.set(placeOf(points, at), 2 * row));
        const plain = clustersOf(inputOf(xy, slotOf, distance));
        const indexed = clustersOf(inputOf(xy, slotOf, distance, { points }));
        expect([...indexed.sizes]).toEqual([...plain.sizes]);
        expect([...indexed.selected]).toEqual([...plain.selected]);
      }),
    );
  });

  it('joins two near points on both sides of a cell border, which hides the grid', () => {
    const clusters = clustersOf(inputOf(Float64Array.of(49, 10, 51, 10), Uint16Array.of(1, 2), 50));
    expect([...clusters.sizes]).toEqual([2]);
    expect([...clusters.centers]).toEqual([50, 10]);
    expect([...clusters.shares]).toEqual([1, 1]);
  });

  it('keeps far points apart although their cells touch', () => {
    const clusters = clustersOf(inputOf(Float64Array.of(1, 10, 99, 10), Uint16Array.of(1, 1), 50));
    expect(clusters.count).toBe(0);
    expect([...clusters.alone]).toEqual([0, 1]);
  });

  it('follows the filter: what does not pass is neither counted nor in the centre', () => {
    const clusters = clustersOf(inputOf(Float64Array.of(10, 10, 12, 10, 40, 10), Uint16Array.of(1, 1, 0), 50));
    expect([...clusters.sizes]).toEqual([2]);
    expect(clusters.centers[0]).toBe(11);
  });

  it('knows that something in a cluster is selected', () => {
    const clusters = clustersOf(inputOf(Float64Array.of(10, 10, 12, 10), Uint16Array.of(1, 4), 50));
    expect([...clusters.selected]).toEqual([1]);
  });

  it('does not change clusters in the middle when the window moves', () => {
    let seed = 1;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    const xy = Float64Array.from({ length: 4000 }, () => random() * 10000);
    const slotOf = new Uint16Array(2000).fill(1);
    const sizesAround = (window: readonly [number, number, number, number]) => {
      const clusters = clustersOf(inputOf(xy, slotOf, 200, { window }));
      const out: string[] = [];
      for (let i = 0; i < clusters.count; i++) {
        const [x, y] = [clusters.centers[2 * i] as number, clusters.centers[2 * i + 1] as number];
        if (Math.abs(x - 5000) < 1000 && Math.abs(y - 5000) < 1000) out.push(`${x.toFixed(3)} ${y.toFixed(3)} ${clusters.sizes[i]}`);
      }
      return out.sort();
    };
    expect(sizesAround([2000, 2000, 8000, 8000])).toEqual(sizesAround([0, 0, 10000, 10000]));
  });

  it('has nothing to say about no points', () => {
    const clusters = clustersOf(inputOf(new Float64Array(0), new Uint16Array(0), 50));
    expect(clusters.count).toBe(0);
    expect([...clusters.alone]).toEqual([]);
  });
});

describe('clusterLevel', () => {
  const at = (resolution: number, zoom?: number) => clusterLevel(viewOf({ center: [0, 0], resolution, zoom, rotation: 0, size: [10, 10], pixelRatio: 1, worldWidth: 0, projection: 'x', moving: false }));

  it('stands still within a zoom step', () => {
    expect(at(10)).toEqual(at(9));
    expect(at(10).level).toBe(at(20).level - 1);
  });

  it('gives the distance asked for at whole zoom levels', () => {
    const zoomZero = 156543.03392804097;
    for (const zoom of [3, 12, 17]) {
      const { level, unit } = at(zoomZero / 2 ** zoom, zoom);
      expect(unit * 2 ** level).toBeCloseTo(zoomZero / 2 ** zoom, 4);
      expect(at(zoomZero / 2 ** (zoom + 0.3), zoom + 0.3)).toEqual({ level, unit });
    }
  });
});

describe('clusterDiameter', () => {
  it('grows with the number and stays within the default distance up to ten thousand', () => {
    expect(clusterDiameter(10)).toBeGreaterThan(clusterDiameter(2));
    expect(clusterDiameter(1e4)).toBeLessThanOrEqual(48);
    expect(clusterDiameter(1e9)).toBe(56);
  });
});
