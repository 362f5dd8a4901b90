/** Which clusters a frame shows, kept while the map moves within them. */
import { inSlices } from '../shared/in-slices.js';
import { clustering, clustersOf, MAX_CELLS, type ClusterInput } from './cluster.js';
import { shareOfSlot, sharesOf } from './cluster-shares.js';
import { TreeRequest } from './cluster-store.js';
import { treeClusters } from './cluster-tree.js';
import type { Clusters, ClusterSource, ShownClusters } from './cluster-types.js';
import { worldShifts, type Extent, type View } from './view.js';

/** How clusters are found: counted anew on each level, from a hierarchy, or whichever suits the number of points. */
export type ClusterKind = 'auto' | 'live' | 'hierarchical';

/**
 * From so many points that pass, `auto` takes a hierarchy. Fewer are counted in less than a millisecond, and need neither a worker nor
 * a second copy of their places.
 */
export const TREE_FROM = 20_000;

/** Zoom level the hierarchy begins at. Nearer to the ground so few points are in view that they are counted anew. */
const FINEST_ZOOM = 18;
/** More points than this are counted over several frames while the hierarchy is built. */
const MOST_AT_ONCE = 20_000;
/** Levels below the present one, where a map counts no zoom. */
const DEEPER = 8;

/**
 * Level of a view, and map units a px at level 0. A level is a whole zoom level, with the sign turned: clusters stand still while the
 * zoom moves a little, and at whole levels they are as far apart as the layer asks. Without a zoom, whole powers of two.
 */
export function clusterLevel({ resolution, zoom }: View): { readonly level: number; readonly unit: number } {
  if (zoom === undefined) return { level: Math.round(Math.log2(resolution)), unit: 1 };
  // Ten digits: the rest is noise of the zoom, and the unit must stay the same from frame to frame.
  return { level: -Math.round(zoom), unit: Number((resolution * 2 ** zoom).toPrecision(10)) };
}

function contains(outer: Extent, inner: Extent): boolean {
  return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
}

