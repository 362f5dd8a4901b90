/** Draws points: few with `drawImage`, many by script into a pixel buffer. Both use the same sprites at the same whole pixels. */
import { stampAll } from './blit.js';
import { seenPoints, type Seen } from './collect.js';
import type { PointSet } from './geometry.js';
import { bufferLayout, pixelBuffer, showBuffer, type BufferLayout } from './pixel-buffer.js';
import { PointSprites, reachOf } from './point-sprites.js';
import type { Slots } from './slots.js';
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
}

/** Draws the points of one layer and remembers what was seen. */
export class PointPainter {
  readonly #sprites = new PointSprites();

  /** Draws everything but the hovered symbol. Must come first in a frame: many points replace the whole canvas. */
  draw(frame: PointFrame): Seen & { stride: number; margin: number } {
    const { view, style, slots, points, only } = frame;
    this.#sprites.use(style, view.pixelRatio);
    const reach = reachOf(style, slots.list, view.pixelRatio);
    const layout = bufferLayout(view.width, view.height, reach);
    const { stride, margin } = layout;
    // Half a symbol apart they still cover the ground.
    const smallest = slots.list.reduce((least, slot) => Math.min(least, slot.diameter), style.size);
    const spacing = view.moving ? (smallest / 2) * view.pixelRatio : 0;
    const seen = seenPoints(points, { view, slotOf: slots.of, slotCount: slots.list.length, reach, stride, margin, spacing }, only);
    const { way = 'auto' } = style;
    if (way === 'features' || (way === 'auto' && seen.count < BLIT_FROM)) this.#drawEach(frame, seen, layout);
    else this.#blit(frame, seen, layout);
    return { ...seen, stride, margin };
  }

  /** Draws the symbol of a row once more, on top and with a ring. */
  drawHover(frame: PointFrame, row: number): void {
    const slot = frame.slots.of[row];
    if (!slot) return;
    const look = frame.slots.list[slot - 1];
    if (!look) return;
    const canvas = this.#sprites.canvas(look, look.selected ? 'selected' : 'hover');
    const { context, view, points } = frame;
    for (const index of indicesOf(points, row))
      for (const shift of worldShifts(view, points.extent, 64)) {
        const [x, y] = devicePoint(view, (points.xy[2 * index] as number) + shift, points.xy[2 * index + 1] as number);
        const half = (canvas.width - 1) / 2;
        if (x === x) context.drawImage(canvas, Math.floor(x) - half, Math.floor(y) - half);
      }
  }

  #drawEach({ context, slots }: PointFrame, seen: Seen, { stride, margin }: BufferLayout): void {
    slots.list.forEach((look, index) => {
      const from = seen.start[index + 1] as number;
      const to = seen.start[index + 2] as number;
      if (from === to) return;
      const canvas = this.#sprites.canvas(look, look.selected ? 'selected' : 'none');
      const half = (canvas.width - 1) / 2 + margin;
      for (let i = from; i < to; i++) {
        const at = seen.positions[i] as number;
        context.drawImage(canvas, (at % stride) - half, Math.floor(at / stride) - half);
      }
    });
  }

  #blit({ context, view, slots, clipped }: PointFrame, seen: Seen, layout: BufferLayout): void {
    const buffer = pixelBuffer(layout, view.height);
    for (let slot = slots.list.length; slot > 0; slot--) {
      const from = seen.start[slot] as number;
      const to = seen.start[slot + 1] as number;
      const look = slots.list[slot - 1];
      if (from === to || !look) continue;
      const stamp = this.#sprites.stamp(look, look.selected ? 'selected' : 'none', buffer.stride);
      stampAll(buffer.pixels, buffer.middles, stamp, seen.positions, from, to);
    }
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
