/** Polygons for a picture that lasts one frame, in drawing order. */
import type { RasterInput } from './raster.js';
import { RowPoints } from './row-points.js';
import { SketchPad } from './sketch-pad.js';
import type { Slots } from './slots.js';

/** Rows looked at between two pauses. */
const STEP = 256;

/** What is sketched. */
export type SketchInput = Pick<RasterInput, 'shapes' | 'vertices' | 'width' | 'height' | 'placing'>;

/** A world that is seen: how far the data is moved into it, and what of the map is seen of it. */
export interface SketchWorld {
  readonly shift: number;
  readonly extent: readonly [number, number, number, number];
}

/** Rows by place of their class, bottom first, and in row order within a class. */
interface Order {
  readonly slots: Slots;
  readonly rows: Uint32Array;
  /** Whether a row is left out: then a border that two rows share may have lost the one that draws it. */
  readonly whole: boolean;
}

function orderOf(slots: Slots, types: Uint8Array): Order {
  const plain = slots.list.length / 2;
  const placed = Array.from({ length: plain }, (): number[] => []);
  let whole = false;
  for (let row = 0; row < slots.of.length; row++) {
    if (types[row] !== 3) continue;
    const slot = slots.of[row] as number;
    if (slot === 0) whole = true;
    else placed[(slot - 1) % plain]?.push(row);
  }
  return { slots, rows: Uint32Array.from(placed.flat()), whole };
}

/** Draws sketches, one after the other. */
export class ShapeSketch {
  readonly pad = new SketchPad();
  readonly #points = new RowPoints();
  #order?: Order;

  /** Draws the rows that are seen. Gives way now and then, for whoever only wants to know how long it takes. */
  *draw(input: SketchInput, slots: Slots, worlds: readonly SketchWorld[]): Generator<number, void> {
    const { shapes, vertices, placing, width, height } = input;
    if (this.#order?.slots !== slots) this.#order = orderOf(slots, shapes.source.types);
    const { rows, whole } = this.#order;
    const plain = slots.list.length / 2;
    const { boxes } = shapes;
    this.pad.begin(width, height);
    for (const { shift, extent } of worlds) {
      const [minX, minY, maxX, maxY] = extent;
      const moved = { ...placing, e: placing.e + placing.a * shift, f: placing.f + placing.b * shift };
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i] as number;
        const at = 4 * row;
        if (!((boxes[at] as number) + shift <= maxX && (boxes[at + 2] as number) + shift >= minX)) continue;
        if (!((boxes[at + 1] as number) <= maxY && (boxes[at + 3] as number) >= minY)) continue;
        this.#points.read(shapes, vertices, row, moved);
        if (this.#points.rings > 0) this.pad.polygon(this.#points, (((slots.of[row] as number) - 1) % plain) + 1, whole);
        if (i % STEP === STEP - 1) yield i / rows.length;
      }
    }
  }
}
