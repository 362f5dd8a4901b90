/** Clusters from a hierarchy: its shape decides what is together, the filter decides what is counted. Pure. */
import { splitLevel, walkLevel, type ClusterTree } from '@yizhangtu/data/cluster';
import type { ClusterInput } from './cluster.js';
import type { Clusters } from './cluster-types.js';
import { placeOf } from './geometry.js';

/** Sums of one cluster, over the points that pass. */
class Tally {
  count = 0;
  sumX = 0;
  sumY = 0;
  last = 0;
  selected = 0;
  readonly shares: Uint32Array;
  readonly #input: ClusterInput;
  readonly #tree: ClusterTree;

  constructor(input: ClusterInput, tree: ClusterTree) {
    this.#input = input;
    this.#tree = tree;
    this.shares = new Uint32Array(input.classCount);
  }

  /** Counts a cluster anew. */
  take(entry: number): void {
    const from = this.#tree.start[entry] as number;
    const to = from + (this.#tree.count[entry] as number);
    if (this.#input.all) this.#takeAll(entry, from, to);
    else this.#takeSome(from, to);
  }

  /** Where all pass, the tree knows how many there are and where their centre is. */
  #takeAll(entry: number, from: number, to: number): void {
    const { points, slotOf, classOfSlot, classCount, selectedFrom } = this.#input;
    const { rows } = points;
    const { order, x, y } = this.#tree;
    const { shares } = this;
    this.count = to - from;
    this.sumX = (x[entry] as number) * this.count;
    this.sumY = (y[entry] as number) * this.count;
    let selected = 0;
    shares.fill(0);
    for (let at = from; at < to; at++) {
      const point = order[at] as number;
      const slot = slotOf[rows ? (rows[point] as number) : point] as number;
      if (slot >= selectedFrom) selected = 1;
      if (classCount === 0) continue;
      const share = classOfSlot[slot] as number;
      shares[share] = (shares[share] as number) + 1;
    }
    this.selected = selected;
  }

  #takeSome(from: number, to: number): void {
    const { points, slotOf, classOfSlot, classCount, selectedFrom } = this.#input;
    const { xy, rows, unit = 1, x0 = 0, y0 = 0 } = points;
    const { order } = this.#tree;
    const { shares } = this;
    let count = 0;
    let sumX = 0;
    let sumY = 0;
    let last = 0;
    let selected = 0;
    shares.fill(0);
    for (let at = from; at < to; at++) {
      const point = order[at] as number;
      const slot = slotOf[rows ? (rows[point] as number) : point] as number;
      if (slot === 0) continue;
      count++;
      last = point;
      sumX += xy[2 * point] as number;
      sumY += xy[2 * point + 1] as number;
      if (slot >= selectedFrom) selected = 1;
      if (classCount > 0) {
        const share = classOfSlot[slot] as number;
        shares[share] = (shares[share] as number) + 1;
      }
    }
    this.count = count;
    // Steps are summed, and turned into map units once.
    this.sumX = sumX * unit + count * x0;
    this.sumY = sumY * unit + count * y0;
    this.last = last;
    this.selected = selected;
  }
}

/** Collects what a level shows. */
class Collected {
  readonly entries: number[] = [];
  readonly centers: number[] = [];
  readonly sizes: number[] = [];
  readonly shares: number[] = [];
  readonly selected: number[] = [];
  readonly alone: number[] = [];

  add(entry: number, tally: Tally): void {
    if (tally.count === 1) this.alone.push(tally.last);
    if (tally.count < 2) return;
    this.entries.push(entry);
    this.centers.push(tally.sumX / tally.count, tally.sumY / tally.count);
    this.sizes.push(tally.count);
    for (const share of tally.shares) this.shares.push(share);
    this.selected.push(tally.selected);
  }
}

function collected(tree: ClusterTree, input: ClusterInput, passes: (point: number) => boolean): Collected {
  const { points, level, window } = input;
  const out = new Collected();
  const tally = new Tally(input, tree);
  const inside = (x: number, y: number) => x >= window[0] && x <= window[2] && y >= window[1] && y <= window[3];
  const cluster = (entry: number) => {
    // Most of what may reach into the window does not.
    if (input.all && !inside(tree.x[entry] as number, tree.y[entry] as number)) return;
    tally.take(entry);
    out.add(entry, tally);
  };
  const point = (index: number) => {
    if (passes(index) && inside(...placeOf(points, index))) out.alone.push(index);
  };
  walkLevel(tree, level, { cluster, point }, window);
  return out;
}

/**
 * Clusters of a level of a hierarchy. They stand where the points that pass have their centre of gravity; one that has a single such
 * point left is that point, one that has none is not there.
 */
export function treeClusters(tree: ClusterTree, input: ClusterInput): Clusters {
  const { points, slotOf } = input;
  const passes = (point: number) => slotOf[points.rows ? (points.rows[point] as number) : point] !== 0;
  const { entries, centers, sizes, shares, selected, alone } = collected(tree, input, passes);
  return {
    kind: 'tree',
    input,
    count: entries.length,
    centers: Float64Array.from(centers),
    sizes: Uint32Array.from(sizes),
    shares: Uint32Array.from(shares),
    selected: Uint8Array.from(selected),
    alone: Uint32Array.from(alone).sort(),
    pointsOf(index) {
      const from = tree.start[entries[index] as number] as number;
      return tree.order.slice(from, from + (tree.count[entries[index] as number] as number)).filter(passes).sort();
    },
    splitLevel: (index) => splitLevel(tree, entries[index] as number, passes),
  };
}
