/** Colours onto pixels: what a theme, a filter or an order costs when the shapes are pixels already. Pure but for the pixels it writes. */
import type { Rgba } from './color.js';
import type { Fragments } from './raster.js';

/** A repeated picture, with the place of its first pixel in the picture it is drawn on. */
export interface Tiling {
  /** Pixels a side. */
  readonly side: number;
  /** Opaque colours, little-endian RGBA. */
  readonly pixels: Int32Array;
  readonly x: number;
  readonly y: number;
}

/** A colour ready to be laid on pixels. */
export interface Ink {
  /** Little-endian RGB; alpha 0. */
  readonly rgb: number;
  /** Opacity of the colour itself, 0–1. */
  readonly opacity: number;
  /** Alpha of a pixel that is covered whole. */
  readonly full: number;
  /** Alpha there << 8 | coverage → share of this colour, 0–256, and << 16 the alpha that the pixel then has. */
  readonly blend: Uint32Array;
  readonly tiling?: Tiling;
}

/** Blends by full alpha and opacity: a page has a handful. */
const blends = new Map<string, Uint32Array>();
/** Blends kept at most; an opacity that is dragged makes many. */
const MOST_BLENDS = 8;

function blendOf(full: number, opacity: number): Uint32Array {
  const key = `${full} ${opacity}`;
  let blend = blends.get(key);
  if (blend) return blend;
  if (blends.size >= MOST_BLENDS) blends.clear();
  blend = new Uint32Array(65_536);
  for (let there = 0; there < 256; there++)
    for (let cover = 0; cover < 256; cover++) {
      const share = (cover / 255) * opacity;
      const below = full === 0 ? 0 : there / full;
      const sum = share + below * (1 - share);
      blend[(there << 8) | cover] = (sum === 0 ? 0 : Math.round((256 * share) / sum)) | (Math.round(Math.min(1, sum) * full) << 16);
    }
  blends.set(key, blend);
  return blend;
}

/**
 * An ink.
 * @param full Alpha of what it is part of, 0–255: fills are made clear together, so the alpha of one over the other stays.
 */
export function inkOf([r, g, b, opacity]: Rgba, full: number, tiling?: Tiling): Ink {
  const rgb = (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r);
  return { rgb, opacity, full, blend: blendOf(full, opacity), ...(tiling && { tiling }) };
}

/** Two colours by a share of 0–256 for the first; both without alpha. */
function mix(top: number, below: number, weight: number): number {
  const left = 256 - weight;
  const redBlue = (Math.imul(top & 0xff00ff, weight) + Math.imul(below & 0xff00ff, left)) >>> 8;
  const green = (Math.imul(top & 0xff00, weight) + Math.imul(below & 0xff00, left)) >>> 8;
  return (redBlue & 0xff00ff) | (green & 0xff00);
}

/** Lays a colour on one pixel. @param cover 1–255. */
export function lay(pixels: Int32Array, at: number, rgb: number, { blend }: Ink, cover: number): void {
  const there = pixels[at] as number;
  const how = blend[((there >>> 16) & 0xff00) | cover] as number;
  pixels[at] = mix(rgb, there, how & 511) | ((how >>> 16) << 24);
}

/** The colour of a hatch at a pixel. */
export function tiledColor({ side, pixels, x, y }: Tiling, at: number, width: number): number {
  const column = ((at % width) - x) % side;
  const line = (((at / width) | 0) - y) % side;
  return (pixels[(line < 0 ? line + side : line) * side + (column < 0 ? column + side : column)] as number) & 0xffffff;
}

function layTiled(pixels: Int32Array, width: number, fragments: Fragments, item: number, ink: Ink, tiling: Tiling): void {
  const { spans, spanStart, pixels: singles, pixelStart } = fragments;
  for (let i = spanStart[item] as number; i < (spanStart[item + 1] as number); i += 2)
    for (let at = spans[i] as number; at < (spans[i + 1] as number); at++) lay(pixels, at, tiledColor(tiling, at, width), ink, 255);
  for (let i = pixelStart[item] as number; i < (pixelStart[item + 1] as number); i++) {
    const single = singles[i] as number;
    lay(pixels, single >>> 8, tiledColor(tiling, single >>> 8, width), ink, single & 255);
  }
}

/** Lays one item of a raster on a picture. */
export function layItem(pixels: Int32Array, width: number, fragments: Fragments, item: number, ink: Ink): void {
  if (ink.full === 0 || ink.opacity === 0) return;
  if (ink.tiling) {
    layTiled(pixels, width, fragments, item, ink, ink.tiling);
    return;
  }
  const { spans, spanStart, pixels: singles, pixelStart } = fragments;
  const { rgb, opacity, blend } = ink;
  const whole = rgb | (ink.full << 24);
  const spanEnd = spanStart[item + 1] as number;
  for (let i = spanStart[item] as number; i < spanEnd; i += 2) {
    const end = spans[i + 1] as number;
    if (opacity === 1) for (let at = spans[i] as number; at < end; at++) pixels[at] = whole;
    else for (let at = spans[i] as number; at < end; at++) lay(pixels, at, rgb, ink, 255);
  }
  const redBlue = rgb & 0xff00ff;
  const green = rgb & 0xff00;
  const pixelEnd = pixelStart[item + 1] as number;
  for (let i = pixelStart[item] as number; i < pixelEnd; i++) {
    const single = singles[i] as number;
    const at = single >>> 8;
    const there = pixels[at] as number;
    const how = blend[((there >>> 16) & 0xff00) | (single & 255)] as number;
    const weight = how & 511;
    const left = 256 - weight;
    const mixed = ((Math.imul(redBlue, weight) + Math.imul(there & 0xff00ff, left)) >>> 8) & 0xff00ff;
    pixels[at] = mixed | (((Math.imul(green, weight) + Math.imul(there & 0xff00, left)) >>> 8) & 0xff00) | ((how >>> 16) << 24);
  }
}
