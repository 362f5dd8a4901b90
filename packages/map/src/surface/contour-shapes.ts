/** Lines of equal density in map units, ready to draw. */
import { contours } from 'd3-contour';
import { atOnce, type Steps } from '@yizhangtu/data/steps';
import { project } from '../renderer/project.js';
import type { Extent } from '../renderer/view.js';
import { extentOf } from '../renderer/grid-index.js';
import type { DensityField } from './density-field.js';
import type { EqualArea } from '../ground/equal-area.js';

/** The area at or above one limit. */
export interface ContourShape {
  /** Map units. */
  readonly xy: Float64Array;
  /** Ring → first vertex; one more entry than there are rings. */
  readonly start: Uint32Array;
  readonly extent: Extent;
}

/** Cuts the corners of rings; each pass leaves a line half as angular. */
const PASSES = 2;

/**
 * Rings with their corners cut (G. Chaikin, 1974): contours between the cells of a grid are angular, the field itself is smooth. A line moves
 * by less than an eighth of a cell.
 * @param start Ring → first vertex. Rings are closed: first and last vertex are equal.
 */
export function smoothed(xy: Float64Array, start: Uint32Array): { xy: Float64Array; start: Uint32Array } {
  const rings = start.length - 1;
  const out = new Float64Array(4 * Math.max(0, (start[rings] ?? 0) - rings) + 2 * rings);
  const starts = new Uint32Array(start.length);
  let at = 0;
  for (let ring = 0; ring < rings; ring++) {
    const first = at;
    for (let v = start[ring] as number; v + 1 < (start[ring + 1] as number); v++)
      for (const part of [0.25, 0.75]) {
        for (const k of [0, 1]) out[at + k] = (xy[2 * v + k] as number) * (1 - part) + (xy[2 * v + 2 + k] as number) * part;
        at += 2;
      }
    out[at] = out[first] as number;
    out[at + 1] = out[first + 1] as number;
    at += 2;
    starts[ring + 1] = at / 2;
  }
  return { xy: out, start: starts };
}

/** One shape a limit. */
export function contourShapes(field: DensityField, limits: readonly number[], area: EqualArea, code: string): ContourShape[] {
  return atOnce(contourSteps(field, limits, area, code));
}

/** The same in steps, one a limit. */
export function* contourSteps(field: DensityField, limits: readonly number[], area: EqualArea, code: string): Steps<ContourShape[]> {
  const { width, height, values } = field;
  if (width < 2 || height < 2) return limits.map(() => ({ xy: new Float64Array(0), start: Uint32Array.of(0), extent: extentOf(new Float64Array(0)) }));
  const trace = contours().size([width, height]);
  const shapes: ContourShape[] = [];
  for (const limit of limits) {
    yield shapes.length / limits.length;
    // d3 types want number[]; it only indexes.
    shapes.push(shapeOf(field, trace.contour(values as unknown as number[], limit).coordinates, area, code));
  }
  return shapes;
}

function shapeOf({ x, y, cell }: DensityField, polygons: number[][][][], area: EqualArea, code: string): ContourShape {
  const degrees: number[] = [];
  const start = [0];
  for (const polygon of polygons)
    for (const ring of polygon) {
      for (const [gx = 0, gy = 0] of ring) degrees.push(...area.inverse(x + gx * cell, y + gy * cell));
      start.push(degrees.length / 2);
    }
  let shape: Pick<ContourShape, 'xy' | 'start'> = { xy: project(Float64Array.from(degrees), code), start: Uint32Array.from(start) };
  for (let pass = 0; pass < PASSES; pass++) shape = smoothed(shape.xy, shape.start);
  return { ...shape, extent: extentOf(shape.xy) };
}
