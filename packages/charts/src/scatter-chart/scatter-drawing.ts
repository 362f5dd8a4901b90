import { setStyle } from '@yizhangtu/base/set-style';
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { cssColor } from '../chart/group-rows.js';
import { plotCursor, plotSvg, type PlotCursor, type PlotHandlers, type PlotRect } from '../chart/plot-svg.js';
import type { PointClass } from './scatter-classes.js';
import type { PointLabel } from './scatter-labels.js';
import { markerLine, plotAxes, type ScatterMarker } from './scatter-plot.js';
import { circleRadius, type ScatterScene } from './scatter-scene.js';

/** What is drawn of points and over them. */
export interface ScatterDrawing {
  readonly label: string;
  readonly xName: string;
  readonly yName: string;
  readonly classes: readonly PointClass[];
  readonly inside: ((index: number) => boolean) | undefined;
  /** What the points were made from: they are drawn again when one of these is another. */
  readonly from: readonly unknown[];
  readonly labels: readonly PointLabel[];
  markerWords(marker: ScatterMarker): string;
  readonly selected: readonly number[];
  /** Numbers of the point under the pointer or the keyboard, and of the one under the pointer elsewhere; −1 for none. */
  readonly marked: readonly number[];
  /** The rectangle under way, or that of the filter. */
  readonly rect: PlotRect | undefined;
  readonly cursor: PlotCursor;
  readonly handlers: PlotHandlers | undefined;
}

/** Axes, points, and what lies over them. */
export function scatterDrawing(scene: ScatterScene, drawing: ScatterDrawing): TemplateResult {
  const { width, height, form } = scene;
  return html`${plotAxes(scene, { x: drawing.xName, y: drawing.yName }, form === 'shapes' ? guard([...drawing.from], () => dots(scene, drawing)) : nothing)}
    ${form === 'shapes' ? nothing : html`<canvas class="layer" aria-hidden="true" ${setStyle({ width: `${width}px`, height: `${height}px` })}></canvas>`}
    ${over(scene, drawing)}`;
}

function over(scene: ScatterScene, drawing: ScatterDrawing): TemplateResult {
  const { width, height } = scene;
  const { rect } = drawing;
  return plotSvg(
    { name: 'layer over', width, height, label: drawing.label, handlers: drawing.handlers },
    svg`${lines(scene, drawing)}
    ${rect ? svg`<rect class="selection" x=${rect.left} y=${rect.top} width=${Math.max(0, rect.right - rect.left)} height=${Math.max(0, rect.bottom - rect.top)}></rect>` : nothing}
    <g aria-hidden="true">
      ${drawing.labels.map(({ text, x, y, anchor }) => svg`<text class="muted halo" x=${x} y=${y} text-anchor=${anchor}>${text}</text>`)}
      ${drawing.selected.map((index) => ring(scene, index, 'chosen'))} ${drawing.marked.map((index) => ring(scene, index, 'now'))}
    </g>
    ${plotCursor(drawing.label, drawing.cursor, scene)}`,
  );
}

function dots({ xs, ys, radius }: ScatterScene, { classes, inside }: ScatterDrawing): SVGTemplateResult {
  const dot = (index: number): SVGTemplateResult =>
    svg`<circle class=${inside && !inside(index) ? 'dot out' : 'dot'} cx=${round(xs[index])} cy=${round(ys[index])} r=${round(radius(index))}></circle>`;
  // Large circles under small ones.
  const ordered = (points: ArrayLike<number>): number[] => Array.from(points).sort((a, b) => radius(b) - radius(a));
  return svg`${classes.map(({ color, points }) => svg`<g ${setStyle({ '--yzt-chart-color': color === undefined ? undefined : cssColor(color) })}>${ordered(points).map(dot)}</g>`)}`;
}

function round(value = 0): number {
  return Math.round(value * 10) / 10;
}

function ring({ xs, ys, radius }: ScatterScene, index: number, look: string): SVGTemplateResult | typeof nothing {
  const [x, y] = [xs[index], ys[index]];
  return x === undefined || y === undefined ? nothing : svg`<circle class="ring ${look}" cx=${x} cy=${y} r=${radius(index) + 2}></circle>`;
}

function lines(scene: ScatterScene, { markerWords }: ScatterDrawing): SVGTemplateResult {
  const { left, right, top, bottom, fit } = scene;
  const place = (share: number): number => bottom - share * (bottom - top);
  return svg`<g aria-hidden="true">${scene.lines.map((one) => markerLine(scene, one, markerWords(one)))}
    ${fit ? svg`<path class="trend" d=${cut(fit.at(0), fit.at(1)).map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${left + x * (right - left)} ${place(y)}`).join('')}></path>` : nothing}</g>`;
}

/** The part of a line from x 0 to 1 whose y is between 0 and 1. */
function cut(from: number, to: number): (readonly [x: number, y: number])[] {
  const slope = to - from;
  const at = (y: number): number => (slope === 0 ? 0 : (y - from) / slope);
  const [low, high] = [Math.min(at(0), at(1)), Math.max(at(0), at(1))];
  const [start, end] = slope === 0 ? [0, 1] : [Math.max(0, low), Math.min(1, high)];
  return [start, end].map((x) => [x, from + slope * x] as const);
}

/** What the areas of circles mean. */
export function sizeLegend(values: readonly number[], largest: number, fontSize: number, name: string, words: (value: number) => string): TemplateResult {
  return html`<ul class="legend sizes" aria-label=${name}>
    <li>${name}</li>
    ${values.map((value) => {
      const radius = circleRadius(value, largest, fontSize);
      const side = Math.ceil(2 * radius + 2);
      return html`<li>
        <svg width=${side} height=${side} aria-hidden="true"><circle class="ring size" cx=${side / 2} cy=${side / 2} r=${radius}></circle></svg>${words(value)}
      </li>`;
    })}
  </ul>`;
}
