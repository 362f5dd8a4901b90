/** Where a cluster splits, found from its points. Pure. */
import { clustersOf } from './cluster.js';
import { placeOf, type PointSet } from './geometry.js';
import { extentOf } from './grid-index.js';

/** Levels that are tried: points nearer to each other than the last of them are at one place. */
const DEPTH = 30;

/** Some of the points, as a set of their own. */
export function subset(points: PointSet, indices: Uint32Array): PointSet {
  const xy = new Float64Array(2 * indices.length);
  const rows = new Uint32Array(indices.length);
  indices.forEach((index, at) => {
    xy.set(placeOf(points, index), 2 * at);
    rows[at] = points.rows ? (points.rows[index] as number) : index;
  });
  return { xy, rows, extent: extentOf(xy) };
}

/**
 * The level at which points are first seen apart; undefined when they are all at one place.
 * @param base Cluster distance at level 0, map units.
 * @param below Level at which they are one cluster.
 */
export function levelApart({ xy, extent }: PointSet, base: number, below: number): number | undefined {
  const span = Math.max(extent[2] - extent[0], extent[3] - extent[1]);
  if (!(span > 0)) return undefined;
  const slotOf = new Uint16Array(xy.length / 2).fill(1);
  const input = { points: { xy, extent }, slotOf, classOfSlot: new Uint8Array(2), classCount: 0, selectedFrom: 2, base, window: extent };
  const first = Math.min(below - 1, Math.ceil(Math.log2(span / base)) + 1);
  for (let level = first; level > first - DEPTH; level--) {
    const { count, alone } = clustersOf({ ...input, level, distance: base * 2 ** level });
    if (count + alone.length > 1) return level;
  }
  return undefined;
}
