import { geodesicDistance } from '@yizhangtu/analysis/geodesic-distance';
import { describe, expect, it } from 'vitest';
import { windCircle } from './wind-circle.js';

const CENTER = [122, 36] as const;
const meters = (a: readonly number[], b: readonly number[]): number => geodesicDistance(a, b);
const has = (ring: readonly (readonly number[])[], place: readonly number[]): boolean => ring.some((one) => meters(one, place) < 10);
/** Twice the area in degrees; above 0 for a ring that runs counterclockwise. */
const turn = (ring: readonly (readonly [number, number])[]): number =>
  ring.slice(1).reduce((sum, [x, y], at) => sum + (ring[at]?.[0] ?? 0) * y - x * (ring[at]?.[1] ?? 0), 0);

describe('windCircle', () => {
  it('has the vertices of the reference to 10 m', () => {
    const ring = windCircle(CENTER, [300, 300, 300, 300]);
    for (const place of [[122, 38.698], [122, 33.302], [125.3336, 35.9539], [118.6664, 35.9539]]) expect(has(ring, place), String(place)).toBe(true);
    // A radius taken as degrees of 111 km would be 56 km short in the east.
    expect(has(ring, [122 + 300 / 111, 36])).toBe(false);
    expect(ring[0]).toEqual(ring[ring.length - 1]);
    expect(turn(ring)).toBeGreaterThan(0);
  });

  it('keeps each radius to its own quarter, with radial steps between them', () => {
    const ring = windCircle(CENTER, [400, 300, 200, 100]);
    const quarters = [45, 135, 225, 315].map((azimuth) => {
      const [dx, dy] = [Math.sin((azimuth * Math.PI) / 180), Math.cos((azimuth * Math.PI) / 180)];
      return ring.filter(([lon, lat]) => (lon - 122) * dx > 0.1 && (lat - 36) * dy > 0.1 && Math.sign(lon - 122) === Math.sign(dx) && Math.sign(lat - 36) === Math.sign(dy));
    });
    quarters.forEach((places, at) => {
      expect(places.length).toBeGreaterThan(5);
      for (const place of places) expect(Math.abs(meters(CENTER, place) / (400_000 - at * 100_000) - 1)).toBeLessThan(0.004);
    });
    // Due north both radii meet: 400 km of the north-east and 100 km of the north-west.
    const north = ring.filter(([lon, lat]) => Math.abs(lon - 122) < 1e-9 && lat > 36).map((place) => Math.round(meters(CENTER, place) / 10_000));
    expect(new Set(north)).toEqual(new Set([40, 10]));
  });

  it('leaves out a quarter that has no such wind, and is empty without any', () => {
    const ring = windCircle(CENTER, [300, Number.NaN, 300, 0]);
    // At its beginning, which is its end, and between the two quarters.
    expect(ring.filter((place) => meters(place, CENTER) === 0)).toHaveLength(3);
    expect(ring.some(([lon, lat]) => lon > 122.1 && lat < 35.9)).toBe(false);
    expect(windCircle(CENTER, [Number.NaN, 0, Number.NaN, 0])).toEqual([]);
    expect(windCircle([Number.NaN, 36], [1, 1, 1, 1])).toEqual([]);
  });

  it('runs on beyond the antimeridian', () => {
    const ring = windCircle([179, 30], [300, 300, 300, 300]);
    expect(Math.max(...ring.map(([lon]) => lon))).toBeGreaterThan(181);
    expect(Math.min(...ring.map(([lon]) => lon))).toBeGreaterThan(175);
  });
});
