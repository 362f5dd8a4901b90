import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Locale } from '@yizhangtu/base/locale';
import type { MeasureText } from './text-fit.js';
import { APART, partsApart, ticksApart } from './ticks-apart.js';
import { timeStep, timeTexts, timeTicks, type TimeStep } from './time-ticks.js';

/** One tick of an axis, ready to be drawn. */
export interface AxisTick {
  /** px along the axis. */
  readonly at: number;
  readonly text: string;
  /** Second line under the text. */
  readonly part?: string | undefined;
}

/** Space between an axis and its texts, px. */
export const AXIS_GAP = 8;
/** Height of a line of axis texts, in type sizes of the axis. */
const LINE = 1.4;

/** Lines across the plot at the ticks of a standing axis, their texts left of it. For eyes only: the marks carry their values. */
export function standingAxis(ticks: readonly AxisTick[], left: number, right: number): SVGTemplateResult {
  return svg`<g aria-hidden="true">${ticks.map(
    ({ at, text }) => svg`<line class="grid" x1=${left} x2=${right} y1=${at} y2=${at}></line>
      <text class="muted" x=${left - AXIS_GAP} y=${at} text-anchor="end">${text}</text>`,
  )}</g>`;
}

/** Lines down the plot at the ticks of a lying axis, their texts under it. */
export function lyingGrid(ticks: readonly AxisTick[], top: number, bottom: number): SVGTemplateResult {
  return svg`<g aria-hidden="true">${ticks.map(
    ({ at }) => svg`<line class="grid" x1=${at} x2=${at} y1=${top} y2=${bottom}></line>`,
  )}</g>`;
}

/** Texts under a plot, with small marks on the line where there are some. */
export function lyingAxis(
  ticks: readonly AxisTick[],
  place: { readonly y: number; readonly fontSize: number; readonly width: number; readonly marks?: boolean },
  measure: MeasureText,
): SVGTemplateResult {
  const { y, fontSize, width } = place;
  const line = fontSize * LINE;
  const text = (words: string, at: number, row: number): SVGTemplateResult => {
    const half = measure(words) / 2;
    const x = half * 2 > width ? width / 2 : Math.min(Math.max(at, half), width - half);
    return svg`<text class="muted" x=${x} y=${y + AXIS_GAP + (row + 0.45) * line} text-anchor="middle">${words}</text>`;
  };
  return svg`<g aria-hidden="true">${ticks.map(
    (tick) => svg`${place.marks ? svg`<line class="tick" x1=${tick.at} x2=${tick.at} y1=${y} y2=${y + 4}></line>` : nothing}
      ${text(tick.text, tick.at, 0)}${tick.part === undefined ? nothing : text(tick.part, tick.at, 1)}`,
  )}</g>`;
}

/** Height of the texts under a plot, px. */
export function lyingAxisHeight(ticks: readonly AxisTick[], fontSize: number): number {
  const rows = ticks.some(({ part }) => part !== undefined) ? 2 : 1;
  return AXIS_GAP + rows * fontSize * LINE;
}

/** Where a time axis stands and how it is written. */
export interface TimeAxis {
  readonly from: number;
  readonly to: number;
  /** px of an instant. */
  at(instant: number): number;
  /** px. */
  readonly length: number;
  readonly locale: Locale;
  readonly measure: MeasureText;
  /** Not finer than this. */
  readonly least?: TimeStep;
}

/** Ticks of a time axis that do not touch, first and second lines apart. */
export function timeAxisTicks(axis: TimeAxis): AxisTick[] {
  const { from, to, length, locale, measure } = axis;
  const widest = Math.max(...(locale === 'en' ? ['00:00', 'Mmm'] : ['00时', '00月']).map(measure));
  for (let most = Math.max(1, Math.floor(length / (widest + APART))); ; most = Math.floor(most * 0.7)) {
    const step = timeStep(from, to, most, axis.least);
    const instants = timeTicks(from, to, step);
    const texts = timeTexts(instants, step.unit, locale);
    const ticks = instants.map((instant, index) => ({ at: axis.at(instant), text: texts[index]?.text ?? '', part: texts[index]?.part }));
    if (most <= 1 || ticksApart(ticks, measure)) return partsApart(ticks, measure);
  }
}
