import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where the tooltip is and whose it is. px from the top left of the plot. */
export interface TipPlace {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

/** A chart, as far as the interaction works with it. */
interface BarHost extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
}

/** What the interaction asks of its chart. */
export interface BarTargets {
  /** How many bars there are. */
  count(): number;
  /** The bar was chosen by click, Enter or Space. */
  choose(index: number): void;
  /** Escape. */
  clear(): void;
}

/** The number of the bar an event is about, or −1. Bars carry `data-index`. */
function indexOf(event: Event): number {
  const bar = event.target instanceof Element ? event.target.closest('[data-index]') : null;
  return bar ? Number(bar.getAttribute('data-index')) : -1;
}

/** The number of the bar an arrow key leads to, or undefined for other keys. */
export function nextIndex(key: string, index: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(count - 1, index + 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(0, index - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}

/** Pointer and keyboard on bars: tooltip, one tab stop with arrow keys (roving tabindex), choice by click, Enter and Space. */
export class BarInteraction implements ReactiveController {
  /** The tooltip, when there is one. */
  tip?: TipPlace;
  readonly #host: BarHost;
  readonly #targets: BarTargets;
  #focused = 0;

  constructor(host: BarHost, targets: BarTargets) {
    this.#host = host;
    this.#targets = targets;
    host.addController(this);
  }

  /** The bar that takes focus with Tab. */
  get focused(): number {
    return Math.min(this.#focused, Math.max(0, this.#targets.count() - 1));
  }

  hostDisconnected(): void {
    this.tip = undefined;
  }

  readonly move = (event: PointerEvent): void => {
    const plot = event.currentTarget as Element;
    const index = indexOf(event);
    if (index < 0) return this.leave();
    const box = plot.getBoundingClientRect();
    this.#show({ index, x: event.clientX - box.left, y: event.clientY - box.top });
  };

  readonly leave = (): void => {
    if (!this.tip) return;
    this.tip = undefined;
    this.#host.requestUpdate();
  };

  readonly focus = (event: FocusEvent): void => {
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
    const index = indexOf(event);
    if (index < 0) return;
    this.#focused = index;
    this.#targets.choose(index);
  };

  readonly key = (event: KeyboardEvent): void => {
    const index = indexOf(event);
    if (index < 0) return;
    if (event.key === 'Escape') this.#escape(event);
    else if (event.key === 'Enter' || event.key === ' ') this.#enter(event, index);
    else this.#arrow(event, index);
  };

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
    const next = nextIndex(event.key, index, this.#targets.count());
    if (next === undefined) return;
    event.preventDefault();
    this.#focused = next;
    this.#host.requestUpdate();
    const bar = this.#host.renderRoot.querySelector<SVGElement>(`[data-index="${next}"] .hit`);
    bar?.focus();
  }

  #show(tip: TipPlace): void {
    this.tip = tip;
    this.#host.requestUpdate();
  }
}
