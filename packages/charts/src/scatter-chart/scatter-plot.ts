import type { Locale } from '@yizhangtu/base/locale';
import { html, svg, type SVGTemplateResult } from 'lit';
import { AXIS_GAP, lyingAxis, lyingAxisHeight, lyingGrid, standingAxis, type AxisTick } from '../marks/axis.js';
import type { MeasureText } from '../marks/text-fit.js';
import { ticksApart } from '../marks/ticks-apart.js';
import type { PlotRect } from '../chart/plot-svg.js';
import { scatterAxis, type ScatterAxis } from './scatter-axis.js';

type Ends = readonly [min: number, max: number];

/** What the axes of a scatter plot are made for. */
export interface PlotInput {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly measure: MeasureText;
  readonly locale: Locale;
  readonly logX: boolean;
  readonly logY: boolean;
}

/** Where the axes of a scatter plot stand, px. */
export interface ScatterPlot extends PlotInput, PlotRect {
  readonly small: number;
  readonly xAxis: ScatterAxis;
  readonly yAxis: ScatterAxis;
  readonly xTicks: readonly AxisTick[];
  readonly yTicks: readonly AxisTick[];
  px(value: number): number;
  py(value: number): number;
}

/** The axes of numbers between their ends. @param edge Room that marks take beyond their places, px. */
export function plotOf(input: PlotInput, xEnds: Ends, yEnds: Ends, edge: number): ScatterPlot {
  const { width, height, fontSize, measure, locale, logY } = input;
  const small = (fontSize * 12) / 13;
  const line = small * 1.4;
  const yAxis = scatterAxis(yEnds, logY, Math.max(2, Math.round(height / (small * 4.5))), locale);
  const left = Math.max(0, ...yAxis.ticks.map(({ text }) => measure(text))) + AXIS_GAP;
  // Names of the axes: that of y above it, that of x under its numbers.
  const [top, right, bottom] = [line * 1.5 + edge, Math.max(left + 1, width - edge - 2), height - lyingAxisHeight([], small) - line];
  const xAxis = acrossAxis(input, xEnds, right - left);
  const px = (value: number): number => left + xAxis.at(value) * (right - left);
  const py = (value: number): number => bottom - yAxis.at(value) * (bottom - top);
  return {
    ...input,
    left,
    right,
    top,
    bottom,
    small,
    xAxis,
    yAxis,
    xTicks: xAxis.ticks.map(({ value, text }) => ({ at: px(value), text })),
    yTicks: yAxis.ticks.map(({ value, text }) => ({ at: py(value), text })),
    px,
    py,
  };
}

/** The axis with as many numbers as have room. */
function acrossAxis({ logX, locale, measure }: PlotInput, ends: Ends, length: number): ScatterAxis {
  for (let count = 8; ; count -= 1) {
    const axis = scatterAxis(ends, logX, count, locale);
    const ticks = axis.ticks.map(({ value, text }) => ({ at: axis.at(value) * length, text }));
    if (count <= 1 || ticksApart(ticks, measure)) return axis;
  }
}

/** The picture of the axes, with what lies on it. */
export function plotAxes(plot: ScatterPlot, names: { readonly x: string; readonly y: string }, marks: unknown): ReturnType<typeof html> {
  const { width, height, left, right, top, bottom, small, measure, xTicks, yTicks } = plot;
  return html`<svg class="layer" width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    ${standingAxis(yTicks, left, right)} ${lyingGrid(xTicks, top, bottom)}
    <line class="baseline" x1=${left} x2=${right} y1=${bottom} y2=${bottom}></line>
    ${lyingAxis(xTicks, { y: bottom, fontSize: small, width }, measure)}
    <text class="muted" x="0" y=${small * 0.7}>${names.y}</text>
    <text class="muted" x=${right} y=${height - small * 0.7} text-anchor="end">${names.x}</text>
    ${marks}
  </svg>`;
}

/** A line at a middle value of an axis. */
export interface ScatterMarker {
  readonly kind: 'median' | 'mean';
  readonly axis: 'x' | 'y';
  readonly value: number;
  /** px. */
  readonly at: number;
}

/** The line of a middle value, and what it is. */
export function markerLine({ left, right, top, bottom, small, measure, width }: ScatterPlot, one: ScatterMarker, words: string): SVGTemplateResult {
  if (one.axis === 'y') {
    return svg`<line class="target" x1=${left} x2=${right} y1=${one.at} y2=${one.at}></line>
      <text class="muted halo" x=${right} y=${one.at - small * 0.7} text-anchor="end">${words}</text>`;
  }
  const half = measure(words) / 2;
  return svg`<line class="target" x1=${one.at} x2=${one.at} y1=${top} y2=${bottom}></line>
    <text class="muted halo" x=${Math.min(Math.max(one.at, half), width - half)} y=${top - small * 0.7} text-anchor="middle">${words}</text>`;
}
