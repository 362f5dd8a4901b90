/** The pixels of a frame from a window of a raster. Pure. */
import type { Steps } from '@yizhangtu/data/steps';
import { MESH, type Frame, type Mesh } from './frame.js';
import type { Mosaic } from './mosaic.js';

/** How a raster becomes pixels. */
export interface PaintInput {
  readonly frame: Frame;
  readonly mesh: Mesh;
  readonly mosaic: Mosaic;
  /** Pixels of the level to one of the largest picture. */
  readonly scale: readonly [x: number, y: number];
  /** Numbers and colours between pixels are theirs in part; without it each pixel is a square. */
  readonly smooth: boolean;
  /** Colour of a number, RGBA little endian; the mosaic has colours where there is none. */
  readonly colorOf?: ((value: number) => number) | undefined;
  /** Light by pixel of the mosaic. */
  readonly light?: Float32Array | undefined;
  /** Light of level ground. */
  readonly level: number;
}

/** Paints into RGBA pixels, line by line of the mesh. */
export function* painted(input: PaintInput): Steps<Uint8ClampedArray<ArrayBuffer>> {
  const { frame, mesh, mosaic, scale, light, colorOf, smooth } = input;
  const pixels = new Uint32Array(frame.width * frame.height);
  const sampled = sampler(mosaic, smooth);
  const lit = light && sampler({ ...mosaic, values: light }, true);
  const colors = colorOf ?? (mosaic.values instanceof Float32Array ? () => 0 : (value: number) => value);
  const paint = (at: number, u: number, v: number): void => {
    const [x, y] = [u * scale[0] - mosaic.window.left, v * scale[1] - mosaic.window.top];
    const color = colors(sampled(x, y));
    pixels[at] = lit ? shaded(color, lit(x, y), input.level) : color;
  };
  for (let row = 0; row + 1 < mesh.rows; row++) {
    yield row / mesh.rows;
    for (let column = 0; column + 1 < mesh.columns; column++) paintCell(frame, mesh, row, column, paint);
  }
  return new Uint8ClampedArray(pixels.buffer);
}

function paintCell({ width, height }: Frame, { columns, at, world }: Mesh, row: number, column: number, paint: (at: number, u: number, v: number) => void): void {
  const corner = 2 * (row * columns + column);
  const under = corner + 2 * columns;
  const [u00, v00, v10, v01, v11] = [at[corner] as number, at[corner + 1] as number, at[corner + 3] as number, at[under + 1] as number, at[under + 3] as number];
  // Where the world is cut, the other side is the next column.
  const beside = (u: number): number => (world > 0 ? u + world * Math.round((u00 - u) / world) : u);
  const [u10, u01, u11] = [beside(at[corner + 2] as number), beside(at[under] as number), beside(at[under + 2] as number)];
  if (Number.isNaN(u00 + u10 + u01 + u11 + v00 + v10 + v01 + v11)) return;
  const [left, top] = [column * MESH, row * MESH];
  const [right, bottom] = [Math.min(width, left + MESH), Math.min(height, top + MESH)];
  for (let y = top; y < bottom; y++) {
    const t = (y + 0.5 - top) / MESH;
    const [ua, ub, va, vb] = [u00 + (u01 - u00) * t, u10 + (u11 - u10) * t, v00 + (v01 - v00) * t, v10 + (v11 - v10) * t];
    for (let x = left; x < right; x++) {
      const s = (x + 0.5 - left) / MESH;
      const u = ua + (ub - ua) * s;
      paint(y * width + x, world > 0 ? u - world * Math.floor(u / world) : u, va + (vb - va) * s);
    }
  }
}

type Sampler = (x: number, y: number) => number;

/** Reads a mosaic at a place in its pixels; NaN or 0 outside and where there is nothing. */
function sampler({ values, width, height }: Mosaic, smooth: boolean): Sampler {
  const none = values instanceof Float32Array ? NaN : 0;
  const nearest: Sampler = (x, y) => (x >= 0 && y >= 0 && x < width && y < height ? (values[Math.floor(y) * width + Math.floor(x)] as number) : none);
  if (!smooth) return nearest;
  const mixed = values instanceof Float32Array ? mixedNumber : mixedColor;
  return (x, y) => {
    const own = nearest(x, y);
    // A pixel ends where it ends: what is smoothed is only the inside.
    if (own !== own || own === none) return own;
    const [cx, cy] = [Math.min(width - 1, Math.max(0, x - 0.5)), Math.min(height - 1, Math.max(0, y - 0.5))];
    const [x0, y0] = [Math.floor(cx), Math.floor(cy)];
    const [x1, y1] = [Math.min(width - 1, x0 + 1), Math.min(height - 1, y0 + 1)];
    const [top, under] = [y0 * width, y1 * width];
    return mixed(values[top + x0] as number, values[top + x1] as number, values[under + x0] as number, values[under + x1] as number, cx - x0, cy - y0, own);
  };
}

/** What is missing counts as the number of the pixel itself. */
function mixedNumber(a: number, b: number, c: number, d: number, s: number, t: number, own: number): number {
  const [p, q, r, w] = [a === a ? a : own, b === b ? b : own, c === c ? c : own, d === d ? d : own];
  return (p * (1 - s) + q * s) * (1 - t) + (r * (1 - s) + w * s) * t;
}

function mixedColor(a: number, b: number, c: number, d: number, s: number, t: number, own: number): number {
  const [p, q, r, w] = [a || own, b || own, c || own, d || own];
  if (p === q && r === w && p === r) return p;
  let mixed = 0;
  for (let shift = 0; shift < 32; shift += 8) {
    const upper = ((p >>> shift) & 255) * (1 - s) + ((q >>> shift) & 255) * s;
    const lower = ((r >>> shift) & 255) * (1 - s) + ((w >>> shift) & 255) * s;
    mixed |= Math.round(upper * (1 - t) + lower * t) << shift;
  }
  return mixed >>> 0;
}

/** Parts of black and white at the darkest and the brightest. */
const [DARKEST, BRIGHTEST] = [0.72, 0.5];

/** A colour in light and shadow; without a colour, shadow and light alone. */
export function shaded(color: number, light: number, level: number): number {
  if (light !== light) return color;
  const dark = light < level;
  const part = dark ? DARKEST * (1 - light / (level || 1)) : BRIGHTEST * ((light - level) / (1 - level || 1));
  const ink = dark ? 0 : 255;
  const alpha = color >>> 24;
  if (alpha === 0) return ((Math.round(255 * part) << 24) | (ink << 16) | (ink << 8) | ink) >>> 0;
  const mix = (shift: number): number => Math.round(((color >>> shift) & 255) * (1 - part) + ink * part) << shift;
  return ((alpha << 24) | mix(16) | mix(8) | mix(0)) >>> 0;
}
