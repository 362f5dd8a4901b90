import type { Renderer, RenderColumns, RenderStyle } from '../renderer/types.js';
import { labelPoints } from './label-points.js';

/** A renderer of points for rows of any geometry: each stands where its label would. */
export function atLabelPoints(points: Renderer): Renderer {
  return {
    prepare: (columns: RenderColumns, style: RenderStyle) => points.prepare({ ...columns, geometry: labelPoints(columns.geometry) }, style),
    ready: (projection) => points.ready(projection),
    draw: (target) => points.draw(target),
    hitsAt: (x, y, tolerance) => points.hitsAt(x, y, tolerance),
    clusterAt: (x, y) => points.clusterAt(x, y),
    rowsIn: (bounds) => points.rowsIn(bounds),
    rest: () => points.rest(),
    dispose: () => points.dispose(),
  };
}
