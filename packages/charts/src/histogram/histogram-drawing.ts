import { setStyle } from '@yizhangtu/base/set-style';
import { nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { plotCursor, plotSvg, type PlotCursor, type PlotHandlers } from '../chart/plot-svg.js';
import { lyingAxis, standingAxis } from '../marks/axis.js';
import { barPath } from '../marks/bar-path.js';
import type { HistogramBin } from './histogram-bins.js';
import type { HistogramScene } from './histogram-scene.js';

/** What is drawn over and under the bins. */
export interface HistogramDrawing {
  readonly label: string;
  /** Bin under the pointer or the keyboard; −1 for none. */
  readonly at: number;
  /** Bin of the row under the pointer on another view; −1 for none. */
  readonly near: number;
  readonly selected: readonly [from: number, to: number] | undefined;
  readonly brush: SVGTemplateResult | typeof nothing;
  readonly cursor: PlotCursor;
  readonly handlers: PlotHandlers;
}

/** Bins over their axes. */
export function histogramDrawing(scene: HistogramScene, drawing: HistogramDrawing): TemplateResult {
  const { width, height, left, right, bottom, small, measure, data } = scene;
  const centred = scene.time !== undefined || data.single;
  return plotSvg(
    { name: 'bins', width, height, label: drawing.label, handlers: drawing.handlers },
    svg`${standingAxis(scene.yTicks, left, right)}
    <g aria-hidden="true">${data.bins.map((bin, index) => binMark(scene, drawing, bin, index))}</g>
    <line class="baseline" x1=${left} x2=${right} y1=${bottom} y2=${bottom}></line>
    ${lyingAxis(scene.xTicks, { y: bottom, fontSize: small, width, marks: !centred }, measure)} ${valueMarks(scene)}
    ${plotCursor(drawing.label, drawing.cursor, scene)}
    ${drawing.brush}`,
  );
}

function bar(scene: HistogramScene, index: number, value: number, [from, to]: readonly [number, number]): string {
  // A hair between bins, where there is room for one.
  const gap = scene.x(1) - scene.x(0) > 4 ? 1 : 0;
  const start = scene.x(index + from) + (from === 0 ? gap / 2 : 0);
  const end = scene.x(index + to) - (to === 1 ? gap / 2 : 0);
  const base = scene.y(0);
  return barPath({ orientation: 'vertical', base, length: base - scene.y(value), start, size: Math.max(0.5, end - start), radius: 0 });
}

function binMark(scene: HistogramScene, drawing: HistogramDrawing, bin: HistogramBin, index: number): SVGTemplateResult {
  const { selected, at, near } = drawing;
  const middle = scene.x(index + 0.5);
  const out = selected !== undefined && (middle < selected[0] || middle > selected[1]);
  const state = `bin ${out ? 'out' : ''} ${index === at || index === near ? 'near' : ''}`;
  const colors = scene.colors[index] ?? [];
  return svg`<g class=${state}>
    ${bin.whole === bin.value ? nothing : svg`<path class="whole" d=${bar(scene, index, bin.whole, [0, 1])}></path>`}
    ${colors.map(
      ({ from, to, color }) =>
        svg`<path class=${color === undefined ? 'mark' : 'mark classed'} d=${bar(scene, index, bin.value, [from, to])} ${setStyle({ '--yzt-chart-color': color })}></path>`,
    )}
  </g>`;
}

function valueMarks({ placed, top, bottom, small }: HistogramScene): SVGTemplateResult {
  return svg`<g aria-hidden="true">${placed.map(({ words, x, at, row }) => {
    const middle = top - 4 - (row + 0.5) * small * 1.4;
    // Every line begins below all words, or it would go through those of the row beneath its own.
    return svg`<line class="value-mark" x1=${x} x2=${x} y1=${top - 4} y2=${bottom}></line>
      <text class="muted halo" x=${at} y=${middle} text-anchor="middle">${words}</text>`;
  })}</g>`;
}
