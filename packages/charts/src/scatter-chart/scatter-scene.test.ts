import { describe, expect, it } from 'vitest';
import type { ScatterPoints } from './scatter-points.js';
import { circleRadius, scatterScene } from './scatter-scene.js';

const measure = (text: string) => text.length * 7;
const points = (count: number, size = false): ScatterPoints => ({
  rows: Uint32Array.from({ length: count }, (_, i) => i),
  x: Float64Array.from({ length: count }, (_, i) => 10 + ((i * 7919) % 1000)),
  y: Float64Array.from({ length: count }, (_, i) => 1 + ((i * 104_729) % 500)),
  size: size ? Float64Array.from({ length: count }, (_, i) => i) : undefined,
  missing: 0,
  notAbove: 0,
});
const sceneOf = (given: ScatterPoints, log = false) =>
  scatterScene({ width: 600, height: 300, fontSize: 13, measure, locale: 'zh-CN', points: given, logX: log, logY: log, markers: ['median'], trend: true });

describe('scatterScene', () => {
  it('has all points inside the plot, on axes of both kinds', () => {
    for (const log of [false, true]) {
      const scene = sceneOf(points(900), log);
      for (let i = 0; i < 900; i += 1) {
        expect(scene.xs[i]).toBeGreaterThanOrEqual(scene.left - 0.01);
        expect(scene.xs[i]).toBeLessThanOrEqual(scene.right + 0.01);
        expect(scene.ys[i]).toBeGreaterThanOrEqual(scene.top - 0.01);
        expect(scene.ys[i]).toBeLessThanOrEqual(scene.bottom + 0.01);
      }
      scene.xTicks.forEach((tick, i) => {
        const next = scene.xTicks[i + 1];
        if (next) expect(next.at - tick.at).toBeGreaterThan((measure(tick.text) + measure(next.text)) / 2);
      });
    }
  });

  it('draws many on a canvas, and very many by density', () => {
    expect([5000, 5001, 100_001].map((count) => sceneOf(points(count)).form)).toEqual(['shapes', 'canvas', 'density']);
  });

  it('has areas, not radii, as large as values', () => {
    const [one, four] = [circleRadius(100, 400, 13), circleRadius(400, 400, 13)];
    expect((four / one) ** 2).toBeCloseTo(4, 6);
    expect(sceneOf(points(50, true)).radius(49)).toBeCloseTo(19.5, 6);
  });
});
