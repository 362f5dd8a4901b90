/** What line and polygon painters share: rows in drawing order, and paths of many rows at once. */
import { verticesOf, type ShapeSet } from './geometry.js';
import type { ShapeLevels } from './shape-levels.js';
import type { Slots } from './slots.js';
import { trace, type PathSink, type TraceOptions } from './path.js';
import type { DrawTarget, RenderStyle } from './types.js';
import type { Vertices } from './vertices.js';
import { grownExtent, worldShifts } from './view.js';

/** What a frame of lines or polygons needs. */
export interface ShapeFrame extends DrawTarget {
  readonly shapes: ShapeSet;
  /** Which vertices are drawn at which zoom. */
  readonly levels: ShapeLevels;
  /** 2 lines, 3 polygons. */
  readonly type: 2 | 3;
  readonly slots: Slots;
  readonly style: RenderStyle;
}

/** Rows of one class that are seen in one world. */
export interface ShapeBatch {
  readonly classIndex: number;
  readonly shift: number;
  readonly rows: readonly number[];
}

/** How far beyond the canvas a border, casing or ring may be seen, CSS px. */
export const SHAPE_MARGIN = 24;

function* rowsBelow(count: number): Iterable<number> {
  for (let row = 0; row < count; row++) yield row;
}

/**
 * Seen rows, by class from bottom to top, in row order within a class. Selected rows lie among the others.
 * @param only Rows to look at, ascending; all when absent.
 */
export function shapeBatches(frame: ShapeFrame, only?: Iterable<number>): ShapeBatch[] {
  const { view, shapes, slots, type } = frame;
  const plain = slots.list.length / 2;
  const margin = SHAPE_MARGIN * view.pixelRatio;
  const [minX, minY, maxX, maxY] = grownExtent(view, margin);
  const { boxes, source } = shapes;
  const out: ShapeBatch[] = [];
  for (const shift of worldShifts(view, shapes.extent, margin)) {
    const byClass: number[][] = Array.from({ length: plain }, () => []);
    for (const row of only ?? rowsBelow(slots.of.length)) {
      const slot = slots.of[row] as number;
      if (!slot || source.types[row] !== type) continue;
      const at = 4 * row;
      if (!((boxes[at] as number) + shift <= maxX && (boxes[at + 2] as number) + shift >= minX)) continue;
      if (!((boxes[at + 1] as number) <= maxY && (boxes[at + 3] as number) >= minY)) continue;
      byClass[(slot - 1) % plain]?.push(row);
    }
    byClass.forEach((rows, index) => {
      const classIndex = slots.list[index]?.classIndex;
      if (rows.length > 0 && classIndex !== undefined) out.push({ classIndex, shift, rows });
    });
  }
  return out;
}

/** Whether at least so many rows are seen, or so many vertices of theirs. */
export function seesMany({ view, shapes, slots, type }: ShapeFrame, manyRows: number, manyVertices: number): boolean {
  const { boxes, source, extent } = shapes;
  const [minX, minY, maxX, maxY] = view.extent;
  let rows = 0;
  let vertices = 0;
  for (const shift of worldShifts(view, extent))
    for (let row = 0; row < slots.of.length; row++) {
      if (slots.of[row] === 0 || source.types[row] !== type) continue;
      const at = 4 * row;
      if (!((boxes[at] as number) + shift <= maxX && (boxes[at + 2] as number) + shift >= minX)) continue;
      if (!((boxes[at + 1] as number) <= maxY && (boxes[at + 3] as number) >= minY)) continue;
      const [from, to] = verticesOf(source, row);
      vertices += to - from;
      if (++rows >= manyRows || vertices >= manyVertices) return true;
    }
  return false;
}

type PathFrame = Pick<ShapeFrame, 'view' | 'shapes' | 'levels'>;

/** Adds all rings of a row to a path. */
function traceRow(sink: PathSink, { view, shapes }: PathFrame, { xy, start }: Vertices, row: number, options: TraceOptions): number {
  const { partStart, ringStart } = shapes.source;
  const end = ringStart[partStart[row + 1] as number] as number;
  let points = 0;
  for (let ring = ringStart[partStart[row] as number] as number; ring < end; ring++) {
    const backwards = options.close && shapes.reversed[ring] === 1;
    const from = start[ring] as number;
    points += trace(sink, view, xy, from, start[ring + 1] as number, backwards ? { ...options, backwards } : options);
  }
  return points;
}

/** Points a path. Measured: with more the rasteriser gets slower, with fewer the caller does. */
const PATH_POINTS = 120;

/** Traces rows in paths of a good length and paints each. */
export function paintRows(frame: PathFrame & Pick<ShapeFrame, 'context'>, rows: Iterable<number>, options: TraceOptions, paint: () => void): void {
  const { context, view, levels } = frame;
  const vertices = levels.exact(view.scale);
  let points = 0;
  context.beginPath();
  for (const row of rows) {
    points += traceRow(context, frame, vertices, row, options);
    if (points < PATH_POINTS) continue;
    paint();
    context.beginPath();
    points = 0;
  }
  if (points > 0) paint();
}

/** Rows as paths of a good length, for who paints them more than once. */
export function pathsOf(frame: PathFrame, rows: Iterable<number>, options: TraceOptions): Path2D[] {
  const vertices = frame.levels.exact(frame.view.scale);
  const paths: Path2D[] = [];
  let points = PATH_POINTS;
  for (const row of rows) {
    if (points >= PATH_POINTS) {
      paths.push(new Path2D());
      points = 0;
    }
    points += traceRow(paths[paths.length - 1] as Path2D, frame, vertices, row, options);
  }
  return paths;
}
