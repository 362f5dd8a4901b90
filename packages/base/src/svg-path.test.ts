import { describe, expect, it } from 'vitest';
import { YztError } from './errors.js';
import { pathRings, type PathRing } from './svg-path.js';

/** Signed area of a ring. */
function area({ xy }: PathRing): number {
  let sum = 0;
  for (let i = 0; i < xy.length; i += 2) {
    const j = (i + 2) % xy.length;
    sum += (xy[i] as number) * (xy[j + 1] as number) - (xy[j] as number) * (xy[i + 1] as number);
  }
  return sum / 2;
}

describe('pathRings', () => {
  it('reads absolute and relative lines, repeated commands and glued numbers', () => {
    const square = [2, 2, 10, 2, 10, 10, 2, 10];
    for (const d of ['M2 2L10 2L10 10L2 10Z', 'm2,2 8 0 0 8-8 0z', 'M2 2H10V10H2z', 'M2 2h8v8h-8Z', ' M 2.0,2.0 H1e1 V10 H2 Z'])
      expect(pathRings(d)).toEqual([{ xy: square, closed: true }]);
    expect(pathRings('M.5.5l-1-1')).toEqual([{ xy: [0.5, 0.5, -0.5, -0.5], closed: false }]);
  });

  it('begins again where a closed ring began, and keeps open stretches open', () => {
    expect(pathRings('M1 1h2v2zl5 5M9 9L8 8')).toEqual([
      { xy: [1, 1, 3, 1, 3, 3], closed: true },
      { xy: [1, 1, 6, 6], closed: false },
      { xy: [9, 9, 8, 8], closed: false },
    ]);
  });

  it('reads a circle from arcs, flags without gaps too', () => {
    for (const d of ['M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0z', 'M2 12A10 10 0 1022 12 10 10 0 102 12z']) {
      const [ring] = pathRings(d, 0.001);
      expect(Math.abs(area(ring as PathRing))).toBeCloseTo(Math.PI * 100, 0);
      for (let i = 0; i < (ring as PathRing).xy.length; i += 2) {
        const [x = 0, y = 0] = (ring as PathRing).xy.slice(i, i + 2);
        expect(Math.hypot(x - 12, y - 12)).toBeCloseTo(10, 6);
      }
    }
  });

  it('grows an arc that is too small for its ends, and turns an ellipse', () => {
    const [half] = pathRings('M0 0A1 1 0 0 1 8 0z', 0.001);
    expect(Math.abs(area(half as PathRing))).toBeCloseTo((Math.PI * 16) / 2, 1);
    const [turned] = pathRings('M0-4A4 2 90 1 1 0 4A4 2 90 1 1 0-4z', 0.001);
    expect(Math.abs(area(turned as PathRing))).toBeCloseTo(Math.PI * 8, 1);
  });

  it('follows curves within the tolerance, smooth ones too', () => {
    // The area under a quadratic from (0,0) over (5,10) to (10,0) is 2/3 · ½ · base · height of the control point.
    const [one] = pathRings('M0 0Q5 10 10 0z', 0.001);
    expect(Math.abs(area(one as PathRing))).toBeCloseTo(100 / 3, 1);
    const smooth = pathRings('M0 0C0 5 5 5 5 0S10-5 10 0', 0.001)[0]?.xy as number[];
    const written = pathRings('M0 0C0 5 5 5 5 0C5-5 10-5 10 0', 0.001)[0]?.xy as number[];
    expect(smooth).toEqual(written);
    expect(pathRings('M0 0Q2 4 4 0T8 0', 0.01)).toEqual(pathRings('M0 0Q2 4 4 0Q6-4 8 0', 0.01));
  });

  it.each(['hello', 'L2 2', 'M2', 'M2 2 L<svg onload=alert(1)>', 'M0 0h1"/><script>', 'M0 0 a1 1 0 2 0 1 1', 'M1e', 'M0 0 url(#x)'])('refuses %s', (d) => {
    expect(() => pathRings(d)).toThrow(YztError);
  });

  it('draws nothing for nothing and refuses what is far too long', () => {
    expect(pathRings('')).toEqual([]);
    expect(() => pathRings(`M0 0${'h1'.repeat(20_000)}`)).toThrow(YztError);
  });

  it('says where it stopped', () => {
    expect(() => pathRings('M0 0 L1 x')).toThrow(/第 8 个字符.*character 8,/);
  });
});
