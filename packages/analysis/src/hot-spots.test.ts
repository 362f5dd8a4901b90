import { describe, expect, it } from 'vitest';
import { geodesicDistance } from './geodesic-distance.js';
import { hotSpots, normalTails } from './hot-spots.js';

/** A small grid near the equator: 0.01° apart, 1,113 m east and 1,106 m north. */
const grid = (columns: number, rows: number): Float64Array => Float64Array.from(Array.from({ length: columns * rows }, (_, i) => [0.01 * (i % columns), 0.01 * Math.floor(i / columns)]).flat());

/** Numbers that look like chance and are the same every time. */
function noise(count: number): number[] {
  let state = 42;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  });
}

/** The formula as it stands, over the whole matrix of weights. */
function dense(places: Float64Array, values: readonly number[], meters: number): number[] {
  const n = values.length;
  const at = (i: number): [number, number] => [places[2 * i] ?? NaN, places[2 * i + 1] ?? NaN];
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const s = Math.sqrt(values.reduce((a, b) => a + b * b, 0) / n - mean * mean);
  return values.map((_, i) => {
    const w = values.map((__, j) => (geodesicDistance(at(i), at(j)) <= meters ? 1 : 0));
    const [sum, squares] = [w.reduce((a: number, b) => a + b, 0), w.reduce((a: number, b) => a + b * b, 0)];
    const local = w.reduce((a: number, b, j) => a + b * (values[j] ?? 0), 0);
    return (local - mean * sum) / (s * Math.sqrt((n * squares - sum * sum) / (n - 1)));
  });
}

describe('Gi*', () => {
  it('is what the formula gives by hand: one high value in a row of five', () => {
    // n = 5, x = 0 0 10 0 0: mean 2, S = 4. The middle with its two neighbours: (10 − 6) / (4 √((15 − 9) / 4)) = 0.8165; an end: (0 − 4) / (4 √((10 − 4) / 4)) = −0.8165.
    const { z, neighbours } = hotSpots({ places: grid(5, 1), values: [0, 0, 10, 0, 0], meters: 1200 });
    expect([...neighbours]).toEqual([2, 3, 3, 3, 2]);
    [-0.816497, 0.816497, 0.816497, 0.816497, -0.816497].forEach((due, i) => expect(z[i]).toBeCloseTo(due, 5));
  });

  it('agrees with the whole matrix of weights', () => {
    const random = noise(360);
    const places = Float64Array.from(random.slice(0, 240), (one, i) => (i % 2 ? 36 + 0.2 * one : 120 + 0.25 * one));
    const values = random.slice(240).map((one) => Math.floor(100 * one * one));
    for (const meters of [1500, 4000]) {
      const { z } = hotSpots({ places, values, meters });
      dense(places, values, meters).forEach((due, i) => expect(z[i]).toBeCloseTo(due, 9));
    }
  });

  it('finds a block of high values and a block of low ones, by confidence', () => {
    const values = noise(400).map((one, i) => one + (i % 20 < 5 && i < 100 ? 3 : 0) - (i % 20 > 14 && i >= 300 ? 3 : 0));
    const { level, p } = hotSpots({ places: grid(20, 20), values, meters: 1700 });
    expect([level[2 * 20 + 2], level[17 * 20 + 17], level[10 * 20 + 10]]).toEqual([3, -3, 0]);
    level.forEach((one, i) => expect(Math.abs(one)).toBe((p[i] ?? 1) <= 0.01 ? 3 : (p[i] ?? 1) <= 0.05 ? 2 : (p[i] ?? 1) <= 0.1 ? 1 : 0));
  });

  it('the false discovery rate calls fewer of what chance gave', () => {
    const question = { places: grid(30, 30), values: noise(900), meters: 1700 };
    const called = (fdr: boolean): number => hotSpots({ ...question, fdr }).level.filter((one) => one !== 0).length;
    expect(called(false)).toBeGreaterThan(40);
    expect(called(true)).toBeLessThan(called(false) / 4);
  });

  it('leaves out what has no value or place, and is not defined where all is the same', () => {
    const places = grid(5, 1);
    places[2] = NaN;
    const { z, neighbours, level } = hotSpots({ places, values: [1, 5, NaN, 2, 9], meters: 1200 });
    expect([...neighbours]).toEqual([1, 0, 0, 2, 2]);
    expect([Number.isNaN(z[1]), Number.isNaN(z[2]), level[1]]).toEqual([true, true, 0]);
    expect([...hotSpots({ places: grid(3, 1), values: [0.1, 0.1, 0.1], meters: 1200 }).z]).toEqual([NaN, NaN, NaN]);
    expect([...hotSpots({ places: grid(3, 1), values: [1, 2, 3], meters: 9000 }).z]).toEqual([NaN, NaN, NaN]);
    expect(hotSpots({ places: new Float64Array(), values: [], meters: 100 }).z).toHaveLength(0);
  });
});

it('tails of the normal distribution are those of the tables', () => {
  const due: readonly (readonly [number, number])[] = [[0, 1], [1, 0.317310507863], [1.6448536269514722, 0.1], [-1.959963984540054, 0.05], [2.5758293035489004, 0.01], [3, 0.0026997960632602], [6, 1.973175290075e-9]];
  for (const [z, p] of due) expect(normalTails(z) / p).toBeCloseTo(1, 9);
});
