/** Draws points: few with `drawImage`, many by script into a pixel buffer. Both use the same sprites at the same whole pixels. */
import { atOnce, type Steps } from '@yizhangtu/data/steps';
import { Bands } from './bands.js';
import { hiddenFor, markHidden, stampAll, stampRough, straighten, type Stamp } from './blit.js';
import { Scratch, seeingPoints, seenPoints, type Seen } from './collect.js';
import { countIn, indicesOf, placeOf, type PointSet } from './geometry.js';
import { glPointsLater, glPointsNow, whenGlPoints } from './gl-door.js';
import type { GlPoints } from './gl-points.js';
import { bufferLayout, emptyMiddles, newBuffer, pictureOf, pixelBuffer, shareBuffer, showBuffer, stripPixels, type BufferLayout, type PixelBuffer, type Pixels } from './pixel-buffer.js';
import { collectInput, eachAlike, sameContent, stretchOf, type PointFrame } from './point-frame.js';
import { plainReachOf, PointSprites, reachOf } from './point-sprites.js';
import { bandPixels, closeBand, copyStrip, moveBetween, movePixels, openBand, stripLayout, stripsOf, viewOfStrip, type Move, type Strip } from './scrolled.js';
import type { Slot } from './slots.js';
import { turnInView } from './turns.js';
import type { RenderStyle } from './types.js';
import { devicePoint, sameView, worldShifts, type View } from './view.js';

export type { PointFrame };

/** From here on filling and copying a whole picture is cheaper than one canvas call a symbol. */
export const BLIT_FROM = 2000;

/** A view is at rest when it has not moved for so many ms. */
const SETTLE_MS = 120;

/** From so many points on, weighed by the pixels each covers, the graphics card is faster. */
export const GL_FROM = 100_000;

/** Points in view that are too many for one frame: of the first picture, whose code is cold, and of the next. */
const MOST_AT_ONCE = { first: 12_000, next: 50_000 };

/**
 * More points than that are drawn at once all the same where the last picture shows that it takes no longer, ms: in pauses a picture would wait for
 * two more frames. Bands take longer than that, for what lies on their borders is drawn twice, and the task stays well under 50 ms.
 */
const QUICK_MS = 30;

/** Pixels of symbols that are put between two pauses, about: a few milliseconds. */
const STEP_PIXELS = 500_000;

/** What was seen where nobody needs to know. */
const UNCOUNTED: Seen = { count: Infinity, thinned: false, positions: new Int32Array(0), start: new Uint32Array(0) };

/** The last picture drawn by script, which lies in the shared buffer as long as no other layer draws. */
interface Kept {
  readonly frame: PointFrame;
  /** By how much it has been moved since. */
  moved: Move;
  /** It has fewer points than there are. */
  thinned: boolean;
}

/** Draws the points of one layer and remembers what was seen. */
export class PointPainter {
  readonly #sprites = new PointSprites();
  #kept?: Kept | undefined;
  #bands?: Bands<Kept> | undefined;
  #movedAt = -Infinity;
  /** Milliseconds a point in view, as measured with the last exact picture of very many. */
  #pace = Infinity;
  /** Points of the hovered row: among very many they are found by a scan. */
  #hovered?: { readonly points: PointSet; readonly row: number; readonly indices: readonly number[] } | undefined;
  #gl?: GlPoints | undefined;
  #glAsked = false;
  #redraw?: RenderStyle['redraw'];

  /**
   * Draws everything but the hovered symbol. Must come first in a frame: many points replace the whole canvas.
   * @param counted Whether the answer is needed; otherwise the graphics card may draw without anybody looking at the points.
   */
  draw(frame: PointFrame, counted = true): Seen & { stride: number; margin: number } {
    const seen = this.#draw(this.#settling(frame), counted);
    if (frame.view.moving) this.#movedAt = performance.now();
    return seen;
  }

