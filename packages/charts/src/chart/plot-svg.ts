import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** A rectangle of the plot, px. */
export interface PlotRect {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Who listens to the pointer over a plot: a brush. */
export interface PlotHandlers {
  readonly down: (event: PointerEvent) => void;
  readonly move: (event: PointerEvent) => void;
  readonly up: (event: PointerEvent) => void;
}

/** A plot whose marks are no elements. */
export interface Plot {
  /** Its class. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly handlers: PlotHandlers | undefined;
}

/** The picture a plot is drawn into, which hears the pointer wherever it goes in a drag. */
export function plotSvg({ name, width, height, label, handlers }: Plot, marks: SVGTemplateResult): TemplateResult {
  return html`<svg
    class=${name}
    width=${width}
    height=${height}
    viewBox="0 0 ${width} ${height}"
    role="group"
    aria-label=${label}
    @pointerdown=${handlers?.down ?? nothing}
    @pointermove=${handlers?.move ?? nothing}
    @pointerup=${handlers?.up ?? nothing}
    @pointercancel=${handlers?.up ?? nothing}
  >
    ${marks}
  </svg>`;
}

/** The mark the keyboard is at, of how many, and that mark in words. */
export interface PlotCursor {
  readonly at: number;
  readonly count: number;
  readonly words: string;
}

/** The one element over such a plot that takes pointer and focus: a slider over its marks. */
export function plotCursor(label: string, { at, count, words }: PlotCursor, { left, right, top, bottom }: PlotRect): SVGTemplateResult {
  return svg`<rect
    class="hit"
    data-cursor
    role="slider"
    tabindex="0"
    aria-label=${label}
    aria-valuemin="0"
    aria-valuemax=${Math.max(0, count - 1)}
    aria-valuenow=${at}
    aria-valuetext=${words}
    x=${left}
    y=${top}
    width=${Math.max(0, right - left)}
    height=${Math.max(0, bottom - top)}
  ></rect>`;
}
