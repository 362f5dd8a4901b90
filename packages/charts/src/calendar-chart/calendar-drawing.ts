import { setStyle } from '@yizhangtu/base/set-style';
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { plotCursor, plotSvg, type PlotCursor, type PlotHandlers } from '../chart/plot-svg.js';
import type { DayClass } from './calendar-classes.js';
import type { CalendarScene, DayPaths } from './calendar-scene.js';

/** What is drawn over the squares, and who listens. */
export interface CalendarDrawing {
  readonly label: string;
  readonly classes: readonly DayClass[];
  /** Squares inside the filter of this chart, or all; and those outside. */
  readonly inside: DayPaths;
  readonly outside: DayPaths | undefined;
  /** Numbers of the day under the pointer or the keyboard and of that of the row under the pointer elsewhere; −1 for none. */
  readonly marked: readonly number[];
  readonly cursor: PlotCursor;
  readonly handlers: PlotHandlers | undefined;
}

/** A calendar of squares. */
export function calendarDrawing(scene: CalendarScene, drawing: CalendarDrawing): TemplateResult {
  const { width, height, size } = scene;
  return plotSvg(
    { name: 'calendar', width, height, label: drawing.label, handlers: drawing.handlers },
    svg`<g aria-hidden="true">
      ${scene.texts.map(({ x, y, text, strong }) => svg`<text class=${strong ? 'year' : 'muted'} x=${x} y=${y}>${text}</text>`)}
      ${drawing.outside ? svg`<g class="out">${squares(drawing.outside, drawing.classes)}</g>` : nothing}
      ${squares(drawing.inside, drawing.classes)}
      <path class="border" d=${scene.borders}></path>
    </g>
    ${plotCursor(drawing.label, drawing.cursor, { left: 0, right: width, top: 0, bottom: height })}
    ${drawing.marked.map((index) => {
      const cell = scene.cell(index);
      return cell ? svg`<rect class="now" aria-hidden="true" x=${cell.x - 0.5} y=${cell.y - 0.5} width=${size + 1} height=${size + 1} rx="2"></rect>` : nothing;
    })}`,
  );
}

function squares({ classes, zero, missing }: DayPaths, looks: readonly DayClass[]): SVGTemplateResult {
  return svg`${missing === '' ? nothing : svg`<path class="missing" d=${missing}></path>`}
    ${zero === '' ? nothing : svg`<path class="zero" d=${zero}></path>`}
    ${classes.map((d, index) => (d === '' ? nothing : svg`<path class="mark" d=${d} ${lookOf(looks[index])}></path>`))}`;
}

function lookOf(look: DayClass | undefined): ReturnType<typeof setStyle> {
  return setStyle({ '--_strength': look?.color === undefined ? String(look?.strength ?? 1) : undefined, '--yzt-chart-color': look?.color });
}

/** The classes of the colours in a row. */
export function calendarLegend(
  entries: readonly { readonly look: DayClass | 'zero' | 'missing'; readonly words: string }[],
  label: string,
): TemplateResult {
  return html`<ul class="legend classes" part="legend" aria-label=${label}>
    ${entries.map(({ look, words }) => {
      const key = typeof look === 'string' ? html`<i class="key ${look}"></i>` : html`<i class="key" ${lookOf(look)}></i>`;
      return html`<li>${key}${words}</li>`;
    })}
  </ul>`;
}
