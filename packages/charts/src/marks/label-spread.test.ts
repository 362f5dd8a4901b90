import { describe, expect, it } from 'vitest';
import { labelSpread, type WantedPlace } from './label-spread.js';

const edges = (places: readonly WantedPlace[], middles: readonly number[]) =>
  places.map(({ size }, index) => [(middles[index] ?? 0) - size / 2, (middles[index] ?? 0) + size / 2] as const);

describe('labelSpread', () => {
  it('leaves labels alone that have room', () => {
    expect(labelSpread([{ at: 20, size: 10 }, { at: 60, size: 10 }], 0, 100)).toEqual([20, 60]);
  });

  it('pushes two that meet apart, each as far', () => {
    expect(labelSpread([{ at: 50, size: 10 }, { at: 50, size: 10 }], 0, 100)).toEqual([45, 55]);
  });

  it('keeps them inside', () => {
    expect(labelSpread([{ at: 1, size: 10 }, { at: 3, size: 10 }], 0, 100)).toEqual([5, 15]);
    expect(labelSpread([{ at: 98, size: 10 }, { at: 99, size: 10 }], 0, 100)).toEqual([85, 95]);
  });

  it('begins at the start where there is not enough room', () => {
    expect(labelSpread([{ at: 5, size: 10 }, { at: 5, size: 10 }], 0, 15)).toEqual([5, 15]);
  });

  it('never lets labels touch or change places, and none could stand nearer to its place, for many random crowds', () => {
    let seed = 3;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    for (let round = 0; round < 300; round += 1) {
      const places = Array.from({ length: 1 + Math.floor(random() * 12) }, () => ({ at: random() * 400, size: 8 + random() * 20 })).sort((a, b) => a.at - b.at);
      const middles = labelSpread(places, 0, 400);
      const boxes = edges(places, middles);
      boxes.forEach(([start, end], index) => {
        expect(start).toBeGreaterThanOrEqual(-1e-9);
        expect(end).toBeLessThanOrEqual(400 + 1e-9);
        const before = boxes[index - 1]?.[1] ?? 0;
        const after = boxes[index + 1]?.[0] ?? 400;
        expect(start).toBeGreaterThanOrEqual(before - 1e-9);
        // A label that is off its place towards one side has a neighbour or the end that holds it there, or is held by the block.
        const shift = (middles[index] ?? 0) - (places[index]?.at ?? 0);
        if (shift > 1e-6) expect(start - before).toBeLessThan(1e-6);
        if (shift < -1e-6) expect(after - end).toBeLessThan(1e-6);
      });
    }
  });
});
