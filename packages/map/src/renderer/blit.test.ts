import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stampAll, stampOf } from './blit.js';
import type { Rgba } from './color.js';
import { spriteOf, type Sprite } from './sprite.js';

const RED: Rgba = [200, 30, 40, 1];
const BLUE: Rgba = [30, 60, 200, 1];
const WHITE: Rgba = [255, 255, 255, 1];
const look = (fill: Rgba, diameter = 10) => ({ shape: 'circle', diameter, fill, outline: WHITE, outlineWidth: 1 }) as const;
const SIZE = 64;

const channels = (color: number) => [color & 255, (color >>> 8) & 255, (color >>> 16) & 255, color >>> 24] as const;

/** Bottom-up painting, one symbol over the other, as a canvas does it. */
function painted(symbols: readonly { sprite: Sprite; x: number; y: number }[]): Float64Array {
  const out = new Float64Array(4 * SIZE * SIZE);
  for (const { sprite, x, y } of symbols) {
    const half = (sprite.side - 1) / 2;
    sprite.pixels.forEach((color, index) => {
      const at = 4 * ((y + Math.floor(index / sprite.side) - half) * SIZE + x + (index % sprite.side) - half);
      const [r, g, b, alpha] = channels(color);
      const share = alpha / 255;
      [r, g, b, 255].forEach((value, k) => (out[at + k] = value * share + (out[at + k] as number) * (1 - share)));
    });
  }
  return out;
}

describe('spriteOf', () => {
  it('fills the middle, outlines the edge and covers the area of a disc', () => {
    const { pixels, side } = spriteOf(look(RED, 20));
    expect(channels(pixels[((side - 1) / 2) * side + (side - 1) / 2] as number)).toEqual([200, 30, 40, 255]);
    const area = pixels.reduce((sum, color) => sum + (color >>> 24) / 255, 0);
    expect(area).toBeGreaterThan(Math.PI * 100 * 0.98);
    expect(area).toBeLessThan(Math.PI * 100 * 1.02);
  });

  it.each(['square', 'triangle', 'diamond'] as const)('gives a %s about the area of the disc', (shape) => {
    const { pixels } = spriteOf({ ...look(RED, 24), shape });
    const area = pixels.reduce((sum, color) => sum + (color >>> 24) / 255, 0);
    expect(area / (Math.PI * 144)).toBeGreaterThan(0.6);
    expect(area / (Math.PI * 144)).toBeLessThan(1.1);
  });

  it('never reaches its own border, so nothing is cut off', () => {
    for (const shape of ['circle', 'square', 'triangle', 'diamond'] as const)
      for (const diameter of [4, 7, 10.5, 20, 41]) {
        const { pixels, side } = spriteOf({ ...look(RED, diameter), shape, ring: BLUE, ringWidth: 3, shadow: 4 });
        for (let i = 0; i < side; i++) {
          expect((pixels[i] as number) >>> 24).toBeLessThan(16);
          expect((pixels[side * (side - 1) + i] as number) >>> 24).toBeLessThan(16);
          expect((pixels[i * side] as number) >>> 24).toBeLessThan(16);
        }
      }
  });
});

describe('stampAll', () => {
  it('paints from the top down the same picture as painting bottom up', () => {
    const sprites = [spriteOf(look(RED)), spriteOf(look(BLUE)), spriteOf({ ...look(RED, 8), ring: BLUE, ringWidth: 2, shadow: 3 })];
    const place = fc.record({ sprite: fc.nat(2), x: fc.integer({ min: 20, max: 43 }), y: fc.integer({ min: 20, max: 43 }) });
    fc.assert(
      fc.property(fc.uniqueArray(place, { maxLength: 12, selector: ({ x, y }) => `${x} ${y}` }), (places) => {
        const pixels = new Int32Array(SIZE * SIZE);
        const middles = new Uint8Array(SIZE * SIZE);
        const bottomUp = places.map(({ sprite, x, y }) => ({ sprite: sprites[sprite] as Sprite, x, y }));
        for (const { sprite, x, y } of [...bottomUp].reverse())
          stampAll(pixels, middles, stampOf(sprite, SIZE), Int32Array.of(y * SIZE + x), 0, 1);
        const expected = painted(bottomUp);
        let most = 0;
        pixels.forEach((color, at) => {
          const [r, g, b, alpha] = channels(color);
          // Premultiplied: how far a colour may be off matters as much as it is seen.
          const off = [r, g, b].map((value, k) => (value * alpha) / 255 - (expected[4 * at + k] as number));
          most = Math.max(most, ...off.map(Math.abs), Math.abs(alpha - (expected[4 * at + 3] as number)));
        });
        expect(most).toBeLessThan(4);
      }),
    );
  });

  it('skips a symbol that lies under an equal one at the same pixel', () => {
    const pixels = new Int32Array(SIZE * SIZE);
    const middles = new Uint8Array(SIZE * SIZE);
    const at = Int32Array.of(32 * SIZE + 32, 32 * SIZE + 32);
    stampAll(pixels, middles, stampOf(spriteOf(look(RED)), SIZE), at, 0, 1);
    const once = pixels.slice();
    stampAll(pixels, middles, stampOf(spriteOf(look(BLUE)), SIZE), at, 1, 2);
    expect(pixels).toEqual(once);
  });
});
