import { describe, expect, it } from 'vitest';
import { ellipsoidalArea, EqualAreaPlane } from './ellipsoidal-area.js';
import type { Polygon } from './geometry.js';
import { overlay, type OverlayPart } from './overlay.js';

const box = (west: number, south: number, east: number, north: number): Polygon => ({ type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] });
const sum = (parts: readonly OverlayPart[]): number => parts.reduce((all, { areaM2 }) => all + areaM2, 0);
/** A slanted red line, whose edges are no parallels. */
const RED: Polygon = { type: 'Polygon', coordinates: [[[120.001, 36.001], [120.012, 36.003], [120.014, 36.011], [120.004, 36.013], [120.001, 36.001]]] };
/** Strips that tile the country around the red line, and lean. */
const STRIPS = Array.from({ length: 9 }, (_, at) => ({
  row: at,
  areal: { type: 'Polygon', coordinates: [[[119.99 + at / 250, 35.99], [119.994 + at / 250, 35.99], [119.9975 + at / 250, 36.02], [119.9935 + at / 250, 36.02], [119.99 + at / 250, 35.99]]] } as Polygon,
}));

describe('an equal-area plane', () => {
  it('goes there and back', () => {
    const plane = new EqualAreaPlane(120, 36);
    for (const [lon, lat] of [[120, 36], [121.2, 37.4], [119.1, 35.2]] as const) {
      const [backLon, backLat] = plane.toDegrees(...plane.toPlane(lon, lat));
      expect([Math.abs(backLon - lon) < 1e-12, Math.abs(backLat - lat) < 1e-12]).toEqual([true, true]);
    }
    expect(plane.toPlane(120, 36)).toEqual([0, 0]);
  });
});

describe('overlay', () => {
  it('has the area of the ellipsoid, whole and in pieces', () => {
    const { wholeM2, pieces, outside } = overlay([RED], [{ row: 7, areal: box(119, 35, 121, 37) }]);
    expect(Math.abs(wholeM2 - ellipsoidalArea(RED))).toBeLessThan(1e-4);
    expect([pieces.length, pieces[0]?.row, outside.length]).toEqual([1, 7, 0]);
    expect(Math.abs(sum(pieces[0]?.parts ?? []) - wholeM2)).toBeLessThan(1e-4);
  });

  it('has pieces that sum to the whole within 0.01 ㎡, each within its polygon', () => {
    const { wholeM2, pieces, outside } = overlay([RED], STRIPS);
    expect(pieces.length).toBeGreaterThan(3);
    expect(Math.abs(pieces.reduce((all, { parts }) => all + sum(parts), 0) + sum(outside) - wholeM2)).toBeLessThan(0.01);
    for (const { parts } of pieces) for (const { rings, areaM2 } of parts) expect(Math.abs(ellipsoidalArea({ type: 'Polygon', coordinates: rings }) - areaM2)).toBeLessThan(1e-3);
  });

  it('tells what lies in no polygon', () => {
    const { wholeM2, pieces, outside } = overlay([box(120, 36, 120.02, 36.01)], [{ row: 0, areal: box(120, 36, 120.01, 36.02) }]);
    expect(sum(pieces[0]?.parts ?? []) / wholeM2).toBeCloseTo(0.5, 10);
    expect(sum(outside) / wholeM2).toBeCloseTo(0.5, 10);
  });

  it('counts once what lies in two polygons, and what a red line has twice', () => {
    const layer = [0, 1].map((row) => ({ row, areal: box(120, 36, 120.01, 36.01) }));
    const { wholeM2, pieces, outside } = overlay([box(120, 36, 120.01, 36.01), box(120.005, 36, 120.01, 36.01)], layer);
    expect(pieces.map(({ row }) => row)).toEqual([0]);
    expect([Math.abs(wholeM2 - ellipsoidalArea(box(120, 36, 120.01, 36.01))) < 1e-4, outside.length]).toEqual([true, 0]);
  });

  it('keeps holes, and finds slivers as parts of their own', () => {
    const frame: Polygon = { type: 'Polygon', coordinates: [...box(120, 36, 120.01, 36.01).coordinates, ...box(120.002, 36.002, 120.008, 36.008).coordinates] };
    const { pieces, outside } = overlay([box(120.001, 36.001, 120.0100001, 36.009)], [{ row: 0, areal: frame }]);
    expect(outside.length).toBe(2);
    expect(Math.min(...outside.map(({ areaM2 }) => areaM2))).toBeLessThan(10);
    expect(pieces[0]?.parts.length).toBe(1);
  });

  it('names what it cannot count, and counts the rest', () => {
    const bad = { type: 'Polygon', coordinates: [[[120, 36], [120.01, 36], [120, 36]]] } as Polygon;
    const { pieces, faults } = overlay([box(120, 36, 120.01, 36.01)], [{ row: 0, areal: bad }, { row: 1, areal: box(120, 36, 120.02, 36.02) }]);
    expect([pieces.map(({ row }) => row), faults]).toEqual([[1], [{ row: 0, kind: 'degenerate' }]]);
    const nothing = overlay([bad], []);
    expect([nothing.wholeM2, nothing.faults]).toEqual([0, [{ row: undefined, kind: 'degenerate' }]]);
  });

  it('mends a red line that crosses itself', () => {
    const bow: Polygon = { type: 'Polygon', coordinates: [[[120, 36], [120.01, 36.01], [120.01, 36], [120, 36.01], [120, 36]]] };
    const { wholeM2, pieces } = overlay([bow], [{ row: 0, areal: box(119, 35, 121, 37) }]);
    expect(sum(pieces[0]?.parts ?? []) / wholeM2).toBeCloseTo(1, 10);
    expect(wholeM2 / ellipsoidalArea(box(120, 36, 120.01, 36.01))).toBeCloseTo(0.5, 3);
  });
});
