import { formatPercent } from '@yizhangtu/base/number-format';
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { ChartRow } from '../chart/group-rows.js';
import { axisTexts } from '../marks/axis-texts.js';
import { AXIS_GAP, lyingAxis, lyingAxisHeight, standingAxis, type AxisTick } from '../marks/axis.js';
import { barPath } from '../marks/bar-path.js';
import { bands, type Bands } from '../marks/bands.js';
import type { BinPlaces } from '../marks/bin-ticks.js';
import { breakMark, BREAK_PLACE } from './broken-rest.js';
import { downPieces } from '../marks/down-text.js';
import { fitsEverywhere, keptInside, namesPlan } from '../marks/label-plan.js';
import { shortened, wrapped, type MeasureText } from '../marks/text-fit.js';
import { ticksApart } from '../marks/ticks-apart.js';
import { barEnds, sceneScale, segmentPath, smallSize, type BarEnd, type BarScene } from './bar-scene.js';
import { barExtent, type BarSegment } from './bar-segments.js';

/** Where everything of one drawing stands, px. */
interface Layout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly places: Bands;
  y(value: number): number;
  /** px of the start and the size of a piece. */
  lane(index: number, segment: BarSegment): { readonly start: number; readonly size: number };
}

/** Words of the target take at most this share of the width. */
const TARGET_SHARE = 0.22;
/** Bars get no thicker, px. */
const THICKEST = 48;

/** Bars that stand on a line, with their values over them where all fit, else with an axis. */
export function standingBars(scene: BarScene): TemplateResult {
  const { height, rows } = scene;
  const gutter = targetLines(scene);
  const width = scene.width - gutter.width;
  const grouped = scene.layout === 'grouped' && scene.series.length > 1;
  const free = bands(rows.length, width, grouped ? 0.24 : 0.36, THICKEST * (grouped ? scene.series.length : 1));
  const texts = endTexts(scene, grouped ? free.size / scene.series.length : free.step);
  const scale = sceneScale(scene, { count: height < 160 ? 3 : 4, exact: texts !== undefined });
  const ticks = scene.layout === 'share' ? scale.ticks.map((tick) => formatPercent(tick, { digits: 0 })) : axisTexts(scale.ticks, scene.locale);
  const left = texts ? 0 : Math.max(...ticks.map(scene.measure)) + AXIS_GAP;
  const places = left === 0 ? free : bands(rows.length, width - left, grouped ? 0.24 : 0.36, THICKEST * (grouped ? scene.series.length : 1));
  const foot = footOf({ ...scene, width }, places, left);
  const top = scene.fontSize * (texts ? 1.4 : 0.7);
  const bottom = height - foot.height - (texts && scale.min < 0 ? scene.fontSize * 1.2 : 0);
  const y = (value: number): number => bottom - scale.at(value) * (bottom - top);
  const lane = (index: number, { lane: place, lanes }: BarSegment): { start: number; size: number } => {
    const size = places.size / lanes;
    return { start: left + places.start(index) + place * size, size: lanes > 1 ? Math.max(1, size - 1) : size };
  };
  const layout: Layout = { left, right: width, top, bottom, places, y, lane };
  const grid = scale.ticks.map((tick, index) => ({ at: y(tick), text: ticks[index] ?? '' }));
  return html`<svg width=${scene.width} height=${height} viewBox="0 0 ${scene.width} ${height}" role="group" aria-label=${scene.label}>
    ${texts ? nothing : standingAxis(grid, left, width)}
    ${rows.map((row, index) => column(scene, layout, row, index))}
    <line class="baseline" x1=${left} x2=${width} y1=${y(0)} y2=${y(0)}></line>
    ${foot.marks(height - foot.height)} ${targetLine(scene, layout, gutter.lines)}
    <g aria-hidden="true">${texts ? rows.map((row, index) => values(scene, layout, row, { index, texts: texts[index] ?? [] })) : brokenValue(scene, layout)}</g>
  </svg>`;
}

type EndText = BarEnd & { readonly text: string };

