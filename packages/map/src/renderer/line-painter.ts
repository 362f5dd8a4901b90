/** Draws lines: a casing in the colour of the map's outline, then the line; selection and hover as a wider line below. */
import { paintRows, shapeBatches, SHAPE_MARGIN, type ShapeBatch, type ShapeFrame } from './shape-frame.js';

/** Casing on each side, CSS px. */
export const CASING = 1;
/** A dash pattern begins at the first vertex, so vertices this far outside (CSS px) are kept: else dashes would crawl while panning. */
const DASH_MARGIN = 4096;

function optionsOf({ style, view }: ShapeFrame, shift: number) {
  const margin = (style.dash.length > 0 ? DASH_MARGIN : SHAPE_MARGIN + style.width) * view.pixelRatio;
  return { close: false, tolerance: 0.5 * view.pixelRatio, margin, shift };
}

function strokeBatch(frame: ShapeFrame, batch: ShapeBatch, rows: readonly number[], color: string, width: number, dash: readonly number[]): void {
  const { context, view } = frame;
  context.strokeStyle = color;
  context.lineWidth = width * view.pixelRatio;
  context.setLineDash(dash.map((length) => length * view.pixelRatio));
  paintRows(frame, rows, optionsOf(frame, batch.shift), () => context.stroke());
  context.setLineDash([]);
}

/** Draws the lines of one layer. */
export function drawLines(frame: ShapeFrame): ShapeBatch[] {
  const { context, style } = frame;
  const batches = shapeBatches(frame);
  context.lineJoin = 'round';
  // Butt ends keep the gaps of a dash open.
  context.lineCap = style.dash.length > 0 ? 'butt' : 'round';
  for (const batch of batches) {
    const one = style.classes[batch.classIndex];
    if (!one) continue;
    const casing = one.outline ?? style.colors.halo;
    strokeBatch(frame, batch, batch.rows, casing, style.width + 2 * CASING, style.dash);
    strokeBatch(frame, batch, batch.rows, one.color, style.width, style.dash);
  }
  return batches;
}

/** Draws selected or hovered rows on top: a ring of the selection colour, then the line itself. */
export function drawLineEmphasis(frame: ShapeFrame, batches: readonly ShapeBatch[], chosen: ReadonlySet<number>, ring: number): void {
  const { context, style } = frame;
  context.lineJoin = context.lineCap = 'round';
  for (const batch of batches) {
    const rows = batch.rows.filter((row) => chosen.has(row));
    const one = style.classes[batch.classIndex];
    if (rows.length === 0 || !one) continue;
    strokeBatch(frame, batch, rows, style.colors.surface, style.width + 2 * ring + 2, []);
    strokeBatch(frame, batch, rows, style.colors.selection, style.width + 2 * ring, []);
    strokeBatch(frame, batch, rows, one.color, style.width, style.dash);
  }
}
