import { describe, expect, it } from 'vitest';
import { atOnce } from '@yizhangtu/data/steps';
import { crowdSteps, densityInto, dotInto, type Pixels } from './scatter-pixels.js';

const paper = (width: number, height: number, ratio = 1): Pixels => ({ data: new Uint8ClampedArray(width * height * 4), width, height, ratio });
const alphaAt = ({ data, width }: Pixels, x: number, y: number) => data[(y * width + x) * 4 + 3] as number;

describe('dotInto', () => {
  it('covers the area of its disc, sharp or not', () => {
    for (const ratio of [1, 2]) {
      const pixels = paper(60 * ratio, 60 * ratio, ratio);
      dotInto(pixels, { x: 30, y: 30, radius: 12 }, [255, 0, 0], 1);
      const covered = Array.from({ length: pixels.width * pixels.height }, (_, i) => (pixels.data[i * 4 + 3] as number) / 255).reduce((sum, one) => sum + one, 0);
      expect(covered / ratio ** 2 / (Math.PI * 144)).toBeCloseTo(1, 1);
    }
  });

  it('is darker where points lie on each other, and cut at the edge', () => {
    const pixels = paper(10, 10);
    dotInto(pixels, { x: 5, y: 5, radius: 2 }, [0, 0, 255], 0.5);
    const once = alphaAt(pixels, 5, 5);
    dotInto(pixels, { x: 5, y: 5, radius: 2 }, [0, 0, 255], 0.5);
    expect(alphaAt(pixels, 5, 5)).toBeGreaterThan(once);
    dotInto(pixels, { x: 0, y: 0, radius: 3 }, [0, 0, 255], 0.5);
    expect(alphaAt(pixels, 9, 0)).toBe(0);
  });
});

describe('densityInto', () => {
  it('is darker where there are more points, and shows a single one', () => {
    const pixels = paper(30, 30);
    const xs = Float32Array.from({ length: 1001 }, (_, i) => (i < 1000 ? 4 : 25));
    const all = atOnce(crowdSteps({ xs, ys: Float32Array.from(xs), width: 30, height: 30 }));
    densityInto(pixels, 30, [0, 0, 255], all);
    expect(alphaAt(pixels, 4, 4)).toBeGreaterThan(alphaAt(pixels, 25, 25));
    expect(alphaAt(pixels, 25, 25)).toBeGreaterThan(50);
    expect(alphaAt(pixels, 15, 15)).toBe(0);
    const kept = atOnce(crowdSteps({ xs, ys: Float32Array.from(xs), width: 30, height: 30 }, (index) => index < 1000));
    densityInto(pixels, 30, [0, 0, 255], all, kept);
    expect(alphaAt(pixels, 25, 25)).toBeLessThan(30);
  });

  it('gives every pixel the colour of its cell, whatever the ratio', () => {
    const xs = Float32Array.from({ length: 400 }, (_, i) => (i * 7) % 30);
    const ys = Float32Array.from({ length: 400 }, (_, i) => (i * 11) % 20);
    const all = atOnce(crowdSteps({ xs, ys, width: 30, height: 20 }));
    const plain = paper(30, 20);
    densityInto(plain, 30, [9, 8, 7], all);
    for (const ratio of [1.5, 2]) {
      const pixels = paper(30 * ratio, 20 * ratio, ratio);
      densityInto(pixels, 30, [9, 8, 7], all);
      for (let y = 0; y < pixels.height; y += 1) for (let x = 0; x < pixels.width; x += 1) expect(alphaAt(pixels, x, y)).toBe(alphaAt(plain, Math.floor(x / ratio), Math.floor(y / ratio)));
    }
  });
});
