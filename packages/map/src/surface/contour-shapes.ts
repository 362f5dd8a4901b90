/** Lines of equal density in map units, ready to draw. */
import { contours } from 'd3-contour';
import { project } from '../renderer/project.js';
import type { Extent } from '../renderer/view.js';
import { extentOf } from '../renderer/grid-index.js';
import type { DensityField } from './density-field.js';
import type { EqualArea } from './equal-area.js';

/** The area at or above one limit. */
export interface ContourShape {
  /** Map units. */
  readonly xy: Float64Array;
  /** Ring → first vertex; one more entry than there are rings. */
  readonly start: Uint32Array;
  readonly extent: Extent;
}

/** One shape a limit. */
export function contourShapes(field: DensityField, limits: readonly number[], area: EqualArea, code: string): ContourShape[] {
  const { width, height, values } = field;
  if (width < 2 || height < 2) return limits.map(() => ({ xy: new Float64Array(0), start: Uint32Array.of(0), extent: extentOf(new Float64Array(0)) }));
  const trace = contours().size([width, height]);
  return limits.map((limit) => {
    // d3 types want number[]; it only indexes.
    const { coordinates } = trace.contour(values as unknown as number[], limit);
    const degrees: number[] = [];
    const start = [0];
    for (const polygon of coordinates)
      for (const ring of polygon) {
        for (const [gx = 0, gy = 0] of ring) degrees.push(...area.inverse(field.x + gx * field.cell, field.y + gy * field.cell));
        start.push(degrees.length / 2);
      }
    const xy = project(Float64Array.from(degrees), code);
    return { xy, start: Uint32Array.from(start), extent: extentOf(xy) };
  });
}
