import fc from 'fast-check';
import { apply, compose, create } from 'ol/transform.js';
import { describe, expect, it } from 'vitest';
import { devicePoint, mapPoint, viewOf, worldShifts, type ViewInput } from './view.js';

const WORLD = 40075016.68557849;
const base: ViewInput = {
  center: [13400000, 4300000],
  resolution: 38.2,
  rotation: 0,
  size: [800, 600],
  pixelRatio: 1,
  worldWidth: WORLD,
  projection: 'EPSG:3857',
  moving: false,
};

const views = fc.record({
  rotation: fc.double({ min: -4, max: 4, noNaN: true }),
  resolution: fc.double({ min: 0.1, max: 1e5, noNaN: true }),
  pixelRatio: fc.constantFrom(1, 1.5, 2, 3),
  x: fc.double({ min: -2e7, max: 2e7, noNaN: true }),
  y: fc.double({ min: -2e7, max: 2e7, noNaN: true }),
});

describe('viewOf', () => {
  it('puts places where the transform of OpenLayers puts them', () => {
    fc.assert(
      fc.property(views, ({ rotation, resolution, pixelRatio, x, y }) => {
        const view = viewOf({ ...base, rotation, resolution, pixelRatio });
        const [cx, cy] = base.center;
        const css = apply(compose(create(), 400, 300, 1 / resolution, -1 / resolution, -rotation, -cx, -cy), [x, y]);
        const [px, py] = devicePoint(view, x, y);
        const size = 1 + Math.abs(px) + Math.abs(py);
        expect(Math.abs(px - (css[0] as number) * pixelRatio) / size).toBeLessThan(1e-9);
        expect(Math.abs(py - (css[1] as number) * pixelRatio) / size).toBeLessThan(1e-9);
      }),
    );
  });

  it('finds the place of a pixel again', () => {
    fc.assert(
      fc.property(views, ({ rotation, resolution, pixelRatio }) => {
        const view = viewOf({ ...base, rotation, resolution, pixelRatio });
        const [px, py] = devicePoint(view, ...mapPoint(view, 123, 456));
        expect(px).toBeCloseTo(123, 4);
        expect(py).toBeCloseTo(456, 4);
      }),
    );
  });

  it('has an extent around all four corners, also when turned', () => {
    const view = viewOf({ ...base, rotation: 0.7 });
    for (const [x, y] of [[0, 0], [800, 0], [0, 600], [800, 600]] as const) {
      const [mx, my] = mapPoint(view, x, y);
      expect(mx).toBeGreaterThanOrEqual(view.extent[0] - 1e-6);
      expect(mx).toBeLessThanOrEqual(view.extent[2] + 1e-6);
      expect(my).toBeGreaterThanOrEqual(view.extent[1] - 1e-6);
      expect(my).toBeLessThanOrEqual(view.extent[3] + 1e-6);
    }
  });
});

describe('worldShifts', () => {
  const china = [8e6, 2e6, 1.5e7, 7e6] as const;

  it('shows data once where one world is in view', () => {
    expect(worldShifts(viewOf(base), china)).toEqual([0]);
  });

  it('shows data of the next world east of 180°', () => {
    expect(worldShifts(viewOf({ ...base, center: [13400000 + WORLD, 4300000] }), china)).toEqual([WORLD]);
  });

  it('shows data in every world of a wide view', () => {
    const shifts = worldShifts(viewOf({ ...base, center: [0, 4300000], resolution: WORLD / 400 }), china);
    expect(shifts).toEqual([-WORLD, 0]);
  });

  it('knows data that lies beyond 180° itself', () => {
    const view = viewOf({ ...base, center: [-2e7, 0] });
    expect(worldShifts(view, [2.001e7, -1e5, 2.01e7, 1e5])).toEqual([-WORLD]);
  });

  it('shows nothing of empty data and of data outside', () => {
    expect(worldShifts(viewOf(base), [Infinity, Infinity, -Infinity, -Infinity])).toEqual([]);
    expect(worldShifts(viewOf(base), [8e6, -7e6, 1.5e7, -2e6])).toEqual([]);
    expect(worldShifts(viewOf({ ...base, worldWidth: 0, center: [13400000 + WORLD, 4300000] }), china)).toEqual([]);
  });
});
