import type { Text } from '@yizhangtu/base/locale';
import { nothing, svg, type ReactiveController, type ReactiveControllerHost, type SVGTemplateResult } from 'lit';
import { brushStep, nearestStop, type BrushRange } from '../marks/brush-steps.js';

/** What a brush asks of its chart. Stops are the places at which a selection can begin and end: dates of a line, edges of bins. */
export interface BrushTargets {
  /** px of all stops, rising. Fewer than two: there is nothing to select. */
  stops(): readonly number[];
  /** Least number of stops between the ends: 1 for edges of bins, 0 for places that count themselves. */
  least(): 0 | 1;
  /** Height of the plot, px. */
  box(): { readonly top: number; readonly bottom: number };
  /** What is selected now, px; undefined for nothing. */
  selected(): readonly [from: number, to: number] | undefined;
  /** Selects from one stop to another. */
  select(range: BrushRange): void;
  clear(): void;
  /** A press that was no drag, outside of the selection; px in the plot. */
  pressed(x: number, y: number): void;
  /** A gesture or key has ended: what is selected now may be said. */
  done(): void;
  /** A stop in words. */
  words(stop: number): string;
  say(text: Text): string;
}

/** px before a press becomes a drag. */
const SLOP = 4;
/** Width of the area that takes a finger, px. */
const GRIP = 24;

type Drag = { readonly kind: 'new' | 'from' | 'to' | 'move'; readonly start: number; readonly range: BrushRange; moved: boolean; last?: BrushRange };

/**
 * Selects a range of an axis: a drag over the plot makes it, handles change it, a drag inside moves it, a click outside lets go of it.
 * By keyboard the handles are sliders; Escape lets go.
 */