/** Texts at the ends of bars, a list a group: in full, else shortened; undefined where they do not fit and an axis says the values. */
function endTexts(scene: BarScene, room: number): EndText[][] | undefined {
  const ends = scene.rows.map((row, index) => barEnds(scene, row, index));
  if (scene.layout === 'share') return undefined;
  const written = (write: (value: number) => string): EndText[][] => ends.map((list) => list.map((end) => ({ ...end, text: write(end.value) })));
  const different = (texts: EndText[][]): number => new Set(texts.flat().map(({ text }) => text)).size;
  const full = written(scene.figure);
  const fit = (texts: EndText[][]): boolean => fitsEverywhere(texts.flat().map(({ text }) => text), room, scene.measure);
  if (fit(full)) return full;
  const short = written(scene.short);
  // «1K» over nearly every bar says less than an axis.
  if (fit(short) && 2 * different(short) >= different(full)) return short;
  return undefined;
}

function column(scene: BarScene, layout: Layout, row: ChartRow, index: number): SVGTemplateResult {
  const { y, places, left } = layout;
  const pieces = (scene.bars[index] ?? []).map((segment) => {
    const { start, size } = layout.lane(index, segment);
    const from = y(segment.from);
    const radius = segment.outer ? Math.min(3, size / 4) : 0;
    return segmentPath(scene, segment, barPath({ orientation: 'vertical', base: from, length: from - y(segment.to), start, size, radius }));
  });
  const area = { x: left + places.centre(index) - places.step / 2, y: 0, width: places.step, height: scene.height };
  return scene.mark(row, index, area, svg`${pieces}${index === scene.broken ? breakOf(scene, layout, index) : nothing}`);
}

/** The break of a bar that is longer than it is drawn. */
function breakOf({ bars }: BarScene, { y, places, left }: Layout, index: number): SVGTemplateResult {
  const top = barExtent([bars[index] ?? []])[1];
  return breakMark({ x: left + places.centre(index), y: y(top * BREAK_PLACE), size: Math.max(6, places.size), turn: 0 });
}

/** The value of the broken bar, which can be read from no axis. */
function brokenValue(scene: BarScene, layout: Layout): SVGTemplateResult[] | typeof nothing {
  const { broken: index, rows, short } = scene;
  const row = index === undefined ? undefined : rows[index];
  return index === undefined || !row ? nothing : values(scene, layout, row, { index, texts: [{ value: row.value, text: short(row.value) }] });
}

/** The texts of one group, over bars or under negative ones; drawn over the target line, and clear of it. */
function values(scene: BarScene, layout: Layout, row: ChartRow, { index, texts }: { index: number; texts: readonly EndText[] }): SVGTemplateResult[] {
  const { y, left, places } = layout;
  const line = scene.target ? y(scene.target.value) : Number.NaN;
  return texts.map(({ value, segment, text }) => {
    const below = value < 0;
    const ends = (segment ? [segment] : (scene.bars[index] ?? [])).map(({ to }) => y(to));
    const end = below ? Math.max(y(0), ...ends) : Math.min(y(0), ...ends);
    const piece = segment && layout.lane(index, segment);
    const centre = piece ? piece.start + piece.size / 2 : left + places.centre(index);
    const state = row.pressed ? 'pressed' : row.faded ? 'faded' : '';
    const x = keptInside(centre, scene.measure(text), layout.right);
    const at = end + scene.fontSize * (below ? 0.8 : -0.75);
    const struck = !below && Math.abs(at - line) < scene.fontSize * 0.7;
    return svg`<text class="value halo ${state}" x=${x} y=${struck ? line - scene.fontSize * 0.75 : at} text-anchor="middle">${text}</text>`;
  });
}

interface Foot {
  readonly height: number;
  marks(y: number): SVGTemplateResult;
}

/** A name written downwards from a point. */
function downText(words: string, { x, y, measure }: { readonly x: number; readonly y: number; readonly measure: MeasureText }): SVGTemplateResult[] {
  return downPieces(words, measure).map(({ text, at, length, turned }) =>
    turned ? svg`<text transform=${`translate(${x} ${y + at}) rotate(90)`}>${text}</text>` : svg`<text x=${x} y=${y + at + length / 2} text-anchor="middle">${text}</text>`,
  );
}

