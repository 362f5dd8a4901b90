/** Which clusters a frame shows, kept while the map moves within them. */
import { inSlices } from '../shared/in-slices.js';
import { clustering, clustersOf, MAX_CELLS, type ClusterInput } from './cluster.js';
import { shareOfSlot, sharesOf } from './cluster-shares.js';
import { TreeRequest } from './cluster-store.js';
import { treeClusters } from './cluster-tree.js';
import type { Clusters, ClusterSource, ShownClusters } from './cluster-types.js';
import { countIn, type PointSet } from './geometry.js';
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
/**
 * More points than these are counted over several frames: of points that have just come, and of those of the last picture. To draw what stands in meanwhile takes
 * as long as counting some hundred thousand.
 */
const MOST_AT_ONCE = { first: 20_000, next: 300_000 };
/** A view that moves shows what lies half of it around it soon. */
const AHEAD = 0.5;
/** At rest, what stands beside the view and reaches into it: a part of the view and so many distances. */
const BESIDE = { part: 1 / 16, distances: 2 };
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

/** Around a view, no more than it needs. */
function around(seen: Extent, distance: number, moving: boolean): Extent {
  if (moving) return grown(seen, AHEAD);
  const [minX, minY, maxX, maxY] = grown(seen, BESIDE.part);
  const beside = BESIDE.distances * distance;
  return [minX - beside, minY - beside, maxX + beside, maxY + beside];
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

/** What a frame asks for. */
interface Asked {
  readonly level: number;
  readonly base: number;
  readonly seen: Extent;
  readonly moving: boolean;
  /** A hierarchy is to come: what is counted until then is for this view only. */
  readonly standIn: boolean;
  /** The hierarchy takes the place of the grid as soon as it is there, and not only when the level changes. */
  readonly nested: boolean;
}

/** Keeps the clusters of a layer up to date. */
export class ClusterFrame {
  readonly #redraw: () => void;
  #source?: ClusterSource;
  #parts?: Parts;
  /** Rows that pass. */
  #passing = 0;
  #kept: Kept[] = [];
  #request?: TreeRequest;
  /** A live grid that is being counted. */
  #counting: { readonly level: number; readonly window: Extent; readonly points: PointSet; readonly stop: () => void } | undefined;
  /** What the last frame asked for. */
  #asked: Asked | undefined;
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
    const wanted = kind === 'hierarchical' || (kind === 'auto' && this.#passing >= TREE_FROM);
    const finest = view.zoom === undefined ? level - DEEPER : -FINEST_ZOOM;
    this.#leave(points, base, level, finest, kind);
    const mayAsk = wanted && !(growing && this.#request?.points !== points);
    const isNew = this.#last[0]?.clusters.input.points !== points;
    // The first picture before the hierarchy: together they would take longer, and hold each other up.
    if (mayAsk && (kind === 'hierarchical' || !isNew)) this.#ask(points, base, finest);
    const tree = mayAsk && this.#request && level >= this.#request.finest ? this.#request.tree : undefined;
    const used: Kept[] = [];
    const shown: ShownClusters[] = [];
    for (const shift of worldShifts(view, points.extent, style.clusterDistance)) {
      const [minX, minY, maxX, maxY] = view.extent;
      const seen: Extent = [minX - shift, minY, maxX - shift, maxY];
      const asked: Asked = { level, base, seen, moving: view.moving, standIn: wanted, nested: kind === 'hierarchical' };
      const needed = clipped(seen, points.extent);
      this.#asked = asked;
      let kept = this.#keptFor(asked, needed, tree !== undefined, used);
      if (!kept && tree === undefined) {
        const input = this.#inputFor(asked, false);
        if (countIn(points, input.window) > MOST_AT_ONCE[isNew ? 'first' : 'next']) {
          this.#count(input, needed, shift);
          return this.#last;
        }
      }
      kept ??= this.#make(asked, tree);
      if (!used.includes(kept)) used.push(kept);
      shown.push({ shift, clusters: kept.clusters });
    }
    this.#stopCounting();
    this.#kept = used;
    this.#last = shown;
    if (mayAsk) this.#ask(points, base, finest);
    return shown;
  }

  /** What is there already. A grid that was shown stays, where nesting is not asked for: nobody expects a picture to change that has been complete. */
  #keptFor({ level, nested }: Asked, needed: Extent, fromTree: boolean, used: readonly Kept[]): Kept | undefined {
    return [...this.#kept, ...used].find((one) => one.level === level && (one.fromTree === fromTree || (fromTree && !nested)) && contains(one.clusters.input.window, needed));
  }

  /** The hierarchy is there: its clusters are found before the frame that shows them. */
  #treeCame(): void {
    const asked = this.#asked;
    const tree = this.#request?.tree;
    if (asked && !asked.nested && !this.isCounting) return;
    if (tree && asked && asked.level >= tree.finest) this.#kept.push(this.#make(asked, tree));
    this.#redraw();
  }

  /** Counts a live grid over several frames. A filter that moves faster is counted after it, and what was counted stands until then. */
  #count(input: ClusterInput, needed: Extent, shift: number): void {
    const { level, window, points } = input;
    const parts = this.#parts;
    const counting = this.#counting;
    if (counting?.level === level && counting.points === points && contains(counting.window, needed)) return;
    this.#stopCounting();
    const done = (clusters: Clusters) => {
      this.#counting = undefined;
      if (parts === this.#parts) this.#kept.push({ level, fromTree: false, clusters });
      else this.#last = [{ shift, clusters }];
      this.#redraw();
    };
    this.#counting = { level, window, points, stop: inSlices(clustering(input), done) };
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
    this.#source = source;
    const { points, slots, style } = source;
    const shares = sharesOf(style.classes);
    const selectedFrom = slots.list.length / 2 + 1;
    const classOfSlot = shareOfSlot(shares, slots.list);
    if (last?.slots !== slots) this.#passing = passingCount(slots);
    this.#parts = { points, slotOf: slots.of, classOfSlot, classCount: shares.colors.length, selectedFrom, all: this.#passing === slots.of.length };
  }

  #make(asked: Asked, tree: TreeRequest['tree']): Kept {
    const input = this.#inputFor(asked, tree !== undefined);
    return { level: asked.level, fromTree: tree !== undefined, clusters: tree ? treeClusters(tree, input) : clustersOf(input) };
  }

  #inputFor({ level, base, seen, moving, standIn }: Asked, fromTree: boolean): ClusterInput {
    const parts = this.#parts as Parts;
    const distance = base * 2 ** level;
    const window = fromTree || standIn ? around(seen, distance, moving) : windowFor(parts.points.extent, seen, distance);
    return { ...parts, base, level, distance, window };
  }

  /** A filter that leaves few points keeps its hierarchy: it may go again. Points that are gone do not. */
  #leave(points: PointSet, base: number, level: number, finest: number, kind: ClusterKind): void {
    const request = this.#request;
    const same = request?.points === points && request.base === base && (request.finest === finest || level >= request.finest);
    if (!request || (same && kind !== 'live')) return;
    request.leave();
    this.#request = undefined;
  }

  #ask(points: PointSet, base: number, finest: number): void {
    this.#request ??= new TreeRequest(points, base, finest, () => this.#treeCame());
  }
}