  #draw(frame: PointFrame, counted: boolean): Seen & { stride: number; margin: number } {
    const { view, style, slots, points, only } = frame;
    this.#sprites.use(style, view.pixelRatio);
    const reach = reachOf(style, slots.list, view.pixelRatio);
    const layout = bufferLayout(view.width, view.height, reach);
    const { stride, margin } = layout;
    const drawn = this.#drawByGl(frame);
    // What need not be counted need only be looked at as far as it is painted: of points near the border of a band that is much less.
    const painted = slots.lifted === false ? plainReachOf(style, slots.list, view.pixelRatio) : reach;
    if (!counted && (drawn || this.#moveKept(frame, painted) || this.#drawInBands(frame, painted, layout))) return { ...UNCOUNTED, stride, margin };
    const seen = seenPoints(points, collectInput(frame, reach, layout), only);
    const { way = 'auto' } = style;
    if (way === 'features' || (way === 'auto' && seen.count < BLIT_FROM)) {
      if (!drawn) this.#drawEach(frame, seen, layout);
    } else if (!drawn) this.#blit(frame, seen, layout);
    return { ...seen, stride, margin };
  }

  /** A frame in a pause of a movement over very many points, as one of the movement: the exact picture would hold up what may follow. */
  #settling(frame: PointFrame): PointFrame {
    const { view, again } = frame;
    if (view.moving || !again || !this.#kept?.thinned || performance.now() - this.#movedAt > SETTLE_MS) return frame;
    again();
    return { ...frame, view: { ...view, moving: true } };
  }

  /** Gives back what only makes the next frame faster. */
  rest(): void {
    this.#gl?.clear();
    this.#gl = undefined;
    this.#kept = this.#hovered = undefined;
    this.#endBands();
  }

  /** True when the graphics card has drawn the frame. */
  #drawByGl(frame: PointFrame): boolean {
    const { style, view, points, only } = frame;
    const { way = 'auto' } = style;
    this.#redraw = style.redraw;
    const many = (points.xy.length / 2) * view.pixelRatio ** 2 >= GL_FROM;
    if (way !== 'webgl' && !(way === 'auto' && many && !only)) {
      if (this.#gl && way !== 'auto') this.rest();
      return false;
    }
    if (only) {
      style.onFallback?.('clusters');
      return false;
    }
    const Gl = glPointsNow();
    if (!Gl) {
      if (way === 'webgl') void whenGlPoints().then(() => style.redraw?.());
      else if (!this.#glAsked) void glPointsLater().then(() => this.#redraw?.());
      this.#glAsked = true;
      return false;
    }
    this.#gl ??= new Gl(() => this.#redraw?.());
    const answer = this.#gl.draw(frame, this.#sprites, way === 'auto');
    if (answer !== true && way === 'webgl') style.onFallback?.(answer);
    return answer === true;
  }

  /** Draws the symbol of a row once more, on top and with a ring. */
  drawHover(frame: PointFrame, row: number): void {
    const slot = frame.slots.of[row];
    if (!slot) return;
    const look = frame.slots.list[slot - 1];
    if (!look) return;
    const { context, view, points, turns } = frame;
    const turn = turns ? turnInView(turns[row] as number, view.rotation) : 0;
    const canvas = this.#sprites.canvas(look, { emphasis: look.selected ? 'selected' : 'hover', turn });
    if (this.#hovered?.points !== points || this.#hovered.row !== row) this.#hovered = { points, row, indices: indicesOf(points, row) };
    for (const index of this.#hovered.indices)
      for (const shift of worldShifts(view, points.extent, 64)) {
        const [mapX, mapY] = placeOf(points, index);
        const [x, y] = devicePoint(view, mapX + shift, mapY);
        const half = (canvas.width - 1) / 2;
        if (x === x) context.drawImage(canvas, Math.floor(x) - half, Math.floor(y) - half);
      }
  }

  #drawEach(frame: PointFrame, seen: Seen, { stride, margin }: BufferLayout): void {
    const { context, slots } = frame;
    for (let slot = 1; slot <= slots.list.length; slot++)
      eachAlike(frame, seen, slot, stretchOf(seen, slot), (from, to, turn, look) => {
        const canvas = this.#sprites.canvas(look, { emphasis: look.selected ? 'selected' : 'none', turn });
        const half = (canvas.width - 1) / 2 + margin;
        for (let i = from; i < to; i++) {
          const at = seen.positions[i] as number;
          context.drawImage(canvas, (at % stride) - half, Math.floor(at / stride) - half);
        }
      });
  }

  #blit(frame: PointFrame, seen: Seen, layout: BufferLayout): void {
    const { context, view, clipped } = frame;
    const buffer = pixelBuffer(layout, view.height, this);
    this.#stamp(frame, seen, buffer);
    this.#kept = frame.only ? undefined : { frame, moved: { x: 0, y: 0 }, thinned: seen.thinned };
    showBuffer(buffer, context, view.width, view.height, clipped === true);
  }

  #stamp(frame: PointFrame, seen: Seen, to: Pixels): void {
    atOnce(this.#stamping(frame, seen, to, hiddenFor(seen.count)));
  }

  /**
   * Puts symbols into pixels: roughly where some are left out anyway.
   * @param seen @param hidden Not to change until all is done.
   */
  *#stamping(frame: PointFrame, seen: Seen, to: Pixels, hidden: Uint8Array): Steps<void> {
    const { slots: { list }, view } = frame;
    const { positions, thinned } = seen;
    const stampOf = (look: Slot, turn: number): Stamp => this.#sprites.stamp(look, { emphasis: look.selected ? 'selected' : 'none', turn }, to.stride);
    // Symbols of many sizes take longer to be made than to be put.
    for (let slot = frame.turns ? 0 : list.length; slot > 0; slot--) {
      if (seen.start[slot] === seen.start[slot + 1]) continue;
      stampOf(list[slot - 1] as Slot, 0);
      yield 0;
    }
    // Shared by all pictures: no pause until the end of the loop.
    const middles = emptyMiddles(to.pixels.length);
    for (let slot = list.length; slot > 0; slot--)
      eachAlike(frame, seen, slot, stretchOf(seen, slot), (from, until, turn, look) => markHidden(middles, stampOf(look, turn), positions, from, until, hidden), true);
    const stamp = thinned ? stampRough : stampAll;
    for (let slot = 1; slot <= list.length; slot++) {
      const [first, end] = stretchOf(seen, slot);
      const step = Math.ceil(STEP_PIXELS / ((list[slot - 1] as Slot).diameter * view.pixelRatio) ** 2);
      for (let at = first; at < end; at += step) {
        eachAlike(frame, seen, slot, [at, Math.min(end, at + step)], (from, until, turn, look) => stamp(to.pixels, stampOf(look, turn), positions, from, until, hidden));
        yield slot / list.length;
      }
    }
    if (!thinned) straighten(to.pixels, to.margin * to.stride, (to.margin + view.height) * to.stride);
  }

  /**
   * A picture at rest of more points than one frame has time for. Until it is done, the last one stands where it belongs.
   * False where this is no such picture, or nobody would come again for it.
   */
  #drawInBands(frame: PointFrame, reach: number, layout: BufferLayout): boolean {
    const { view, style, points, only, again } = frame;
    if (!again || view.moving || style.way === 'features' || only) {
      this.#endBands();
      return false;
    }
    const bands = this.#bands;
    if (bands && !sameView(bands.content.frame.view, view)) this.#endBands();
    else if (bands?.done) {
      this.#bands = undefined;
      this.#kept = bands.content;
      this.#pace = bands.drawnMs / countIn(points, view.extent);
      shareBuffer(bands.buffer, this);
      if (this.#moveKept(frame, reach)) return true;
    }
    if (!this.#bands) {
      const count = countIn(points, view.extent);
      const first = !this.#kept;
      if (count <= MOST_AT_ONCE[first ? 'first' : 'next']) return false;
      if (!first && count * this.#pace <= QUICK_MS) return this.#drawQuickly(frame, reach, layout, count);
      const content: Kept = { frame, moved: { x: 0, y: 0 }, thinned: false };
      const [buffer, room] = [newBuffer(layout), new Scratch()];
      this.#bands = new Bands(content, buffer, view, { count, first, reach }, (band) => this.#drawBand(frame, band, buffer, reach, room), style.redraw);
    }
    (style.redraw && frame.wait ? frame.wait : again)();
    const rough = { ...frame, view: { ...view, moving: true } };
    if (this.#kept && !this.#moveKept(rough, reach, true)) this.#blit(rough, seenPoints(points, collectInput(rough, reach, layout)), layout);
    return true;
  }

  /** An exact picture of very many points at once, measured: a machine that is busier now draws the next in bands again. */
  #drawQuickly(frame: PointFrame, reach: number, layout: BufferLayout, count: number): boolean {
    const began = performance.now();
    this.#blit(frame, seenPoints(frame.points, collectInput(frame, reach, layout)), layout);
    this.#pace = (performance.now() - began) / count;
    return true;
  }

  #endBands(): void {
    this.#bands?.stop();
    this.#bands = undefined;
  }

  /**
   * Shows the last picture where the view has moved to, with what comes into sight. False where there is none that can be moved.
   * @param stale Even one of fewer or other points will do.
   */
  #moveKept(frame: PointFrame, reach: number, stale = false): boolean {
    const kept = this.#kept;
    const buffer = kept && pictureOf(this);
    if (!kept || !buffer || (!stale && (!sameContent(kept.frame, frame) || (kept.thinned && !frame.view.moving)))) return false;
    const to = moveBetween(kept.frame.view, frame.view);
    if (!to) return false;
    const { context, view, clipped } = frame;
    const by = { x: to.x - kept.moved.x, y: to.y - kept.moved.y };
    if (2 * Math.abs(by.x) > view.width || 2 * Math.abs(by.y) > view.height) return false;
    movePixels(buffer, by);
    kept.moved = to;
    for (const strip of stripsOf(by, view)) this.#drawStrip(kept, strip, buffer, view.moving, reach);
    showBuffer(buffer, context, view.width, view.height, clipped === true);
    return true;
  }

  /** Draws a band of a picture where it belongs. The lines above are done already: what its symbols paint there is taken back. */
  *#drawBand(whole: PointFrame, band: Strip, buffer: PixelBuffer, reach: number, room: Scratch): Steps<void> {
    const frame = { ...whole, view: viewOfStrip(whole.view, { x: 0, y: 0 }, band) };
    const pixels = bandPixels(buffer, band);
    const seen = yield* seeingPoints(frame.points, collectInput(frame, reach, pixels), room);
    const above = openBand(pixels, 2 * reach + 1);
    yield* this.#stamping(frame, seen, pixels, new Uint8Array(seen.count));
    closeBand(pixels, above);
  }

  #drawStrip(kept: Kept, strip: Strip, buffer: PixelBuffer, moving: boolean, reach: number): void {
    const view: View = { ...viewOfStrip(kept.frame.view, kept.moved, strip), moving };
    const frame = { ...kept.frame, view };
    const pixels = stripPixels(stripLayout(strip, buffer.margin));
    const seen = seenPoints(frame.points, collectInput(frame, reach, pixels));
    this.#stamp(frame, seen, pixels);
    kept.thinned ||= seen.thinned;
    copyStrip(pixels, buffer, strip);
  }
}
