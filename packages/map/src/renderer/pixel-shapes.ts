/**
 * Draws many lines or polygons by script. A tile of the picture is rasterised once and kept while the view only moves; a new theme or
 * filter lays colours on the kept pixels and looks at no vertex. What one frame has no time for is made over several.
 */
import type { whileIdle } from '../shared/while-idle.js';
import { MOST_PIXELS } from './fragment-list.js';
import { Hatches } from './hatch.js';
import { borderColor } from './polygon-painter.js';
import { keepRasterizer, releaseRasterizer } from './raster.js';
import type { ShapeFrame } from './shape-frame.js';
import { lineInks, polygonInks, type ClassInks } from './shape-inks.js';
import type { Rings } from './shape-raster.js';
import { ShapeSheet } from './shape-sheet.js';
import { sameScale, TileLayout, type TilePaint } from './tile-layout.js';
import type { RenderStyle } from './types.js';
import type { View } from './view.js';

/** While the view moves, tiles nearer than this are made ahead, device px. */
const AHEAD = 160;
/** Time a frame for tiles ahead, ms. */
const AHEAD_TIME = 4;
/** Time a frame for tiles of many vertices, ms; where there is nothing else to show, and where something stands in for them. */
const SLICE = { first: 24, later: 10 };

/** The view has been still for so long before exact tiles are begun, ms: between two turns of a wheel nobody has use for them. */
const STILL = 60;

/** Draws the lines or polygons of one layer. */
export class PixelShapes {
  readonly #hatches = new Hatches();
  readonly #sheet = new ShapeSheet();
  /** What is shown. */
  #layout: TileLayout | undefined;
  /** What is being made, while something else is shown. */
  #next: TileLayout | undefined;
  #stage: HTMLCanvasElement | undefined;
  #lastView: View | undefined;
  #lastFrame: ShapeFrame | undefined;
  #rings: Rings | undefined;
  #inks: { readonly style: RenderStyle; readonly view: View; readonly inks: readonly ClassInks[] } | undefined;
  /** When the view moved last. */
  #moved = -Infinity;
  /** What the layout being made has taken so far, ms. */
  #spent = 0;
  #open = false;
  #stopMeasuring: (() => void) | undefined;

