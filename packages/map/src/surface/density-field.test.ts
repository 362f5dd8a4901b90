import { describe, expect, it } from 'vitest';
import { atOnce } from '@yizhangtu/data/steps';
import { cellOf, densityAt, densityField, referenceWindow } from './density-field.js';
import { planeOf, type Plane } from './places.js';

/** Points about the middle of a plane, metres. */
function planeWith(...points: readonly (readonly [number, number])[]): Plane {
  const plane = planeOf({ kind: 'point', coordinates: Float64Array.of(120, 36) });
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { ...plane, xy: Float32Array.from(points.flat()), extent: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] };
}

/** Rows in a field: the integral over its ground. */
function integral({ values, cell }: { values: Float32Array; cell: number }): number {
  return (values.reduce((a, b) => a + b, 0) * cell * cell) / 1e6;
}

const many = Array.from({ length: 400 }, (_, i) => [((i * 7919) % 20_000) - 9000, ((i * 104_729) % 30_000) - 14_000] as const);
const ALL = [-1e6, -1e6, 1e6, 1e6] as const;

describe('densityField', () => {
  it('integrates to the number of rows', () => {
    expect(integral(densityField({ plane: planeWith(...many), radius: 1500, window: ALL }))).toBeCloseTo(400, 2);
  });

  it('integrates to the weights of the rows that pass', () => {
    const weights = many.map((_, i) => (i % 5 === 0 ? NaN : i % 5 === 1 ? -3 : i));
    const passing = Uint8Array.from(many, (_, i) => (i < 300 ? 1 : 0));
    const expected = weights.reduce((sum, weight, i) => (passing[i] === 1 && weight > 0 ? sum + weight : sum), 0);
    const field = densityField({ plane: planeWith(...many), radius: 1500, window: ALL, weights, passing });
    expect(integral(field) / expected).toBeCloseTo(1, 5);
  });

  it('has the height of the kernel over a lone row, in rows a square kilometre', () => {
    const radius = 1200;
    const field = densityField({ plane: planeWith([0, 0]), radius, window: ALL });
    const sigma = radius / 3 / 1000;
    // The kernel is a parabola spline, 12 % lower in the middle than a Gaussian of its width.
    expect(densityAt(field, 0, 0) * 2 * Math.PI * sigma ** 2).toBeGreaterThan(0.85);
    expect(densityAt(field, 0, 0) * 2 * Math.PI * sigma ** 2).toBeLessThan(1);
    expect(densityAt(field, radius * 1.2, 0)).toBeLessThan(densityAt(field, 0, 0) / 1000);
  });

  it('is near the sum of kernels at any place', () => {
    const radius = 3000;
    const field = densityField({ plane: planeWith(...many), radius, window: ALL });
    const sigma = radius / 3;
    for (const [x, y] of [[0, 0], [3210, -4400], [-5000, 9000]] as const) {
      const exact = many.reduce((sum, [px, py]) => sum + Math.exp(-((px - x) ** 2 + (py - y) ** 2) / (2 * sigma ** 2)), 0) / (2 * Math.PI * sigma ** 2);
      expect(densityAt(field, x, y) / (exact * 1e6)).toBeCloseTo(1, 1);
    }
  });

  it('is the same in a part of the map as in the whole, as long as the cells are', () => {
    const plane = planeWith(...many);
    const whole = densityField({ plane, radius: 1000, window: [-9000, -14_000, 11_000, 16_000] });
    const part = densityField({ plane, radius: 1000, window: [-2000, -2000, 3000, 4000] });
    expect(part.cell).toBe(whole.cell);
    for (const [x, y] of [[0, 0], [2900, 3900], [-1900, 100]] as const) expect(densityAt(part, x, y)).toBeCloseTo(densityAt(whole, x, y), 4);
  });

  it('answers nothing for no data and outside of the field', () => {
    const empty = planeOf({ kind: 'point', coordinates: Float64Array.of(NaN, NaN) });
    expect(densityField({ plane: empty, radius: 500, window: ALL }).values).toHaveLength(0);
    expect(densityAt(densityField({ plane: planeWith([0, 0]), radius: 500, window: ALL }), 1e5, 0)).toBeNaN();
  });
});

describe('cellOf', () => {
  it('is a ninth of the radius, larger only where the window would need too many', () => {
    expect(cellOf(900, [0, 0, 10_000, 10_000])).toBe(100);
    expect(1e6 / cellOf(600, [0, 0, 1e6, 1e5])).toBeLessThanOrEqual(300);
  });
});

describe('referenceWindow', () => {
  it('is all of a small data set and the densest part of a large one', () => {
    const plane = planeWith([0, 0], [5000, 5000]);
    expect(atOnce(referenceWindow(plane, 1000))).toEqual(plane.extent);
    const far = planeWith([0, 0], [900_000, 900_000], [900_100, 900_000]);
    const [west, south, east, north] = atOnce(referenceWindow(far, 1000));
    expect(west < 900_000 && east > 900_100 && south < 900_000 && north > 900_000).toBe(true);
    expect(east - west).toBeLessThan(100_000);
  });
});
