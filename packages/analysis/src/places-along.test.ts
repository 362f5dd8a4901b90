import { describe, expect, it } from 'vitest';
import { geodesicDistance } from './geodesic-distance.js';
import { placesAlong } from './places-along.js';

/** A degree of longitude on the equator is an arc of a circle with the radius of the ellipsoid. */
const DEGREE = (6_378_137 * Math.PI) / 180;

describe('placesAlong', () => {
  it('divides the equator evenly, with the corners among the places', () => {
    const { coordinates, meters, spacing } = placesAlong([[0, 0], [1, 0], [1.5, 0]], { spacing: DEGREE / 3.5 });
    expect([...coordinates].map((value) => Number(value.toFixed(9)))).toEqual([0, 0, 0.25, 0, 0.5, 0, 0.75, 0, 1, 0, 1.25, 0, 1.5, 0]);
    expect([...meters].map((value) => Number((value / DEGREE).toFixed(9)))).toEqual([0, 0.25, 0.5, 0.75, 1, 1.25, 1.5]);
    expect(spacing).toBe(DEGREE / 3.5);
  });

  it('follows the shortest line, not the parallel, and neighbours are as far apart as it says', () => {
    const { coordinates, meters } = placesAlong([[100, 60], [140, 60]], { spacing: 100_000 });
    const middle = Math.floor(meters.length / 2);
    expect(coordinates[2 * middle + 1]).toBeGreaterThan(61);
    for (let i = 1; i < meters.length; i++) {
      const step = geodesicDistance([coordinates[2 * i - 2] as number, coordinates[2 * i - 1] as number], [coordinates[2 * i] as number, coordinates[2 * i + 1] as number]);
      expect(step).toBeCloseTo((meters[i] as number) - (meters[i - 1] as number), 4);
      expect(step).toBeLessThanOrEqual(100_000);
    }
    expect(meters[meters.length - 1]).toBeCloseTo(geodesicDistance([100, 60], [140, 60]), 6);
  });

  it('widens the spacing where there would be too many, and says so', () => {
    const { meters, spacing } = placesAlong([[0, 0], [1, 0]], { spacing: 1, most: 100 });
    expect([meters.length, Number((spacing / DEGREE).toFixed(6))]).toEqual([101, 0.01]);
  });

  it('has no places without a line, and none twice for a corner given twice', () => {
    for (const line of [[], [[1, 1]], [[1, 1], [1, 1]], [[NaN, 1], [2, 2]]]) expect(placesAlong(line, { spacing: 10 }).meters).toHaveLength(0);
    expect(placesAlong([[0, 0], [0, 0], [1, 0]], { spacing: DEGREE }).meters).toHaveLength(2);
    expect(() => placesAlong([[0, 0], [1, 0]], { spacing: 0 })).toThrow(RangeError);
  });
});
