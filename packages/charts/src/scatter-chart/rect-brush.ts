import type { PlotRect } from '../chart/plot-svg.js';

/** What a rectangle asks of its chart. Places are px in the plot. */
export interface RectTargets {
  /** Where rectangles may lie. */
  box(): PlotRect;
  /** Place of an event in the plot. */
  place(event: PointerEvent): readonly [x: number, y: number];
  /** The rectangle under way has changed. */
  changed(): void;
  chosen(rect: PlotRect): void;
  /** A press that was no drag. */
  pressed(x: number, y: number): void;
}

/** px before a press becomes a drag. */
const SLOP = 4;

/** Draws a rectangle over a plot. */
export class RectBrush {
  readonly #targets: RectTargets;
  #start: readonly [x: number, y: number] | undefined;
  /** The rectangle under way; undefined for none. */
  rect: PlotRect | undefined;

  constructor(targets: RectTargets) {
    this.#targets = targets;
  }

  readonly down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.#start = this.#targets.place(event);
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };

  readonly move = (event: PointerEvent): void => {
    if (!this.#start) return;
    const [[x0, y0], [x1, y1]] = [this.#start, this.#targets.place(event)];
    if (!this.rect && Math.hypot(x1 - x0, y1 - y0) < SLOP) return;
    const { left, right, top, bottom } = this.#targets.box();
    const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
    this.rect = {
      left: within(Math.min(x0, x1), left, right),
      right: within(Math.max(x0, x1), left, right),
      top: within(Math.min(y0, y1), top, bottom),
      bottom: within(Math.max(y0, y1), top, bottom),
    };
    this.#targets.changed();
  };

  readonly up = (event: PointerEvent): void => {
    const [start, rect] = [this.#start, this.rect];
    this.#start = this.rect = undefined;
    if (!start) return;
    this.#targets.changed();
    if (event.type !== 'pointerup') return;
    if (rect) this.#targets.chosen(rect);
    else this.#targets.pressed(...start);
  };
}
