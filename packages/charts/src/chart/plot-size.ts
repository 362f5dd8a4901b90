import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { estimatedWidth, type MeasureText } from '../marks/text-fit.js';
import { textMeasure } from './text-measure.js';

/** A chart, as far as its plot is measured. */
interface PlotHost extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
}

/** So long a type size that was read is good for. */
const TYPE_KEPT_MS = 500;

/** Size and type of the `.plot` of a chart. Draws the chart again when the box changes. */
export class PlotSize implements ReactiveController {
  /** px; 0 before the first layout. */
  width = 0;
  height = 0;
  /** Type size of marks, px. */
  fontSize = 13;
  /** Height of a row of lying bars in px; never below what a finger or WCAG's 24 px needs. */
  rowHeight = 26;
  measureText: MeasureText = (text) => estimatedWidth(text, this.fontSize);
  readonly #host: PlotHost;
  #observer?: ResizeObserver;
  #observed?: Element;
  #frame = 0;
  #readAt = -Infinity;

  constructor(host: PlotHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#observed = undefined;
  }

  hostUpdated(): void {
    const plot = this.#host.renderRoot.querySelector('.plot');
    if (plot && plot !== this.#observed) this.#watch(plot);
  }

  /** Theme, language or text size changed: type size and font are read anew before the next drawing. */
  forgetType(): void {
    this.#readAt = -Infinity;
  }

  /**
   * Reads type size and font before a drawing, because they change without a resize. Not before every one while a filter is dragged: each
   * time the browser has to work out all styles of the page.
   */
  readType(): void {
    const now = performance.now();
    if (!this.#observed || now - this.#readAt < TYPE_KEPT_MS) return;
    this.#readAt = now;
    this.measureText = textMeasure(this.#observed);
    const { fontSize, lineHeight } = getComputedStyle(this.#observed);
    this.fontSize = Number.parseFloat(fontSize);
    this.rowHeight = Math.max(24, Number.parseFloat(lineHeight) || 0);
  }

  #watch(plot: Element): void {
    this.#observer ??= new ResizeObserver((entries) => {
      const box = entries[entries.length - 1]?.contentRect;
      if (!box || (box.width === this.width && box.height === this.height)) return;
      // In the next frame: drawing changes the height, and a change inside the callback is an error on the window.
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => {
        this.width = box.width;
        this.height = box.height;
        this.forgetType();
        this.#host.requestUpdate();
      });
    });
    if (this.#observed) this.#observer.unobserve(this.#observed);
    this.#observed = plot;
    this.forgetType();
    this.#observer.observe(plot);
  }
}
