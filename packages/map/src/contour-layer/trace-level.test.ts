import { contours } from 'd3-contour';
import { describe, expect, it } from 'vitest';
import { atOnce } from '@yizhangtu/data/steps';
import { gridValue, type ValueGrid } from '@yizhangtu/data/value-grid';
import { latticeOf, traceLevel, type TracedLevel } from './trace-level.js';

/** Park and Miller's generator: the same numbers each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

const trace = (values: readonly number[], width: number, limit: number): TracedLevel => atOnce(traceLevel(latticeOf(Float32Array.from(values), width, values.length / width), limit));

function ringsOf({ xy, start }: TracedLevel): [number, number][][] {
  return [...start.subarray(0, -1)].map((first, ring) => Array.from({ length: (start[ring + 1] as number) - first }, (_, v) => [xy[2 * (first + v)] as number, xy[2 * (first + v) + 1] as number]));
}

/** Signed: holes count against. */
function areaOf(traced: TracedLevel): number {
  return ringsOf(traced).reduce((sum, ring) => sum + ring.slice(1).reduce((part, [x, y], v) => part + ((ring[v]?.[0] as number) * y - x * (ring[v]?.[1] as number)) / 2, 0), 0);
}

function contains(traced: TracedLevel, x: number, y: number): boolean {
  let inside = false;
  for (const ring of ringsOf(traced))
    for (let v = 1; v < ring.length; v++) {
      const [[x1, y1], [x2, y2]] = [ring[v - 1], ring[v]] as [[number, number], [number, number]];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
  return inside;
}

describe('a level of a grid', () => {
  it('everywhere is the extent, without a line of equal value', () => {
    const all = trace([1, 2, 3, 4, 5, 6], 3, -Infinity);
    expect(areaOf(all)).toBeCloseTo(6, 9);
    expect([...all.level].every((part) => part === 0)).toBe(true);
    expect(ringsOf(trace([1, 2, 3, 4], 2, 9))).toEqual([]);
  });

  it('of a slope is where the number is, straight to both edges', () => {
    const traced = trace([0, 10, 20, 0, 10, 20, 0, 10, 20], 3, 5);
    expect(areaOf(traced)).toBeCloseTo(6, 9);
    const line = ringsOf(traced).flatMap((ring, at) => ring.filter((_, v) => traced.level[(traced.start[at] as number) + v] === 1));
    expect(line.length).toBeGreaterThan(0);
    expect(line.every(([x]) => x === 1)).toBe(true);
    expect(traced.xy).toContain(0);
    expect(Math.max(...traced.xy.filter((_, at) => at % 2 === 1))).toBe(3);
  });

  it('has a hole where numbers are missing, neither area nor line', () => {
    // The middle of five by five is missing: the four squares around it are nothing.
    const values = Array.from({ length: 25 }, (_, at) => (at === 12 ? NaN : 8));
    const all = trace(values, 5, 3);
    expect(areaOf(all)).toBeCloseTo(25 - 4, 9);
    expect(contains(all, 2.5, 2.5)).toBe(false);
    expect(contains(all, 1.4, 2.5)).toBe(true);
    expect([...all.level].every((part) => part === 0)).toBe(true);
    const sloped = trace(values.map((value, at) => (Number.isNaN(value) ? value : at % 5)), 5, 1.75);
    const lines = ringsOf(sloped).flatMap((ring, r) => ring.filter((_, v) => sloped.level[(sloped.start[r] as number) + v] === 1));
    // The line at x = 2.25 ends at the hole, and goes on behind it.
    expect(lines.every(([x, y]) => Math.abs(x - 2.25) < 1e-6 && (y <= 1.5 || y >= 3.5))).toBe(true);
  });

  it('of areas that touch in a corner comes out whole', () => {
    const holed = [5, 5, NaN, NaN, 5, 5, NaN, NaN, NaN, NaN, 5, 5, NaN, NaN, 5, 5];
    expect(areaOf(trace(holed, 4, 1))).toBeCloseTo(2 * (1.5 * 1.5), 9);
    // Three by three with opposite corners missing: the squares left meet in the middle only.
    const pinched = trace([NaN, 1, 1, 1, 1, 1, 1, 1, NaN], 3, 0);
    expect(areaOf(pinched)).toBeCloseTo(9 - 2 * 2.25, 9);
    expect(ringsOf(pinched).every((ring) => ring[0]?.join() === ring[ring.length - 1]?.join())).toBe(true);
  });

  it('over a saddle agrees with the value in its middle', () => {
    const field = [3, 0, 0, 3];
    // Bilinear, the middle is 1.5.
    expect(contains(trace(field, 2, 1.4), 1, 1)).toBe(true);
    expect(contains(trace(field, 2, 1.6), 1, 1)).toBe(false);
  });

  it('without saddles agrees with d3-contour inside of the outermost places', () => {
    const random = seeded(7);
    const [width, height] = [24, 17];
    const values = Array.from({ length: width * height }, (_, at) => Math.sin((at % width) / 3) * Math.cos(Math.floor(at / width) / 4));
    for (const limit of [-0.5, 0.31, 0.8]) {
      const traced = trace(values, width, limit);
      const { coordinates } = contours().size([width, height]).contour(values, limit);
      const theirs = { xy: Float64Array.from(coordinates.flat(2).flat()), start: Uint32Array.from(coordinates.flat().reduce((starts, ring) => [...starts, (starts[starts.length - 1] ?? 0) + ring.length], [0])), level: new Uint8Array(0) };
      for (let probe = 0; probe < 400; probe++) {
        const [x, y] = [0.5 + random() * (width - 1), 0.5 + random() * (height - 1)];
        // Nearer than this to a line the two may differ by rounding.
        if (Math.abs(gridValue(asGrid(width, height), Float32Array.from(values), x, height - y) - limit) < 0.05) continue;
        expect(contains(traced, x, y), `${limit} at ${x} ${y}`).toBe(contains(theirs, x, y));
      }
    }
  });

  it('of noise with holes holds just the places that are there and reach it', () => {
    const random = seeded(11);
    const [width, height] = [30, 20];
    const values = Float32Array.from({ length: width * height }, () => (random() < 0.1 ? NaN : random()));
    const traced = atOnce(traceLevel(latticeOf(values, width, height), 0.5));
    let seen = 0;
    for (let probe = 0; probe < 3000; probe++) {
      const [x, y] = [random() * width, random() * height];
      const value = gridValue(asGrid(width, height), values, x, height - y);
      // A chord and the curve it stands for differ a little.
      if (Math.abs(value - 0.5) < 0.13) continue;
      seen++;
      expect(contains(traced, x, y), `${value} at ${x} ${y}`).toBe(value >= 0.5);
    }
    expect(seen).toBeGreaterThan(500);
  });
});

function asGrid(width: number, height: number): ValueGrid {
  return { crs: 'EPSG:3857', extent: [0, 0, width, height], width, height, columns: new Map() };
}
