/** A picture in the pixel buffer that is moved with the view: only the strips that come into sight are drawn. Pure but for the arrays it fills. */
import type { BufferLayout, Pixels } from './pixel-buffer.js';
import { mapPoint, type Extent, type View } from './view.js';

/** A view may lie this part of a pixel beside whole ones and its picture is still exact. */
const EXACT = 0.01;
/** Widths and heights of strips go in such steps, so that they need few layouts. */
const STEP = 32;

/** A rectangle of a view, device px from its top left. */
export interface Strip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whole device px by which a picture must be moved right and down. */
export interface Move {
  readonly x: number;
  readonly y: number;
}

/** Whether two views differ by a move only. */
function alike(a: View, b: View): boolean {
  return a.a === b.a && a.b === b.b && a.width === b.width && a.height === b.height && a.worldWidth === b.worldWidth;
}

/**
 * How the picture of a view becomes that of another, in whole pixels. While the view moves it may lie up to half a pixel beside it.
 * Undefined when it cannot: scale, turn or size are others, or at rest it would not lie exactly.
 */
export function moveBetween(from: View, to: View): Move | undefined {
  if (!alike(from, to)) return undefined;
  const move = { x: Math.round(to.e - from.e), y: Math.round(to.f - from.f) };
  const beside = Math.max(Math.abs(to.e - from.e - move.x), Math.abs(to.f - from.f - move.y));
  return to.moving || beside <= EXACT ? move : undefined;
}

/** The strips of a picture of this size that a move brings into sight, a little larger than they must be. */
export function stripsOf({ x, y }: Move, { width, height }: Pick<View, 'width' | 'height'>): Strip[] {
  const steps = (by: number, most: number): number => Math.min(most, Math.ceil(Math.abs(by) / STEP) * STEP);
  const strips: Strip[] = [];
  const wide = steps(x, width);
  const high = steps(y, height);
  if (wide > 0) strips.push({ x: x > 0 ? 0 : width - wide, y: 0, width: wide, height });
  if (high > 0) strips.push({ x: 0, y: y > 0 ? 0 : height - high, width, height: high });
  return strips;
}

/** The part under a strip of a view that has moved, as a view of its own. */
export function viewOfStrip(view: View, moved: Move, { x, y, width, height }: Strip): View {
  const part = { ...view, width, height, size: [width / view.pixelRatio, height / view.pixelRatio] as const, e: view.e + moved.x - x, f: view.f + moved.y - y };
  return { ...part, extent: extentUnder(part) };
}

function extentUnder(view: View): Extent {
  const { width, height } = view;
  const corners = [mapPoint(view, 0, 0), mapPoint(view, width, 0), mapPoint(view, 0, height), mapPoint(view, width, height)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Moves what is in a buffer. What comes in from beyond is left as it happens to be. */
export function movePixels({ pixels, stride }: Pick<Pixels, 'pixels' | 'stride'>, { x, y }: Move): void {
  const by = y * stride + x;
  if (by > 0) pixels.copyWithin(by, 0, pixels.length - by);
  else if (by < 0) pixels.copyWithin(0, -by);
}

/** Puts a strip that was drawn for itself into its place. */
export function copyStrip(from: Pixels, to: Pixels, { x, y, width, height }: Strip): void {
  for (let line = 0; line < height; line++) {
    const start = (line + from.margin) * from.stride + from.margin;
    to.pixels.set(from.pixels.subarray(start, start + width), (y + line + to.margin) * to.stride + x + to.margin);
  }
}

/** The layout of a strip. */
export function stripLayout({ width, height }: Strip, margin: number): BufferLayout {
  return { stride: width + 2 * margin, lines: height + 2 * margin, margin };
}

/** The part of a buffer that a band of whole lines lies in, with the margin around it. Bands are drawn from the top down. */
export function bandPixels({ pixels, stride, margin }: Pixels, { y, height }: Strip): Pixels {
  const lines = height + 2 * margin;
  return { pixels: pixels.subarray(y * stride, (y + lines) * stride), stride, lines, margin };
}

/** Clears what the band above has painted into a band, so many lines at most, and gives a copy of as many lines above. */
export function openBand({ pixels, stride, margin }: Pixels, reach: number): Int32Array {
  pixels.fill(0, margin * stride, (margin + reach) * stride);
  return pixels.slice((margin - reach) * stride, margin * stride);
}

/** Puts the lines above a band back. */
export function closeBand({ pixels, stride, margin }: Pixels, above: Int32Array): void {
  pixels.set(above, margin * stride - above.length);
}
