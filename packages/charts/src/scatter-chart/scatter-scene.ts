import { inParts, atOnce, type Steps } from '@yizhangtu/data/steps';
import type { ScatterAxis } from './scatter-axis.js';
import { meanOf, medianSteps, trendOf, type ScatterTrend } from './scatter-fit.js';
import { nearSteps, type NearGrid } from './scatter-near.js';
import { crowdSteps } from './scatter-pixels.js';
import { extentOf, type ScatterPoints } from './scatter-points.js';
import { plotOf, type PlotInput, type ScatterMarker, type ScatterPlot } from './scatter-plot.js';

export interface ScatterInput extends PlotInput {
  /** At least one. */
  readonly points: ScatterPoints;
  /** Lines at middle values, of both axes. */
  readonly markers: readonly ('median' | 'mean')[];
  readonly trend: boolean;
}

/** How points are drawn: single shapes, shapes on a canvas, or cells by how many points they hold. */
export type ScatterForm = 'shapes' | 'canvas' | 'density';

/** Where a scatter plot stands, px. */
export interface ScatterScene extends ScatterInput, ScatterPlot {
  readonly form: ScatterForm;
  /** Places of the points. */
  readonly xs: Float32Array;
  readonly ys: Float32Array;
  readonly lines: readonly ScatterMarker[];
  readonly fit: ScatterTrend | undefined;
  readonly near: NearGrid;
  /** Points of each cell, where they are drawn by density. */
  readonly crowd: Uint32Array | undefined;
  /** Radius of a point. */
  radius(index: number): number;
  /** The value whose circle is the largest; undefined without sizes. */
  readonly largest: number | undefined;
}

/** From so many points on they are drawn on a canvas, */
const SHAPES = 5000;
/** and from so many on by their density: single ones cannot be told apart. */
const SINGLE = 100_000;
/** Radius of the largest circle, in type sizes. */
const LARGEST = 1.5;

/** Everything a scatter plot is drawn by. */
export function scatterScene(input: ScatterInput): ScatterScene {
  return atOnce(sceneSteps(input));
}

/** The same in steps. */
export function* sceneSteps(input: ScatterInput): Steps<ScatterScene> {
  const { width, height, fontSize, points } = input;
  extentOf(points.x);
  yield 0;
  const plot = plotOf(input, extentOf(points.x), extentOf(points.y), points.size ? fontSize * LARGEST * 0.6 : 5);
  const { xAxis, yAxis, px, py } = plot;
  const xs = yield* placed(points.x, px, new Float32Array(points.x.length));
  const ys = yield* placed(points.y, py, new Float32Array(points.y.length));
  const largest = points.size && points.size.reduce((most, value) => (value > most ? value : most), 0);
  const form = xs.length <= SHAPES ? 'shapes' : xs.length <= SINGLE ? 'canvas' : 'density';
  return {
    ...input,
    ...plot,
    form,
    xs,
    ys,
    lines: yield* markersOf(input, px, py),
    fit: input.trend ? yield* trendSteps(points, xAxis, yAxis) : undefined,
    near: yield* nearSteps(xs, ys, width, height),
    crowd: form === 'density' ? yield* crowdSteps({ xs, ys, width, height }) : undefined,
    radius: radiusOf(points, largest, fontSize),
    largest: largest && largest > 0 ? largest : undefined,
  };
}

/** Numbers as places. Written out: `from` with a function goes through an iterator. */
function* placed<A extends Float32Array | Float64Array>(values: Float64Array, at: (value: number) => number, into: A): Steps<A> {
  yield* inParts(values.length, (from, to) => {
    for (let i = from; i < to; i += 1) into[i] = at(values[i] as number);
  });
  return into;
}

function* trendSteps({ x, y }: ScatterPoints, xAxis: ScatterAxis, yAxis: ScatterAxis): Steps<ScatterTrend | undefined> {
  const across = yield* placed(x, xAxis.at, new Float64Array(x.length));
  const up = yield* placed(y, yAxis.at, new Float64Array(y.length));
  return trendOf(across, up);
}

function* markersOf({ markers, points }: ScatterInput, px: (value: number) => number, py: (value: number) => number): Steps<ScatterMarker[]> {
  const lines: ScatterMarker[] = [];
  for (const kind of markers) {
    for (const axis of ['x', 'y'] as const) {
      const value = kind === 'median' ? yield* medianSteps(points[axis]) : meanOf(points[axis]);
      lines.push({ kind, axis, value, at: (axis === 'x' ? px : py)(value) });
      yield 0.5;
    }
  }
  return lines;
}

/** Areas are as large as values: twice the value is twice the paper. */
export function circleRadius(value: number, largest: number, fontSize: number): number {
  return Math.max(1.5, fontSize * LARGEST * Math.sqrt(Math.max(0, value) / largest));
}

function radiusOf({ size, rows }: ScatterPoints, largest: number | undefined, fontSize: number): (index: number) => number {
  const fixed = (rows.length <= 1000 ? 3.5 : rows.length <= SHAPES ? 2.75 : 1.75) * (fontSize / 13);
  if (!size || !largest) return () => fixed;
  return (index) => {
    const value = size[index] as number;
    return Number.isFinite(value) ? circleRadius(value, largest, fontSize) : 1.5;
  };
}
