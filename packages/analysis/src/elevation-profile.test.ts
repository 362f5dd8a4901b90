import { describe, expect, it } from 'vitest';
import { climbAndDescent, elevationProfile } from './elevation-profile.js';
import { geodesicDistance } from './geodesic-distance.js';

/** Points due east on the equator, so that a degree is a length that is known: 111 319.490793 m on an ellipsoid of a = 6 378 137 m. */
const DEGREE = (6_378_137 * Math.PI) / 180;
const east = (meters: readonly number[]): number[] => meters.flatMap((one) => [one / DEGREE, 0]);

describe('climbAndDescent', () => {
  it('adds rises and falls between turns, and leaves out those that are too small', () => {
    const heights = [0, 10, 8, 9, 20, 5];
    expect(climbAndDescent(heights, 3)).toEqual({ climb: 20, descent: 15 });
    expect(climbAndDescent(heights, 2)).toEqual({ climb: 22, descent: 17 });
    expect(climbAndDescent(heights, 0)).toEqual({ climb: 22, descent: 17 });
  });

  it('counts nothing of trembling, of a level way and of no way', () => {
    expect(climbAndDescent([5, 6, 5, 6.5, 5], 3)).toEqual({ climb: 0, descent: 0 });
    expect(climbAndDescent([5, 5, 5], 0)).toEqual({ climb: 0, descent: 0 });
    expect(climbAndDescent([], 3)).toEqual({ climb: 0, descent: 0 });
  });

  it('begins at the lowest place before a rise', () => {
    expect(climbAndDescent([10, 8, 20], 3)).toEqual({ climb: 12, descent: 0 });
  });
});

describe('elevationProfile', () => {
  it('is highest where the average is, between two points too', () => {
    // Over 100 m about 1025 m: two quarters at 98.75 m, a half at 100 m. At the points themselves it is 98.75 m.
    const profile = elevationProfile(east([0, 1000, 1050, 2050]), [0, 100, 100, 0], { places: 83 });
    expect(profile?.highest).toBeCloseTo(99.375, 3);
    expect(Math.max(...(profile?.places ?? []).map(({ height }) => height))).toBe(profile?.highest);
  });

  it('keeps a steady slope as it is: 100 m up in 2 km are 5 % everywhere', () => {
    const profile = elevationProfile(east([0, 700, 2000]), [50, 85, 150], { places: 5 });
    expect(profile?.length).toBeCloseTo(2000, 3);
    expect(profile?.places.map(({ meters }) => Math.round(meters))).toEqual([0, 500, 1000, 1500, 2000]);
    profile?.places.forEach(({ height, slope, meters }) => {
      expect(height).toBeCloseTo(50 + meters / 20, 3);
      expect(slope).toBeCloseTo(0.05, 6);
    });
    expect([profile?.climb, profile?.descent].map((value) => Math.round(value ?? NaN))).toEqual([100, 0]);
    expect(profile?.places.map(({ point }) => point)).toEqual([0, 1, 1, 2, 2]);
  });

  it('averages over the way: a peak of 10 m over 200 m, smoothed over 100 m, is 7.5 m high', () => {
    const profile = elevationProfile(east([0, 900, 1000, 1100, 2000]), [0, 0, 10, 0, 0], { places: 3 });
    // The mean of 10 − x/10 for x from 0 to 50.
    expect(profile?.places[1]?.height).toBeCloseTo(7.5, 3);
    expect(profile?.highest).toBeCloseTo(7.5, 3);
    expect(elevationProfile(east([0, 900, 1000, 1100, 2000]), [0, 0, 10, 0, 0], { places: 3, smoothMeters: 0 })?.places[1]?.height).toBeCloseTo(10, 6);
  });

  it('has its summit and its lowest place among the places, in order, however few they are', () => {
    const profile = elevationProfile(east([0, 430, 450, 470, 1530, 1550, 1570, 2000]), [50, 50, 90, 50, 50, 10, 50, 50], { places: 6, smoothMeters: 0 });
    const heights = profile?.places.map(({ height }) => height) ?? [];
    expect([Math.max(...heights), Math.min(...heights)]).toEqual([profile?.highest, profile?.lowest]);
    expect(profile?.places.map(({ meters }) => Math.round(meters))).toEqual([0, 450, 800, 1200, 1550, 2000]);
    expect(profile?.places.map(({ point }) => point)).toEqual([0, 2, 3, 4, 5, 7]);
  });

  it('goes straight through gaps of the heights, and is level at unknown ends', () => {
    const profile = elevationProfile(east([0, 100, 200, 300, 400]), [NaN, 10, NaN, 30, NaN], { places: 5, smoothMeters: 0 });
    expect(profile?.places.map(({ height }) => Math.round(height * 1000) / 1000)).toEqual([10, 10, 20, 30, 30]);
  });

  it('gives no length to the gap between two tracks', () => {
    const way = [120, 36, 120.01, 36, 121, 37, 121.01, 37];
    const whole = geodesicDistance([120, 36], [120.01, 36]) + geodesicDistance([121, 37], [121.01, 37]);
    expect(elevationProfile(way, [1, 2, 3, 4], { beginsAt: (point) => point === 2 })?.length).toBeCloseTo(whole, 6);
  });

  it('is nothing without a way or without heights', () => {
    expect(elevationProfile([], [])).toBeUndefined();
    expect(elevationProfile([120, 36], [5])).toBeUndefined();
    expect(elevationProfile(east([0, 100]), [NaN, NaN])).toBeUndefined();
    expect(elevationProfile([NaN, NaN, NaN, NaN], [1, 2])).toBeUndefined();
  });

  it('passes over a point without a place', () => {
    expect(elevationProfile([0, 0, NaN, NaN, 100 / DEGREE, 0], [0, 5, 10])?.length).toBeCloseTo(100, 6);
  });
});
