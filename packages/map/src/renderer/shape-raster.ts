/** From a frame of lines or polygons to what is rasterised of it: which rows, how wide, how exact. */
import { usableDash } from './dashes.js';
import { CASING } from './line-painter.js';
import type { RasterInput } from './raster.js';
import type { ShapeFrame } from './shape-frame.js';
import type { SketchInput, SketchWorld } from './shape-sketch.js';
import type { Vertices } from './vertices.js';
import { mapPoint, worldShifts, type Extent, type View } from './view.js';

/** Half the width of what is drawn around a shape, device px. */
export function halfWidths({ type, style, view }: Pick<ShapeFrame, 'type' | 'style' | 'view'>): Pick<RasterInput, 'upper' | 'lower'> {
  const { pixelRatio } = view;
  if (type === 3) return { upper: pixelRatio / 2, lower: 'fill' };
  return { upper: (style.width * pixelRatio) / 2, lower: ((style.width + 2 * CASING) * pixelRatio) / 2 };
}

/** A rectangle of the picture in map units; the upright extent around it where the view is turned. */
function extentUnder(view: View, left: number, top: number, width: number, height: number): Extent {
  const corners = [[left, top], [left + width, top], [left, top + height], [left + width, top + height]] as const;
  const places = corners.map(([x, y]) => mapPoint(view, x, y));
  const xs = places.map(([x]) => x);
  const ys = places.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function* rowsUnder({ shapes, slots, type }: ShapeFrame, extent: Extent, shift: number, { all, only }: RasterOptions): Iterable<number> {
  const { boxes, source } = shapes;
  const [minX, minY, maxX, maxY] = extent;
  for (let row = 0; row < source.types.length; row++) {
    if (source.types[row] !== type || (!all && slots.of[row] === 0) || (only && !only.has(row))) continue;
    const at = 4 * row;
    if (!((boxes[at] as number) + shift <= maxX && (boxes[at + 2] as number) + shift >= minX)) continue;
    if (!((boxes[at + 1] as number) <= maxY && (boxes[at + 3] as number) >= minY)) continue;
    yield row;
  }
}

/** Which rows, and how. */
export interface RasterOptions {
  /** Also rows that are filtered out, for when they come back. */
  readonly all: boolean;
  /** No others than these. */
  readonly only?: ReadonlySet<number>;
  readonly half?: Pick<RasterInput, 'upper' | 'lower'>;
}

/** Polygons that stand out by a ring, and how wide it is in CSS px. */
export interface Rings {
  readonly rows: ReadonlySet<number>;
  readonly width: number;
}

/** How rings are rasterised: the seam and what lies in it. */
export function ringOptions({ rows, width }: Rings, { pixelRatio }: View): RasterOptions {
  return { all: false, only: rows, half: { lower: ((width + 2) * pixelRatio) / 2, upper: (width * pixelRatio) / 2 } };
}

/** A rectangle of a picture, device px. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * What to rasterise for a rectangle of a view.
 */
export function rasterInput(frame: ShapeFrame, view: View, at: Rectangle, vertices: Vertices, options: RasterOptions): RasterInput {
  const { left, top, width, height } = at;
  const { half = halfWidths(frame) } = options;
  const reach = Math.ceil(Math.max(half.upper, half.lower === 'fill' ? 0 : half.lower)) + 1;
  const extent = extentUnder(view, left - reach, top - reach, width + 2 * reach, height + 2 * reach);
  const shifts = worldShifts({ ...view, extent }, frame.shapes.extent);
  return {
    shapes: frame.shapes,
    vertices,
    width,
    height,
    placing: { a: view.a, b: view.b, e: view.e - left, f: view.f - top },
    dash: frame.type === 2 && !options.half ? usableDash(frame.style.dash, view.pixelRatio) : undefined,
    worlds: shifts.map((shift) => ({ shift, rows: rowsUnder(frame, extent, shift, options) })),
    ...half,
  };
}

/** What to sketch of a view. */
export function sketchInput({ shapes }: ShapeFrame, view: View, vertices: Vertices): { readonly input: SketchInput; readonly worlds: readonly SketchWorld[] } {
  const { width, height } = view;
  const extent = extentUnder(view, -1, -1, width + 2, height + 2);
  const worlds = worldShifts({ ...view, extent }, shapes.extent).map((shift) => ({ shift, extent }));
  return { input: { shapes, vertices, width, height, placing: view }, worlds };
}
