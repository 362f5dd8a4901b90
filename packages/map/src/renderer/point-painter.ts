/** Draws points: few with `drawImage`, many by script into a pixel buffer. Both use the same sprites at the same whole pixels. */
import { stampAll } from './blit.js';
import { seenPoints, type Seen } from './collect.js';
import { placeOf, type PointSet } from './geometry.js';
import { glPointsNow, whenGlPoints } from './gl-door.js';
import type { GlPoints } from './gl-points.js';
import { bufferLayout, pixelBuffer, showBuffer, type BufferLayout } from './pixel-buffer.js';
import { PointSprites, reachOf } from './point-sprites.js';
import type { Slot, Slots } from './slots.js';
import { turnInView } from './turns.js';
import type { DrawTarget, RenderStyle } from './types.js';
import { devicePoint, worldShifts } from './view.js';

/** From here on filling and copying a whole picture is cheaper than one canvas call a symbol. */
export const BLIT_FROM = 2000;

/** What a frame of points needs. */
export interface PointFrame extends DrawTarget {
  readonly points: PointSet;
  readonly slots: Slots;
  readonly style: RenderStyle;
  /** Points to draw; all when absent. */
  readonly only?: Uint32Array;
  /** The rows of what is seen are asked for. */
  readonly withRows?: boolean;
  /** Row → turn of its symbol; upright when absent. */
  readonly turns?: Uint8Array | undefined;
}

/** Stretches of a slot that look alike: all of it, or point by point where each has its own turn. */
function eachAlike(frame: PointFrame, seen: Seen, slot: number, visit: (from: number, to: number, turn: number, look: Slot) => void, fromTop = false): void {
  const from = seen.start[slot] as number;
  const to = seen.start[slot + 1] as number;
  const look = frame.slots.list[slot - 1];
  if (from === to || !look) return;
  const { turns, view } = frame;
  if (!turns) {
    visit(from, to, 0, look);
    return;
  }
  for (let i = 0; i < to - from; i++) {
    const at = fromTop ? to - 1 - i : from + i;
    visit(at, at + 1, turnInView(turns[seen.rows?.[at] ?? 0] as number, view.rotation), look);
  }
}

/** From so many points on, weighed by the pixels each covers, the graphics card is faster. */
export const GL_FROM = 100_000;

/** What was seen where nobody needs to know. */
const UNCOUNTED: Seen = { count: Infinity, positions: new Int32Array(0), rows: new Uint32Array(0), start: new Uint32Array(0) };

/** Draws the points of one layer and remembers what was seen. */
export class PointPainter {
  readonly #sprites = new PointSprites();
  #gl?: GlPoints | undefined;
  #redraw?: RenderStyle['redraw'];

  /**
   * Draws everything but the hovered symbol. Must come first in a frame: many points replace the whole canvas.
   * @param counted Whether the answer is needed; otherwise the graphics card may draw without anybody looking at the points.
   */
  draw(frame: PointFrame, counted = true): Seen & { stride: number; margin: number } {
    const { view, style, slots, points, only, withRows = false } = frame;
    this.#sprites.use(style, view.pixelRatio);
    const reach = reachOf(style, slots.list, view.pixelRatio);
    const layout = bufferLayout(view.width, view.height, reach);
    const { stride, margin } = layout;
    const drawn = this.#drawByGl(frame);
    if (drawn && !counted) return { ...UNCOUNTED, stride, margin };
    // Half a symbol apart they still cover the ground.
    const smallest = slots.list.reduce((least, slot) => Math.min(least, slot.diameter), style.size);
    const spacing = view.moving ? (smallest / 2) * view.pixelRatio : 0;
    const seen = seenPoints(points, { view, slotOf: slots.of, slotCount: slots.list.length, reach, stride, margin, spacing, withRows: withRows || frame.turns !== undefined }, only);
    const { way = 'auto' } = style;
    if (way === 'features' || (way === 'auto' && seen.count < BLIT_FROM)) {
      if (!drawn) this.#drawEach(frame, seen, layout);
    } else if (!drawn) this.#blit(frame, seen, layout);
    return { ...seen, stride, margin };
  }

  /** Gives back what only makes the next frame faster. */
  rest(): void {
    this.#gl?.clear();
    this.#gl = undefined;
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
      void whenGlPoints().then(() => style.redraw?.());
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
    for (const index of indicesOf(points, row))
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
      eachAlike(frame, seen, slot, (from, to, turn, look) => {
        const canvas = this.#sprites.canvas(look, { emphasis: look.selected ? 'selected' : 'none', turn });
        const half = (canvas.width - 1) / 2 + margin;
        for (let i = from; i < to; i++) {
          const at = seen.positions[i] as number;
          context.drawImage(canvas, (at % stride) - half, Math.floor(at / stride) - half);
        }
      });
  }

  #blit(frame: PointFrame, seen: Seen, layout: BufferLayout): void {
    const { context, view, slots, clipped } = frame;
    const buffer = pixelBuffer(layout, view.height);
    const stampRun = (from: number, to: number, turn: number, look: Slot) => {
      const stamp = this.#sprites.stamp(look, { emphasis: look.selected ? 'selected' : 'none', turn }, buffer.stride);
      stampAll(buffer.pixels, buffer.middles, stamp, seen.positions, from, to);
    };
    for (let slot = slots.list.length; slot > 0; slot--) eachAlike(frame, seen, slot, stampRun, true);
    showBuffer(buffer, context, view.width, view.height, clipped === true);
  }
}

/** Points of a row. One for plain points; found by a scan where points are sorted by cell. */
export function indicesOf(points: PointSet, row: number): number[] {
  if (!points.rows) return row >= 0 && 2 * row < points.xy.length ? [row] : [];
  const out: number[] = [];
  for (let i = points.rows.indexOf(row); i >= 0; i = points.rows.indexOf(row, i + 1)) out.push(i);
  return out;
}
