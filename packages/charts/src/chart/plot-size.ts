import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { estimatedWidth, type MeasureText } from '../marks/text-fit.js';
import { textMeasure } from './text-measure.js';

/** A chart, as far as its plot is measured. */
interface PlotHost extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
}

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

  /** Reads type size and font; before each drawing, because theme and text size change without a resize. */
  readType(): void {
    if (!this.#observed) return;
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
        this.#host.requestUpdate();
      });
    });
    if (this.#observed) this.#observer.unobserve(this.#observed);
    this.#observed = plot;
    this.#observer.observe(plot);
  }
}
