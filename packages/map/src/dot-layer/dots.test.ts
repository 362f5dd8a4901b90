import { describe, expect, it } from 'vitest';
import type { ShapeGeometry } from '@yizhangtu/data/model';
import { box, shapeGeometry, type Ring, type TestShape } from '../renderer/shapes.fixture.js';
import { dotCount, leastPerDot, roundPerDot, roundSteps, strewnDots } from './dots.js';

/** Turns of a ring around a place (winding number): another way than the one under test. */
function windings(ring: Ring, x: number, y: number): number {
  let turns = 0;
  ring.slice(1).forEach(([bx, by], index) => {
    const [ax, ay] = ring[index] as readonly [number, number];
    const side = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
    if (ay <= y && by > y && side > 0) turns++;
    if (ay > y && by <= y && side < 0) turns--;
  });
  return turns;
}

function isIn(polygons: readonly (readonly Ring[])[], x: number, y: number): boolean {
  return polygons.some(([shell, ...holes]) => windings(shell as Ring, x, y) !== 0 && holes.every((hole) => windings(hole, x, y) === 0));
}

/** A star with uneven arms: many bands, and most of its box is outside. */
function star(west: number, south: number, points: number, seed: number): Ring {
  const ring = Array.from({ length: 2 * points }, (_, i): [number, number] => {
    const radius = i % 2 ? 0.1 : 0.3 + 0.2 * Math.abs(Math.sin(seed * (i + 1)));
    const angle = (Math.PI * i) / points;
    return [west + radius * Math.cos(angle), south + radius * Math.sin(angle)];
  });
  return [...ring, ring[0] as [number, number]];
}

const POLYGONS: readonly (readonly (readonly Ring[])[])[] = [
  [[box(120, 36, 121, 37), box(120.2, 36.2, 120.9, 36.9)]],
  [[star(120, 36, 9, 1)], [box(125, 30, 125.01, 30.01)], [star(110, 40, 40, 2), box(109.98, 39.98, 110.02, 40.02)]],
  [[[[120, 36], [120.001, 36], [122, 38], [121.999, 38], [120, 36]]]],
  [[box(100, 0, 101, 60)]],
];
const shapes = (list = POLYGONS): ShapeGeometry => shapeGeometry(list.map((polygons): TestShape => ({ type: 3, polygons })));
const people = { name: 'people', values: [1049, 2000, 333, 20_000] };

function placesOf(row: number, geometry = shapes(), fields = [people], perDot = 2) {
  const { geometry: points, rowOf } = strewnDots(geometry, fields, perDot);
  return [...rowOf].flatMap((of, dot) => (of === row ? [[points.coordinates[2 * dot] as number, points.coordinates[2 * dot + 1] as number] as const] : []));
}

describe('strewnDots', () => {
  it.each([0, 1, 2, 3])('has as many dots in polygon %d as its number asks for, all inside and in no hole', (row) => {
    const places = placesOf(row);
    expect(places).toHaveLength(Math.round((people.values[row] as number) / 2));
    expect(places.filter(([x, y]) => !isIn(POLYGONS[row] ?? [], x, y))).toEqual([]);
  });

  it('strews them evenly by area on the ground, over parts and latitudes', () => {
    const north = placesOf(3).filter(([, y]) => y > 30).length / 10_000;
    expect(north).toBeCloseTo((Math.sin(Math.PI / 3) - 0.5) / Math.sin(Math.PI / 3), 1);
    const frame = placesOf(0, shapes(), [{ name: 'people', values: [20_000] }]);
    // Around the hole the western stripe has 0.2 of the width and all of the height.
    expect(frame.filter(([x]) => x < 120.2).length / frame.length).toBeCloseTo(0.2 / (1 - 0.49), 1);
  });

  it('keeps the places of a row in another order, beside other fields, and with fewer dots', () => {
    const before = placesOf(1);
    const turned = shapes([...POLYGONS].reverse());
    const values = [...people.values].reverse();
    expect(placesOf(2, turned, [{ name: 'people', values }])).toEqual(before);
    const firm = { name: 'firms', values: [4, 0, 0, 0] };
    expect(placesOf(1, shapes(), [firm, people])).toEqual(before);
    expect(placesOf(1, shapes(), [people], 4)).toEqual(before.slice(0, 500));
  });

  it('gives fields different places, and turns in lying on top', () => {
    const { classOf, turns } = strewnDots(shapes(), [people, { ...people, name: 'firms' }], 100);
    expect([turns, new Set(classOf).size]).toEqual([8, 16]);
    const [a, b] = [placesOf(2, shapes(), [people], 100), placesOf(2, shapes(), [{ ...people, name: 'firms' }], 100)];
    expect(a).not.toEqual(b);
  });

  it('has none for zero, negative and missing numbers, for other geometries, and stays at the corner of a polygon without an area', () => {
    expect([dotCount(0, 1), dotCount(-5, 1), dotCount(NaN, 1), dotCount(undefined, 1), dotCount(49, 100), dotCount(50, 100)]).toEqual([0, 0, 0, 0, 0, 1]);
    const flat = shapeGeometry([{ type: 3, polygons: [[[[1, 2], [3, 2], [1, 2]]]] }, { type: 1, points: [[5, 6]] }]);
    const { geometry, rowOf } = strewnDots(flat, [{ name: 'n', values: [2, 9] }], 1);
    expect([[...geometry.coordinates], [...rowOf]]).toEqual([[1, 2, 1, 2], [0, 0]]);
  });
});

describe('roundPerDot', () => {
  const numbers = (...values: number[]) => [{ name: 'n', values }];
  it('is a round number with few dots', () => {
    expect(roundPerDot(numbers(486_643, 1_096_879, 1_903_595, 502_370))).toBe(1000);
    expect(roundPerDot(numbers(0.4, 0.6))).toBe(0.0005);
    expect(roundPerDot(numbers(0, NaN))).toBe(1);
  });
  it('does not lose many small numbers in rounding', () => {
    expect(roundPerDot(numbers(...Array.from({ length: 10_000 }, () => 3)))).toBe(1);
    expect(leastPerDot(numbers(1e12))).toBe(5_000_000);
  });

  it('is counted in more than one step among very many rows, and comes to the same', () => {
    const values = Float64Array.from({ length: 200_000 }, (_, row) => row % 97);
    let pauses = 0;
    const steps = roundSteps([{ name: 'n', values }]);
    for (;;) {
      const { done, value } = steps.next();
      if (done) {
        expect(value).toBe(roundPerDot([{ name: 'n', values: [...values] }]));
        break;
      }
      pauses++;
    }
    expect(pauses).toBeGreaterThan(3);
  });
});