function clipped(a: Extent, b: Extent): Extent {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

function grown(seen: Extent, part: number): Extent {
  const width = part * (seen[2] - seen[0]);
  const height = part * (seen[3] - seen[1]);
  return [seen[0] - width, seen[1] - height, seen[2] + width, seen[3] + height];
}

/** For the grid: all the data if that is few cells, else the view and its surroundings. */
function windowFor(data: Extent, seen: Extent, distance: number): Extent {
  const cells = ((data[2] - data[0]) / distance + 2) * ((data[3] - data[1]) / distance + 2);
  return cells <= MAX_CELLS ? data : grown(seen, 1);
}

/** Rows that pass; those of several points count once. */
function passingCount({ of }: ClusterSource['slots']): number {
  let count = 0;
  for (let row = 0; row < of.length; row++) if (of[row] !== 0) count++;
  return count;
}

type Parts = Omit<ClusterInput, 'base' | 'level' | 'distance' | 'window'>;

interface Kept {
  readonly level: number;
  readonly fromTree: boolean;
  readonly clusters: Clusters;
}

/** Keeps the clusters of a layer up to date. */
export class ClusterFrame {
  readonly #redraw: () => void;
  #source?: ClusterSource;
  #parts?: Parts;
  #many = false;
  #kept: Kept[] = [];
  #request?: TreeRequest;
  /** A live grid that is being counted. */
  #counting: { readonly level: number; readonly window: Extent; readonly stop: () => void } | undefined;
  /** What the last frame asked for. */
  #asked: { readonly level: number; readonly base: number; readonly seen: Extent } | undefined;
  /** What was last shown, to stand in for a grid that is being counted. */
  #last: ShownClusters[] = [];

  /** @param redraw Called when a hierarchy has come. */
  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  /** Whether the hierarchy is still being built, so that the live grid stands in for it. */
  get isWaiting(): boolean {
    return this.#request !== undefined && !this.#request.tree;
  }

  /** Whether what is shown stands in for clusters that are still being counted. */
  get isCounting(): boolean {
    return this.#counting !== undefined;
  }

  /**
   * Clusters for a frame.
   * @param growing More points are to come: a hierarchy of these would be thrown away.
   */
  shown(source: ClusterSource, view: View, kind: ClusterKind, growing = false): ShownClusters[] {
    this.#use(source);
    const { points, style } = source;
    const { level, unit } = clusterLevel(view);
    const base = style.clusterDistance * unit;
    const tree = growing && this.#request?.points !== points ? undefined : this.#treeFor(source, base, kind, view.zoom === undefined ? level - DEEPER : -FINEST_ZOOM, level);
    const used: Kept[] = [];
    const slowly = tree === undefined && (growing || this.isWaiting) && points.xy.length > 2 * MOST_AT_ONCE;
    const shown: ShownClusters[] = [];
    for (const shift of worldShifts(view, points.extent, style.clusterDistance)) {
      const [minX, minY, maxX, maxY] = view.extent;
      const seen: Extent = [minX - shift, minY, maxX - shift, maxY];
      const needed = clipped(seen, points.extent);
      this.#asked = { level, base, seen };
      let kept = [...this.#kept, ...used].find(({ clusters, ...one }) => one.level === level && one.fromTree === (tree !== undefined) && contains(clusters.input.window, needed));
      if (!kept && slowly) {
        this.#count(this.#inputFor(level, base, seen, false), needed);
        return this.#last;
      }
      kept ??= this.#make(level, base, seen, tree);
      if (!used.includes(kept)) used.push(kept);
      shown.push({ shift, clusters: kept.clusters });
    }
    this.#stopCounting();
    this.#kept = used;
    this.#last = shown;
    return shown;
  }

  /** The hierarchy is there: its clusters are found before the frame that shows them. */
  #treeCame(): void {
    const asked = this.#asked;
    const tree = this.#request?.tree;
    if (tree && asked && asked.level >= tree.finest) this.#kept.push(this.#make(asked.level, asked.base, asked.seen, tree));
    this.#redraw();
  }

  /** Counts a live grid over several frames. */
  #count(input: ClusterInput, needed: Extent): void {
    const { level, window } = input;
    if (this.#counting?.level === level && contains(this.#counting.window, needed)) return;
    this.#stopCounting();
    const done = (clusters: Clusters) => {
      this.#counting = undefined;
      this.#kept.push({ level, fromTree: false, clusters });
      this.#redraw();
    };
    this.#counting = { level, window, stop: inSlices(clustering(input), done) };
  }

  #stopCounting(): void {
    this.#counting?.stop();
    this.#counting = undefined;
  }

  clear(): void {
    this.#stopCounting();
    this.#asked = undefined;
    this.#kept = this.#last = [];
    this.#source = undefined;
    this.#request?.leave();
    this.#request = undefined;
  }

  #use(source: ClusterSource): void {
    const last = this.#source;
    if (last?.points === source.points && last.slots === source.slots && last.style === source.style) return;
    this.#kept = [];
    this.#stopCounting();
    this.#source = source;
    const { points, slots, style } = source;
    const shares = sharesOf(style.classes);
    const selectedFrom = slots.list.length / 2 + 1;
    const classOfSlot = shareOfSlot(shares, slots.list);
    this.#parts = { points, slotOf: slots.of, classOfSlot, classCount: shares.colors.length, selectedFrom };
    if (last?.slots !== slots) this.#many = passingCount(slots) >= TREE_FROM;
  }

  #make(level: number, base: number, seen: Extent, tree: TreeRequest['tree']): Kept {
    const input = this.#inputFor(level, base, seen, tree !== undefined);
    return { level, fromTree: tree !== undefined, clusters: tree ? treeClusters(tree, input) : clustersOf(input) };
  }

  #inputFor(level: number, base: number, seen: Extent, fromTree: boolean): ClusterInput {
    const parts = this.#parts as Parts;
    const distance = base * 2 ** level;
    return { ...parts, base, level, distance, window: fromTree ? grown(seen, 0.5) : windowFor(parts.points.extent, seen, distance) };
  }

  /** The hierarchy, if the frame is to be drawn from it and it is there. */
  #treeFor({ points }: ClusterSource, base: number, kind: ClusterKind, finest: number, level: number): TreeRequest['tree'] {
    const wanted = kind === 'hierarchical' || (kind === 'auto' && this.#many);
    const request = this.#request;
    const same = request?.points === points && request.base === base && (request.finest === finest || level >= request.finest);
    // A filter that leaves few points keeps its hierarchy: it may go again. Points that are gone do not.
    if (request && (!same || kind === 'live')) {
      request.leave();
      this.#request = undefined;
    }
    if (!wanted) return undefined;
    this.#request ??= new TreeRequest(points, base, finest, () => this.#treeCame());
    return level >= this.#request.finest ? this.#request.tree : undefined;
  }
}
