import { describe, expect, it } from 'vitest';
import { nearGrid } from './scatter-near.js';

describe('nearGrid', () => {
  it('finds what looking at all points finds', () => {
    let seed = 5;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    const xs = Float32Array.from({ length: 3000 }, () => random() * 400);
    const ys = Float32Array.from({ length: 3000 }, () => random() * 200);
    const grid = nearGrid(xs, ys, 400, 200);
    for (let round = 0; round < 300; round += 1) {
      const [x, y] = [random() * 420 - 10, random() * 220 - 10];
      let [best, distance] = [-1, 144];
      xs.forEach((px, i) => {
        const apart = (px - x) ** 2 + ((ys[i] as number) - y) ** 2;
        if (apart <= distance) [best, distance] = [i, apart];
      });
      const found = grid.nearest(x, y, 12);
      const apart = (i: number) => (i < 0 ? -1 : ((xs[i] as number) - x) ** 2 + ((ys[i] as number) - y) ** 2);
      expect(apart(found)).toBe(apart(best));
    }
    expect(nearGrid(new Float32Array(0), new Float32Array(0), 10, 10).nearest(1, 1, 12)).toBe(-1);
  });
});
