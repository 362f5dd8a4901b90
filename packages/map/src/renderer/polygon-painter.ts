/** Draws polygons: fills of one flat colour a class, hairline borders, and selection by border. */
import { cssColor, mixColors, parseColor } from './color.js';
import { fade } from './fade.js';
import { Hatches } from './hatch.js';
import { paintRows, pathsOf, shapeBatches, SHAPE_MARGIN, type ShapeBatch, type ShapeFrame } from './shape-frame.js';
import type { RenderClass } from './types.js';

/** Share of the label colour in a border: darker than the fill on light maps, lighter on dark ones. */
const BORDER_MIX = 0.45;

/** Border colour of a class. */
export function borderColor(one: RenderClass, label: string): string {
  return one.outline ?? cssColor(mixColors(parseColor(one.color), parseColor(label), BORDER_MIX));
}

/** Draws the polygons of one layer. */
export class PolygonPainter {
  readonly #hatches = new Hatches();

  /** Draws all polygons. Must come first in a frame: it sets the opacity of everything drawn so far. */
  draw(frame: ShapeFrame): ShapeBatch[] {
    const batches = shapeBatches(frame);
    // Fill and border are one path, traced once.
    const paths = batches.map((batch) => pathsOf(frame, batch.rows, this.#options(frame, batch.shift)));
    batches.forEach((batch, i) => this.#fill(frame, batch, paths[i] as Path2D[]));
    fade(frame.context, frame.view, frame.style.fillOpacity);
    batches.forEach((batch, i) => this.#border(frame, batch, paths[i] as Path2D[]));
    return batches;
  }

  /** Draws the borders of selected or hovered rows on top of everything. */
  drawEmphasis(frame: ShapeFrame, batches: readonly ShapeBatch[], rows: ReadonlySet<number>, width: number): void {
    const { context, style, view } = frame;
    context.lineJoin = context.lineCap = 'round';
    for (const batch of batches) {
      const chosen = batch.rows.filter((row) => rows.has(row));
      if (chosen.length === 0) continue;
      paintRows(frame, chosen, this.#options(frame, batch.shift), () => {
        context.strokeStyle = style.colors.surface;
        context.lineWidth = (width + 2) * view.pixelRatio;
        context.stroke();
        context.strokeStyle = style.colors.selection;
        context.lineWidth = width * view.pixelRatio;
        context.stroke();
      });
    }
  }

  clear(): void {
    this.#hatches.clear();
  }

  #options(frame: ShapeFrame, shift: number) {
    const { pixelRatio } = frame.view;
    return { close: true, tolerance: 0.5 * pixelRatio, margin: SHAPE_MARGIN * pixelRatio, shift };
  }

  #fill({ context, style, view }: ShapeFrame, batch: ShapeBatch, paths: readonly Path2D[]): void {
    const one = style.classes[batch.classIndex];
    if (!one || style.fillOpacity === 0) return;
    context.fillStyle = one.hatch ? this.#hatches.pattern(context, one.color, style.colors.surface, view) : one.color;
    // Shells and holes turn opposite ways, so non-zero keeps holes open and joins overlapping shells of one class.
    for (const path of paths) context.fill(path, 'nonzero');
  }

  #border({ context, style, view }: ShapeFrame, batch: ShapeBatch, paths: readonly Path2D[]): void {
    const one = style.classes[batch.classIndex];
    if (!one) return;
    context.strokeStyle = borderColor(one, style.colors.label);
    context.lineWidth = view.pixelRatio;
    context.lineJoin = context.lineCap = 'round';
    for (const path of paths) context.stroke(path);
  }
}
