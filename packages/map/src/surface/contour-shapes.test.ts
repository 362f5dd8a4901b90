import { describe, expect, it } from 'vitest';
import { contourShapes, smoothed } from './contour-shapes.js';
import { densityAt, densityField } from './density-field.js';
import { planeOf } from './places.js';

/** Signed area of a ring. */
function area(xy: Float64Array, from: number, to: number): number {
  let twice = 0;
  for (let v = from; v + 1 < to; v++) twice += (xy[2 * v] as number) * (xy[2 * v + 3] as number) - (xy[2 * v + 2] as number) * (xy[2 * v + 1] as number);
  return twice / 2;
}

describe('smoothed', () => {
  it('cuts the corners of closed rings and keeps them closed', () => {
    const square = Float64Array.of(0, 0, 4, 0, 4, 4, 0, 4, 0, 0);
    const twice = Float64Array.of(...square, ...square);
    const { xy, start } = smoothed(twice, Uint32Array.of(0, 5, 10));
    expect([...start]).toEqual([0, 9, 18]);
    expect([...xy.subarray(0, 4)]).toEqual([1, 0, 3, 0]);
    expect([...xy.subarray(16, 18)]).toEqual([1, 0]);
    // Four corners of side 1 · 1 / 2 are gone.
    expect(area(xy, 0, 9)).toBe(14);
    expect(smoothed(new Float64Array(0), Uint32Array.of(0)).xy).toHaveLength(0);
  });
});

describe('contourShapes', () => {
  it('follows the limit: the field has its value on the line', () => {
    const coordinates = Float64Array.from({ length: 600 }, (_, i) => (i % 2 === 0 ? 120 + ((i * 7919) % 100) / 700 : 36 + ((i * 104_729) % 90) / 700));
    const plane = planeOf({ kind: 'point', coordinates });
    const field = densityField({ plane, radius: 4000, window: [-1e6, -1e6, 1e6, 1e6] });
    const [shape] = contourShapes(field, [1], plane.area, 'EPSG:4326');
    expect(shape?.start.length).toBeGreaterThan(1);
    const xy = shape?.xy ?? new Float64Array(0);
    for (let i = 0; i < xy.length; i += 2) expect(densityAt(field, ...plane.area.forward(xy[i] as number, xy[i + 1] as number))).toBeCloseTo(1, 1);
  });

  it('has nothing to draw for no rows', () => {
    const plane = planeOf({ kind: 'point', coordinates: new Float64Array(0) });
    const field = densityField({ plane, radius: 4000, window: [-1e6, -1e6, 1e6, 1e6] });
    expect(contourShapes(field, [1, 2], plane.area, 'EPSG:3857').map(({ start }) => start.length)).toEqual([1, 1]);
  });
});
