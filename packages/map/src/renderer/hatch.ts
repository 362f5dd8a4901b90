/** The hatch of 无数据 and of classes that ask for it. */
import { cssColor, mixColors, parseColor } from './color.js';
import type { Tiling } from './compose.js';
import { devicePoint, type View } from './view.js';

/** Distance of the lines along x, CSS px. */
const PERIOD = 8;

/** A tile of diagonal lines in a colour on a pale ground of the same colour. */
function tileOf(color: string, surface: string, pixelRatio: number): HTMLCanvasElement {
  const side = Math.max(4, Math.round(PERIOD * pixelRatio));
  const tile = document.createElement('canvas');
  tile.width = tile.height = side;
  const context = tile.getContext('2d');
  if (!context) return tile;
  context.fillStyle = cssColor(mixColors(parseColor(surface), parseColor(color), 0.25));
  context.fillRect(0, 0, side, side);
  context.strokeStyle = color;
  context.lineWidth = Math.max(1, 1.25 * pixelRatio);
  context.beginPath();
  for (const shift of [-side, 0, side]) {
    context.moveTo(shift - 2, side + 2);
    context.lineTo(shift + side + 2, -2);
  }
  context.stroke();
  return tile;
}

/** Fills of hatched classes, kept until the look changes. */
export class Hatches {
  readonly #tiles = new Map<string, HTMLCanvasElement>();

  /** A fill that stays with the map while it moves. */
  pattern(context: CanvasRenderingContext2D, color: string, surface: string, view: View): CanvasPattern | string {
    const tile = this.#tile(color, surface, view.pixelRatio);
    const pattern = context.createPattern(tile, 'repeat');
    if (!pattern) return color;
    const [x, y] = devicePoint(view, 0, 0);
    pattern.setTransform(new DOMMatrix([1, 0, 0, 1, x % tile.width, y % tile.height]));
    return pattern;
  }

  /** The same fill as pixels, at the whole pixel where its lines are nearest to their place: they run along x + y. */
  tiling(color: string, surface: string, view: View): Tiling | undefined {
    const tile = this.#tile(color, surface, view.pixelRatio);
    const image = tile.getContext('2d')?.getImageData(0, 0, tile.width, tile.height);
    if (!image) return undefined;
    const [x, y] = devicePoint(view, 0, 0);
    const line = Math.round(y % tile.width);
    return { side: tile.width, pixels: new Int32Array(image.data.buffer), x: Math.round((x % tile.width) + (y % tile.width) - line), y: line };
  }

  clear(): void {
    this.#tiles.clear();
  }

  #tile(color: string, surface: string, pixelRatio: number): HTMLCanvasElement {
    const key = `${color} ${surface} ${pixelRatio}`;
    let tile = this.#tiles.get(key);
    if (!tile) {
      tile = tileOf(color, surface, pixelRatio);
      this.#tiles.set(key, tile);
    }
    return tile;
  }
}