  /**
   * Draws all rows. Must come first in a frame: it replaces the whole canvas.
   * @param rings Rows that get a ring as part of the kept picture.
   */
  draw(frame: ShapeFrame, rings?: Rings): void {
    const { view } = frame;
    this.#rings = rings;
    this.#lastFrame = frame;
    if (!this.#open) keepRasterizer();
    this.#open = true;
    const zooms = view.moving && !sameScale(this.#lastView, view) && view.width * view.height <= MOST_PIXELS;
    this.#lastView = view;
    if (zooms) this.#moved = performance.now();
    if (zooms) this.#drawSheet(frame);
    else this.#drawTiles(frame);
  }

  /** Forgets everything; buffers are made anew when it draws again. */
  clear(): void {
    this.#layout = this.#next = undefined;
    this.#sheet.rest();
    this.#stage = undefined;
    this.#inks = undefined;
    this.#lastView = undefined;
    this.#lastFrame = undefined;
    this.#hatches.clear();
    this.#stopMeasuring?.();
    if (this.#open) releaseRasterizer();
    this.#open = false;
  }

  /** Vertices are known by rank now: whoever zooms next shall not wait for the first coarse picture. */
  measure(idle: typeof whileIdle): void {
    const frame = this.#lastFrame;
    this.#stopMeasuring?.();
    if (frame?.type === 3) this.#stopMeasuring = idle(this.#sheet.measure(frame));
  }

  #drawTiles(frame: ShapeFrame): void {
    const { view } = frame;
    const layout = this.#layoutFor(frame);
    const paint = this.#paint(frame, layout.view);
    const start = performance.now();
    if (view.moving) this.#moved = start;
    const whole = this.#isPause(frame, layout, start) ? false : layout.make(frame, paint, this.#until(frame, start));
    if (layout === this.#next) this.#spent += performance.now() - start;
    if (!whole) {
      this.#showMeanwhile(frame, layout);
      frame.again?.();
      return;
    }
    if (layout === this.#next) this.#sheet.exactCost = this.#spent;
    this.#layout = layout;
    this.#next = undefined;
    if (!view.moving) this.#sheet.rest();
    this.#show(frame, (context) => layout.show(context, view));
    if (view.moving) layout.make(frame, paint, performance.now() + AHEAD_TIME, AHEAD);
    layout.dropFar(view);
  }

  #layoutFor(frame: ShapeFrame): TileLayout {
    const found = [this.#layout, this.#next].find((one) => one?.fits(frame));
    if (found) return found;
    this.#spent = 0;
    this.#next = new TileLayout(frame);
    return this.#next;
  }

  /** Whether the view has only just stopped, and something can stand in for tiles that take long. */
  #isPause(frame: ShapeFrame, layout: TileLayout, now: number): boolean {
    return layout === this.#next && !frame.view.moving && now - this.#moved < STILL && frame.levels.isRanked;
  }

  /** Until when tiles are made in this frame. Few vertices are drawn at once. */
  #until(frame: ShapeFrame, now: number): number {
    if (!frame.levels.isLarge) return Infinity;
    return now + (this.#layout || this.#sheet.shows(frame) ? SLICE.later : SLICE.first);
  }

  /** What stands in for a layout that is not whole yet: the last picture, moved; a coarse one; or as much of it as there is. */
  #showMeanwhile(frame: ShapeFrame, layout: TileLayout): void {
    const { view } = frame;
    const old = this.#layout;
    if (old && old !== layout && old.matches(frame) && old.covers(view)) {
      old.make(frame, this.#paint(frame, old.view), Infinity);
      this.#show(frame, (context) => old.show(context, view));
    } else if (this.#sheet.shows(frame) || (frame.levels.isRanked && view.width * view.height <= MOST_PIXELS)) {
      if (!this.#sheet.shows(frame)) this.#sheet.draw(frame, (small) => this.#paint(frame, small));
      this.#show(frame, (context) => this.#sheet.show(context));
    } else this.#show(frame, (context) => layout.show(context, view));
  }

  /** One picture of a view that is already the past: nothing of it is kept, and what takes long is drawn coarser. */
  #drawSheet(frame: ShapeFrame): void {
    this.#layout = this.#next = undefined;
    this.#sheet.draw(frame, (small) => this.#paint(frame, small));
    this.#show(frame, (context) => this.#sheet.show(context));
  }

  #paint(frame: ShapeFrame, view: View): TilePaint {
    return { inks: this.#inksFor(frame, view), rings: this.#rings };
  }

  #inksFor(frame: ShapeFrame, view: View): readonly ClassInks[] {
    const { style } = frame;
    const last = this.#inks;
    const isHatched = style.classes.some(({ hatch }) => hatch);
    if (last?.style === style && (last.view === view || !isHatched)) return last.inks;
    const border = (index: number) => borderColor(style.classes[index] ?? { color: '#000' }, style.colors.label);
    const tiling = (index: number) => this.#hatches.tiling(style.classes[index]?.color ?? '#000', style.colors.surface, view);
    const inks = frame.type === 3 ? polygonInks(style, { border, tiling }) : lineInks(style);
    this.#inks = { style, view, inks };
    return inks;
  }

  /** Pixels straight onto the canvas, or where a clip is set by way of another one, which looks at clips. */
  #show({ context, view, clipped }: ShapeFrame, put: (context: CanvasRenderingContext2D) => void): void {
    if (!clipped) {
      put(context);
      return;
    }
    const stage = (this.#stage ??= document.createElement('canvas'));
    // A new size clears the canvas.
    stage.width = view.width;
    stage.height = view.height;
    const other = stage.getContext('2d');
    if (!other) return;
    put(other);
    context.drawImage(stage, 0, 0);
  }
}
