import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapesOf } from './geometry.js';
import { shapeGeometry, type Ring } from './shapes.fixture.js';
import { levelOf, Simplified } from './simplified.js';
import { thinRing } from './thin-ring.js';

function shapes(...rings: readonly Ring[]) {
  const set = shapesOf(shapeGeometry(rings.map((ring) => ({ type: 3, polygons: [[ring]] }))), 'EPSG:4326');
  if (!set) throw new Error('no shapes');
  return set;
}

/** Vertices of the only ring of a row in map units. */
function ringOf(simplified: Simplified, row: number): [number, number][] {
  const at = simplified.start(row);
  const count = (simplified.data[at] as number) >> 1;
  expect(simplified.data[at + 1 + 2 * count]).toBe(0);
  return Array.from({ length: count }, (_, i) => [
    simplified.originX + (simplified.data[at + 1 + 2 * i] as number) * simplified.step,
    simplified.originY + (simplified.data[at + 2 + 2 * i] as number) * simplified.step,
  ]);
}

/** A ragged line from (0, 0) to (4, 0). */
const border = Array.from({ length: 400 }, (_, i) => [i / 100, 0.05 * Math.sin(i * 1.7) * Math.sin(i / 31)] as const);
const north: Ring = [...border, [4, 2], [0, 2], [0, 0]];
const south: Ring = [...[...border].reverse(), [0, -2], [4, -2], [...border].reverse()[0] as readonly [number, number]];

describe('simplified shapes', () => {
  it('move no vertex further than half the diagonal of a step', () => {
    const simplified = new Simplified(shapes(north), levelOf(20));
    for (const [x, y] of ringOf(simplified, 0)) {
      const nearest = Math.min(...north.map(([p, q]) => Math.hypot(p - x, q - y)));
      expect(nearest).toBeLessThanOrEqual(simplified.step * Math.SQRT1_2 + 1e-9);
    }
    expect(simplified.step * 20).toBeLessThanOrEqual(0.35);
  });

  it('have fewer vertices the smaller the map is', () => {
    const set = shapes(north);
    const counts = [1000, 100, 10, 1].map((scale) => ringOf(new Simplified(set, levelOf(scale)), 0).length);
    expect([...counts].sort((p, q) => q - p)).toEqual(counts);
    expect(counts[3]).toBeLessThan(20);
  });

  it('keep a common border common, whichever way the rings run, thinned or not', () => {
    for (const thin of [false, true])
      for (const scale of [5, 20, 80]) {
        const simplified = new Simplified(shapes(north, south), levelOf(scale), thin);
        const along = (row: number) => new Set(ringOf(simplified, row).filter(([x, y]) => Math.abs(y) < 1 && x > 0.3 && x < 3.7).map(String));
        const [first, second] = [along(0), along(1)];
        expect([...first].filter((place) => !second.has(place))).toEqual([]);
        expect(first.size).toBe(second.size);
        expect(first.size).toBeGreaterThan(2);
      }
  });

  it('leave out places that cannot be drawn, and rings without any', () => {
    const simplified = new Simplified(shapes([[NaN, 1], [NaN, 2]], [[0, 0], [1, 0], [NaN, NaN], [1, 1], [0, 0]]), -8);
    expect(ringOf(simplified, 1)).toHaveLength(3);
    expect(simplified.data[simplified.start(0)]).toBe(0);
  });

  it('know where numbers end', () => {
    expect(Simplified.reaches(shapes(north), levelOf(1e6))).toBe(true);
    expect(Simplified.reaches(shapes(north), levelOf(1e10))).toBe(false);
  });
});

describe('thinRing', () => {
  it('leaves the same vertices of a ring and of the ring reversed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })), { minLength: 5, maxLength: 40, selector: String }), (ring) => {
        const thinned = (places: typeof ring) => {
          const xy = Int32Array.from(places.flat());
          const end = thinRing(xy, 0, xy.length, 12, 1);
          return Array.from({ length: end / 2 }, (_, i) => `${xy[2 * i]} ${xy[2 * i + 1]}`);
        };
        // The first and last vertex always stay, so both runs begin at the same one and end at its neighbours.
        const first = ring[0] as [number, number];
        const last = ring[ring.length - 1] as [number, number];
        const back = thinned([first, ...ring.slice(1).reverse()]);
        const inner = (places: string[]) => places.filter((place) => ![first, last, ring[1]].some((one) => one?.join(' ') === place)).sort();
        expect(inner(back)).toEqual(inner(thinned(ring)));
      }),
    );
  });
});
