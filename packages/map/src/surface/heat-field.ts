/** Intensity on the screen: points stamped into a coarse grid, blurred. Pure. */
import { atOnce, type Steps } from '@yizhangtu/data/steps';
import type { PointSet } from '../renderer/geometry.js';
import { runsIn } from '../renderer/collect.js';
import { grownExtent, worldShifts, type View } from '../renderer/view.js';
import { blur, peakOf, reachOf } from './blur.js';
import { share } from './share.js';

/** A grid over the canvas and a margin around it. */
export interface HeatField {
  /** A lone point has the value of its weight in its middle. */
  readonly values: Float32Array;
  readonly width: number;
  readonly height: number;
  /** Device px a cell. */
  readonly cell: number;
  /** Cells outside the canvas on each side. */
  readonly margin: number;
}

/** What is stamped. */
export interface HeatInput {
  readonly points: PointSet;
  readonly view: View;
  /** 1 = the row counts. */
  readonly passing: Uint8Array;
  /** Row → weight; 1 each when absent. Missing and negative weights count nothing. */
  readonly weights?: ArrayLike<number>;
  /** Where the influence of a point ends, CSS px. */
  readonly radius: number;
  /** The points are middles of cells of their own: put into the nearest cell of the grid, two lattices would show stripes. */
  readonly spread?: boolean;
}

/** Cells in a radius: enough that the grid is not seen. */
const CELLS = 6;
const MOST_CELL = 6;

/** Stamps one run of points. */
function stampRun(input: HeatInput, field: HeatField, shift: number, from: number, to: number): void {
  const { points, view, passing, weights } = input;
  const { xy, rows, unit = 1, x0 = 0, y0 = 0 } = points;
  const { values, width, height } = field;
  const scale = 1 / field.cell;
  const [a, b] = [view.a * scale * unit, view.b * scale * unit];
  const e = (view.e + view.a * (shift + x0) + view.b * y0) * scale + field.margin;
  const f = (view.f + view.b * (shift + x0) - view.a * y0) * scale + field.margin;
  for (let i = from; i < to; i++) {
    const row = rows ? (rows[i] as number) : i;
    if (passing[row] === 0) continue;
    const x = xy[2 * i] as number;
    const y = xy[2 * i + 1] as number;
    const px = a * x + b * y + e;
    const py = b * x - a * y + f;
    if (!(px >= 0 && px < width && py >= 0 && py < height)) continue;
    if (input.spread) {
      share(field, px - 0.5, py - 0.5, weights ? (weights[row] as number) : 1);
      continue;
    }
    const at = Math.floor(py) * width + Math.floor(px);
    if (!weights) values[at] = (values[at] as number) + 1;
    else if ((weights[row] as number) > 0 && weights[row] !== Infinity) values[at] = (values[at] as number) + (weights[row] as number);
  }
}

/** Points stamped between two pauses. */
const STEP = 65_536;

/** The intensity of a view. */
export function heatField(input: HeatInput): HeatField {
  return atOnce(heatSteps(input));
}

/** The same in steps. A million seen points take some milliseconds; the blur depends on the canvas only. */
export function* heatSteps(input: HeatInput): Steps<HeatField> {
  const { view, points, radius } = input;
  const cell = Math.max(1, Math.min(MOST_CELL, Math.floor(radius / CELLS))) * view.pixelRatio;
  const sigma = (radius * view.pixelRatio) / cell / 3;
  const margin = reachOf(sigma) + 1;
  const width = Math.ceil(view.width / cell) + 2 * margin;
  const height = Math.ceil(view.height / cell) + 2 * margin;
  const field: HeatField = { values: new Float32Array(width * height), width, height, cell, margin };
  const reach = margin * cell;
  const [minX, minY, maxX, maxY] = grownExtent(view, reach);
  for (const shift of worldShifts(view, points.extent, reach))
    for (const [first, end] of runsIn(points, [minX - shift, minY, maxX - shift, maxY]))
      for (let from = first; from < end; from += STEP) {
        stampRun(input, field, shift, from, Math.min(end, from + STEP));
        yield from / (points.xy.length / 2);
      }
  blur(field.values, width, height, sigma);
  yield 1;
  const factor = 1 / peakOf(sigma);
  for (let i = 0; i < field.values.length; i++) field.values[i] = (field.values[i] as number) * factor;
  return field;
}

/** The largest value on the canvas; the margin does not count. */
export function heatMost({ values, width, height, margin }: HeatField): number {
  let most = 0;
  for (let y = margin; y < height - margin; y++)
    for (let x = margin; x < width - margin; x++) if ((values[y * width + x] as number) > most) most = values[y * width + x] as number;
  return most;
}

/** Colours a field: value → one of the 256 colours, `most` and above is the last. */
export function colorField({ values }: HeatField, most: number, colors: Uint32Array, out: Uint32Array): void {
  const factor = (colors.length - 1) / most;
  const last = colors.length - 1;
  for (let i = 0; i < values.length; i++) {
    const step = (values[i] as number) * factor;
    out[i] = colors[step < last ? Math.round(step) : last] as number;
  }
}
