import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowPoints } from './row-points.js';
import { SketchPad } from './sketch-pad.js';
import { enlarge } from './sketch-colors.js';
import { allVertices } from './vertices.js';
import { shapesOf, type ShapeSet } from './geometry.js';
import { box, shapeGeometry, type Ring } from './shapes.fixture.js';

const WIDTH = 40;
const HEIGHT = 30;

/** What a sketch of polygons says of each pixel. Places are pixels, y downwards. */
function sketched(...polygons: readonly (readonly Ring[])[]): { places: number[]; edges: number[] } {
  const down = polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, -y] as const)));
  const shapes = shapesOf(shapeGeometry(down.map((rings) => ({ type: 3, polygons: [rings] }))), 'EPSG:4326') as ShapeSet;
  const pad = new SketchPad();
  const points = new RowPoints();
  pad.begin(WIDTH, HEIGHT);
  polygons.forEach((_, row) => {
    points.read(shapes, allVertices(shapes), row, { a: 1, b: 0, e: 0, f: 0 });
    pad.polygon(points, row + 1, true);
  });
  const at = (array: Uint8Array) => Array.from({ length: WIDTH * HEIGHT }, (_, i) => array[(Math.floor(i / WIDTH) + 1) * pad.stride + (i % WIDTH) + 1] as number);
  return { places: at(pad.places), edges: at(pad.edges) };
}

/** Whether the middle of a pixel lies in a ring; undefined where it is too near to an edge to tell. */
function isInside(ring: Ring, column: number, line: number): boolean | undefined {
  const [x, y] = [column + 0.5, line + 0.5];
  let inside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i] as readonly [number, number];
    const [bx, by] = ring[i + 1] as readonly [number, number];
    const length = Math.hypot(bx - ax, by - ay);
    if (length > 0 && Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length < 0.02) return undefined;
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}

const place = fc.tuple(fc.double({ min: -20, max: 60, noNaN: true }), fc.double({ min: -20, max: 50, noNaN: true }));

describe('a sketch', () => {
  it('fills the pixels whose middle is inside, wherever the triangle lies', () => {
    fc.assert(
      fc.property(fc.tuple(place, place, place), (corners) => {
        const ring: Ring = [...corners, corners[0]];
        const { places } = sketched([ring]);
        const wrong = places.filter((one, i) => {
          const inside = isInside(ring, i % WIDTH, Math.floor(i / WIDTH));
          return inside !== undefined && one !== (inside ? 1 : 0);
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves holes open, and lays the later one on top', () => {
    const { places } = sketched([box(2, 2, 20, 20), [...box(6, 6, 12, 12)].reverse()], [box(15, 15, 30, 25)]);
    expect(places[8 * WIDTH + 8]).toBe(0);
    expect(places[4 * WIDTH + 4]).toBe(1);
    expect(places[17 * WIDTH + 17]).toBe(2);
  });

  it('draws borders a pixel wide, along every edge and nowhere else', () => {
    const { edges } = sketched([box(5, 5, 25, 20)]);
    const total = edges.reduce((sum, one) => sum + one, 0) / 15;
    expect(Math.abs(total - 2 * (20 + 15))).toBeLessThan(4);
    for (const [x, y] of [[10, 10], [2, 10], [30, 10], [10, 2], [10, 25]] as const) expect(edges[y * WIDTH + x]).toBe(0);
    for (let x = 6; x < 24; x++) expect((edges[4 * WIDTH + x] as number) + (edges[5 * WIDTH + x] as number)).toBeGreaterThan(12);
  });

  it('draws the same border from both sides', () => {
    const line = [[20, -5], [18.3, 6.2], [22.7, 9.9], [17.1, 21.4], [21, 36]] as const;
    const left = sketched([[[-9, -5], ...line, [-9, 36], [-9, -5]]]).edges;
    const right = sketched([[...[...line].reverse(), [50, -5], [50, 36], [...line].reverse()[0] as readonly [number, number]]]).edges;
    for (let y = 0; y < HEIGHT; y++) for (let x = 10; x < 30; x++) expect(right[y * WIDTH + x]).toBe(left[y * WIDTH + x]);
    expect(left.some((one) => one > 0)).toBe(true);
  });
});

describe('enlarge', () => {
  it('covers every pixel of the large picture with those around it', () => {
    const small = Int32Array.from({ length: 12 }, (_, i) => (255 << 24) | (i * 16));
    for (const [grain, width, height] of [[2, 8, 6], [2, 7, 5], [3, 12, 9], [4, 15, 11]] as const) {
      const large = new Int32Array(width * height);
      enlarge(large, width, height, small, 4, 3, grain);
      for (let i = 0; i < large.length; i++) {
        const column = Math.floor((i % width) / grain);
        const from = (small[Math.floor(i / width / grain) * 4 + column] as number) & 255;
        const to = Math.min(3, column + 1) * 16 + Math.floor(i / width / grain) * 64;
        expect((large[i] as number) & 255).toBeGreaterThanOrEqual(from - 1);
        expect((large[i] as number) & 255).toBeLessThanOrEqual(to);
        expect((large[i] as number) >>> 24).toBeGreaterThanOrEqual(254);
      }
    }
  });
});
