/** Pictures of lines or polygons that last one frame, drawn coarser where a frame has no time for more. */
import type { ShapeFrame } from './shape-frame.js';
import { compose, composeRings, type ClassInks } from './shape-inks.js';
import { rasterizer } from './raster.js';
import { halfWidths, rasterInput, ringOptions, sketchInput } from './shape-raster.js';
import { ShapeSketch } from './shape-sketch.js';
import { STRENGTHS } from './sketch-pad.js';
import { colorSketch, enlarge, hatchSketch, sketchTable } from './sketch-colors.js';
import type { TilePaint } from './tile-layout.js';
import type { View } from './view.js';

/** An exact picture that takes longer is drawn coarser while it zooms, ms. */
const CALM = 5;
/** A coarse picture that takes longer is drawn with larger pixels, ms. */
const SLOW = 9;

/** What a sheet shows. */
interface Shown {
  readonly view: View;
  readonly slots: ShapeFrame['slots'];
  readonly style: ShapeFrame['style'];
}

function samePlace(a: View, b: View): boolean {
  return a.a === b.a && a.b === b.b && a.e === b.e && a.f === b.f && a.width === b.width && a.height === b.height;
}

/** The same view on a picture with fewer pixels. */
function shrunk(view: View, grain: number): View {
  const { a, b, e, f, scale, pixelRatio, width, height } = view;
  return {
    ...view,
    a: a / grain,
    b: b / grain,
    e: e / grain,
    f: f / grain,
    scale: scale / grain,
    pixelRatio: pixelRatio / grain,
    width: Math.ceil(width / grain),
    height: Math.ceil(height / grain),
  };
}

/** Draws one frame after the other into the same pixels. */
export class ShapeSheet {
  /** What the last exact picture of a whole view took, ms. */
  exactCost = 0;
  /** What the last coarse one took. */
  #coarseCost = 0;
  #isSlow = false;
  #image: ImageData | undefined;
  #pixels = new Int32Array(0);
  #small = new Int32Array(0);
  #shown: Shown | undefined;

  /** Whether the last picture is the one a frame would get. */
  shows({ view, slots, style }: ShapeFrame): boolean {
    const shown = this.#shown;
    return shown !== undefined && shown.slots === slots && shown.style === style && samePlace(shown.view, view);
  }

  /** Draws a picture. */
  draw(frame: ShapeFrame, inksOf: (view: View) => TilePaint): void {
    const { view, slots, style } = frame;
    const coarse = this.exactCost > CALM;
    const grain = coarse ? this.#grain(view) : 1;
    const start = performance.now();
    this.#room(view);
    const small = shrunk(view, grain);
    const pixels = grain === 1 ? this.#pixels : this.#smallPixels(small);
    if (coarse && frame.type === 3) this.#sketch(frame, small, inksOf(small), pixels, grain);
    else this.#exact(frame, small, inksOf(small), pixels, coarse);
    if (grain > 1) enlarge(this.#pixels, view.width, view.height, pixels, small.width, small.height, grain);
    const cost = performance.now() - start;
    if (coarse) this.#coarseCost = cost;
    else this.exactCost = cost;
    this.#shown = { view, slots, style };
  }

  /** Puts the last picture onto a canvas. */
  show(context: CanvasRenderingContext2D): void {
    if (this.#image) context.putImageData(this.#image, 0, 0);
  }

  /** Forgets the picture: the view stands still, and may be drawn with all pixels next time. */
  rest(): void {
    this.#shown = undefined;
    this.#image = undefined;
    this.#pixels = this.#small = new Int32Array(0);
    this.#isSlow = false;
  }

  /** Finds out how long a coarse picture takes, before somebody waits for one. Gives way now and then. */
  *measure(frame: ShapeFrame): Generator<number, void> {
    const { view, slots, levels } = frame;
    yield* levels.prepare(view.scale);
    const sketch = new ShapeSketch();
    const { input, worlds } = sketchInput(frame, view, levels.coarse(view.scale));
    const pixels = new Int32Array(view.width * view.height);
    const table = new Int32Array(256 * STRENGTHS);
    // The first times the browser still translates the code.
    for (let times = 0; times < 3; times++) {
      let cost = 0;
      const drawing = sketch.draw(input, slots, worlds);
      for (let done = false; !done; ) {
        const start = performance.now();
        done = drawing.next().done === true;
        cost += performance.now() - start;
        yield times;
      }
      const start = performance.now();
      colorSketch(pixels, sketch.pad, table);
      this.#coarseCost = cost + performance.now() - start;
      yield times;
    }
  }

  /** Device px a pixel of a coarse picture: 1 CSS px, or 2 where that is still too slow. */
  #grain({ pixelRatio }: View): number {
    if (this.#coarseCost > SLOW) this.#isSlow = true;
    return Math.max(1, Math.round(pixelRatio)) * (this.#isSlow ? 2 : 1);
  }

  #sketch(frame: ShapeFrame, view: View, { inks, rings }: TilePaint, pixels: Int32Array, grain: number): void {
    const { slots, levels } = frame;
    const { sketch } = rasterizer();
    const vertices = levels.coarse(view.scale);
    const { input, worlds } = sketchInput(frame, view, vertices);
    for (const _ of sketch.draw(input, slots, worlds));
    const byPlace = slots.list.slice(0, slots.list.length / 2).map(({ classIndex }): ClassInks | undefined => inks[classIndex]);
    colorSketch(pixels, sketch.pad, sketchTable(byPlace, Math.min(1, frame.view.pixelRatio / grain)));
    if (byPlace.some((one) => one?.lower.tiling)) hatchSketch(pixels, sketch.pad, byPlace);
    if (!rings) return;
    const around = rasterInput(frame, view, { left: 0, top: 0, width: view.width, height: view.height }, vertices, ringOptions(rings, view));
    composeRings(pixels, rasterizer().raster({ ...around, closed: true }, false), frame.style);
  }

  #exact(frame: ShapeFrame, view: View, { inks, rings }: TilePaint, pixels: Int32Array, coarse: boolean): void {
    const { levels, slots, type, style } = frame;
    const vertices = coarse ? levels.coarse(view.scale) : levels.exact(view.scale);
    const at = { left: 0, top: 0, width: view.width, height: view.height };
    pixels.fill(0);
    const raster = rasterizer().raster(rasterInput(frame, view, at, vertices, { all: false, half: halfWidths({ type, style, view }) }), false);
    compose(pixels, raster, slots, inks, type === 3);
    if (!rings) return;
    const around = rasterInput(frame, view, at, vertices, ringOptions(rings, view));
    composeRings(pixels, rasterizer().raster({ ...around, closed: true }, false), style);
  }

  #room({ width, height }: View): void {
    if (this.#image?.width === width && this.#image.height === height) return;
    this.#image = new ImageData(width, height);
    this.#pixels = new Int32Array(this.#image.data.buffer);
  }

  #smallPixels({ width, height }: View): Int32Array<ArrayBuffer> {
    if (this.#small.length !== width * height) this.#small = new Int32Array(width * height);
    return this.#small;
  }
}
