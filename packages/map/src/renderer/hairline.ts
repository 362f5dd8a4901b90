/** Thin lines as strips a pixel wide, each with its true coverage across: several times cheaper than outlines. Pure but for what they draw on. */

/** What strips are drawn on: adds cover, 0–1, to a pixel that lies in the picture. */
export interface StripSink {
  readonly width: number;
  readonly height: number;
  add(line: number, column: number, cover: number): void;
}

function steep(sink: StripSink, x0: number, y0: number, x1: number, y1: number, half: number): void {
  const { width, height } = sink;
  const slope = (x1 - x0) / (y1 - y0);
  const across = half * Math.sqrt(1 + slope * slope);
  const from = y0 < y1 ? y0 : y1;
  const to = y0 < y1 ? y1 : y0;
  for (let line = from > 0 ? from | 0 : 0; line < to && line < height; line++) {
    const a = from > line ? from : line;
    const b = to < line + 1 ? to : line + 1;
    const x = x0 + ((a + b) * 0.5 - y0) * slope;
    const left = x - across;
    const right = x + across < width ? x + across : width;
    for (let column = left > 0 ? left | 0 : 0; column < right; column++) {
      const start = left > column ? left : column;
      const end = right < column + 1 ? right : column + 1;
      sink.add(line, column, (end - start) * (b - a));
    }
  }
}

function flat(sink: StripSink, x0: number, y0: number, x1: number, y1: number, half: number): void {
  const { width, height } = sink;
  const slope = (y1 - y0) / (x1 - x0);
  const across = half * Math.sqrt(1 + slope * slope);
  const from = x0 < x1 ? x0 : x1;
  const to = x0 < x1 ? x1 : x0;
  for (let column = from > 0 ? from | 0 : 0; column < to && column < width; column++) {
    const a = from > column ? from : column;
    const b = to < column + 1 ? to : column + 1;
    const y = y0 + ((a + b) * 0.5 - x0) * slope;
    const top = y - across;
    const bottom = y + across < height ? y + across : height;
    for (let line = top > 0 ? top | 0 : 0; line < bottom; line++) {
      const start = top > line ? top : line;
      const end = bottom < line + 1 ? bottom : line + 1;
      sink.add(line, column, (end - start) * (b - a));
    }
  }
}

/** Draws one stretch of a line. @param half Half its width, device px. */
export function strip(sink: StripSink, x0: number, y0: number, x1: number, y1: number, half: number): void {
  const reach = 2 * half;
  if ((x0 < -reach && x1 < -reach) || (x0 > sink.width + reach && x1 > sink.width + reach)) return;
  if ((y0 < -reach && y1 < -reach) || (y0 > sink.height + reach && y1 > sink.height + reach)) return;
  const dx = x1 > x0 ? x1 - x0 : x0 - x1;
  const dy = y1 > y0 ? y1 - y0 : y0 - y1;
  if (dy > dx) steep(sink, x0, y0, x1, y1, half);
  else if (dx > 0) flat(sink, x0, y0, x1, y1, half);
}

/** Below this cosine of a turn the outer corner would be seen to be missing. */
const SHARP = 0.5;

/**
 * Draws a closed ring as strips. A stretch that ends at a sharp turn is drawn a little further, so that the corner is whole.
 * @param xy Device px; vertices [from, to).
 */
export function stripRing(sink: StripSink, xy: Float64Array, from: number, to: number, half: number): void {
  let x = xy[2 * to - 2] as number;
  let y = xy[2 * to - 1] as number;
  if (to - from < 2) strip(sink, x - half, y, x + half, y, half);
  else
    for (let v = from; v < to; v++) {
      const nextX = xy[2 * v] as number;
      const nextY = xy[2 * v + 1] as number;
      const after = v + 1 < to ? v + 1 : from;
      const dx = nextX - x;
      const dy = nextY - y;
      let more = 0;
      if (isSharp(dx, dy, (xy[2 * after] as number) - nextX, (xy[2 * after + 1] as number) - nextY)) {
        const length = Math.sqrt(dx * dx + dy * dy);
        // A stretch shorter than the line is wide has no corner to show.
        if (length > 2 * half) more = half / length;
      }
      strip(sink, x, y, nextX + dx * more, nextY + dy * more, half);
      x = nextX;
      y = nextY;
    }
}

function isSharp(ax: number, ay: number, bx: number, by: number): boolean {
  const dot = ax * bx + ay * by;
  return dot <= 0 || dot * dot < SHARP * SHARP * (ax * ax + ay * ay) * (bx * bx + by * by);
}
