/** The renderer that needs nothing but a 2D canvas: it works on every kernel, without a GPU. */
import type { Geometry } from '@yizhangtu/data/model';
import type { Steps } from '@yizhangtu/data/steps';
import { slotsOf, slotsSelected, type Slots } from './slots.js';
import { keepPixelBuffer, releasePixelBuffer } from './pixel-buffer.js';
import { rowsIn } from './rows-in.js';
import type { ClusterHit, DrawTarget, RenderColumns, RenderKind, Renderer, RenderStyle } from './types.js';
import type { Extent, View } from './view.js';

/** Numbers of the kinds in `ShapeGeometry.types`. */
export const TYPE = { point: 1, line: 2, polygon: 3 } as const;

/** Everything a picture is drawn from; the same object until something in it changes. */
export interface Scene {
  readonly columns: RenderColumns;
  readonly style: RenderStyle;
  readonly slots: Slots;
}

/** What draws one kind of geometry and answers for it. */
export interface Picture {
  /** Makes what a frame in a projection needs of the geometry. */
  ready(scene: Scene, projection: string): void;
  /** The same in steps, for a geometry that is no scene yet. */
  readying?(geometry: Geometry, projection: string): Steps<unknown>;
  draw(scene: Scene, target: DrawTarget): void;
  /** Place in device px, tolerance in CSS px. */
  hitsAt(scene: Scene, view: View, x: number, y: number, tolerance: number): number[];
  clusterAt(scene: Scene, x: number, y: number): ClusterHit | undefined;
  /** Frees what only makes the next frame faster. */
  rest?(): void;
  clear(): void;
}

/** Whether two inputs give every row the same slot, but for those that are selected. */
function sameSlots(a: Scene, columns: RenderColumns, style: RenderStyle): boolean {
  const before = a.columns;
  return (
    before.passing === columns.passing &&
    before.classOf === columns.classOf &&
    before.diameters === columns.diameters &&
    before.rowCount === columns.rowCount &&
    a.style.size === style.size &&
    a.style.classes.length === style.classes.length &&
    a.style.classes.every((one, index) => one.below === style.classes[index]?.below)
  );
}

/** Draws points, lines or polygons straight from columns. */
export class CanvasRenderer implements Renderer {
  readonly #kind: RenderKind;
  readonly #picture: Picture;
  #scene?: Scene;
  #view?: View;
  #disposed = false;

  constructor(kind: RenderKind, picture: Picture) {
    this.#kind = kind;
    this.#picture = picture;
    keepPixelBuffer();
  }

  prepare(columns: RenderColumns, style: RenderStyle): void {
    if (this.#disposed) return;
    const before = this.#scene;
    const slots = before && sameSlots(before, columns, style) ? slotsSelected(before.slots, before.columns.selection, columns.selection) : slotsOf(columns, style);
    this.#scene = { columns, style, slots };
  }

  ready(projection: string): void {
    if (this.#scene) this.#picture.ready(this.#scene, projection);
  }

  *readying(geometry: Geometry, projection: string): Steps<void> {
    if (this.#picture.readying) yield* this.#picture.readying(geometry, projection);
  }

  draw(target: DrawTarget): void {
    this.#view = target.view;
    if (!this.#scene) return;
    this.#picture.draw(this.#scene, target);
  }

  hitsAt(x: number, y: number, tolerance: number): number[] {
    if (!this.#scene || !this.#view) return [];
    const { pixelRatio } = this.#view;
    return this.#picture.hitsAt(this.#scene, this.#view, x * pixelRatio, y * pixelRatio, tolerance);
  }

  clusterAt(x: number, y: number): ClusterHit | undefined {
    if (!this.#scene || !this.#view) return undefined;
    return this.#picture.clusterAt(this.#scene, x * this.#view.pixelRatio, y * this.#view.pixelRatio);
  }

  rowsIn(bounds: Extent): number[] {
    if (!this.#scene) return [];
    const geometry: Geometry = this.#scene.columns.geometry;
    return rowsIn(geometry, this.#scene.slots.of, TYPE[this.#kind], bounds);
  }

  rest(): void {
    this.#picture.rest?.();
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#scene = undefined;
    this.#view = undefined;
    this.#picture.clear();
    releasePixelBuffer();
  }
}