/** What stands under the bars: edges or dates of bins, or the names of groups in one or two lines, or downwards where they are too long for these. */
function footOf(scene: BarScene, places: Bands, left: number): Foot {
  const { rows, fontSize, measure, width } = scene;
  const small = smallSize(fontSize);
  if (scene.binTicks) {
    const ticks = withOthers(scene, places, left, scene.binTicks(binPlaces(scene, places, left)));
    const marks = ticks.every(({ part }) => part === undefined);
    return {
      height: lyingAxisHeight(ticks, small),
      marks: (y) => lyingAxis(ticks, { y, fontSize: small, width, marks }, measure),
    };
  }
  const plan = namesPlan(rows, places.step, measure);
  if (plan.down !== undefined) {
    const column = ([words = '']: readonly string[], index: number, y: number): SVGTemplateResult[] => downText(words, { x: left + places.centre(index), y: y + 8, measure });
    return { height: plan.down + 12, marks: (y) => svg`<g aria-hidden="true">${plan.lines.map((lines, index) => column(lines, index, y))}</g>` };
  }
  const line = fontSize * 1.35;
  const text = (words: string, index: number, order: number, y: number): SVGTemplateResult => {
    const x = keptInside(left + places.centre(index), measure(words), width);
    return svg`<text x=${x} y=${y + 6 + (order + 0.6) * line} text-anchor="middle">${words}</text>`;
  };
  return {
    height: plan.rows * line + 8,
    marks: (y) => svg`<g aria-hidden="true">${plan.lines.map((lines, index) => lines.map((words, order) => text(words, index, order, y)))}</g>`,
  };
}

/** Ticks of bins with the names of the groups that are none: 无数据, 其他. Those say more than an edge beside them. */
function withOthers({ rows, measure }: BarScene, places: Bands, left: number, ticks: readonly AxisTick[]): readonly AxisTick[] {
  const others = rows.flatMap(({ key, rest, label }, index) =>
    rest || typeof key !== 'number' ? [{ at: left + places.centre(index), text: label }] : [],
  );
  const kept = ticks.filter((tick) => others.every((other) => ticksApart(tick.at < other.at ? [tick, other] : [other, tick], measure)));
  return [...kept, ...others];
}

/** The groups as bins along the axis. A group for missing values, or 其他, stands behind them without an edge. */
function binPlaces({ rows }: BarScene, places: Bands, left: number): BinPlaces {
  const bins = rows.filter(({ key, rest }) => !rest && typeof key === 'number');
  const last = bins[bins.length - 1];
  const starts = bins.map(({ key }) => key as number);
  const edges = last ? [...starts, last.end ?? (last.key as number)] : [];
  return {
    edges,
    edge: (index) => left + places.step * index,
    centre: (index) => left + places.centre(index),
    length: places.step * bins.length,
  };
}

/** Words of the target stand right of the bars, where no value can touch them. */
function targetLines({ target, width, measure }: BarScene): { readonly width: number; readonly lines: readonly string[] } {
  if (!target) return { width: 0, lines: [] };
  const most = width * TARGET_SHARE;
  const lines = [...wrapped(target.name, most, 2, measure), shortened(target.figure, most, measure)];
  return { width: Math.max(...lines.map(measure)) + AXIS_GAP, lines };
}

function targetLine(scene: BarScene, { left, right, y, bottom }: Layout, lines: readonly string[]): SVGTemplateResult | typeof nothing {
  if (!scene.target) return nothing;
  const at = y(scene.target.value);
  const line = smallSize(scene.fontSize) * 1.3;
  const first = Math.min(bottom - (lines.length - 0.5) * line, Math.max(line / 2, at - ((lines.length - 1) / 2) * line));
  return svg`<g aria-hidden="true">
    <line class="target" x1=${left} x2=${right + AXIS_GAP / 2} y1=${at} y2=${at}></line>
    ${lines.map((words, index) => svg`<text class="muted" x=${right + AXIS_GAP} y=${first + index * line}>${words}</text>`)}
  </g>`;
}
