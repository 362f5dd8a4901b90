import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf, pointsOf, shapesOf, type ShapeSet } from './geometry.js';
import { extentOf, gridOf } from './grid-index.js';
import { isInPolygon, isNearLine, lineHits, pointHits, polygonHits, segmentDistance2, topFirst } from './hits.js';
import { rowsIn, segmentMeets } from './rows-in.js';
import type { Slots } from './slots.js';
import { box, shapeGeometry, type Ring } from './shapes.fixture.js';
import { devicePoint, viewOf } from './view.js';

const slots = (of: readonly number[]): Slots => ({
  of: Uint16Array.from(of),
  list: [1, 2, 3, 4].map((n) => ({ classIndex: (n - 1) % 2, diameter: 8, selected: n > 2 })),
});
const number = fc.double({ min: -50, max: 50, noNaN: true });
const pixels = fc.double({ min: -10, max: 110, noNaN: true });
const view = viewOf({ center: [0, 0], resolution: 1, rotation: 0.4, size: [100, 100], pixelRatio: 1, worldWidth: 0, projection: 'EPSG:3857', moving: false });

describe('pointHits', () => {
  it('finds what a plain loop finds, with and without an index, top first', () => {
    const lists = fc.array(fc.tuple(number, number, fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(lists, pixels, pixels, fc.double({ min: 0, max: 20, noNaN: true }), (list, x, y, tolerance) => {
        const xy = Float64Array.from(list.flatMap(([px, py]) => [px, py]));
        const of = slots(list.map(([, , slot]) => slot));
        const points = gridOf(xy, extentOf(xy));
        // An index rounds places: the edge of a symbol may lie between.
        points.rows.forEach((row, at) => xy.set(placeOf(points, at), 2 * row));
        const pixel = (row: number) => devicePoint(view, xy[2 * row] as number, xy[2 * row + 1] as number).map(Math.floor) as [number, number];
        // Discs of 8 px, lifted and ringed when selected, with the soft edge beyond.
        const near = (row: number, slot: number) => {
          const [px, py] = pixel(row);
          return Math.hypot(Math.floor(x) - px, Math.floor(y) - py) < (slot > 2 ? 4 * 1.25 + 2.5 : 4) + tolerance + 0.5 - 1 / 510;
        };
        const naive = list
          .map(([, , slot], row) => ({ row, slot, near: near(row, slot) }))
          .filter(({ slot, near }) => slot > 0 && near)
          .sort((p, q) => q.slot - p.slot || q.row - p.row)
          .map(({ row }) => row);
        const probe = { view, shift: 0, x, y, tolerance, shape: 'circle' } as const;
        expect(topFirst(pointHits({ xy, extent: extentOf(xy) }, of, probe))).toEqual(naive);
        const indexed = topFirst(pointHits(points, of, probe));
        expect(new Set(indexed)).toEqual(new Set(naive));
      }),
    );
  });
});

describe('polygonHits', () => {
  const shapes = shapesOf(
    shapeGeometry([
      { type: 3, polygons: [[box(0, 0, 10, 10), box(3, 3, 6, 6)], [box(20, 20, 30, 30)]] },
      { type: 3, polygons: [[box(5, 5, 15, 15)]] },
      { type: 2, lines: [[[0, 0], [10, 10]]] },
      { type: 3, polygons: [[box(40, 40, 40.5, 40.5)]] },
    ]),
    'EPSG:4326',
  ) as ShapeSet;
  const at = (x: number, y: number, tolerance = 0) => topFirst(polygonHits(shapes, slots([1, 2, 1, 1]), { x, y, tolerance }));

  it('lists all polygons at a place, top first', () => expect(at(9, 9)).toEqual([1, 0]));
  it('does not hit in a hole', () => expect(at(4, 4)).toEqual([]));
  it('hits every part', () => expect(at(25, 25)).toEqual([0]));
  it('hits a polygon in the hole of another', () => expect(at(5.5, 5.5)).toEqual([1]));
  it('hits a polygon beside it only if it is too small to aim at', () => {
    expect(at(41, 40.2, 1)).toEqual([3]);
    expect(at(-0.5, 5, 1)).toEqual([]);
  });
});

describe('lineHits', () => {
  it('hits within half the width and the tolerance', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 12 }), number, number, (line, x, y) => {
        const shapes = shapesOf(shapeGeometry([{ type: 2, lines: [line as Ring] }]), 'EPSG:4326') as ShapeSet;
        let nearest = Infinity;
        line.forEach(([ax, ay], i) => {
          const next = line[i + 1];
          if (!next) return;
          // A dense walk along the segment: no closer than the exact distance, and no more than a step's half further.
          for (let k = 0; k <= 200; k++)
            nearest = Math.min(nearest, Math.hypot(ax + ((next[0] - ax) * k) / 200 - x, ay + ((next[1] - ay) * k) / 200 - y));
        });
        const hit = lineHits(shapes, slots([1]), { x, y, tolerance: 2 }, 4).length > 0;
        if (nearest < 4) expect(hit).toBe(true);
        if (nearest > 4.5) expect(hit).toBe(false);
      }),
    );
  });

  it('measures to the ends of a segment, not of its line', () => {
    expect(segmentDistance2(5, 0, 0, 0, 2, 0)).toBe(9);
    expect(segmentDistance2(3, 4, 0, 0, 0, 0)).toBe(25);
  });
});

