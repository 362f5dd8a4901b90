/** Rings and lines onto a canvas path: what cannot be seen is left out on the way. Pure but for the path it writes. */
import type { View } from './view.js';

/** The part of a canvas path that is needed; a `Path2D` and a context both have it. */
export interface PathSink {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
}

/** How a path is walked. */
export interface TraceOptions {
  /** Ends with `closePath`. */
  readonly close: boolean;
  /** From the last vertex to the first. */
  readonly backwards?: boolean;
  /** Vertices nearer than this to the one before are left out, device px. */
  readonly tolerance: number;
  /** How far outside the canvas something may still be seen, device px. */
  readonly margin: number;
  /** Moves the data, map units: the neighbouring world. */
  readonly shift: number;
}

/** On which sides of the canvas a place lies; two places with a side in common have nothing to see between them. */
function sideOf(x: number, y: number, width: number, height: number, margin: number): number {
  return (x < -margin ? 1 : x > width + margin ? 2 : 0) | (y < -margin ? 4 : y > height + margin ? 8 : 0);
}

/** Walks one line or ring and decides which vertices the path needs. */
class Pen {
  /** Points written so far. */
  added = 0;
  #lastX = 0;
  #lastY = 0;
  /** Sides that everything since the last written point has in common. */
  #common = 0;
  /** A point outside that is written only if the line comes back. */
  #held = false;
  #heldX = 0;
  #heldY = 0;

  constructor(
    readonly path: PathSink,
    readonly square: number,
    readonly width: number,
    readonly height: number,
    readonly margin: number,
  ) {}

  add(x: number, y: number, last: boolean): void {
    const side = sideOf(x, y, this.width, this.height, this.margin);
    if (this.added === 0) return this.#write(x, y, side);
    if (this.#hold(x, y, side, last)) return undefined;
    if (this.#held) {
      this.#held = false;
      this.#write(this.#heldX, this.#heldY, sideOf(this.#heldX, this.#heldY, this.width, this.height, this.margin));
      if (this.#hold(x, y, side, last)) return undefined;
    }
    const dx = x - this.#lastX;
    const dy = y - this.#lastY;
    if (!last && dx * dx + dy * dy < this.square) return undefined;
    return this.#write(x, y, side);
  }

  #hold(x: number, y: number, side: number, last: boolean): boolean {
    const common = this.#common & side;
    if (common === 0 || last) return false;
    this.#common = common;
    this.#held = true;
    this.#heldX = x;
    this.#heldY = y;
    return true;
  }

  #write(x: number, y: number, side: number): void {
    if (this.added === 0) this.path.moveTo(x, y);
    else this.path.lineTo(x, y);
    this.added++;
    this.#lastX = x;
    this.#lastY = y;
    this.#common = side;
  }
}

/**
 * Adds the vertices [from, to) to a path and returns how many points that took. A run of vertices on one outer side is replaced by its
 * ends, which changes nothing inside the canvas, neither of a line nor of a filled ring.
 */
export function trace(path: PathSink, view: View, xy: Float64Array, from: number, to: number, options: TraceOptions): number {
  const { a, b } = view;
  const { close, backwards, margin, shift, tolerance } = options;
  const e = view.e + a * shift;
  const f = view.f + b * shift;
  const pen = new Pen(path, tolerance * tolerance, view.width, view.height, margin);
  const step = backwards ? -1 : 1;
  const end = backwards ? from - 1 : to;
  for (let v = backwards ? to - 1 : from; v !== end; v += step) {
    const x = a * (xy[2 * v] as number) + b * (xy[2 * v + 1] as number) + e;
    const y = b * (xy[2 * v] as number) - a * (xy[2 * v + 1] as number) + f;
    // NaN and Infinity: a place that cannot be drawn.
    if (x - x === 0 && y - y === 0) pen.add(x, y, v + step === end);
  }
  if (close && pen.added > 0) path.closePath();
  return pen.added;
}
