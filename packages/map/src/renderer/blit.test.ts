import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markHidden, stampAll, stampOf, stampRough, straighten } from './blit.js';
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

  it('shows the ground through a half-clear fill, not the outline', () => {
    const { pixels, side } = spriteOf(look([30, 60, 200, 0.5], 20));
    expect(channels(pixels[((side - 1) / 2) * side + (side - 1) / 2] as number)).toEqual([30, 60, 200, 128]);
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

const NONE = new Uint8Array(1);
const at = (x: number, y: number): Int32Array => Int32Array.of(y * SIZE + x);

describe('stampAll', () => {
  it('paints the same picture as symbols put over each other one by one', () => {
    const sprites = [spriteOf(look(RED)), spriteOf(look(BLUE)), spriteOf({ ...look(RED, 8), ring: BLUE, ringWidth: 2, shadow: 3 }), spriteOf(look([...BLUE.slice(0, 3), 0.4] as unknown as Rgba, 30))];
    const place = fc.record({ sprite: fc.nat(3), x: fc.integer({ min: 20, max: 43 }), y: fc.integer({ min: 20, max: 43 }) });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), (places) => {
        const pixels = new Int32Array(SIZE * SIZE);
        const symbols = places.map(({ sprite, x, y }) => ({ sprite: sprites[sprite] as Sprite, x, y }));
        for (const { sprite, x, y } of symbols) stampAll(pixels, stampOf(sprite, SIZE), at(x, y), 0, 1, NONE);
        straighten(pixels, 0, pixels.length);
        const expected = painted(symbols);
        let most = 0;
        pixels.forEach((color, index) => {
          const [r, g, b, alpha] = channels(color);
          // Premultiplied: how far a colour may be off matters as much as it is seen.
          const off = [r, g, b].map((value, k) => (value * alpha) / 255 - (expected[4 * index + k] as number));
          most = Math.max(most, ...off.map(Math.abs), Math.abs(alpha - (expected[4 * index + 3] as number)));
        });
        expect(most).toBeLessThan(4);
      }),
    );
  });

  it('leaves opaque ground opaque under every alpha', () => {
    for (let alpha = 1; alpha < 255; alpha++) {
      const pixels = Int32Array.of(-1);
      const sprite: Sprite = { side: 1, pixels: Uint32Array.of(((alpha << 24) | 0x336699) >>> 0), radius: 1, solid: false };
      stampAll(pixels, stampOf(sprite, 1), Int32Array.of(0), 0, 1, NONE);
      expect((pixels[0] as number) >>> 24).toBe(255);
    }
  });
});

describe('stampRough', () => {
  it('fills what the symbol covers by half or more, and nothing softly', () => {
    const pixels = new Int32Array(SIZE * SIZE);
    const sprite = spriteOf(look(RED, 20));
    stampRough(pixels, stampOf(sprite, SIZE), at(32, 32), 0, 1, NONE);
    const alphas = [...pixels].map((color) => color >>> 24);
    expect(new Set(alphas)).toEqual(new Set([0, 255]));
    expect(Math.abs(alphas.filter((alpha) => alpha === 255).length - Math.PI * 100)).toBeLessThan(12);
  });
});

describe('markHidden', () => {
  it('hides what lies under an equal or larger symbol at the same pixel, and nothing else', () => {
    const middles = new Uint8Array(SIZE);
    const hidden = new Uint8Array(4);
    markHidden(middles, { radius: 5, solid: true }, Int32Array.of(7, 9, 7), 0, 3, hidden);
    expect([...hidden]).toEqual([1, 0, 0, 0]);
    markHidden(middles, { radius: 6, solid: true }, Int32Array.of(0, 0, 0, 7), 3, 4, hidden);
    expect(hidden[3]).toBe(0);
    markHidden(middles, { radius: 4, solid: true }, Int32Array.of(9), 0, 1, hidden);
    expect(hidden[0]).toBe(1);
  });

  it('neither hides what lies under a half-clear, turned or lone sign nor takes such a one away', () => {
    const middles = new Uint8Array(SIZE);
    const hidden = new Uint8Array(3).fill(1);
    const clear = stampOf(spriteOf(look([30, 60, 200, 0.5])), SIZE);
    const turned = stampOf(spriteOf({ ...look(RED), shape: 'triangle', angle: 1 }), SIZE);
    const lone = stampOf(spriteOf({ ...look(RED), shape: 'none' }), SIZE);
    for (const stamp of [clear, turned, lone]) {
      markHidden(middles, stamp, Int32Array.of(7, 7, 7), 0, 3, hidden);
      expect([...hidden]).toEqual([0, 0, 0]);
    }
    markHidden(middles, stampOf(spriteOf(look(RED)), SIZE), Int32Array.of(7, 7, 7), 0, 3, hidden);
    expect([...hidden]).toEqual([1, 1, 0]);
  });
});
