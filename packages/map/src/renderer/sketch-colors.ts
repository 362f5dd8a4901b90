/** Colours for a sketch: what fills a pixel and how much border it has, to the colour it gets. Pure but for the pixels it writes. */
import { lay, tiledColor } from './compose.js';
import type { ClassInks } from './shape-inks.js';
import { STRENGTHS, type SketchPad } from './sketch-pad.js';

/** One colour over another one, as little-endian RGBA. Shares 0–1; the lower one is the alpha of what it fills. */
function blended(upper: number, share: number, lower: number, below: number): number {
  const rest = below * (1 - share);
  const alpha = share + rest;
  if (alpha === 0) return 0;
  const part = (shift: number) => Math.round((((upper >>> shift) & 255) * share + ((lower >>> shift) & 255) * rest) / alpha) << shift;
  return (Math.round(255 * alpha) << 24) | part(16) | part(8) | part(0);
}

/**
 * Place and strength → colour.
 * @param inks Inks by place; the first place is number 1.
 * @param width Part of a pixel that a border is wide.
 */
export function sketchTable(inks: readonly (ClassInks | undefined)[], width: number): Int32Array {
  const table = new Int32Array(256 * STRENGTHS);
  inks.forEach((one, index) => {
    if (!one) return;
    const { lower, upper } = one;
    const fill = (lower.opacity * lower.full) / 255;
    for (let strength = 0; strength < STRENGTHS; strength++) {
      const border = (width * upper.opacity * upper.full * strength) / (255 * (STRENGTHS - 1));
      table[(index + 1) * STRENGTHS + strength] = blended(upper.rgb, border, lower.rgb, fill);
    }
  });
  return table;
}

/** The mean of two colours, to the last bit but one. */
function mean(a: number, b: number): number {
  return ((a >>> 1) & 0x7f7f7f7f) + ((b >>> 1) & 0x7f7f7f7f);
}

/** Colours a sketch, pixel for pixel. */
export function colorSketch(pixels: Int32Array, { places, edges, stride, width, height }: SketchPad, table: Int32Array): void {
  let at = 0;
  for (let line = 1; line <= height; line++) {
    const end = line * stride + 1 + width;
    for (let from = line * stride + 1; from < end; from++)
      pixels[at++] = table[((places[from] as number) << 4) | (edges[from] as number)] as number;
  }
}

/** Hatches of a coloured sketch: the pattern, and the border over it. */
export function hatchSketch(pixels: Int32Array, { places, edges, stride, width, height }: SketchPad, inks: readonly (ClassInks | undefined)[]): void {
  for (let line = 0; line < height; line++)
    for (let column = 0; column < width; column++) {
      const from = (line + 1) * stride + column + 1;
      const one = inks[(places[from] as number) - 1];
      if (!one?.lower.tiling) continue;
      const at = line * width + column;
      pixels[at] = tiledColor(one.lower.tiling, at, width) | (one.lower.full << 24);
      const cover = (edges[from] as number) * 17;
      if (cover > 0) lay(pixels, at, one.upper.rgb, one.upper, cover);
    }
}

/**
 * Shows a small picture larger: each pixel `grain` times wide and high, the right half of it the mean with the next one, so that no step
 * is seen.
 * @param width Size of the small picture.
 * @param lineLength Length of a line of the large one.
 */
export function enlarge(large: Int32Array, lineLength: number, lines: number, small: Int32Array, width: number, height: number, grain: number): void {
  for (let line = 0; line < height; line++) {
    const first = line * grain * lineLength;
    const end = first + lineLength;
    if (grain === 2) doubled(large, first, end, small, line * width);
    else stretched(large, first, end, small, line * width, grain);
    const copies = Math.min(grain, lines - line * grain);
    for (let k = 1; k < copies; k++) large.copyWithin(first + k * lineLength, first, end);
  }
}

function doubled(large: Int32Array, first: number, end: number, small: Int32Array, from: number): void {
  let here = small[from++] as number;
  let at = first;
  for (; at + 2 < end; at += 2) {
    const next = small[from++] as number;
    large[at] = here;
    large[at + 1] = mean(here, next);
    here = next;
  }
  for (; at < end; at++) large[at] = here;
}

function stretched(large: Int32Array, first: number, end: number, small: Int32Array, from: number, grain: number): void {
  const soft = (grain + 1) >> 1;
  for (let at = first; at < end; from++) {
    const here = small[from] as number;
    const next = at + grain < end ? mean(here, small[from + 1] as number) : here;
    for (let k = 0; k < grain && at < end; k++) large[at++] = k < soft ? here : next;
  }
}
