import { describe, expect, it } from 'vitest';
import { placeOf, readWorldFile, type WorldFile } from './world-file.js';

const read = (text: string): WorldFile => readWorldFile(text) as WorldFile;

describe('a world file', () => {
  it('puts a picture on the ground by the middle of its top left pixel', () => {
    const { extent, turned } = placeOf(read('2\n0\n0\n-2\n500001\n3999999\n'), 100, 50);
    expect(extent).toEqual([500_000, 3_999_900, 500_200, 4_000_000]);
    expect(turned).toBeUndefined();
  });

  it('reads Windows line ends, exponents and decimal commas', () => {
    expect(readWorldFile('1,5\r\n0\r\n0\r\n-1.5e0\r\n120,25\r\n36\r\n')).toEqual({ a: 1.5, b: 0, c: 120.25, d: 0, e: -1.5, f: 36 });
  });

  it.each(['', '1 0 0 -1 120', '1\n0\n0\n-1\n120\nNorden', '<!doctype html><title>Login</title>', '0 0 0 0 120 36'])('%j is none', (text) => {
    expect(readWorldFile(text)).toBeUndefined();
  });

  it('of a turned picture says how it is drawn upright: each corner lands where the file says', () => {
    // A quarter turn to the left and a little skew.
    const world = read('0.1\n1\n1.2\n-0.2\n10\n20');
    const [width, height] = [40, 30];
    const { extent, turned } = placeOf(world, width, height);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = turned?.matrix ?? [];
    const step = (extent[2] - extent[0]) / ((turned?.width ?? NaN) - 0.5);
    for (const [x, y] of [[0, 0], [width, 0], [0, height], [width, height]] as const) {
      const ground = [world.a * (x - 0.5) + world.b * (y - 0.5) + world.c, world.d * (x - 0.5) + world.e * (y - 0.5) + world.f] as const;
      const [px, py] = [a * x + c * y + e, b * x + d * y + f];
      expect(Math.abs(extent[0] + px * Math.sqrt(Math.abs(world.a * world.e - world.b * world.d)) - ground[0])).toBeLessThan(1e-9);
      expect(Math.abs(extent[3] - py * Math.sqrt(Math.abs(world.a * world.e - world.b * world.d)) - ground[1])).toBeLessThan(1e-9);
      expect(px).toBeGreaterThan(-1e-9);
      expect(px).toBeLessThan((turned?.width ?? 0) + 1e-9);
    }
    expect(step).toBeGreaterThan(0);
  });

  it('that stands on its head is turned', () => {
    const { extent, turned } = placeOf(read('1 0 0 1 0.5 0.5'), 10, 4);
    expect(extent).toEqual([0, 0, 10, 4]);
    expect(turned).toEqual({ matrix: [1, -0, 0, -1, 0, 4], width: 10, height: 4 });
  });
});
