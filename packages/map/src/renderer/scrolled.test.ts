import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandPixels, closeBand, copyStrip, moveBetween, movePixels, openBand, stripLayout, stripsOf, viewOfStrip } from './scrolled.js';
import type { Pixels } from './pixel-buffer.js';
import { devicePoint, viewOf, type View } from './view.js';

const view = (x: number, y: number, more: Partial<Parameters<typeof viewOf>[0]> = {}): View =>
  viewOf({ center: [x, y], resolution: 2, rotation: 0.3, size: [200, 150], pixelRatio: 2, worldWidth: 0, projection: 'x', moving: true, ...more });

/** A centre that lies so many device px from the origin in a view. */
const moved = (right: number, down: number, more = {}) => {
  const { a, b, scale } = view(0, 0);
  return view(-(a * right + b * down) / scale ** 2, -(b * right - a * down) / scale ** 2, more);
};

describe('moveBetween', () => {
  it('is the way of a picture in whole device pixels', () => {
    expect(moveBetween(view(0, 0), moved(12, -7))).toEqual({ x: 12, y: -7 });
    expect(moveBetween(view(0, 0), moved(12.4, -7.4))).toEqual({ x: 12, y: -7 });
  });

  it('is exact or nothing at rest', () => {
    expect(moveBetween(view(0, 0), moved(12, -7, { moving: false }))).toEqual({ x: 12, y: -7 });
    expect(moveBetween(view(0, 0), moved(12.4, -7, { moving: false }))).toBeUndefined();
  });

  it('is nothing between views of another scale, turn or size', () => {
    for (const other of [{ resolution: 2.001 }, { rotation: 0.31 }, { size: [201, 150] as const }, { worldWidth: 9 }]) expect(moveBetween(view(0, 0), view(0, 0, other))).toBeUndefined();
  });
});

/** A picture whose every pixel says which place of the map it shows. */
function pictureOf(width: number, height: number, margin: number, by = { x: 0, y: 0 }) {
  const { stride, lines } = stripLayout({ x: 0, y: 0, width, height }, margin);
  const pixels = new Int32Array(stride * lines);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) pixels[(y + margin) * stride + x + margin] = (y - by.y) * 1000 + (x - by.x) + 1e6;
  return { pixels, stride, lines, margin };
}

const seen = ({ pixels, stride, margin }: Pixels, width: number, height: number) =>
  Array.from({ length: height }, (_, y) => [...pixels.subarray((y + margin) * stride + margin, (y + margin) * stride + margin + width)]);

it('a moved picture with its strips is the picture of the view it moved to', () => {
  const side = fc.integer({ min: 40, max: 90 });
  const way = fc.integer({ min: -45, max: 45 });
  fc.assert(
    fc.property(side, side, way, way, fc.integer({ min: 0, max: 9 }), (width, height, x, y, margin) => {
      const move = { x: Math.max(-width / 2, Math.min(width / 2, x)) | 0, y: Math.max(-height / 2, Math.min(height / 2, y)) | 0 };
      const picture = pictureOf(width, height, margin);
      movePixels(picture, move);
      for (const strip of stripsOf(move, { width, height })) copyStrip(pictureOf(strip.width, strip.height, 3, { x: move.x - strip.x, y: move.y - strip.y }), picture, strip);
      expect(seen(picture, width, height)).toEqual(seen(pictureOf(width, height, margin, move), width, height));
    }),
  );
});

it('the view of a strip puts places where the moved view has them', () => {
  const strip = { x: 300, y: 20, width: 64, height: 200 };
  const part = viewOfStrip(view(5, 6), { x: 30, y: -4 }, strip);
  const [x, y] = devicePoint(part, 17, 23);
  const [wholeX, wholeY] = devicePoint(view(5, 6), 17, 23);
  expect([x, y]).toEqual([expect.closeTo(wholeX + 30 - 300), expect.closeTo(wholeY - 4 - 20)]);
  const [minX, minY, maxX, maxY] = part.extent;
  // The strip's corners lie on the edge of its extent, and in it.
  for (const [cx, cy] of [[0, 0], [64, 0], [0, 200], [64, 200]] as const) {
    const [px, py] = [(part.a * (cx - part.e) + part.b * (cy - part.f)) / part.scale ** 2, (part.b * (cx - part.e) - part.a * (cy - part.f)) / part.scale ** 2];
    expect(px >= minX - 1e-9 && px <= maxX + 1e-9 && py >= minY - 1e-9 && py <= maxY + 1e-9).toBe(true);
  }
});

it('a picture drawn in bands is the one drawn at once, however much of a symbol lies in other bands', () => {
  const WIDTH = 20;
  const symbol = fc.record({ x: fc.integer({ min: -3, max: WIDTH + 2 }), y: fc.integer({ min: -6, max: 50 }), radius: fc.integer({ min: 0, max: 3 }) });
  /** Squares over each other; where they lie on something they leave a trace of it. */
  const paint = ({ pixels, stride, margin }: Pixels, symbols: readonly { x: number; y: number; radius: number; index: number }[], from: number) => {
    symbols.forEach(({ x, y, radius, index }) => {
      for (let dy = -radius; dy <= radius; dy++)
        for (let dx = -radius; dx <= radius; dx++) {
          const at = (y - from + dy + margin) * stride + x + dx + margin;
          pixels[at] = ((pixels[at] as number) * 3 + index + 1) | 0;
        }
    });
  };
  fc.assert(
    fc.property(fc.array(symbol, { maxLength: 60 }), fc.integer({ min: 1, max: 45 }), fc.integer({ min: 1, max: 45 }), (all, height, lines) => {
      const symbols = all.map((one, index) => ({ ...one, index }));
      const reach = 3;
      const empty = () => {
        const layout = stripLayout({ x: 0, y: 0, width: WIDTH, height }, 2 * reach + 1);
        return { ...layout, pixels: new Int32Array(layout.stride * layout.lines) };
      };
      const [whole, banded] = [empty(), empty()];
      paint(whole, symbols.filter(({ y }) => y >= -reach && y < height + reach), 0);
      for (let y = 0; y < height; y += lines) {
        const band = bandPixels(banded, { x: 0, y, width: WIDTH, height: Math.min(lines, height - y) });
        const above = openBand(band, 2 * reach + 1);
        const end = Math.min(y + lines, height);
        paint(band, symbols.filter((one) => one.y >= y - reach && one.y < end + reach), y);
        closeBand(band, above);
      }
      expect(seen(banded, WIDTH, height)).toEqual(seen(whole, WIDTH, height));
    }),
  );
});
