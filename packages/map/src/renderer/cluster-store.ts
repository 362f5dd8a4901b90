/** Hierarchies of points, one for each point set and distance, shared by all layers that draw them. */
import { clusterTree, type ClusterTree } from '@yizhangtu/data/cluster';
import { placesIn, type PointSet } from './geometry.js';

interface Entry {
  tree?: ClusterTree;
  /** Who waits for it; nobody left means that it is not needed any more. */
  readonly waiting: Set<() => void>;
  readonly stop: AbortController;
}

// As long as the points live, so do their trees.
const stored = new WeakMap<PointSet, Map<string, Entry>>();

function begin(points: PointSet, base: number, finest: number, forget: () => void): Entry {
  const entry: Entry = { waiting: new Set(), stop: new AbortController() };
  const { signal } = entry.stop;
  // After the frame that asks: copying very many places takes as long as drawing it.
  const later = new Promise<void>((resolve) => setTimeout(resolve));
  later.then(() => clusterTree({ xy: placesIn(points), distance: base, finest }, signal)).then(
    (tree) => {
      entry.tree = tree;
      const told = [...entry.waiting];
      entry.waiting.clear();
      for (const tell of told) tell();
    },
    // Not enough memory: the live grid goes on, and nobody asks again for the same points.
    () => signal.aborted && forget(),
  );
  return entry;
}

/** The hierarchy one layer asked for. */
export class TreeRequest {
  readonly points: PointSet;
  readonly base: number;
  readonly finest: number;
  readonly #key: string;
  readonly #entry: Entry;
  readonly #tell: () => void;

  /**
   * Asks for a hierarchy; it may be there at once.
   * @param base Cluster distance at level 0, map units.
   * @param finest First level.
   * @param tell Called when it comes later.
   */
  constructor(points: PointSet, base: number, finest: number, tell: () => void) {
    this.points = points;
    this.base = base;
    this.finest = finest;
    const key = `${base} ${finest}`;
    this.#key = key;
    this.#tell = tell;
    const trees = stored.get(points) ?? new Map<string, Entry>();
    stored.set(points, trees);
    const entry = trees.get(key) ?? begin(points, base, finest, () => trees.delete(key));
    trees.set(key, entry);
    this.#entry = entry;
    if (!entry.tree) entry.waiting.add(tell);
  }

  get tree(): ClusterTree | undefined {
    return this.#entry.tree;
  }

  /** Lets go; a hierarchy nobody waits for is not built to its end. */
  leave(): void {
    const { waiting, stop, tree } = this.#entry;
    if (tree || !waiting.delete(this.#tell) || waiting.size > 0) return;
    stored.get(this.points)?.delete(this.#key);
    stop.abort();
  }
}
