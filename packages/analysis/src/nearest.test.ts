import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage } from './coverage.js';
import { geodesicDestination } from './geodesic-destination.js';
import { geodesicDistance } from './geodesic-distance.js';
import { nearest, nearestFinder } from './nearest.js';

const anywhere = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }));
const nearby = fc.tuple(fc.double({ min: 119.5, max: 121, noNaN: true }), fc.double({ min: 35.6, max: 37.1, noNaN: true }));

/** The answer by measuring everything. */
function measured(points: readonly (readonly number[])[], place: readonly number[], k: number): number[] {
  return points.map((point) => geodesicDistance(place, point)).sort((a, b) => a - b).slice(0, k);
}

describe('nearest', () => {
  it.each([
    ['around a city', nearby],
    ['on the whole earth', anywhere],
  ])('finds what measuring every point finds, %s', (_where, places) => {
    fc.assert(
      fc.property(fc.array(places, { minLength: 1, maxLength: 60 }), places, fc.integer({ min: 1, max: 8 }), (points, place, k) => {
        const found = nearest(Float64Array.from(points.flat()), place, k);
        const wanted = measured(points, place, k);
        expect(found).toHaveLength(wanted.length);
        for (const [i, { index, meters }] of found.entries()) {
          expect(meters).toBeCloseTo(wanted[i] ?? NaN, 6);
          expect(meters).toBe(geodesicDistance(place, points[index] ?? []));
        }
      }),
    );
  });

  it('leaves out what is too far, what does not pass and what has no place', () => {
    const place = [120.38, 36.06];
    const points = Float64Array.from([...geodesicDestination(place, 10, 500), ...geodesicDestination(place, 100, 900), ...geodesicDestination(place, 200, 1100), NaN, NaN]);
    const find = nearestFinder(points);
    expect(find(place, 9, { maxMeters: 1000 }).map(({ index }) => index)).toEqual([0, 1]);
    expect(find(place, 9, { passing: Uint8Array.from([0, 1, 1, 1]) }).map(({ index }) => index)).toEqual([1, 2]);
    expect(find(place, 9).map(({ meters }) => Math.round(meters))).toEqual([500, 900, 1100]);
    expect(find([NaN, 36], 1)).toEqual([]);
    expect(nearest(new Float64Array(0), place)).toEqual([]);
  });

  it('keeps the order of points that are equally near', () => {
    expect(nearest(Float64Array.from([120, 36, 120, 36, 120, 36]), [120, 36], 2).map(({ index }) => index)).toEqual([0, 1]);
  });
});

describe('coverage', () => {
  const facility = [120.38, 36.06];
  const places = Float64Array.from([...geodesicDestination(facility, 0, 300), ...geodesicDestination(facility, 90, 1199.9), ...geodesicDestination(facility, 180, 1200.1), NaN, NaN]);

  it('tells who has a facility within reach', () => {
    const { covered, count, share, meters } = coverage(places, Float64Array.from(facility), 1200);
    expect([...covered]).toEqual([1, 1, 0, 0]);
    expect(count).toBe(2);
    expect(share).toBe(0.5);
    expect(meters[0]).toBeCloseTo(300, 6);
    expect(meters[3]).toBeNaN();
  });

  it('weighs places by people', () => {
    const { weight, share } = coverage(places, Float64Array.from(facility), 1200, [100, 200, 300, NaN]);
    expect(weight).toBe(300);
    expect(share).toBe(0.5);
  });

  it('covers nobody without facilities, and has no share of nobody', () => {
    expect(coverage(places, new Float64Array(0), 1200)).toMatchObject({ count: 0, share: 0 });
    expect(coverage(new Float64Array(0), Float64Array.from(facility), 1200).share).toBeNaN();
  });

  it('never covers fewer when the reach grows', () => {
    fc.assert(
      fc.property(fc.array(nearby, { maxLength: 20 }), fc.array(nearby, { maxLength: 5 }), fc.nat(50_000), fc.nat(50_000), (homes, venues, a, b) => {
        const count = (meters: number) => coverage(Float64Array.from(homes.flat()), Float64Array.from(venues.flat()), meters).count;
        expect(count(Math.min(a, b))).toBeLessThanOrEqual(count(Math.max(a, b)));
      }),
    );
  });
});
