/** Dashed lines: a line cut along its whole length, so that a dash stays where it is on the ground while the map is dragged. Pure. */

/** Takes one dash: vertices [0, count) of `xy`, device px. */
export type DashSink = (xy: Float64Array, count: number) => void;

/** Rectangle in which dashes may be seen, device px. */
export interface DashWindow {
  readonly width: number;
  readonly height: number;
  /** How far outside a line may lie and still be seen. */
  readonly reach: number;
}

/** Shorter patterns than this would be a grey line at best, device px. */
const SHORTEST = 0.5;

/** The dash being walked along. */
class Piece {
  xy = new Float64Array(64);
  count = 0;

  add(x: number, y: number): void {
    if (2 * this.count + 2 > this.xy.length) {
      const grown = new Float64Array(2 * this.xy.length);
      grown.set(this.xy);
      this.xy = grown;
    }
    this.xy[2 * this.count] = x;
    this.xy[2 * this.count + 1] = y;
    this.count++;
  }
}

const piece = new Piece();

/** Where in a pattern a line has got to. */
class Phase {
  index = 0;
  left: number;
  readonly #pattern: readonly number[];
  readonly #total: number;

  constructor(pattern: readonly number[], total: number) {
    this.#pattern = pattern;
    this.#total = total;
    this.left = pattern[0] as number;
  }

  get on(): boolean {
    return this.index % 2 === 0;
  }

  next(): void {
    this.index = (this.index + 1) % this.#pattern.length;
    this.left = this.#pattern[this.index] as number;
  }

  /** Goes on without drawing. */
  skip(length: number): void {
    let rest = length % this.#total;
    while (rest >= this.left) {
      rest -= this.left;
      this.next();
    }
    this.left -= rest;
  }
}

function isOutside(x0: number, y0: number, x1: number, y1: number, { width, height, reach }: DashWindow): boolean {
  return (x0 < -reach && x1 < -reach) || (x0 > width + reach && x1 > width + reach) || (y0 < -reach && y1 < -reach) || (y0 > height + reach && y1 > height + reach);
}

/** The dashes of one stretch. */
function cut(phase: Phase, x: number, y: number, nextX: number, nextY: number, length: number, take: DashSink): void {
  let done = 0;
  while (length - done >= phase.left) {
    done += phase.left;
    const part = done / length;
    const atX = x + (nextX - x) * part;
    const atY = y + (nextY - y) * part;
    if (phase.on) {
      piece.add(atX, atY);
      if (piece.count > 1) take(piece.xy, piece.count);
    }
    piece.count = 0;
    phase.next();
    if (phase.on) piece.add(atX, atY);
  }
  phase.left -= length - done;
  if (phase.on) piece.add(nextX, nextY);
}

/** The pattern as a canvas reads it: an odd number of lengths is repeated. Undefined where nothing but a solid line could be seen. */
export function usableDash(dash: readonly number[], scale: number): readonly number[] | undefined {
  const lengths = (dash.length % 2 === 0 ? dash : [...dash, ...dash]).map((length) => length * scale);
  return lengths.reduce((sum, length) => sum + length, 0) >= SHORTEST ? lengths : undefined;
}

/**
 * Cuts a line into the dashes that may be seen.
 * @param xy Device px; vertices [from, to).
 * @param pattern Lengths of dashes and gaps in device px, an even number of them.
 */
export function eachDash(xy: Float64Array, from: number, to: number, pattern: readonly number[], window: DashWindow, take: DashSink): void {
  const phase = new Phase(pattern, pattern.reduce((sum, length) => sum + length, 0));
  let x = xy[2 * from] as number;
  let y = xy[2 * from + 1] as number;
  piece.count = 0;
  if (phase.on) piece.add(x, y);
  for (let v = from + 1; v < to; v++) {
    const nextX = xy[2 * v] as number;
    const nextY = xy[2 * v + 1] as number;
    const length = Math.hypot(nextX - x, nextY - y);
    if (isOutside(x, y, nextX, nextY, window)) {
      if (piece.count > 1) take(piece.xy, piece.count);
      piece.count = 0;
      phase.skip(length);
      if (phase.on) piece.add(nextX, nextY);
    } else if (length > 0) cut(phase, x, y, nextX, nextY, length, take);
    x = nextX;
    y = nextY;
  }
  if (piece.count > 1) take(piece.xy, piece.count);
  piece.count = 0;
}
