import { describe, expect, it } from 'vitest';
import { geodesicDistance } from './geodesic-distance.js';
import { withinFinder } from './within.js';

describe('withinFinder', () => {
  it.each([
    { lat: 0, meters: 400 },
    { lat: 36, meters: 2900 },
    { lat: -74, meters: 50_000 },
    { lat: 60, meters: 49_999 },
    { lat: 82, meters: 20_000 },
    { lat: 36, meters: 120_000 },
  ])('finds what the geodesic finds around $lat° within $meters m, near the limit too', ({ lat, meters }) => {
    const [tall, wide] = [meters / 111_000, meters / (111_000 * Math.cos((lat * Math.PI) / 180))];
    // On a ring about the middle, a few per cent inside and outside of the distance.
    const places = Array.from({ length: 1500 }, (_, i): [number, number] => {
      const [turn, far] = [i, 0.95 + 0.1 * ((i * 0.618_034) % 1)];
      return [120 + wide * far * Math.cos(turn), lat + tall * far * Math.sin(turn)];
    });
    const expected = [...places.keys()].filter((i) => geodesicDistance([120, lat], places[i] as [number, number]) <= meters);
    expect(expected.length).toBeGreaterThan(100);
    expect(expected.length).toBeLessThan(1400);
    expect(withinFinder(Float64Array.from(places.flat()), meters)([120, lat])).toEqual(expected);
  });

  it('leaves out points that have no place', () => {
    expect(withinFinder(Float64Array.from([120, 36, NaN, 36, 120.001, 36]), 200)([120, 36])).toEqual([0, 2]);
  });
});
