/** Points as clusters: finds them, draws them, answers for them. */
import { ClusterFrame, clusterLevel, type ClusterKind } from './cluster-frame.js';
import { ClusterMotion } from './cluster-motion.js';
import { clusterDiameter, ClusterPainter, drawnClusters, type DrawnCluster } from './cluster-painter.js';
import { levelApart, subset } from './cluster-split.js';
import type { ClusterDrawing, ClusterSource, ShownClusters, StandAlone } from './cluster-types.js';
import { boundsOfRows, type PointSet } from './geometry.js';
import { extentOf } from './grid-index.js';
import { Spider, type OpenSpider } from './spider.js';
import type { ClusterHit, DrawTarget } from './types.js';
import { devicePoint, type Extent, type View } from './view.js';

/** What a clustered layer decides. */
export interface ClusterChoice {
  readonly kind: ClusterKind;
  /** More points are to come: no hierarchy is built of those that are there. */
  readonly growing?: boolean;
  /** Last zoom level with clusters; no last one when absent. */
  readonly maxZoom?: number | undefined;
}

/** What a picture of clusters needs of the layer it belongs to. */
export interface ClusterOwner {
  /** Asks for another frame. */
  redraw(): void;
  /** The opened cluster was closed, because the map moved or the rows changed. */
  closed(): void;
  /** Whether the reader asked for no motion. */
  still(): boolean;
}

/** A part of a cluster is nearer to it than so many distances. */
const REACH = 2;

/** Half a step above a zoom level: a level that was asked for still counts. */
const ZOOM_SLACK = 0.01;

/** A cluster under the pointer; what costs time is found when it is asked for. */
class FoundCluster implements ClusterHit {
  readonly count: number;
  readonly #disc: DrawnCluster;
  readonly #geometry: ClusterSource['geometry'];
  readonly #unit: number;
  #rows?: Uint32Array;

  /** @param unit Map units a px at level 0. */
  constructor(disc: DrawnCluster, { geometry, style }: ClusterSource) {
    this.#disc = disc;
    this.#geometry = geometry;
    this.#unit = disc.shown.clusters.input.base / style.clusterDistance;
    this.count = disc.shown.clusters.sizes[disc.index] as number;
  }

