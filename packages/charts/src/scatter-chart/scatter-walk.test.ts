import { expect, it } from 'vitest';
import { nextPoint } from './scatter-walk.js';

/** The same by putting all points in order. */
function plainNext(key: string, index: number, values: Float64Array): number | undefined {
  const order = [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
  const tenth = Math.max(1, Math.round(values.length / 10));
  const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, Home: -Infinity, End: Infinity, PageUp: tenth, PageDown: -tenth }[key];
  return by === undefined ? undefined : order[Math.max(0, Math.min(values.length - 1, order.indexOf(index) + by))];
}

const KEYS = ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown', 'Tab'];

it('walks as over points in order, equal ones by their place', () => {
  let state = 3;
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  for (const length of [1, 2, 7, 64, 301]) {
    for (const kinds of [1, 3, 1e9]) {
      const values = Float64Array.from({ length }, () => Math.floor(kinds * next()) / 7 - 1);
      for (const key of KEYS) {
        for (let index = 0; index < length; index += 1) expect(nextPoint(key, index, values), `${key} ${length} ${kinds} ${index}`).toBe(plainNext(key, index, values));
      }
    }
  }
});

it('reaches every point by right keys, once', () => {
  const values = Float64Array.of(3, 1, 2, 1, -0, 0);
  const way = [nextPoint('Home', 0, values) as number];
  while (way.length < values.length) way.push(nextPoint('ArrowRight', way[way.length - 1] as number, values) as number);
  expect(way).toEqual([4, 5, 1, 3, 2, 0]);
  expect(nextPoint('ArrowRight', 0, values)).toBe(0);
  expect(nextPoint('ArrowRight', 0, new Float64Array(0))).toBeUndefined();
});

it('goes a tenth of very many points, crowded, equal and far off ones among them', () => {
  let state = 5;
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const crowds: ((index: number) => number)[] = [() => next(), () => Math.floor(3 * next()), (index) => (index % 5000 === 7 ? 1e300 : next() / 1e6), () => 4, (index) => (index === 9 ? -1e308 : 1e308)];
  for (const value of crowds) {
    const values = Float64Array.from({ length: 12_000 }, (_, index) => value(index));
    for (const key of ['PageUp', 'PageDown']) for (const index of [0, 9, 4711, 11_999]) expect(nextPoint(key, index, values), `${crowds.indexOf(value)} ${key} ${index}`).toBe(plainNext(key, index, values));
  }
});
