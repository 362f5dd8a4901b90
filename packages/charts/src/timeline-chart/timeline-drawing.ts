import { setStyle } from '@yizhangtu/base/set-style';
import { nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { plotCursor, plotSvg, type PlotCursor, type PlotHandlers } from '../chart/plot-svg.js';
import { lyingAxis, lyingGrid } from '../marks/axis.js';
import { middleOf } from './timeline-marks.js';
import type { PlacedMark, TimelineScene } from './timeline-scene.js';

/** What is drawn of events and over them. */
export interface TimelineDrawing {
  readonly label: string;
  /** CSS colour of a mark; undefined for that of the chart. */
  colorOf(mark: PlacedMark): string | undefined;
  /** What the marks were made from: they are drawn again when one of these is another. */
  readonly from: readonly unknown[];
  /** Numbers of the marks that hold selected rows. */
  readonly chosen: readonly number[];
  /** Numbers of the mark under the pointer or the keyboard, and of the one under the pointer elsewhere; −1 for none. */
  readonly marked: readonly number[];
  /** The span of time that is chosen, px; undefined for none. */
  readonly selected: readonly [from: number, to: number] | undefined;
  readonly brush: SVGTemplateResult | typeof nothing;
  readonly cursor: PlotCursor;
  readonly handlers: PlotHandlers | undefined;
}

/** Lanes with their marks, the numbers of events under them, the axis, and what lies over them. */
export function timelineDrawing(scene: TimelineScene, drawing: TimelineDrawing): TemplateResult {
  const { width, height, left, right, bottom, strip, ticks, small, measure } = scene;
  return plotSvg(
    { name: 'timeline', width, height, label: drawing.label, handlers: drawing.handlers },
    svg`<g aria-hidden="true">
      ${scene.lanes.map((lane, index) => svg`<rect class=${index % 2 === 0 ? 'lane' : 'lane odd'} x="0" y=${lane.top} width=${width} height=${lane.bottom - lane.top}></rect>`)}
      ${lyingGrid(ticks, 0, strip.bottom)}
      ${scene.lanes.map(({ name, top, bottom: end }) => (name === '' ? nothing : svg`<text x="0" y=${(top + end) / 2}>${name}</text>`))}
      ${guard([...drawing.from], () => svg`${scene.marks.map((mark) => one(mark, drawing, scene.events.counted !== undefined))}`)}
      ${drawing.chosen.map((index) => ring(scene.marks[index], 'chosen'))} ${drawing.marked.map((index) => ring(scene.marks[index], 'now'))}
      ${counts(scene)}
      <line class="baseline" x1=${left} x2=${right} y1=${strip.bottom} y2=${strip.bottom}></line>
      ${lyingAxis(ticks, { y: strip.bottom, fontSize: small, width }, measure)}
      ${veils(scene, drawing.selected)}
    </g>
    ${plotCursor(drawing.label, drawing.cursor, { left, right, top: 0, bottom })}
    <rect class="choose" x=${left} y=${bottom} width=${right - left} height=${Math.max(0, strip.bottom - bottom)}></rect>
    ${drawing.brush}`,
  );
}

function one(mark: PlacedMark, { colorOf }: TimelineDrawing, counted: boolean): SVGTemplateResult {
  const { from, to, y, radius, long, events, text, textX, inside } = mark;
  const shape = long
    ? svg`<rect class="mark long" x=${round(from)} y=${round(y - radius)} width=${round(Math.max(2, to - from))} height=${round(radius * 2)} rx="3"></rect>`
    : svg`<circle class=${counted || events.length > 1 ? 'mark many' : 'mark'} cx=${round(middleOf(mark))} cy=${round(y)} r=${round(radius)}></circle>`;
  const words = text === '' ? nothing : svg`<text class=${inside ? 'name inside' : 'name'} x=${round(textX)} y=${round(y)}>${text}</text>`;
  return svg`<g ${setStyle({ '--yzt-chart-color': colorOf(mark) })}>${shape}${words}</g>`;
}

function ring(mark: PlacedMark | undefined, look: string): SVGTemplateResult | typeof nothing {
  if (!mark) return nothing;
  const { from, to, y, radius, long } = mark;
  if (!long) return svg`<circle class="ring ${look}" cx=${middleOf(mark)} cy=${y} r=${radius + 2.5}></circle>`;
  return svg`<rect class="ring ${look}" x=${from - 2} y=${y - radius - 2} width=${Math.max(2, to - from) + 4} height=${radius * 2 + 4} rx="4"></rect>`;
}

/** How many events begin between each two stops: what a span is chosen by. */
function counts({ counts: numbers, stops, strip, at }: TimelineScene): SVGTemplateResult {
  const most = numbers.reduce((best, count) => Math.max(best, count), 1);
  const bar = (count: number, index: number): SVGTemplateResult | typeof nothing => {
    if (count === 0) return nothing;
    const [from, to] = [at(stops[index] as number), at(stops[index + 1] as number)];
    const height = Math.max(2, (count / most) * (strip.bottom - strip.top - 2));
    return svg`<rect class="count" x=${round(from + 0.5)} y=${round(strip.bottom - height)} width=${round(Math.max(1, to - from - 1))} height=${round(height)}></rect>`;
  };
  return svg`${numbers.map(bar)}`;
}

/** What is not chosen lies under a veil. */
function veils({ left, right, strip }: TimelineScene, selected: TimelineDrawing['selected']): SVGTemplateResult | typeof nothing {
  if (!selected) return nothing;
  const veil = (from: number, to: number): SVGTemplateResult => svg`<rect class="veil" x=${from} y="0" width=${Math.max(0, to - from)} height=${strip.bottom}></rect>`;
  return svg`${veil(left, selected[0])}${veil(selected[1], right + 8)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
