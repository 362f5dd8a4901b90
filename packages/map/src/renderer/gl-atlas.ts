/** Where the sprites of a layer lie in one texture. Pure. */

import type { PointSet } from './geometry.js';

/** Sprites of one symbol: all of one size, one for each turn. */
export interface AtlasBlock {
  /** Pixels a side. */
  readonly side: number;
  readonly cells: number;
}

/** Place of a block: cell i is in column i mod `columns`. */
export interface AtlasPlace {
  readonly x: number;
  readonly y: number;
  readonly columns: number;
}

/** A texture that holds all blocks. */
export interface Atlas {
  readonly width: number;
  readonly height: number;
  readonly places: readonly AtlasPlace[];
}

/** Every WebGL 2 has textures of this size. */
const WIDTH = 2048;

/** Lays blocks in rows, each as high as its highest one. Undefined where they do not fit into a texture of `most` pixels a side. */
export function packAtlas(blocks: readonly AtlasBlock[], most: number): Atlas | undefined {
  const places: AtlasPlace[] = [];
  let x = 0;
  let y = 0;
  let tall = 0;
  for (const { side, cells } of blocks) {
    const columns = Math.min(cells, Math.floor(WIDTH / side));
    if (columns === 0) return undefined;
    if (x + columns * side > WIDTH) {
      y += tall;
      x = tall = 0;
    }
    places.push({ x, y, columns });
    x += columns * side;
    tall = Math.max(tall, Math.ceil(cells / columns) * side);
  }
  const height = Math.max(1, y + tall);
  return height <= most ? { width: WIDTH, height, places } : undefined;
}

/** Copies a sprite into a texture, its colours multiplied by their alpha. */
export function putSprite(texture: Uint8Array, width: number, x: number, y: number, side: number, pixels: Uint32Array): void {
  for (let line = 0; line < side; line++)
    for (let column = 0; column < side; column++) {
      const color = pixels[line * side + column] as number;
      const alpha = color >>> 24;
      const at = 4 * ((y + line) * width + x + column);
      texture[at] = ((color & 255) * alpha) / 255 + 0.5;
      texture[at + 1] = (((color >>> 8) & 255) * alpha) / 255 + 0.5;
      texture[at + 2] = (((color >>> 16) & 255) * alpha) / 255 + 0.5;
      texture[at + 3] = alpha;
    }
}

/**
 * Points by slot from bottom to top, in their own order within a slot: what is drawn, in the order it is drawn. Points that are filtered out
 * or have no place are left out.
 */
export function drawOrder({ xy, rows }: Pick<PointSet, 'xy' | 'rows'>, slotOf: Uint16Array, slotCount: number): { readonly order: Uint32Array; readonly start: Uint32Array } {
  const start = new Uint32Array(slotCount + 2);
  const count = xy.length / 2;
  const slotAt = (point: number) => {
    const x = xy[2 * point] as number;
    const y = xy[2 * point + 1] as number;
    return x - x === 0 && y - y === 0 ? (slotOf[rows ? (rows[point] as number) : point] as number) : 0;
  };
  for (let point = 0; point < count; point++) {
    const slot = slotAt(point);
    if (slot > 0) start[slot + 1] = (start[slot + 1] as number) + 1;
  }
  for (let slot = 1; slot <= slotCount; slot++) start[slot + 1] = (start[slot + 1] as number) + (start[slot] as number);
  const next = start.slice();
  const order = new Uint32Array(start[slotCount + 1] as number);
  for (let point = 0; point < count; point++) {
    const slot = slotAt(point);
    if (slot === 0) continue;
    order[next[slot] as number] = point;
    next[slot] = (next[slot] as number) + 1;
  }
  return { order, start };
}

/** Places as pairs of single-precision numbers, a coarse and a fine one, from an origin: exact to a hundredth of a millimetre on any map. */
export function splitPlaces(points: Pick<PointSet, 'xy' | 'unit' | 'x0' | 'y0'>, originX: number, originY: number): Float32Array {
  const { xy, unit = 1, x0 = 0, y0 = 0 } = points;
  const out = new Float32Array(2 * xy.length);
  for (let i = 0; i < xy.length; i += 2) {
    const x = (xy[i] as number) * unit + x0 - originX;
    const y = (xy[i + 1] as number) * unit + y0 - originY;
    out[2 * i] = x;
    out[2 * i + 1] = y;
    out[2 * i + 2] = x - (out[2 * i] as number);
    out[2 * i + 3] = y - (out[2 * i + 1] as number);
  }
  return out;
}
