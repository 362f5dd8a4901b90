import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Coverage } from './coverage.js';
import { FragmentList } from './fragment-list.js';
import { stripRing } from './hairline.js';
import { outline } from './outline.js';

const WIDTH = 37;
const HEIGHT = 21;
type Places = readonly (readonly [number, number])[];

/** What a list says of each pixel, 0–255. */
function picture(list: FragmentList): Uint8Array {
  const out = new Uint8Array(WIDTH * HEIGHT);
  for (let i = 0; i < list.spanCount; i += 2) out.fill(255, list.spans[i], list.spans[i + 1]);
  for (let i = 0; i < list.pixelCount; i++) out[(list.pixels[i] as number) >>> 8] = (list.pixels[i] as number) & 255;
  return out;
}

function edges(pad: Coverage, ring: Places): void {
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] as readonly [number, number];
    pad.edge(x, y, nextX, nextY);
  });
}

/** Where a shape may be: everywhere. */
const ALL = [-1000, -1000, 1000, 1000] as const;

function filled(...rings: readonly Places[]): Uint8Array {
  const pad = new Coverage();
  pad.resize(WIDTH, HEIGHT);
  const list = new FragmentList();
  for (const ring of rings) edges(pad, ring);
  pad.sweep(list, ALL);
  return picture(list);
}

/** Share of each pixel inside a convex ring, by clipping the ring to the pixel. */
function clippedShare(ring: Places, column: number, line: number): number {
  let part: Places = ring;
  const sides = [
    ([x]: readonly [number, number]) => x - column,
    ([x]: readonly [number, number]) => column + 1 - x,
    ([, y]: readonly [number, number]) => y - line,
    ([, y]: readonly [number, number]) => line + 1 - y,
  ];
  for (const side of sides) {
    const out: [number, number][] = [];
    part.forEach((p, i) => {
      const q = part[(i + 1) % part.length] as readonly [number, number];
      const [a, b] = [side(p), side(q)];
      if (a >= 0) out.push([...p]);
      if (a >= 0 !== b >= 0) out.push([p[0] + ((q[0] - p[0]) * a) / (a - b), p[1] + ((q[1] - p[1]) * a) / (a - b)]);
    });
    part = out;
  }
  return Math.abs(part.reduce((sum, [x, y], i) => sum + x * (part[(i + 1) % part.length]?.[1] ?? 0) - y * (part[(i + 1) % part.length]?.[0] ?? 0), 0)) / 2;
}

/** How far a picture is from the exact shares of a convex ring, 0–255. */
function furthest(got: Uint8Array, ring: Places): number {
  let most = 0;
  for (let line = 0; line < HEIGHT; line++)
    for (let column = 0; column < WIDTH; column++)
      most = Math.max(most, Math.abs((got[line * WIDTH + column] as number) - 255 * clippedShare(ring, column, line)));
  return most;
}

const place = (reach: number) => fc.tuple(fc.double({ min: -reach, max: WIDTH + reach, noNaN: true }), fc.double({ min: -reach, max: HEIGHT + reach, noNaN: true }));

