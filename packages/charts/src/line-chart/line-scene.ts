import type { Locale } from '@yizhangtu/base/locale';
import { formatPercent } from '@yizhangtu/base/number-format';
import { axisTexts } from '../marks/axis-texts.js';
import { AXIS_GAP, lyingAxisHeight, timeAxisTicks, type AxisTick } from '../marks/axis.js';
import { courseOf } from '../marks/extremes.js';
import { labelPlan } from '../marks/label-plan.js';
import { labelHeights } from '../marks/stacked-labels.js';
import { shortened, wrapped, type MeasureText } from '../marks/text-fit.js';
import type { TimeStep } from '../marks/time-ticks.js';
import { ticksApart } from '../marks/ticks-apart.js';
import { valueScale } from '../marks/value-scale.js';
import { stackedLines, type LineData } from './line-data.js';
import { thresholdColor, type Threshold } from '../chart/thresholds.js';

/** How lines are drawn: beside each other, with an area under each, on top of each other, or as shares of 100 %. */
export type LineLayout = 'lines' | 'area' | 'stacked' | 'share';

/** All a drawing of lines needs to know. */
export interface LineInput {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly measure: MeasureText;
  readonly locale: Locale;
  readonly data: LineData;
  readonly layout: LineLayout;
  readonly thresholds: readonly Threshold[];
  /** Values are whole numbers of things. */
  readonly whole: boolean;
  /** Ends of the value axis that the page has set. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** Ticks are not finer than this. */
  readonly least: TimeStep | undefined;
  /** A value as text, without its unit. */
  figure(value: number): string;
}

/** Words right of the plot: the name of a line at its end, or of a threshold. */
export interface EndLabel {
  /** Number of the line; −1 for a threshold. */
  readonly line: number;
  readonly color: string | undefined;
  readonly texts: readonly string[];
  /** px: where the words stand, and the height they belong to. */
  readonly y: number;
  readonly own: number;
}

/** Lines with everything they are drawn by, px. */
export interface LineScene extends LineInput {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly yTicks: readonly AxisTick[];
  readonly xTicks: readonly AxisTick[];
  readonly endLabels: readonly EndLabel[];
  /** Lines are named in a row over the plot, because their ends have no room. */
  readonly legend: boolean;
  /** Lower and upper end of each line, in values; the lower one is the axis where lines do not stand on each other. */
  readonly spans: readonly { readonly from: readonly number[] | undefined; readonly to: readonly (number | undefined)[] }[];
  x(value: number): number;
  y(value: number): number;
  /** Value of the axis at px. */
  valueAt(x: number): number;
}

/** Words right of the plot take at most this share of its width. */
const LABEL_SHARE = 0.28;
/** A dash in the colour of the line or threshold before its name, px with its gap. */
export const LABEL_KEY = 16;

/** Size of axis texts for a type size of marks. */
export function smallSize(fontSize: number): number {
  return (fontSize * 12) / 13;
}

function spansOf({ data, layout }: LineInput): LineScene['spans'] {
  if (layout === 'stacked' || layout === 'share') return stackedLines(data, layout === 'share');
  return data.lines.map(({ values }) => ({ from: undefined, to: values }));
}

function scaleOf(input: LineInput, spans: LineScene['spans']) {
  const { layout, data, thresholds, whole, from, to, height } = input;
  const count = height < 160 ? 3 : 4;
  if (layout === 'share') return valueScale([0, 1], { count });
  // The ends of each list are those of its values.
  const ends = (list: readonly (number | undefined)[] = []): number[] => {
    const { low, high } = courseOf(list);
    return low < 0 ? [] : [list[low] as number, list[high] as number];
  };
  const drawn = spans.flatMap((span) => ends(span.to));
  const band = data.lines.flatMap(({ lows, highs }) => [...ends(lows), ...ends(highs)]);
  const values = [...drawn, ...band, ...thresholds.map(({ value }) => value)];
  return valueScale(values, { count, whole, free: layout === 'lines', from, to });
}

interface Wish {
  readonly line: number;
  readonly color: string | undefined;
  readonly texts: readonly string[];
  readonly own: number;
}

function wishes(input: LineInput, spans: LineScene['spans'], y: (value: number) => number, most: number): Wish[] {
  const { data, layout, thresholds, measure } = input;
  const named = data.lines.length > 1 ? data.lines : [];
  const lines = named.flatMap(({ label, color }, line): Wish[] => {
    const span = spans[line];
    const at = span ? courseOf(span.to).last : -1;
    if (!span || at < 0) return [];
    const top = y(span.to[at] as number);
    // The name of an area stands at the middle of it.
    const own = span.from && layout !== 'lines' ? (top + y(span.from[at] ?? 0)) / 2 : top;
    return [{ line, color, own, texts: wrapped(label, most - LABEL_KEY, 2, measure) }];
  });
  const levels = thresholds.map((threshold): Wish => {
    const name = shortened(threshold.label, most - LABEL_KEY, measure);
    return { line: -1, color: thresholdColor(threshold), own: y(threshold.value), texts: [name, input.figure(threshold.value)] };
  });
  return [...lines, ...levels.map((one) => oneLine(one, most - LABEL_KEY, measure))];
}

/** Name and value of a threshold in one line where they fit. */
function oneLine(wish: Wish, most: number, measure: MeasureText): Wish {
  const joined = wish.texts.join(' ');
  return measure(joined) <= most ? { ...wish, texts: [joined] } : wish;
}

