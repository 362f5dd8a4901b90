/** Symbols into a pixel buffer by script: 20–40 times faster than one canvas call a symbol. Pure but for the arrays it fills. */
import type { Sprite } from './sprite.js';

/** A sprite for a line length: where its pixels lie from the middle, and their colours. Empty pixels are left out. */
export interface Stamp {
  readonly offsets: Int32Array;
  readonly colors: Int32Array;
  readonly radius: number;
}

/** Prepares a sprite for a buffer. */
export function stampOf(sprite: Sprite, stride: number): Stamp {
  const offsets: number[] = [];
  const colors: number[] = [];
  const half = (sprite.side - 1) / 2;
  sprite.pixels.forEach((color, index) => {
    if (color === 0) return;
    const x = (index % sprite.side) - half;
    const y = Math.floor(index / sprite.side) - half;
    offsets.push(y * stride + x);
    colors.push(color | 0);
  });
  return { offsets: Int32Array.from(offsets), colors: Int32Array.from(colors), radius: Math.min(255, Math.ceil(sprite.radius)) };
}

/** Puts a colour below what is there. Both are RGBA, not premultiplied; the upper one is neither empty nor opaque. */
function under(upper: number, lower: number): number {
  const upperAlpha = upper >>> 24;
  const share = ((lower >>> 24) * (255 - upperAlpha)) / 255;
  const alpha = upperAlpha + share;
  const r = ((upper & 255) * upperAlpha + (lower & 255) * share) / alpha;
  const g = (((upper >>> 8) & 255) * upperAlpha + ((lower >>> 8) & 255) * share) / alpha;
  const b = (((upper >>> 16) & 255) * upperAlpha + ((lower >>> 16) & 255) * share) / alpha;
  return ((alpha + 0.5) << 24) | ((b + 0.5) << 16) | ((g + 0.5) << 8) | (r + 0.5);
}

const OPAQUE = 0xff << 24;

/**
 * Stamps symbols from the top down, so that a covered pixel costs one look and no blending.
 * @param positions Pixel of each middle.
 * @param middles Radius of the symbol already standing at a pixel: a smaller or equal one below it is not seen and is skipped.
 */
export function stampAll(
  pixels: Int32Array,
  middles: Uint8Array,
  stamp: Stamp,
  positions: Int32Array,
  from: number,
  to: number,
): void {
  const { offsets, colors, radius } = stamp;
  const count = offsets.length;
  for (let i = to - 1; i >= from; i--) {
    const middle = positions[i] as number;
    if ((middles[middle] as number) >= radius) continue;
    middles[middle] = radius;
    for (let j = 0; j < count; j++) {
      const at = middle + (offsets[j] as number);
      const there = pixels[at] as number;
      if (there === 0) pixels[at] = colors[j] as number;
      else if ((there & OPAQUE) !== OPAQUE) pixels[at] = under(there, colors[j] as number);
    }
  }
}
