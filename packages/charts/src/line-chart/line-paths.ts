import { area, curveLinear, curveMonotoneX, line, type CurveFactory } from 'd3-shape';
import { thinnedPlaces } from '../marks/thinned.js';
import type { LineScene } from './line-scene.js';

/** One line as SVG path data. */
export interface LinePath {
  /** What has been. */
  readonly past: string;
  /** What is forecast, from the last value before it on. */
  readonly forecast: string;
  /** Between the ends of the band, or down to the line below or the axis; empty for none. */
  readonly area: string;
  /** More values than px: drawn thinner. */
  readonly dense: boolean;
  /** Values that stand alone between gaps, px. */
  readonly dots: readonly { readonly x: number; readonly y: number }[];
}

interface Point {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
}

/** Lines with so few places show them as dots. */
const FEW = 14;

const known = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value);

/** Paths of all lines. @param forecastFrom Value of the axis from which on lines are dashed. */
export function linePaths(scene: LineScene, forecastFrom: number | undefined, smooth: boolean): LinePath[] {
  return scene.data.lines.map((_, index) => pathOf(scene, index, forecastFrom, smooth ? curveMonotoneX : curveLinear));
}

function pointsOf(scene: LineScene, index: number): readonly Point[] {
  const { data, layout, spans, x, y, right, left, bottom } = scene;
  const own = data.lines[index];
  const span = spans[index];
  if (!own || !span) return [];
  const { to } = span;
  const height = (value: number | undefined): number => (known(value) ? y(value) : Number.NaN);
  const point = (at: number): Point => {
    const value = to[at] as number;
    const floor = layout === 'area' || span.from ? y(span.from?.[at] ?? 0) : Number.NaN;
    const [low, high] = layout === 'lines' ? [height(own.lows?.[at]), height(own.highs?.[at])] : [Math.min(floor, bottom), y(value)];
    return { at, x: x(data.xs[at] ?? 0), y: height(value), low, high };
  };
  // A million places are looked at as numbers; only those that show become points.
  const there = placesOf(to);
  // The lowest and highest of a column are so as values, too.
  const valueAt = (at: number): number => {
    const value = to[there[at] as number];
    return known(value) ? value : Number.NaN;
  };
  const kept = thinnedPlaces(there.length, right - left, (at) => x(data.xs[there[at] as number] ?? 0), valueAt);
  return kept ? kept.map((at) => point(there[at] as number)) : Array.from(there, point);
}

/** Numbers of the places at which a line has a row. */
function placesOf(values: readonly (number | undefined)[]): Uint32Array {
  const places = new Uint32Array(values.length);
  let count = 0;
  for (let at = 0; at < values.length; at += 1) if (values[at] !== undefined) places[count++] = at;
  return places.subarray(0, count);
}

function pathOf(scene: LineScene, index: number, forecastFrom: number | undefined, curve: CurveFactory): LinePath {
  const points = pointsOf(scene, index);
  const { xs } = scene.data;
  const split = forecastFrom === undefined ? points.length : points.findIndex(({ at }) => (xs[at] ?? 0) > forecastFrom);
  const cut = split < 0 ? points.length : split;
  const drawLine = line<Point>()
    .defined(({ y }) => y === y)
    .x(({ x }) => x)
    .y(({ y }) => y)
    .curve(curve)
    .digits(1);
  const drawArea = area<Point>()
    .defined(({ low, high }) => low === low && high === high)
    .x(({ x }) => x)
    .y0(({ low }) => low)
    .y1(({ high }) => high)
    .curve(curve)
    .digits(1);
  return {
    past: drawLine(points.slice(0, cut)) ?? '',
    forecast: cut < points.length ? (drawLine(points.slice(Math.max(0, cut - 1))) ?? '') : '',
    area: drawArea([...points]) ?? '',
    dense: xs.length > scene.right - scene.left,
    dots: dotsOf(points, scene),
  };
}

/** All values where there are few; else those that no line reaches. */
function dotsOf(points: readonly Point[], { data, layout }: LineScene): LinePath['dots'] {
  if (layout === 'stacked' || layout === 'share') return [];
  const all = data.xs.length <= FEW;
  return points.filter(({ y }, index) => {
    if (y !== y) return false;
    const [before, after] = [points[index - 1], points[index + 1]];
    return all || ((!before || before.y !== before.y) && (!after || after.y !== after.y));
  });
}
