import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graticuleLines, graticuleStep, meridianLabel, parallelLabel } from './graticule.js';

describe('graticuleStep', () => {
  it('is the finest round step that leaves room', () => {
    expect(graticuleStep(360 / 256, 100)).toBe(30 * 3600);
    expect(graticuleStep(0.01, 100)).toBe(3600);
    expect(graticuleStep(0.0011, 100)).toBe(600);
    expect(graticuleStep(0.0000001, 100)).toBe(1);
  });

  it('never puts lines closer than asked, but where there is no wider step', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-7, max: 0.29, noNaN: true }), (degreesPerPixel) => {
        expect(graticuleStep(degreesPerPixel, 100)).toBeGreaterThanOrEqual(degreesPerPixel * 3600 * 100);
      }),
    );
  });
});

describe('graticuleLines', () => {
  it('has every multiple of the step and nothing else', () => {
    expect(graticuleLines(119.5, 121.2, 1800)).toEqual([119.5, 120, 120.5, 121].map((degrees) => degrees * 3600));
    expect(graticuleLines(-1, 1, 3600)).toEqual([-3600, 0, 3600]);
  });
});

describe('labels', () => {
  it('name the hemisphere, and none where there is none', () => {
    expect(meridianLabel(120 * 3600)).toBe('120°E');
    expect(meridianLabel(-75.5 * 3600)).toBe('75°30′W');
    expect(meridianLabel(0)).toBe('0°');
    expect(meridianLabel(180 * 3600)).toBe('180°');
    expect(meridianLabel(-180 * 3600)).toBe('180°');
    expect(parallelLabel(36 * 3600 + 5 * 60 + 7)).toBe('36°05′07″N');
    expect(parallelLabel(-3600)).toBe('1°S');
    expect(parallelLabel(0)).toBe('0°');
  });

  it('count from the other side beyond the date line', () => {
    expect(meridianLabel(190 * 3600)).toBe('170°W');
    expect(meridianLabel(-190 * 3600)).toBe('170°E');
  });
});