describe('coverage', () => {
  it('is the exact share of each pixel, for any triangle, however far it reaches outside', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 5, 500), fc.infiniteStream(place(1)), (reach, stream) => {
        const ring = [0, 1, 2].map(() => {
          const [x, y] = stream.next().value as [number, number];
          return [x + (reach * (x - WIDTH / 2)) / WIDTH, y + (reach * (y - HEIGHT / 2)) / HEIGHT] as const;
        });
        expect(furthest(filled(ring), ring)).toBeLessThan(1.5);
        expect(furthest(filled([...ring].reverse()), ring)).toBeLessThan(1.5);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves the pad empty for the next shape', () => {
    const pad = new Coverage();
    pad.resize(WIDTH, HEIGHT);
    const list = new FragmentList();
    fc.assert(
      fc.property(fc.array(place(60), { minLength: 3, maxLength: 9 }), (ring) => {
        const xs = ring.map(([x]) => x);
        const ys = ring.map(([, y]) => y);
        edges(pad, ring);
        pad.sweep(list, [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
        list.clear();
        pad.sweep(list, ALL);
        expect([list.pixelCount, list.spanCount]).toEqual([0, 0]);
      }),
    );
  });

  it('keeps holes open, joins what overlaps', () => {
    const square = (from: number, to: number): Places => [[from, from], [to, from], [to, to], [from, to]];
    const holed = filled(square(2, 18), [...square(6, 12)].reverse());
    expect(holed[9 * WIDTH + 9]).toBe(0);
    expect(holed[4 * WIDTH + 4]).toBe(255);
    const joined = filled(square(2, 12), square(6.5, 18));
    expect([...joined].filter((cover) => cover > 0 && cover < 255).length).toBeLessThan(50);
    expect(joined[9 * WIDTH + 9]).toBe(255);
  });
});

/** Sum of a picture in whole pixels. */
const sum = (got: Uint8Array) => got.reduce((total, cover) => total + cover, 0) / 255;

describe('lines', () => {
  function drawn(draw: (pad: Coverage) => void, gather = false): Uint8Array {
    const pad = new Coverage();
    pad.resize(WIDTH, HEIGHT);
    const list = new FragmentList();
    draw(pad);
    if (gather) pad.gather(list, ALL);
    else pad.sweep(list, ALL);
    return picture(list);
  }
  const flat = (places: Places) => Float64Array.from(places.flat());

  it('are as wide as they should be, with round ends', () => {
    for (const [dx, dy] of [[16, 0], [0, 9], [12, 5], [-11, 8]] as const) {
      const half = 1.5;
      const xy = flat([[18, 8], [18 + dx, 8 + dy]]);
      const expected = 2 * half * Math.hypot(dx, dy) + Math.PI * half * half;
      expect(sum(drawn((pad) => outline(pad, xy, 0, 2, half))) / expected).toBeCloseTo(1, 1);
    }
  });

  it('have whole corners', () => {
    const corner = drawn((pad) => outline(pad, flat([[5, 5], [25, 5], [25, 18]]), 0, 3, 2));
    expect(corner[4 * WIDTH + 25]).toBeGreaterThan(230);
    const turned = drawn((pad) => outline(pad, flat([[25, 18], [25, 5], [5, 5]]), 0, 3, 2));
    expect(sum(turned)).toBeCloseTo(sum(corner), 0);
  });

  it('show a place without length as a dot', () => {
    expect(sum(drawn((pad) => outline(pad, flat([[9.3, 9.7], [9.3, 9.7]]), 0, 2, 2)))).toBeCloseTo(Math.PI * 4, 0);
  });

  it('as strips cover what their length and width say, corners included', () => {
    const ring: Places = [[4.3, 3.2], [30.1, 5.7], [28.4, 17.2], [7.7, 15.1]];
    const length = ring.reduce((total, [x, y], i) => total + Math.hypot((ring[(i + 1) % 4]?.[0] ?? 0) - x, (ring[(i + 1) % 4]?.[1] ?? 0) - y), 0);
    for (const half of [0.5, 1]) {
      const got = drawn((pad) => stripRing(pad, flat(ring), 0, 4, half), true);
      expect(sum(got) / (length * 2 * half)).toBeGreaterThan(0.97);
      expect(sum(got) / (length * 2 * half)).toBeLessThan(1.06);
    }
  });

  it('as strips end at the sides of the picture', () => {
    fc.assert(
      fc.property(fc.array(place(40), { minLength: 1, maxLength: 6 }), (ring) => {
        const got = drawn((pad) => stripRing(pad, flat(ring), 0, ring.length, 1), true);
        expect(got.length).toBe(WIDTH * HEIGHT);
      }),
    );
  });
});
