import { setStyle } from '@yizhangtu/base/set-style';
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { plotCursor, plotSvg, type PlotCursor, type PlotHandlers, type PlotRect } from '../chart/plot-svg.js';
import { shadeOf, shadesOf, type Cell, type Cells } from './cell-counts.js';
import type { CellsPicture } from './cell-answers.js';
import { markerLine, plotAxes, type ScatterMarker, type ScatterPlot } from './scatter-plot.js';

/** The faintest shade; the darkest is opaque. */
const FAINTEST = 0.18;
/** What the filter of the chart leaves out. */
const OUT = 0.08;

/** How dark a shade is, of how many. */
function opacityOf(shade: number, count: number): number {
  return count < 2 ? 1 : FAINTEST + ((1 - FAINTEST) * shade) / (count - 1);
}

/** Where a cell lies in the plot, px. */
export function cellRect({ px, py, left, right, top, bottom }: ScatterPlot, { across, up }: Cells, { column, line }: Pick<Cell, 'column' | 'line'>): PlotRect {
  const end = (edges: readonly number[], index: number, place: (value: number) => number): number => place(edges[index] as number);
  return {
    left: Math.max(left, end(across.edges, column, px)),
    right: Math.min(right, end(across.edges, column + 1, px)),
    top: Math.max(top, end(up.edges, line + 1, py)),
    bottom: Math.min(bottom, end(up.edges, line, py)),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Cells of one shade as one outline: thousands of marks are a few elements, on the page, on paper and in a file. */
function outline(plot: ScatterPlot, cells: Cells, list: readonly Cell[]): string {
  return list
    .map((cell) => {
      const { left, right, top, bottom } = cellRect(plot, cells, cell);
      return `M${round(left)} ${round(top)}H${round(right)}V${round(bottom)}H${round(left)}Z`;
    })
    .join('');
}

/** The cells, as dark as the power of the number of their rows. */
function cellMarks({ plot, cells, kept }: CellsPicture): SVGTemplateResult[] {
  const shades = shadesOf(cells);
  const shown = kept ?? cells;
  const path = (list: readonly Cell[], opacity: number): SVGTemplateResult | typeof nothing =>
    list.length === 0 ? nothing : svg`<path class="cells" d=${outline(plot, cells, list)} fill-opacity=${opacity}></path>`;
  return [svg`${kept ? path(cells.list, OUT) : nothing}`, ...shades.map((_, shade) => svg`${path(shown.list.filter(({ count }) => shadeOf(shades, count) === shade), opacityOf(shade, shades.length))}`)];
}

/** What is drawn besides the cells. */
export interface CellsDrawing {
  readonly label: string;
  readonly xName: string;
  readonly yName: string;
  readonly markers: readonly (readonly [marker: ScatterMarker, words: string])[];
  /** Numbers of the cells under the pointer or the keyboard, and of the row under the pointer elsewhere. */
  readonly marked: readonly number[];
  readonly rect: PlotRect | undefined;
  readonly cursor: PlotCursor;
  readonly handlers: PlotHandlers | undefined;
}

function ring(plot: ScatterPlot, cells: Cells, index: number): SVGTemplateResult | typeof nothing {
  const cell = cells.list[index];
  if (!cell) return nothing;
  const { left, right, top, bottom } = cellRect(plot, cells, cell);
  return svg`<rect class="ring now" x=${left - 1} y=${top - 1} width=${right - left + 2} height=${bottom - top + 2}></rect>`;
}

/** Axes, cells, and what lies over them. */
export function cellsDrawing(picture: CellsPicture, drawing: CellsDrawing): TemplateResult {
  const { plot, cells } = picture;
  const { rect, label } = drawing;
  return html`${plotAxes(plot, { x: drawing.xName, y: drawing.yName }, guard([picture], () => cellMarks(picture)))}
  ${plotSvg(
    { name: 'layer over', width: plot.width, height: plot.height, label, handlers: drawing.handlers },
    svg`<g aria-hidden="true">${drawing.markers.map(([marker, words]) => markerLine(plot, marker, words))}</g>
    ${rect ? svg`<rect class="selection" x=${rect.left} y=${rect.top} width=${Math.max(0, rect.right - rect.left)} height=${Math.max(0, rect.bottom - rect.top)}></rect>` : nothing}
    <g aria-hidden="true">${drawing.marked.map((index) => ring(plot, cells, index))}</g>
    ${plotCursor(label, drawing.cursor, plot)}`,
  )}`;
}

/** What the shades mean. */
export function shadeLegend(cells: Cells, name: string, words: (from: number, to: number | undefined) => string): TemplateResult {
  const shades = shadesOf(cells);
  return html`<ul class="legend" part="legend" aria-label=${name}>
    <li>${name}</li>
    ${shades.map((from, shade) => {
      const next = shades[shade + 1];
      const style = { background: 'var(--yzt-chart-color, var(--yzt-color-accent))', opacity: String(opacityOf(shade, shades.length)) };
      return html`<li><i class="key" ${setStyle(style)}></i>${words(from, next === undefined ? undefined : next - 1)}</li>`;
    })}
  </ul>`;
}
