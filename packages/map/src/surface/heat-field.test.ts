import { describe, expect, it } from 'vitest';
import { viewOf, type ViewInput } from '../renderer/view.js';
import { colorField, heatField, heatMost } from './heat-field.js';

const base: ViewInput = { center: [0, 0], resolution: 10, rotation: 0, size: [200, 100], pixelRatio: 1, worldWidth: 0, projection: 'EPSG:3857', moving: false };
const points = (...xy: number[]) => ({ xy: Float64Array.from(xy), extent: [-1e5, -1e5, 1e5, 1e5] as const });
const all = new Uint8Array(10).fill(1);

describe('heatField', () => {
  it('is 1 in the middle of a lone point and 5 where five lie together', () => {
    const one = heatField({ points: points(0, 0), view: viewOf(base), passing: all, radius: 24 });
    expect(heatMost(one)).toBeCloseTo(1, 3);
    const five = heatField({ points: points(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), view: viewOf(base), passing: all, radius: 24 });
    expect(heatMost(five)).toBeCloseTo(5, 2);
  });

  it('weighs, and leaves out what does not pass', () => {
    const weights = [3, 100, NaN, -5];
    const field = heatField({ points: points(0, 0, 0, 0, 0, 0, 0, 0), view: viewOf(base), passing: Uint8Array.of(1, 0, 1, 1), weights, radius: 20 });
    expect(heatMost(field)).toBeCloseTo(3, 3);
  });

  it('counts what lies outside of the canvas as far as it reaches in', () => {
    const view = viewOf(base);
    const near = heatField({ points: points(1100, 0), view, passing: all, radius: 24 });
    const far = heatField({ points: points(1400, 0), view, passing: all, radius: 24 });
    expect(heatMost(near)).toBeGreaterThan(0.05);
    expect(heatMost(far)).toBe(0);
  });

  it('is the same picture at two device pixels a pixel, and turns with the view', () => {
    const at = (input: Partial<ViewInput>, x: number, y: number): number => {
      const view = viewOf({ ...base, ...input });
      const field = heatField({ points: points(300, 0), view, passing: all, radius: 24 });
      const column = Math.floor((x * view.pixelRatio) / field.cell) + field.margin;
      const line = Math.floor((y * view.pixelRatio) / field.cell) + field.margin;
      return field.values[line * field.width + column] as number;
    };
    expect(at({}, 130, 50)).toBeGreaterThan(0.8);
    expect(at({ pixelRatio: 2 }, 130, 50)).toBeCloseTo(at({}, 130, 50), 5);
    expect(at({ rotation: Math.PI / 2 }, 100, 80)).toBeGreaterThan(0.8);
  });

  it('is seen in every world that shows it', () => {
    const view = viewOf({ ...base, worldWidth: 800 });
    const field = heatField({ points: { xy: Float64Array.of(0, 0), extent: [0, 0, 0, 0] }, view, passing: all, radius: 20 });
    const line = field.values.subarray(Math.floor(field.height / 2) * field.width, (Math.floor(field.height / 2) + 1) * field.width);
    const peaks = [...line].filter((value, i) => value > 0.5 && value > (line[i - 1] ?? 0) && value >= (line[i + 1] ?? 0));
    expect(peaks.length).toBeGreaterThanOrEqual(3);
  });
});

describe('colorField', () => {
  it('gives the last colour to the most and above', () => {
    const field = { values: Float32Array.of(0, 5, 10, 50), width: 4, height: 1, cell: 1, margin: 0 };
    const out = new Uint32Array(4);
    colorField(field, 10, Uint32Array.of(1, 2, 3), out);
    expect([...out]).toEqual([1, 2, 3, 3]);
  });
});
