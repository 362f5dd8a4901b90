import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trace, type PathSink } from './path.js';
import { viewOf } from './view.js';

class Recorder implements PathSink {
  points: [number, number][] = [];
  closed = 0;
  moveTo(x: number, y: number): void {
    this.points.push([x, y]);
  }
  lineTo(x: number, y: number): void {
    this.points.push([x, y]);
  }
  closePath(): void {
    this.closed++;
  }
}

/** One px a map unit, the canvas from (0, −100) to (100, 0) in map units. */
const view = viewOf({ center: [50, -50], resolution: 1, rotation: 0, size: [100, 100], pixelRatio: 1, worldWidth: 0, projection: 'X', moving: false });
const options = { close: true, tolerance: 0, margin: 10, shift: 0 };

function traced(xy: Float64Array, more: Partial<typeof options> & { backwards?: boolean } = {}): Recorder {
  const recorder = new Recorder();
  trace(recorder, view, xy, 0, xy.length / 2, { ...options, ...more });
  return recorder;
}

function winding(points: readonly (readonly [number, number])[], x: number, y: number): number {
  let count = 0;
  points.forEach(([ax, ay], i) => {
    const [bx, by] = points[(i + 1) % points.length] as [number, number];
    if (ay <= y === by <= y) return;
    if (ax + ((y - ay) / (by - ay)) * (bx - ax) > x) count += by > ay ? 1 : -1;
  });
  return count;
}

const rings = fc.array(fc.tuple(fc.integer({ min: -400, max: 500 }), fc.integer({ min: -500, max: 400 })), { minLength: 3, maxLength: 30 });
const seen = fc.tuple(fc.double({ min: 0.01, max: 99.99, noNaN: true }), fc.double({ min: 0.01, max: 99.99, noNaN: true }));

describe('trace', () => {
  it('leaves out vertices outside without changing what is filled inside', () => {
    fc.assert(
      fc.property(rings, seen, (ring, [x, y]) => {
        const closed = [...ring, ring[0] as [number, number]];
        const { points } = traced(Float64Array.from(closed.flat()));
        const full = closed.map(([px, py]) => [px, -py] as const);
        expect(winding(points, x, y)).toBe(winding(full, x, y));
      }),
      { numRuns: 2000 },
    );
  });

  it('writes one point for a run of vertices beyond one side', () => {
    const far = Array.from({ length: 500 }, (_, i) => [300 + (i % 7), -i / 10]).flat();
    expect(traced(Float64Array.from([50, -50, ...far, 50, -60])).points).toHaveLength(4);
  });

  it('leaves out vertices nearer than the tolerance, but never the last', () => {
    const line = Float64Array.from(Array.from({ length: 101 }, (_, i) => [i / 10, -10]).flat());
    const { points } = traced(line, { close: false, tolerance: 0.5 });
    expect(points.length).toBeLessThan(25);
    expect(points[0]).toEqual([0, 10]);
    expect(points[points.length - 1]).toEqual([10, 10]);
  });

  it('walks backwards when asked', () => {
    const xy = Float64Array.of(10, -10, 20, -10, 20, -20, 10, -10);
    expect(traced(xy, { backwards: true }).points).toEqual([...traced(xy).points].reverse());
  });

  it('goes over NaN', () => {
    expect(traced(Float64Array.of(10, -10, NaN, NaN, 20, -20)).points).toEqual([
      [10, 10],
      [20, 20],
    ]);
  });

  it('moves data by a world', () => {
    expect(traced(Float64Array.of(10, -10), { shift: 30 }).points).toEqual([[40, 10]]);
  });
});