  get rows(): Uint32Array {
    if (!this.#rows) {
      const { clusters } = this.#disc.shown;
      const { rows } = clusters.input.points;
      const points = clusters.pointsOf(this.#disc.index);
      this.#rows = rows ? Uint32Array.from(new Set(points.map((point) => rows[point] as number))).sort() : points;
    }
    return this.#rows;
  }

  get bounds(): Extent {
    return boundsOfRows(this.#geometry, this.rows);
  }

  get splitResolution(): number | undefined {
    const { clusters } = this.#disc.shown;
    const { index } = this.#disc;
    const { points, base, level } = clusters.input;
    const split = clusters.splitLevel(index) ?? levelApart(subset(points, clusters.pointsOf(index)), base, level);
    // The coarsest resolution that still shows this level.
    return split === undefined ? undefined : this.#unit * 2 ** (split + 0.499);
  }
}

/** Points that stand alone in any world, ascending. */
function aloneOf(shown: readonly ShownClusters[]): Uint32Array {
  const lists = [...new Set(shown.map(({ clusters }) => clusters.alone))];
  if (lists.length <= 1) return lists[0] ?? new Uint32Array(0);
  const all = new Set<number>();
  for (const list of lists) for (const point of list) all.add(point);
  return Uint32Array.from(all).sort();
}

/** The clusters of one layer. */
export class ClusterPicture implements ClusterDrawing {
  readonly #choice: () => ClusterChoice;
  readonly #owner: ClusterOwner;
  readonly #frame: ClusterFrame;
  readonly #motion = new ClusterMotion();
  readonly #painter = new ClusterPainter();
  #shown: ShownClusters[] = [];
  #level = 0;
  /** Where clusters belong, smallest last; what answers. */
  #discs: DrawnCluster[] = [];
  #spider?: Spider;
  #source?: ClusterSource;
  #view?: View;

  constructor(choice: () => ClusterChoice, owner: ClusterOwner) {
    this.#choice = choice;
    this.#owner = owner;
    this.#frame = new ClusterFrame(() => owner.redraw());
  }

  /** Whether a hierarchy is being built while the live grid stands in for it. */
  get isWaiting(): boolean {
    return this.#frame.isWaiting;
  }

  /** The opened cluster. */
  get spider(): OpenSpider | undefined {
    return this.#spider;
  }

  /** Opens the cluster at a place in CSS px: its rows stand at the ends of legs until the map moves. */
  open(x: number, y: number): OpenSpider | undefined {
    const view = this.#view;
    const source = this.#source;
    const disc = view && this.#discAt(x * view.pixelRatio, y * view.pixelRatio);
    if (!disc || !source) return undefined;
    const { clusters, shift } = disc.shown;
    const center = [(clusters.centers[2 * disc.index] as number) + shift, clusters.centers[2 * disc.index + 1] as number] as const;
    this.#spider = new Spider(new FoundCluster(disc, source).rows, center, view, source.style.textScale);
    this.#owner.redraw();
    return this.#spider;
  }

  /** Closes the opened cluster. */
  close(): void {
    if (!this.#spider) return;
    this.#spider = undefined;
    this.#owner.redraw();
    this.#owner.closed();
  }

  /** Puts the keyboard on a leg; −1 takes it away. */
  focusLeg(leg: number): void {
    if (!this.#spider || this.#spider.focused === leg) return;
    this.#spider.focused = leg;
    this.#owner.redraw();
  }

  frame(source: ClusterSource, target: DrawTarget): StandAlone | undefined {
    const { view } = target;
    this.#view = view;
    this.#source = source;
    const { kind, growing = false, maxZoom = Infinity } = this.#choice();
    if (this.#spider && !this.#spider.fits(view, source.slots)) this.close();
    if (view.zoom !== undefined && view.zoom > maxZoom + ZOOM_SLACK) {
      this.#forget();
      return this.#spider ? { points: source.points, over: this.#spider.points(view) } : undefined;
    }
    const before = this.#shown;
    const { level } = clusterLevel(view);
    this.#shown = this.#frame.shown(source, view, kind, growing);
    if (this.#frame.isCounting) {
      (target.wait ?? target.again)?.();
      this.#painter.warm(target, source.style);
    }
    this.#play(before, level);
    this.#level = level;
    this.#discs = drawnClusters(this.#shown, view, source.style);
    const over = this.#spider && { over: this.#spider.points(view) };
    const alone = aloneOf(this.#shown);
    return { ...(this.#movedAlone(source.points, alone) ?? { points: source.points, only: alone }), alone, ...over };
  }

  draw(target: DrawTarget): void {
    const { context, view } = target;
    const style = this.#source?.style;
    if (!style) return;
    const part = this.#motion.part(performance.now());
    if (part < 1) {
      context.globalAlpha = 1 - part;
      for (const disc of this.#leavingDiscs(view, part, style)) this.#painter.draw(target, disc, style);
      context.globalAlpha = 1;
      target.again?.();
    }
    const centersOf = ({ clusters }: ShownClusters) => this.#motion.placesAt(clusters, part) ?? clusters.centers;
    const discs = part < 1 ? drawnClusters(this.#shown, view, style, centersOf) : this.#discs;
    for (const disc of discs) {
      this.#painter.draw(target, disc, style);
      target.taken?.block([disc.x - disc.radius, disc.y - disc.radius, disc.x + disc.radius, disc.y + disc.radius]);
    }
    if (!this.#spider) return;
    this.#spider.draw(target, style);
    const hub = this.#discAt(...this.#spider.middle(view));
    if (hub) this.#painter.draw(target, hub, style);
  }

  hitsAt(x: number, y: number, tolerance: number): number[] | undefined {
    const ratio = this.#view?.pixelRatio ?? 1;
    const legs = this.#spider?.rowsAt(x / ratio, y / ratio, (this.#source?.style.size ?? 0) / 2 + tolerance) ?? [];
    if (legs.length > 0) return legs;
    return this.#discAt(x, y) ? [] : undefined;
  }

  clusterAt(x: number, y: number): ClusterHit | undefined {
    const disc = this.hitsAt(x, y, 0)?.length === 0 ? this.#discAt(x, y) : undefined;
    return disc && this.#source && new FoundCluster(disc, this.#source);
  }

  clear(): void {
    const opened = this.#spider !== undefined;
    this.#spider = undefined;
    if (opened) this.#owner.closed();
    this.#forget();
    this.#frame.clear();
    this.#source = undefined;
    this.#view = undefined;
  }

  #forget(): void {
    this.#shown = [];
    this.#discs = [];
    this.#motion.end();
  }

  /** A new zoom level, or the hierarchy in the place of the live grid, moves; a filter does not: numbers change where they are. */
  #play(before: readonly ShownClusters[], level: number): void {
    const clustersOf = (shown: readonly ShownClusters[]) => [...new Set(shown.map(({ clusters }) => clusters))];
    const [old, now] = [clustersOf(before), clustersOf(this.#shown)];
    const same = old[0] && now[0] && old[0].input.slotOf === now[0].input.slotOf && old[0].input.points === now[0].input.points;
    if (!same || now.every((one) => old.includes(one))) return;
    const fromTree = level === this.#level && old[0]?.kind !== now[0]?.kind;
    if ((level === this.#level && !fromTree) || this.#owner.still()) return;
    const reach = REACH * Math.max(old[0]?.input.distance ?? 0, now[0]?.input.distance ?? 0);
    this.#motion.begin(old, now, reach, level > this.#level, performance.now());
  }

  /** Lone points on their way, as points of their own. */
  #movedAlone(points: PointSet, only: Uint32Array): StandAlone | undefined {
    const part = this.#motion.part(performance.now());
    const [first] = this.#shown;
    const places = part < 1 && this.#shown.length === 1 && first ? this.#motion.placesAt(first.clusters, part) : undefined;
    if (!places || !first) return undefined;
    const xy = places.subarray(first.clusters.centers.length);
    const rows = points.rows ? only.map((point) => points.rows?.[point] as number) : only;
    return { points: { xy, rows, extent: extentOf(xy) } };
  }

  #leavingDiscs(view: View, part: number, style: ClusterSource['style']): DrawnCluster[] {
    return this.#motion.leaving.flatMap(({ clusters, index, from, to }) => {
      const radius = (clusterDiameter(clusters.sizes[index] as number, style.textScale) / 2) * view.pixelRatio;
      return this.#shown.map(({ shift }) => {
        const [x, y] = devicePoint(view, from[0] + (to[0] - from[0]) * part + shift, from[1] + (to[1] - from[1]) * part);
        return { x, y, radius, index, shown: { shift, clusters } };
      });
    });
  }

  #discAt(x: number, y: number): DrawnCluster | undefined {
    // Drawn last is on top.
    for (let i = this.#discs.length - 1; i >= 0; i--) {
      const disc = this.#discs[i] as DrawnCluster;
      if ((disc.x - x) ** 2 + (disc.y - y) ** 2 <= disc.radius ** 2) return disc;
    }
    return undefined;
  }
}
