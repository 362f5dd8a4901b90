import { describe, expect, it } from 'vitest';
import { geodesicDistance } from './geodesic-distance.js';
import { maximumCover } from './maximum-cover.js';
import { withinFinder } from './within.js';

/** Numbers that look random and are the same on every run. */
function scatter(count: number, seed: number): Float64Array {
  let state = seed;
  const next = (): number => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  return Float64Array.from({ length: 2 * count }, (_, i) => (i % 2 === 0 ? 120.3 + 0.1 * next() : 36 + 0.08 * next()));
}
const at = (points: Float64Array, i: number): [number, number] => [points[2 * i] ?? NaN, points[2 * i + 1] ?? NaN];

describe('withinFinder', () => {
  it('finds what measuring every point finds, at several latitudes and distances', () => {
    for (const [shift, meters] of [[0, 1200], [20, 3750], [-36, 500], [-70, 900], [45, 4000]] as const) {
      const points = scatter(300, 7).map((value, i) => (i % 2 === 1 ? value + shift : value));
      const within = withinFinder(points, meters);
      for (let i = 0; i < 40; i++) {
        const place = at(points, i * 7);
        const all = Array.from({ length: 300 }, (_, k) => k).filter((k) => geodesicDistance(place, at(points, k)) <= meters);
        expect(within(place), `${shift} ${meters} ${i}`).toEqual(all);
      }
    }
  });

  it('leaves out what has no place', () => {
    expect(withinFinder(Float64Array.of(NaN, 36, 120, 36), 100)([120, 36])).toEqual([1]);
    expect(withinFinder(Float64Array.of(120, 36), 100)([NaN, 36])).toEqual([]);
  });
});

describe('maximumCover', () => {
  const covers = (places: Float64Array, weights: number[], candidates: Float64Array, chosen: readonly number[], meters: number): number =>
    weights.reduce((sum, weight, p) => sum + (chosen.some((c) => geodesicDistance(at(candidates, c), at(places, p)) <= meters) ? weight : 0), 0);

  it('is the best choice for one site, and within 1 − 1/e of the best for two and three, against trying all', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const [places, candidates] = [scatter(40, seed), scatter(12, 100 + seed)];
      const weights = Array.from({ length: 40 }, (_, i) => 1 + ((i * seed) % 17));
      const best = [0, 0, 0];
      for (let a = 0; a < 12; a++) {
        for (let b = a; b < 12; b++) {
          for (let c = b; c < 12; c++) {
            const size = new Set([a, b, c]).size;
            const value = covers(places, weights, candidates, [a, b, c], 1500);
            for (let n = size; n <= 3; n++) best[n - 1] = Math.max(best[n - 1] ?? 0, value);
          }
        }
      }
      const sites = maximumCover({ places, weights, candidates, meters: 1500, sites: 3 });
      const added = sites.map(({ weight }) => weight);
      expect(added[0], `seed ${seed}`).toBe(best[0]);
      const two = (added[0] ?? 0) + (added[1] ?? 0);
      const three = two + (added[2] ?? 0);
      expect(two).toBe(covers(places, weights, candidates, sites.slice(0, 2).map(({ candidate }) => candidate), 1500));
      expect(two).toBeGreaterThanOrEqual((best[1] ?? 0) * (1 - 1 / Math.E));
      expect(three).toBeGreaterThanOrEqual((best[2] ?? 0) * (1 - 1 / Math.E));
      expect(three).toBeLessThanOrEqual(best[2] ?? 0);
    }
  });

  it('counts nobody twice, nobody who is covered, and ends when nobody is left', () => {
    const places = Float64Array.of(120, 36, 120.001, 36, 120.1, 36);
    const question = { places, candidates: places, meters: 500, sites: 9 };
    expect(maximumCover({ ...question, weights: [10, 5, 7] })).toEqual([{ candidate: 0, weight: 15, count: 2 }, { candidate: 2, weight: 7, count: 1 }]);
    expect(maximumCover({ ...question, weights: [10, NaN, -7], covered: Uint8Array.of(1, 0, 0) })).toEqual([]);
    expect(maximumCover({ ...question, covered: Uint8Array.of(0, 0, 1) })).toEqual([{ candidate: 0, weight: 2, count: 2 }]);
  });
});
