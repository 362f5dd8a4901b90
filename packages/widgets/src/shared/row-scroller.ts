import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { listWindow, MAX_HEIGHT, scrollFor, wheelStep, type ListBox, type ListWindow } from './list-window.js';

/** Where the controller finds the parts of its host; undefined while they are not drawn. */
export interface ScrollerParts {
  /** The box that scrolls. */
  box(): HTMLElement | undefined;
  /** Any drawn row, for its height. */
  row(): HTMLElement | undefined;
  /** Height of what stays in sight above and below the rows, px. */
  edges?(): number;
}

/** Px a line and a page of the wheel mean, where a mouse counts in them. */
const LINE = 36;

/** Keeps the part of a long list that is in sight: measures the box and its rows, follows scrolling, and brings rows into sight. */
export class RowScroller implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #parts: ScrollerParts;
  readonly #sizes = new ResizeObserver(() => this.#measure());
  #observed?: HTMLElement | undefined;
  /** A drawn row: its height changes with the text size, which the size of the box does not tell. */
  #row?: HTMLElement | undefined;
  #scrollTop = 0;
  #viewport = 400;
  #width = Infinity;
  #rowHeight: number;
  #total = 0;
  /** Fraction of a px that the wheel moved and the box could not. */
  #carry = 0;

  /** @param rowHeight Height of a row until one is measured, px. */
  constructor(host: ReactiveControllerHost, parts: ScrollerParts, rowHeight: number) {
    this.#host = host;
    this.#parts = parts;
    this.#rowHeight = rowHeight;
    host.addController(this);
  }

  /** Rows that fit the box, at least one. */
  get page(): number {
    return Math.max(1, Math.floor(this.#viewport / this.#rowHeight) - 1);
  }

  /** Width of the box, px; infinite until it is measured. */
  get width(): number {
    return this.#width;
  }

  /** The rows to draw of so many. */
  window(total: number): ListWindow {
    this.#total = total;
    return listWindow(this.#box());
  }

  /** Brings a row into sight, moving no further than needed. */
  reveal(index: number): void {
    const box = this.#parts.box();
    if (!box) return;
    box.scrollTop = scrollFor(index, this.#box());
    this.#follow(box);
  }

  hostConnected(): void {
    // After a move the box must be watched again.
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const box = this.#parts.box();
    if (box !== this.#observed) {
      this.#release();
      if (box) {
        this.#sizes.observe(box);
        box.addEventListener('scroll', this.#onScroll, { passive: true });
        box.addEventListener('wheel', this.#onWheel, { passive: false });
      }
      this.#observed = box;
      this.#row = undefined;
    }
    const row = this.#parts.row();
    if (row === this.#row) return;
    if (this.#row) this.#sizes.unobserve(this.#row);
    // What is observed is measured in the next frame, when sizes are worked out anyway.
    if (row) this.#sizes.observe(row);
    this.#row = row;
  }

  hostDisconnected(): void {
    this.#release();
    this.#observed = this.#row = undefined;
  }

  #release(): void {
    this.#sizes.disconnect();
    this.#observed?.removeEventListener('scroll', this.#onScroll);
    this.#observed?.removeEventListener('wheel', this.#onWheel);
  }

  #box(): ListBox {
    return { scrollTop: this.#scrollTop, viewport: this.#viewport, rowHeight: this.#rowHeight, total: this.#total };
  }

  #follow(box: HTMLElement): void {
    if (box.scrollTop === this.#scrollTop) return;
    this.#scrollTop = box.scrollTop;
    this.#host.requestUpdate();
  }

  #onScroll = (event: Event): void => {
    if (event.target === this.#observed) this.#follow(event.target as HTMLElement);
  };

  #onWheel = (event: WheelEvent): void => {
    const box = this.#observed;
    if (!box || event.ctrlKey || event.shiftKey || event.deltaY === 0 || this.#total * this.#rowHeight <= MAX_HEIGHT) return;
    const px = event.deltaY * (event.deltaMode === 0 ? 1 : event.deltaMode === 1 ? LINE : this.#viewport);
    const step = wheelStep(px, this.#box()) + this.#carry;
    const before = box.scrollTop;
    box.scrollTop = Math.round(before + step);
    const moved = box.scrollTop - before;
    // At either end the page scrolls on, as with any other box.
    if (moved === 0 && Math.abs(step) >= 1) {
      this.#carry = 0;
      return;
    }
    this.#carry = step - moved;
    event.preventDefault();
    this.#follow(box);
  };

  #measure(): void {
    const box = this.#parts.box();
    if (!box) return;
    const viewport = box.clientHeight - (this.#parts.edges?.() ?? 0);
    const rowHeight = this.#parts.row()?.offsetHeight ?? 0;
    const changed = (viewport > 0 && viewport !== this.#viewport) || (rowHeight > 0 && rowHeight !== this.#rowHeight);
    const width = box.clientWidth;
    const narrower = width > 0 && width !== this.#width;
    if (viewport > 0) this.#viewport = viewport;
    if (narrower) this.#width = width;
    if (rowHeight > 0) this.#rowHeight = rowHeight;
    if (changed || narrower) this.#host.requestUpdate();
  }
}
