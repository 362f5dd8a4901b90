/** Points, clusters and their labels, in the order they lie on each other. */
import type { Picture, Scene } from './canvas-renderer.js';
import { rowsOfCluster } from './cluster.js';
import { ClusterFrame } from './cluster-frame.js';
import { drawCluster, drawnClusters, type DrawnCluster } from './cluster-painter.js';
import type { Seen } from './collect.js';
import { boundsOfRows, pointsOf, type PointSet } from './geometry.js';
import { pointHits, topFirst } from './hits.js';
import type { Box } from './labels.js';
import { LabelPainter, type LabelSpot } from './label-painter.js';
import { PointPainter, type PointFrame } from './point-painter.js';
import type { ClusterHit, DrawTarget } from './types.js';
import { mapPoint, worldShifts, type View } from './view.js';

/** With more symbols than this labels would find no room at all. */
const MOST_BLOCKING = 1000;
/** Share of a symbol that no label may cover: its middle, not its edge. */
const BLOCKING = 0.7;

type SeenIn = Seen & { readonly stride: number; readonly margin: number };

function around(x: number, y: number, radius: number): Box {
  return [x - radius, y - radius, x + radius, y + radius];
}

/** Spots for labels: selected symbols first, then the highest classes. */
function* spotsOf({ slots, style, view }: PointFrame, seen: SeenIn): Iterable<LabelSpot> {
  const plain = slots.list.length / 2;
  const proportional = new Set(slots.list.map((slot) => slot.diameter)).size > 1;
  const order = slots.list.map((_, index) => index);
  // Large symbols lie below small ones but are the ones to name.
  const unselected = order.slice(0, plain);
  const wanted = [...order.slice(plain).reverse(), ...(proportional ? unselected : unselected.reverse())];
  for (const index of wanted) {
    const radius = ((slots.list[index]?.diameter ?? style.size) / 2) * view.pixelRatio;
    for (let i = seen.start[index + 1] as number; i < (seen.start[index + 2] as number); i++) {
      const at = seen.positions[i] as number;
      const x = (at % seen.stride) - seen.margin;
      const y = Math.floor(at / seen.stride) - seen.margin;
      yield { row: seen.rows[i] as number, x, y, radius };
    }
  }
}

/** The picture of a point layer. */
export class PointPicture implements Picture {
  readonly #painter = new PointPainter();
  readonly #labels = new LabelPainter();
  readonly #clusters = new ClusterFrame();
  #discs: DrawnCluster[] = [];
  /** Points that stand alone between clusters, in the last frame; undefined without clusters. */
  #alone?: Uint32Array;
  #points?: PointSet;

  draw(scene: Scene, target: DrawTarget): void {
    const { columns, style, slots } = scene;
    const points = pointsOf(columns.geometry, target.view.projection);
    this.#points = points;
    this.#findClusters(scene, points, target.view);
    const frame: PointFrame = { ...target, points, slots, style, ...(this.#alone && { only: this.#alone }) };
    const seen = this.#painter.draw(frame);
    if (columns.hover >= 0 && this.#standsAlone(columns.hover)) this.#painter.drawHover(frame, columns.hover);
    for (const disc of this.#discs) {
      drawCluster(target, disc, style);
      target.taken?.block(around(disc.x, disc.y, disc.radius));
    }
    if (target.taken && seen.count <= MOST_BLOCKING)
      for (const { x, y, radius } of spotsOf(frame, seen)) target.taken.block(around(x, y, radius * BLOCKING));
    if (columns.label && seen.count > 0) this.#labels.draw(target, style, columns.label, spotsOf(frame, seen));
  }

  hitsAt(scene: Scene, view: View, x: number, y: number, tolerance: number): number[] {
    if (!this.#points || this.#discAt(x, y)) return [];
    const points = this.#points;
    const [mapX, mapY] = mapPoint(view, x, y);
    const unit = view.resolution;
    const hits = worldShifts(view, points.extent, 64).flatMap((shift) =>
      pointHits(points, scene.slots, { x: mapX - shift, y: mapY, tolerance: tolerance * unit, unit }, this.#alone),
    );
    return topFirst(hits);
  }

  clusterAt(scene: Scene, x: number, y: number): ClusterHit | undefined {
    const disc = this.#discAt(x, y);
    if (!disc) return undefined;
    const { clusters } = disc.shown;
    const rows = rowsOfCluster(clusters, disc.index);
    const bounds = boundsOfRows(scene.columns.geometry, rows);
    return { count: clusters.sizes[disc.index] as number, rows, bounds };
  }

  clear(): void {
    this.#clusters.clear();
    this.#labels.clear();
    this.#discs = [];
    this.#alone = undefined;
    this.#points = undefined;
  }

  #findClusters({ style, slots }: Scene, points: PointSet, view: View): void {
    if (!(style.clusterDistance > 0)) {
      this.#discs = [];
      this.#alone = undefined;
      return;
    }
    const shown = this.#clusters.shown({ points, slots, style }, view);
    this.#discs = drawnClusters(shown, view, style);
    const alone = new Set<number>();
    for (const { clusters } of shown) for (const index of clusters.alone) alone.add(index);
    this.#alone = Uint32Array.from(alone).sort();
  }

  #standsAlone(row: number): boolean {
    if (!this.#alone || !this.#points) return true;
    const { rows } = this.#points;
    return this.#alone.some((index) => (rows ? rows[index] : index) === row);
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