export class RangeBrush implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  readonly #targets: BrushTargets;
  #drag?: Drag | undefined;

  constructor(host: ReactiveControllerHost & { readonly renderRoot: ParentNode }, targets: BrushTargets) {
    this.#host = host;
    this.#targets = targets;
    host.addController(this);
  }

  /** A drag is under way. */
  get active(): boolean {
    return this.#drag?.moved === true;
  }

  hostDisconnected(): void {
    this.#drag = undefined;
  }

  readonly down = (event: PointerEvent): void => {
    const stops = this.#targets.stops();
    if (event.button !== 0 || stops.length < 2) return;
    const x = this.#x(event);
    const grip = event.target instanceof Element ? event.target.getAttribute('data-brush') : null;
    const range = this.#range();
    const kind = !range || grip === null ? 'new' : (grip as Drag['kind']);
    const at = nearestStop(stops, x);
    this.#drag = { kind, start: x, range: range && kind !== 'new' ? range : { from: at, to: at }, moved: false };
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };

  readonly move = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (!drag) return;
    const x = this.#x(event);
    if (!drag.moved && Math.abs(x - drag.start) < SLOP) return;
    drag.moved = true;
    const next = this.#dragged(drag, x);
    // Within one stop nothing changes, so nothing is counted anew.
    if (next.from === drag.last?.from && next.to === drag.last.to) return;
    drag.last = next;
    this.#select(next);
  };

  readonly up = (event: PointerEvent): void => {
    const drag = this.#drag;
    this.#drag = undefined;
    if (!drag) return;
    if (drag.moved) this.#targets.done();
    else if (drag.kind === 'new' && event.type === 'pointerup') this.#targets.pressed(drag.start, event.clientY - this.#corner.top);
  };

  /**
   * Makes or changes the selection from a cursor: Shift with an arrow.
   * @param place Number of the stop the cursor is at; of the bin, where stops are edges of bins.
   * @returns Where the cursor goes; undefined for other keys.
   */
  extend(event: KeyboardEvent, place: number): number | undefined {
    if (!event.shiftKey) return undefined;
    const least = this.#targets.least();
    const next = brushStep(event.key, place, this.#targets.stops().length - least);
    if (next === undefined) return undefined;
    event.preventDefault();
    const range = this.#range();
    const fixed = range && range.from === place ? range.to - least : range && range.to - least === place ? range.from : place;
    this.#select({ from: Math.min(fixed, next), to: Math.max(fixed, next) + least });
    this.#targets.done();
    return next;
  }

  /** The selection with its handles, over the marks. */
  render(): SVGTemplateResult | typeof nothing {
    const selected = this.#targets.selected();
    if (!selected) return nothing;
    const { top, bottom } = this.#targets.box();
    const [from, to] = selected;
    const { say } = this.#targets;
    return svg`<g class="brush">
      <rect class="selection" data-brush="move" x=${from} y=${top} width=${Math.max(1, to - from)} height=${bottom - top}></rect>
      ${this.#handle('from', from, say({ zh: '起点', en: 'Start' }))}${this.#handle('to', to, say({ zh: '终点', en: 'End' }))}
    </g>`;
  }

  #handle(end: 'from' | 'to', x: number, name: string): SVGTemplateResult {
    const { top, bottom } = this.#targets.box();
    const stops = this.#targets.stops();
    const stop = nearestStop(stops, x);
    const middle = (top + bottom) / 2;
    return svg`<g class="handle">
      <line x1=${x} x2=${x} y1=${top} y2=${bottom}></line>
      <rect class="knob" x=${x - 3} y=${middle - 9} width="6" height="18" rx="3"></rect>
      <rect
        class="hit grip"
        data-brush=${end}
        role="slider"
        tabindex="0"
        aria-label=${name}
        aria-valuemin="0"
        aria-valuemax=${stops.length - 1}
        aria-valuenow=${stop}
        aria-valuetext=${this.#targets.words(stop)}
        x=${x - GRIP / 2}
        y=${top}
        width=${GRIP}
        height=${bottom - top}
        @keydown=${(event: KeyboardEvent) => this.#key(event, end)}
      ></rect>
    </g>`;
  }

  #key(event: KeyboardEvent, end: 'from' | 'to'): void {
    const range = this.#range();
    if (!range) return;
    event.stopPropagation();
    if (event.key === 'Escape') {
      this.#targets.clear();
      this.#targets.done();
      return;
    }
    const next = brushStep(event.key, range[end], this.#targets.stops().length);
    if (next === undefined) return;
    event.preventDefault();
    const least = this.#targets.least();
    const kept = end === 'from' ? { ...range, from: Math.min(next, range.to - least) } : { ...range, to: Math.max(next, range.from + least) };
    this.#select(kept);
    this.#targets.done();
  }

  #select(range: BrushRange): void {
    const last = this.#targets.stops().length - 1;
    const from = Math.max(0, Math.min(range.from, last - this.#targets.least()));
    const to = Math.min(last, Math.max(range.to, from + this.#targets.least()));
    this.#targets.select({ from, to });
  }

  #range(): BrushRange | undefined {
    const selected = this.#targets.selected();
    const stops = this.#targets.stops();
    return selected && { from: nearestStop(stops, selected[0]), to: nearestStop(stops, selected[1]) };
  }

  #dragged({ kind, start, range }: Drag, x: number): BrushRange {
    const stops = this.#targets.stops();
    const at = nearestStop(stops, x);
    if (kind === 'move') {
      const by = at - nearestStop(stops, start);
      const kept = Math.max(-range.from, Math.min(by, stops.length - 1 - range.to));
      return { from: range.from + kept, to: range.to + kept };
    }
    const fixed = kind === 'from' ? range.to : range.from;
    return fixed <= at ? { from: fixed, to: at } : { from: at, to: fixed };
  }

  #x(event: PointerEvent): number {
    return event.clientX - this.#corner.left;
  }

  get #corner(): { readonly left: number; readonly top: number } {
    return this.#host.renderRoot.querySelector('.plot')?.getBoundingClientRect() ?? { left: 0, top: 0 };
  }
}
