import { resolveColor } from '@yizhangtu/data/symbology';
import type { PointClass } from './scatter-classes.js';
import { densityInto, dotInto, type Pixels, type Rgb } from './scatter-pixels.js';
import type { ScatterScene } from './scatter-scene.js';

type Inside = ((index: number) => boolean) | undefined;

const SHOWN = 0.5;
const FAINT = 0.1;

/** Draws a canvas anew only when its points, their colours or what is faded are others. */
export class PointPainter {
  #from: readonly unknown[] = [];

  /**
   * @param canvas Its CSS colour is that of points without a class, and of density.
   * @param inside Points that the filter of the chart leaves; undefined for all.
   * @param kept The same by cell, where points are drawn by density.
   */
  paint(canvas: HTMLCanvasElement, scene: ScatterScene, classes: readonly PointClass[], inside: Inside, kept?: Uint32Array): void {
    const accent = getComputedStyle(canvas).color;
    const colors = classes.map(({ color }) => (color === undefined ? accent : resolveColor(color, canvas)));
    const ratio = window.devicePixelRatio || 1;
    const from = [canvas, scene, classes, inside, accent, colors.join(), ratio];
    if (from.every((part, index) => part === this.#from[index])) return;
    this.#from = from;
    canvas.width = Math.round(scene.width * ratio);
    canvas.height = Math.round(scene.height * ratio);
    // Pixels are ours: a hundred thousand paths would keep a graphics card busy for seconds.
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    const image = context.createImageData(canvas.width, canvas.height);
    const pixels: Pixels = { data: image.data, width: image.width, height: image.height, ratio };
    if (scene.crowd) densityInto(pixels, scene.width, rgbOf(context, accent), scene.crowd, kept);
    else dots(pixels, scene, classes.map(({ points }, index) => ({ points, rgb: rgbOf(context, colors[index] ?? accent) })), inside);
    context.putImageData(image, 0, 0);
  }
}

function dots(pixels: Pixels, { xs, ys, radius }: ScatterScene, classes: readonly { readonly points: Uint32Array; readonly rgb: Rgb }[], inside: Inside): void {
  const classOf = new Uint8Array(xs.length);
  classes.forEach(({ points }, number) => points.forEach((i) => (classOf[i] = number)));
  const colors = classes.map(({ rgb }) => rgb);
  // What the filter leaves lies over what it does not. Within that in the order of the rows: class by class the last one would cover the others.
  for (const part of inside ? [false, true] : [undefined]) {
    for (let i = 0; i < xs.length; i += 1) {
      if (inside && inside(i) !== part) continue;
      dotInto(pixels, { x: xs[i] as number, y: ys[i] as number, radius: radius(i) }, colors[classOf[i] as number] as Rgb, part === false ? FAINT : SHOWN);
    }
  }
}

/** Red, green and blue of a CSS colour, as the canvas reads it. */
function rgbOf(context: CanvasRenderingContext2D, color: string): Rgb {
  context.fillStyle = color;
  const hex = String(context.fillStyle);
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return hex.startsWith('#') ? [part(1), part(3), part(5)] : [0, 0, 0];
}