describe('shapes of very many vertices', () => {
  const ring = Array.from({ length: 3000 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 3000;
    const radius = 50 + 20 * Math.sin(angle * 37) + 5 * Math.sin(angle * 211);
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
  });
  const closed: Ring = [...ring, ring[0] as readonly [number, number]];
  const shapes = shapesOf(shapeGeometry([{ type: 3, polygons: [[closed]] }]), 'EPSG:4326') as ShapeSet;

  it('are hit where a look at every edge says so', () => {
    fc.assert(
      fc.property(fc.double({ min: -80, max: 80, noNaN: true }), fc.double({ min: -80, max: 80, noNaN: true }), (x, y) => {
        let inside = false;
        let nearest = Infinity;
        for (let i = 0; i + 1 < closed.length; i++) {
          const [[ax, ay], [bx, by]] = [closed[i], closed[i + 1]] as [readonly [number, number], readonly [number, number]];
          nearest = Math.min(nearest, segmentDistance2(x, y, ax, ay, bx, by));
          if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
        }
        expect(isInPolygon(shapes, 0, x, y)).toBe(inside);
        expect(isNearLine(shapes, 0, x, y, 1.5)).toBe(nearest <= 2.25);
      }),
    );
  });
});

describe('rowsIn', () => {
  const geometry = shapeGeometry([
    { type: 3, polygons: [[box(0, 0, 100, 80), box(10, 10, 90, 70)]] },
    { type: 2, lines: [[[-10, 5], [110, 5]]] },
    { type: 3, polygons: [[box(175, 0, 185, 10)]] },
    { type: 1, points: [[20, 20], [50, 50]] },
  ]);
  const all = Uint16Array.of(1, 1, 1, 1);

  it('finds a polygon whose border or inside a box touches, not one whose hole holds it', () => {
    expect(rowsIn(geometry, all, 3, [95, 30, 97, 40])).toEqual([0]);
    expect(rowsIn(geometry, all, 3, [40, 30, 50, 40])).toEqual([]);
  });
  it('finds a line that crosses a box without a vertex in it', () => expect(rowsIn(geometry, all, 2, [40, 0, 50, 10])).toEqual([1]));
  it('finds any point of a multi-point', () => expect(rowsIn(geometry, all, 1, [45, 45, 55, 55])).toEqual([3]));
  it('crosses 180° both ways', () => {
    expect(rowsIn(geometry, all, 3, [179, 1, -178, 2])).toEqual([2]);
    expect(rowsIn(geometry, all, 3, [-179, 1, -178, 2])).toEqual([2]);
  });
  it('leaves out rows that are not drawn', () => expect(rowsIn(geometry, Uint16Array.of(0, 0, 0, 0), 3, [0, 0, 100, 80])).toEqual([]));

  const degree = fc.integer({ min: -400, max: 400 });
  const place = fc.tuple(degree, fc.integer({ min: -90, max: 90 }));
  const boxes = fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 }), fc.integer({ min: -180, max: 180 }), fc.nat(60)).map(([west, south, east, height]) => [west, south, east, south + height] as const);
  /** Whether a box holds a place, or meets a side, in any turn of the world. */
  const inTurns = ([west, south, east, north]: readonly [number, number, number, number], meets: (box: readonly [number, number, number, number]) => boolean): boolean =>
    [-2, -1, 0, 1, 2].some((turn) => meets([west + 360 * turn, south, (east < west ? east + 360 : east) + 360 * turn, north]));

  it('finds the points that a look at every turn of the world finds', () => {
    fc.assert(
      fc.property(fc.array(place), boxes, (places, bounds) => {
        const points = { kind: 'point' as const, coordinates: Float64Array.from(places.flat()) };
        const wanted = places.flatMap(([x, y], row) => (inTurns(bounds, ([west, south, east, north]) => x >= west && x <= east && y >= south && y <= north) ? [row] : []));
        expect(rowsIn(points, new Uint16Array(places.length).fill(1), 1, bounds)).toEqual(wanted);
      }),
    );
  });

  it('finds the polygons of which a look at every side says so', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place, place), { maxLength: 20 }), boxes, (corners, bounds) => {
        const rings = corners.map(([a, b, c]): Ring => [a, b, c, a]);
        const inside = (ring: Ring, x: number, y: number): boolean =>
          ring.slice(1).reduce((odd, [bx, by], i) => {
            const [ax, ay] = ring[i] as readonly [number, number];
            return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax) ? !odd : odd;
          }, false);
        const meets = (ring: Ring): boolean =>
          inTurns(bounds, (one) => ring.slice(1).some(([bx, by], i) => segmentMeets(one, ...(ring[i] as readonly [number, number]), bx, by)) || inside(ring, (one[0] + one[2]) / 2, (one[1] + one[3]) / 2));
        const shapes = shapeGeometry(rings.map((ring) => ({ type: 3, polygons: [[ring]] })));
        expect(rowsIn(shapes, new Uint16Array(rings.length).fill(1), 3, bounds)).toEqual(rings.flatMap((ring, row) => (meets(ring) ? [row] : [])));
      }),
    );
  });

  it('decides for segments as a dense walk does', () => {
    fc.assert(
      fc.property(number, number, number, number, (ax, ay, bx, by) => {
        const walk = Array.from({ length: 2001 }, (_, k) => [ax + ((bx - ax) * k) / 2000, ay + ((by - ay) * k) / 2000] as const);
        const inside = walk.some(([x, y]) => x > -9 && x < 19 && y > -4 && y < 14);
        if (inside) expect(segmentMeets([-10, -5, 20, 15], ax, ay, bx, by)).toBe(true);
        if (!walk.some(([x, y]) => x > -11 && x < 21 && y > -6 && y < 16)) expect(segmentMeets([-10, -5, 20, 15], ax, ay, bx, by)).toBe(false);
      }),
    );
  });
});

describe('geometry', () => {
  it('is projected once for all who draw it', () => {
    const geometry = { kind: 'point', coordinates: Float64Array.of(120, 36) } as const;
    expect(pointsOf(geometry, 'EPSG:3857')).toBe(pointsOf(geometry, 'EPSG:3857'));
    expect(pointsOf(geometry, 'EPSG:4326').xy).toBe(geometry.coordinates);
  });

  it('takes only points for points, only shapes for shapes', () => {
    const geometry = shapeGeometry([{ type: 1, points: [[1, 2], [3, 4]] }, { type: 2, lines: [[[0, 0], [1, 1]]] }]);
    const points = pointsOf(geometry, 'EPSG:4326');
    expect([...points.xy]).toEqual([1, 2, 3, 4]);
    expect([...(points.rows as Uint32Array)]).toEqual([0, 0]);
  });
});
