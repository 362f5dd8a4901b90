/** Reads a hierarchy: what a level shows, where a cluster splits. Pure; no messages, so a zoom step waits for nobody. */
import type { ClusterTree } from './types.js';

/** Min x, min y, max x, max y in map units. */
export type TreeWindow = readonly [number, number, number, number];

/** The points of a cluster lie within so many of its own distances around its centre: (2 + 2 × ¾) × (1 + ½ + ¼ + …) */
const REACH = 7;

/** Takes what a level shows. */
export interface LevelVisitor {
  /** A cluster: an entry of the tree. */
  cluster(entry: number): void;
  /** A point that stands alone: its number. */
  point(point: number): void;
}

function touches(tree: ClusterTree, entry: number, window: TreeWindow): boolean {
  const reach = REACH * tree.distance * 2 ** (tree.finest + (tree.born[entry] as number));
  const x = tree.x[entry] as number;
  const y = tree.y[entry] as number;
  return x >= window[0] - reach && x <= window[2] + reach && y >= window[1] - reach && y <= window[3] + reach;
}

/**
 * Visits the clusters of a level, and the points that stand alone in it.
 * @param level Power of two: clusters are `distance × 2^level` apart. Below the finest level the finest one is shown.
 * @param window Only what may have points in it; everything when absent. Something outside may be visited too.
 */
export function walkLevel(tree: ClusterTree, level: number, visitor: LevelVisitor, window?: TreeWindow): void {
  const born = Math.max(0, level - tree.finest);
  const entries = tree.skip.length;
  let entry = 0;
  while (entry < entries) {
    if (entry > 0 && window && !touches(tree, entry, window)) {
      entry = tree.skip[entry] as number;
    } else if (entry > 0 && (tree.born[entry] as number) <= born) {
      visitor.cluster(entry);
      entry = tree.skip[entry] as number;
    } else {
      const from = tree.start[entry] as number;
      const to = from + (tree.direct[entry] as number);
      for (let at = from; at < to; at++) visitor.point(tree.order[at] as number);
      entry++;
    }
  }
}

/**
 * The level at which the points of a cluster that count are first seen apart; undefined when not even the finest level parts them.
 * @param counts Whether a point counts: it passes the filters.
 */
export function splitLevel(tree: ClusterTree, entry: number, counts: (point: number) => boolean): number | undefined {
  const some = (from: number, to: number): boolean => {
    for (let at = from; at < to; at++) if (counts(tree.order[at] as number)) return true;
    return false;
  };
  for (let inside: number | undefined = entry; inside !== undefined; ) {
    const here: number = inside;
    const from = tree.start[here] as number;
    let parts = 0;
    for (let at = from; at < from + (tree.direct[here] as number) && parts < 2; at++) if (counts(tree.order[at] as number)) parts++;
    let only: number | undefined;
    for (let part = here + 1; part < (tree.skip[here] as number) && parts < 2; part = tree.skip[part] as number) {
      const first = tree.start[part] as number;
      if (!some(first, first + (tree.count[part] as number))) continue;
      parts++;
      only = part;
    }
    if (parts > 1) return tree.born[here] === 0 ? undefined : tree.finest + (tree.born[here] as number) - 1;
    inside = only;
  }
  return undefined;
}
