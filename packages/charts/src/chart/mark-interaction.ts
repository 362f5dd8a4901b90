import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where the tooltip is and whose it is. px from the top left of the plot. */
export interface TipPlace {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

/** A chart, as far as the interaction works with it. */
interface MarkHost extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
}

/** What the interaction asks of its chart. */
export interface MarkTargets {
  /** How many marks the keyboard walks over. */
  count(): number;
  /** The mark was chosen by click, Enter or Space. */
  choose(index: number): void;
  /** Escape. */
  clear(): void;
  /** The mark under the pointer or the focus changed; −1 for none. */
  pointed(index: number): void;
  /** A key that the chart takes for itself, and the mark it leads to; undefined for others. */
  keyed(event: KeyboardEvent, index: number): number | undefined;
  /** The mark a key leads to; undefined for keys that lead nowhere. */
  next(key: string, index: number): number | undefined;
  /** The mark at a place of the plot in px, where marks are no elements: a crosshair, a canvas. −1 for none. */
  at(x: number, y: number): number;
  /** Where the tooltip of a mark points to, px in the plot, where marks are no elements. */
  place(index: number): { readonly x: number; readonly y: number } | undefined;
}

/** The number of the mark an event is about, or −1. Marks that are elements carry `data-index`. */
function indexOf(event: Event): number {
  const mark = event.target instanceof Element ? event.target.closest('[data-index]') : null;
  return mark ? Number(mark.getAttribute('data-index')) : -1;
}

/** True for the one element that stands for all marks of a chart whose marks are no elements. */
function isCursor(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('[data-cursor]') !== null;
}

/** The number of the mark an arrow key leads to, or undefined for other keys. */
export function nextIndex(key: string, index: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(count - 1, index + 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(0, index - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}

/**
 * Pointer and keyboard on marks: tooltip, one tab stop with arrow keys, choice by click, Enter and Space. A mark is an element with
 * `data-index` that holds a focusable `.hit` (roving tabindex); or there is one focusable element with `data-cursor`, and the chart
 * says which mark is where.
 */
export class MarkInteraction implements ReactiveController {
  /** The tooltip, when there is one. */
  tip?: TipPlace;
  readonly #host: MarkHost;
  readonly #targets: MarkTargets;
  #focused = 0;
  #pointed = -1;

  constructor(host: MarkHost, targets: MarkTargets) {
    this.#host = host;
    this.#targets = targets;
    host.addController(this);
  }

  /** The mark that takes focus with Tab. */
  get focused(): number {
    return Math.min(this.#focused, Math.max(0, this.#targets.count() - 1));
  }

  hostDisconnected(): void {
    this.tip = undefined;
    this.#pointed = -1;
  }

  readonly move = (event: PointerEvent): void => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const index = this.#indexAt(event, x, y);
    if (index < 0) return this.leave();
    this.#show({ index, ...(isCursor(event) ? (this.#targets.place(index) ?? { x, y }) : { x, y }) });
  };

  readonly leave = (): void => {
    this.#point(-1);
    if (!this.tip) return;
    this.tip = undefined;
    this.#host.requestUpdate();
  };

  readonly focus = (event: FocusEvent): void => {
    if (isCursor(event)) return this.#showCursor();
    const index = indexOf(event);
    if (index < 0) return;
    this.#focused = index;
    const target = event.target as Element;
    const mark = target.closest('[data-index]')?.querySelector('.mark') ?? target;
    const box = mark.getBoundingClientRect();
    const plot = (event.currentTarget as Element).getBoundingClientRect();
    this.#show({ index, x: box.left + box.width / 2 - plot.left, y: box.top - plot.top });
  };

  readonly click = (event: MouseEvent): void => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const index = this.#indexAt(event, event.clientX - box.left, event.clientY - box.top);
    if (index < 0) return;
    this.#focused = index;
    this.#targets.choose(index);
  };

  readonly key = (event: KeyboardEvent): void => {
    const index = isCursor(event) ? this.focused : indexOf(event);
    if (index < 0) return;
    const taken = this.#targets.keyed(event, index);
    if (taken !== undefined) this.#go(event, taken);
    else if (event.key === 'Escape') this.#escape(event);
    else if (event.key === 'Enter' || event.key === ' ') this.#enter(event, index);
    else this.#arrow(event, index);
  };

  #indexAt(event: Event, x: number, y: number): number {
    return isCursor(event) ? this.#targets.at(x, y) : indexOf(event);
  }

  #enter(event: KeyboardEvent, index: number): void {
    event.preventDefault();
    this.#targets.choose(index);
  }

  #escape(event: KeyboardEvent): void {
    event.stopPropagation();
    this.leave();
    this.#targets.clear();
  }

  #arrow(event: KeyboardEvent, index: number): void {
    const next = this.#targets.next(event.key, index);
    if (next === undefined) return;
    event.preventDefault();
    this.#go(event, next);
  }

  #go(event: KeyboardEvent, next: number): void {
    this.#focused = next;
    this.#host.requestUpdate();
    if (isCursor(event)) return this.#showCursor();
    this.#host.renderRoot.querySelector<SVGElement>(`[data-index="${next}"] .hit`)?.focus();
  }

  #showCursor(): void {
    const index = this.focused;
    const place = this.#targets.place(index);
    if (place) this.#show({ index, ...place });
  }

  #show(tip: TipPlace): void {
    this.tip = tip;
    this.#point(tip.index);
    this.#host.requestUpdate();
  }

  #point(index: number): void {
    if (index === this.#pointed) return;
    this.#pointed = index;
    this.#targets.pointed(index);
  }
}