function placed(list: readonly Wish[], line: number, top: number, bottom: number): EndLabel[] | undefined {
  const heights = labelHeights(
    list.map(({ own, texts }) => ({ y: own, height: texts.length * line + 2 })),
    top,
    bottom,
  );
  return heights && list.map((wish, index) => ({ ...wish, y: heights[index] ?? wish.own }));
}

function labelWidth(list: readonly Wish[], measure: MeasureText): number {
  return Math.max(0, ...list.map(({ texts }) => Math.max(...texts.map(measure)) + LABEL_KEY));
}

/** The words beside the plot: all of them; without the lines where those have no room; else none. */
function sideLabels(input: LineInput, all: readonly Wish[], top: number, bottom: number) {
  const { measure, fontSize } = input;
  const line = smallSize(fontSize) * 1.3;
  const cut = all.some(({ line: own, texts }) => own >= 0 && texts.some((text) => text.endsWith('…')));
  const labels = cut ? undefined : placed(all, line, top - line / 2, bottom + line / 2);
  if (labels) return { labels, width: labelWidth(all, measure), legend: false };
  const levels = all.filter(({ line: own }) => own < 0);
  const some = placed(levels, line, top - line / 2, bottom + line / 2) ?? [];
  return { labels: some, width: labelWidth(some.length > 0 ? levels : [], measure), legend: all.length > levels.length };
}

/** Everything lines are drawn by. */
export function lineScene(input: LineInput): LineScene {
  const { width, height, fontSize, measure, locale, data } = input;
  const spans = spansOf(input);
  const scale = scaleOf(input, spans);
  const texts = input.layout === 'share' ? scale.ticks.map((tick) => formatPercent(tick, { digits: 0 })) : axisTexts(scale.ticks, locale);
  const left = Math.max(0, ...texts.map(measure)) + AXIS_GAP;
  const top = fontSize * 0.8;
  const small = smallSize(fontSize);
  const most = width * LABEL_SHARE;
  const yOf = (end: number) => (value: number) => end - scale.at(value) * (end - top);
  // The height of the axis texts decides the scale, the labels their width: guessed first, then drawn with what came out.
  const guess = height - small * 3.2;
  const side = sideLabels(input, wishes(input, spans, yOf(guess), most), top, guess);
  const right = Math.max(left + 1, width - (side.width === 0 ? small / 2 : side.width + AXIS_GAP));
  const xs = xScale(data, left, right);
  const xTicks = ticksOf(input, xs, left, right);
  const bottom = height - lyingAxisHeight(xTicks, small);
  const y = yOf(bottom);
  const { labels, legend } = sideLabels(input, wishes(input, spans, y, most), top, bottom);
  const yTicks = scale.ticks.map((tick, index) => ({ at: y(tick), text: texts[index] ?? '' }));
  return { ...input, left, right, top, bottom, yTicks, xTicks, endLabels: labels, legend, spans, y, ...xs };
}

function xScale({ xs, kind }: LineData, left: number, right: number): Pick<LineScene, 'x' | 'valueAt'> {
  const [first = 0, last = 0] = [xs[0], xs[xs.length - 1]];
  const room = kind === 'words' ? Math.min(28, (right - left) / Math.max(2, xs.length * 2)) : 0;
  const [start, end] = [left + room, right - room];
  if (last === first) return { x: () => (left + right) / 2, valueAt: () => first };
  return {
    x: (value) => start + ((value - first) / (last - first)) * (end - start),
    valueAt: (px) => first + ((px - start) / (end - start)) * (last - first),
  };
}

function ticksOf(input: LineInput, { x }: Pick<LineScene, 'x'>, left: number, right: number): readonly AxisTick[] {
  const { data, measure, locale, least } = input;
  const { xs, kind, names } = data;
  const [first, last] = [xs[0], xs[xs.length - 1]];
  if (first === undefined || last === undefined) return [];
  if (kind === 'words') return nameTicks(names, (index) => x(index), right - left, measure);
  if (kind === 'time') {
    return timeAxisTicks({ from: first, to: last, at: x, length: right - left, locale, measure, ...(least && { least }) });
  }
  if (first === last) return [{ at: x(first), text: axisTexts([first], locale)[0] ?? '' }];
  return numberTicks(first, last, x, right - left, { measure, locale });
}

function numberTicks(first: number, last: number, x: (value: number) => number, length: number, { measure, locale }: Pick<LineInput, 'measure' | 'locale'>): AxisTick[] {
  for (let count = Math.max(2, Math.floor(length / 70)); ; count -= 1) {
    const values = valueScale([first, last], { count, from: first, to: last, exact: true, free: true }).ticks;
    const texts = axisTexts(values, locale);
    const ticks = values.map((value, index) => ({ at: x(value), text: texts[index] ?? '' }));
    if (count <= 2 || ticksApart(ticks, measure)) return ticks;
  }
}

/** Names under the plot; every n-th where not all fit in one line. */
function nameTicks(names: readonly string[], at: (index: number) => number, length: number, measure: MeasureText): AxisTick[] {
  const { lines } = labelPlan(names, length / Math.max(1, names.length), measure);
  return names.flatMap((_, index) => {
    const [text, part] = lines[index] ?? [];
    return text === undefined ? [] : [{ at: at(index), text, part }];
  });
}
