import { setStyle } from '@yizhangtu/base/set-style';
import { nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { plotCursor, plotSvg, type PlotCursor, type PlotHandlers } from '../chart/plot-svg.js';
import { lyingAxis, standingAxis } from '../marks/axis.js';
import { ends, turns } from '../marks/extremes.js';
import type { LineSeries } from './line-data.js';
import type { LinePath } from './line-paths.js';
import { LABEL_KEY, smallSize, type EndLabel, type LineScene } from './line-scene.js';
import { thresholdColor } from '../chart/thresholds.js';

/** What is drawn over and under the lines of a scene. */
export interface LineDrawing {
  readonly label: string;
  readonly paths: readonly LinePath[];
  /** Place under the pointer or the keyboard; −1 for none. */
  readonly at: number;
  /** Place of the row under the pointer on another view; −1 for none. */
  readonly near: number;
  /** Which values are written at the lines. */
  readonly extremes: 'none' | 'ends' | 'turns';
  /** Where the forecast begins, in values of the axis, and its words. */
  readonly forecast: { readonly from: number; readonly past: string; readonly future: string } | undefined;
  /** px between which lines are lit; what lies outside a selection is faint. */
  readonly selected: readonly [from: number, to: number] | undefined;
  readonly brush: SVGTemplateResult | typeof nothing;
  /** The one element that takes pointer and focus: the place it is at, and that place in words. */
  readonly cursor: PlotCursor;
  readonly handlers: PlotHandlers;
}

/** Lines over their axes, with what is written at them. */
export function lineDrawing(scene: LineScene, drawing: LineDrawing): TemplateResult {
  const { width, height, left, right, bottom, fontSize, measure, xTicks, yTicks, data } = scene;
  const small = smallSize(fontSize);
  const zero = scene.y(0);
  const floor = zero > scene.top && zero < bottom ? zero : bottom;
  return plotSvg(
    { name: 'lines', width, height, label: drawing.label, handlers: drawing.handlers },
    svg`${standingAxis(yTicks, left, right)} ${forecastMark(scene, drawing)}
    <g aria-hidden="true">
      ${data.lines.map((line, index) => areaOf(scene, line, drawing.paths[index]))} ${thresholdLines(scene)}
      ${data.lines.map((line, index) => lineOf(line, drawing.paths[index]))}
    </g>
    <line class="baseline" x1=${left} x2=${right} y1=${floor} y2=${floor}></line>
    ${lyingAxis(xTicks, { y: bottom, fontSize: small, width, marks: data.kind !== 'words' }, measure)} ${veils(scene, drawing.selected)}
    ${extremeLabels(scene, drawing.extremes)} ${scene.endLabels.map((label) => endLabel(scene, label))} ${crosshair(scene, drawing)}
    ${plotCursor(drawing.label, drawing.cursor, { ...scene, top: scene.top - 4 })} ${drawing.brush}`,
  );
}

function colored(line: LineSeries): ReturnType<typeof setStyle> {
  return setStyle({ '--yzt-chart-color': line.color });
}

function lineOf(line: LineSeries, path: LinePath | undefined): SVGTemplateResult | typeof nothing {
  if (!path) return nothing;
  return svg`<g class="series ${path.dense ? 'dense' : ''} ${line.faded ? 'out' : ''}" ${colored(line)}>
    <path class="line" d=${path.past}></path>
    ${path.forecast === '' ? nothing : svg`<path class="line forecast" d=${path.forecast}></path>`}
    ${path.dots.map(({ x, y }) => svg`<circle class="dot" cx=${x} cy=${y} r="2.5"></circle>`)}
  </g>`;
}

function areaOf(scene: LineScene, line: LineSeries, path: LinePath | undefined): SVGTemplateResult | typeof nothing {
  if (!path || path.area === '') return nothing;
  const solid = scene.layout === 'stacked' || scene.layout === 'share';
  return svg`<path class="area ${solid ? 'solid' : ''} ${line.faded ? 'out' : ''}" d=${path.area} ${colored(line)}></path>`;
}

function thresholdLines({ thresholds, left, right, y }: LineScene): SVGTemplateResult[] {
  return thresholds.map((threshold) => {
    const at = y(threshold.value);
    const color = thresholdColor(threshold);
    return svg`<line class="threshold" x1=${left} x2=${right} y1=${at} y2=${at} ${setStyle({ '--yzt-chart-color': color })}></line>`;
  });
}

function forecastMark(scene: LineScene, { forecast }: LineDrawing): SVGTemplateResult | typeof nothing {
  const { data, left, right, top, bottom, fontSize, measure } = scene;
  const [first, last] = [data.xs[0], data.xs[data.xs.length - 1]];
  if (!forecast || first === undefined || last === undefined || forecast.from < first || forecast.from >= last) return nothing;
  const at = scene.x(forecast.from);
  const y = top - fontSize * 0.1;
  const fits = (words: string, room: number): boolean => measure(words) + 10 <= room;
  return svg`<g aria-hidden="true">
    <line class="now" x1=${at} x2=${at} y1=${top - fontSize * 0.6} y2=${bottom}></line>
    ${fits(forecast.past, at - left) ? svg`<text class="muted halo" x=${at - 5} y=${y} text-anchor="end">${forecast.past}</text>` : nothing}
    ${fits(forecast.future, right - at) ? svg`<text class="muted halo" x=${at + 5} y=${y}>${forecast.future}</text>` : nothing}
  </g>`;
}

/** What is not selected lies under a veil. */
function veils({ left, right, top, bottom }: LineScene, selected: LineDrawing['selected']): SVGTemplateResult | typeof nothing {
  if (!selected) return nothing;
  const [from, to] = selected;
  const veil = (start: number, end: number) =>
    svg`<rect class="veil" x=${start} y=${top - 4} width=${Math.max(0, end - start)} height=${bottom - top + 4}></rect>`;
  return svg`<g aria-hidden="true">${veil(left, from)}${veil(to, right + 2)}</g>`;
}

interface Mark {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly above: boolean;
  readonly color: string;
}

function extremeLabels(scene: LineScene, extremes: LineDrawing['extremes']): SVGTemplateResult | typeof nothing {
  // A place that stands alone has nothing to be read by but its value.
  if ((extremes === 'none' && scene.data.xs.length > 1) || scene.layout === 'stacked' || scene.layout === 'share') return nothing;
  const { data, x, y, fontSize, measure, left, right, bottom } = scene;
  const marks = data.lines.flatMap((line): Mark[] => {
    const values = line.values.map((value) => value ?? Number.NaN);
    const single = values.length === 1 ? { highs: [0], lows: [] } : undefined;
    const { highs, lows } = single ?? (extremes === 'turns' ? turns(values) : ends(values));
    const mark = (above: boolean) => (at: number): Mark => {
      const value = values[at] as number;
      return { x: x(data.xs[at] ?? 0), y: y(value), text: scene.figure(value), above, color: line.color };
    };
    return [...highs.map(mark(true)), ...lows.map(mark(false))];
  });
  const boxes: { readonly from: number; readonly to: number; readonly y: number }[] = [];
  return svg`<g aria-hidden="true">${marks.map(({ x: at, y: height, text, above, color }) => {
    const half = measure(text) / 2;
    const middle = Math.min(Math.max(at, left + half), right - half);
    // Near the axis there are its own texts below.
    const low = !above && height + fontSize * 1.5 <= bottom;
    const line = height + fontSize * (low ? 0.95 : -0.85);
    const free = boxes.every((box) => middle + half + 4 < box.from || middle - half - 4 > box.to || Math.abs(box.y - line) > fontSize * 1.1);
    if (free) boxes.push({ from: middle - half, to: middle + half, y: line });
    return svg`<circle class="dot" cx=${at} cy=${height} r="3" ${setStyle({ '--yzt-chart-color': color })}></circle>
      ${free ? svg`<text class="extreme halo" x=${middle} y=${line} text-anchor="middle">${text}</text>` : nothing}`;
  })}</g>`;
}

function endLabel({ right, fontSize, data }: LineScene, { line, texts, y, color }: EndLabel): SVGTemplateResult {
  const height = smallSize(fontSize) * 1.3;
  const start = right + 8;
  const own = data.lines[line];
  const first = y - ((texts.length - 1) / 2) * height;
  const key = svg`<line class="name-key ${line < 0 ? 'level' : ''}" x1=${start} x2=${start + LABEL_KEY - 5} y1=${first} y2=${first} ${setStyle({ '--yzt-chart-color': color })}></line>`;
  return svg`<g aria-hidden="true" class="name ${own?.faded ? 'out' : ''}">
    ${key}
    ${texts.map((text, index) => svg`<text class="muted" x=${start + LABEL_KEY} y=${first + index * height}>${text}</text>`)}
  </g>`;
}

function crosshair(scene: LineScene, { at, near }: LineDrawing): SVGTemplateResult | typeof nothing {
  const place = at < 0 ? near : at;
  const value = scene.data.xs[place];
  if (value === undefined) return nothing;
  const x = scene.x(value);
  const dots = scene.data.lines.map((line, index) => {
    const height = scene.spans[index]?.to[place];
    return height === undefined || !Number.isFinite(height)
      ? nothing
      : svg`<circle class="dot" cx=${x} cy=${scene.y(height)} r="4" ${colored(line)}></circle>`;
  });
  return svg`<g aria-hidden="true" class=${at < 0 ? 'crosshair near' : 'crosshair'}>
    <line x1=${x} x2=${x} y1=${scene.top} y2=${scene.bottom}></line>${dots}
  </g>`;
}
