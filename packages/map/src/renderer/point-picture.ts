/** Points, clusters and their labels, in the order they lie on each other. */
import type { Geometry } from '@yizhangtu/data/model';
import type { Steps } from '@yizhangtu/data/steps';
import type { Picture, Scene } from './canvas-renderer.js';
import type { ClusterDrawing, StandAlone } from './cluster-types.js';
import { pointsInSlices, pointsOf, readyingPoints, type PointSet } from './geometry.js';
import { countUnder } from './grid-index.js';
import { pointHits, topFirst } from './hits.js';
import type { Box } from './taken-boxes.js';
import { spotsOf } from './label-spots.js';
import { LateLabels } from './late-labels.js';
import { PointPainter, type PointFrame } from './point-painter.js';
import type { ClusterHit, DrawTarget } from './types.js';
import { worldShifts, type View } from './view.js';

/** With more symbols than this labels would find no room at all. */
const MOST_BLOCKING = 1000;
/** Share of a symbol that no label may cover: its middle, not its edge. */
const BLOCKING = 0.7;

/** Whether there may be so few points in view that they keep labels away. */
function mayBlock({ grid }: PointSet, view: View): boolean {
  return !grid || countUnder(grid, view.extent) <= 4 * MOST_BLOCKING;
}

function around(x: number, y: number, radius: number): Box {
  return [x - radius, y - radius, x + radius, y + radius];
}

/** Nothing, while the code that draws clusters is on its way: points that are to be clustered must not flash up. */
const NO_POINTS = new Uint32Array(0);

/** What draws the symbols of a point layer. */
export type PointPainting = Pick<PointPainter, 'draw' | 'drawHover' | 'rest'>;

/** The picture of a point layer. */
export class PointPicture implements Picture {
  readonly #painter: PointPainting;
  readonly #labels = new LateLabels();
  #clusters?: ClusterDrawing | undefined;
  /** Points that stand alone between clusters, in the last frame; undefined without clusters. */
  #alone?: Uint32Array | undefined;
  #points: PointSet | undefined;

  constructor(painter: PointPainting = new PointPainter()) {
    this.#painter = painter;
  }

  ready({ columns }: Scene, projection: string): void {
    pointsInSlices(columns.geometry, projection);
  }

  readying(geometry: Geometry, projection: string): Steps<unknown> {
    return readyingPoints(geometry, projection);
  }

  draw(scene: Scene, target: DrawTarget): void {
    const { columns, style, slots } = scene;
    const code = target.view.projection;
    const points = target.again ? pointsInSlices(columns.geometry, code) : pointsOf(columns.geometry, code);
    this.#points = points;
    if (!points) {
      target.again?.();
      return;
    }
    const shown = this.#standAlone(scene, points, target);
    const few = mayBlock(points, target.view);
    const frame: PointFrame = { ...target, slots, style, turns: columns.turns, points: shown.points, withRows: columns.label !== undefined && (few || shown.only !== undefined), ...(shown.only && { only: shown.only }) };
    const seen = this.#painter.draw(frame, few);
    if (columns.hover >= 0 && this.#standsAlone(columns.hover)) this.#painter.drawHover(frame, columns.hover);
    this.#clusters?.draw(target);
    if (target.taken && seen.count <= MOST_BLOCKING)
      for (const { x, y, radius } of spotsOf(frame, seen)) target.taken.block(around(x, y, radius * BLOCKING));
    if (columns.label && seen.count > 0) this.#labels.draw(target, style, columns.label, ({ firstSpots }) => (seen.rows ? spotsOf(frame, seen) : firstSpots(frame, seen)));
    if (shown.over) this.#drawOver({ ...target, slots, style, turns: columns.turns, points: shown.over, clipped: true }, columns.hover);
  }

  hitsAt(scene: Scene, view: View, x: number, y: number, tolerance: number): number[] {
    const clustered = this.#clusters?.hitsAt(x, y, tolerance);
    if (!this.#points || clustered) return clustered ?? [];
    const points = this.#points;
    const probe = { view, x, y, tolerance, shape: scene.style.shape, turns: scene.columns.turns };
    const hits = worldShifts(view, points.extent, 64).flatMap((shift) => pointHits(points, scene.slots, { ...probe, shift }, this.#alone));
    return topFirst(hits);
  }

  clusterAt(_scene: Scene, x: number, y: number): ClusterHit | undefined {
    return this.#clusters?.clusterAt(x, y);
  }

  rest(): void {
    this.#painter.rest();
  }

  clear(): void {
    this.#painter.rest();
    this.#clusters?.clear();
    this.#labels.clear();
    this.#clusters = undefined;
    this.#alone = undefined;
    this.#points = undefined;
  }

  /** What is drawn as points: all of them, or those that stand alone between clusters. */
  #standAlone({ columns, style, slots }: Scene, points: PointSet, target: DrawTarget): StandAlone {
    const clusters = style.clusterDistance > 0 ? style.clusters : undefined;
    if (clusters !== this.#clusters) this.#clusters?.clear();
    this.#clusters = clusters;
    const waiting = style.clusterDistance > 0 && !clusters;
    const shown = clusters?.frame({ geometry: columns.geometry, points, slots, style }, target);
    this.#alone = waiting ? NO_POINTS : shown?.alone;
    return shown ?? (waiting ? { points, only: NO_POINTS } : { points });
  }

  /** Symbols over the clusters; they keep labels away. */
  #drawOver(frame: PointFrame, hover: number): void {
    const seen = this.#painter.draw(frame);
    if (frame.points.rows?.includes(hover)) this.#painter.drawHover(frame, hover);
    if (frame.taken) for (const { x, y, radius } of spotsOf(frame, seen)) frame.taken.block(around(x, y, radius));
  }

  #standsAlone(row: number): boolean {
    if (!this.#alone || !this.#points) return true;
    const { rows } = this.#points;
    return this.#alone.some((index) => (rows ? rows[index] : index) === row);
  }
}
