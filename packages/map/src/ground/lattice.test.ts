import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '@yizhangtu/data/steps';
import { areaOfCell, cellAt, cellSteps, cellsOf, cornersOf, middleOfCell, type Lattice } from './lattice.js';

const lattices: Lattice[] = [{ kind: 'square', size: 500 }, { kind: 'hexagon', size: 500 }];
const place = fc.double({ min: -1e6, max: 1e6, noNaN: true });

/** The nearest middle among all around: what a cell of a regular lattice is. */
function nearest(lattice: Lattice, x: number, y: number): number {
  const [column, line] = cellAt(lattice, x, y);
  let least = Infinity;
  for (let dl = -2; dl <= 2; dl++)
    for (let dc = -2; dc <= 2; dc++) {
      const [mx, my] = middleOfCell(lattice, column + dc, line + dl);
      least = Math.min(least, Math.hypot(mx - x, my - y));
    }
  return least;
}

describe('cellAt', () => {
  for (const lattice of lattices)
    it(`gives the cell with the nearest middle: ${lattice.kind}`, () => {
      fc.assert(
        fc.property(place, place, (x, y) => {
          const [mx, my] = middleOfCell(lattice, ...cellAt(lattice, x, y));
          expect(Math.hypot(mx - x, my - y)).toBeLessThanOrEqual(nearest(lattice, x, y) + 1e-6);
        }),
      );
    });
});

describe('cornersOf', () => {
  for (const lattice of lattices)
    it(`bounds the area of a ${lattice.kind}, opposite sides one size apart`, () => {
      const corners = cornersOf(lattice);
      let twice = 0;
      for (let i = 0; i < corners.length; i += 2) {
        const j = (i + 2) % corners.length;
        twice += (corners[i] as number) * (corners[j + 1] as number) - (corners[j] as number) * (corners[i + 1] as number);
      }
      expect(twice / 2).toBeCloseTo(areaOfCell(lattice), 6);
      const xs = corners.filter((_, index) => index % 2 === 0);
      expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(500, 9);
    });

  it('meets its neighbours without a gap', () => {
    const lattice: Lattice = { kind: 'hexagon', size: 2 };
    const corners = (column: number, line: number) => {
      const [x, y] = middleOfCell(lattice, column, line);
      return Array.from({ length: 6 }, (_, k) => [x + (cornersOf(lattice)[2 * k] as number), y + (cornersOf(lattice)[2 * k + 1] as number)].map((v) => v.toFixed(6)).join());
    };
    for (const [column, line] of [[1, 0], [0, 1], [-1, 1], [-1, 0], [-1, -1], [0, -1]] as const) {
      const shared = corners(0, 0).filter((corner) => corners(column, line).includes(corner));
      expect(shared, `${column} ${line}`).toHaveLength(2);
    }
  });
});

describe('cellsOf', () => {
  for (const lattice of lattices)
    it(`sorts points as a plain map does: ${lattice.kind}`, () => {
      const point = fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 }));
      fc.assert(
        fc.property(fc.array(point, { maxLength: 400 }), (points) => {
          const xy = Float64Array.from(points.flatMap(([x, y]) => [x * 111, y * 93]));
          const cells = cellsOf(lattice, xy);
          const known = new Map<string, number>();
          points.forEach(([x, y], index) => {
            const key = cellAt(lattice, x * 111, y * 93).join();
            if (!known.has(key)) known.set(key, known.size);
            expect(cells.of[index]).toBe(known.get(key));
            expect(cells.at(x * 111, y * 93)).toBe(known.get(key));
          });
          expect(cells.count).toBe(known.size);
        }),
      );
    });

  it('grows over many cells and answers −1 for empty ones and for places that are none', () => {
    const xy = Float64Array.from({ length: 20_000 }, (_, i) => (i % 2 === 0 ? (i / 2) * 1000 : 0));
    const cells = cellsOf({ kind: 'square', size: 500 }, xy);
    expect(cells.count).toBe(10_000);
    expect(cells.at(600, 0)).toBe(-1);
    expect(cells.at(NaN, 0)).toBe(-1);
    expect([...cellsOf({ kind: 'hexagon', size: 5 }, Float64Array.of(NaN, 1, Infinity, 2, 3, 4)).of]).toEqual([-1, -1, 0]);
  });

  it('tells the cell of a point by its row, in whole steps from a middle as well as in plain numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -9000, max: 9000 }), fc.integer({ min: -9000, max: 9000 })), { minLength: 1, maxLength: 60 }), (points) => {
        const rows = Uint32Array.from(points.keys()).reverse();
        const steps = { xy: Int32Array.from(points.flat()), unit: 0.5, x0: 3, y0: -7 };
        for (const lattice of lattices) {
          const plain = cellsOf(lattice, Float64Array.from(points.flatMap(([x, y]) => [x / 2 + 3, y / 2 - 7])));
          const told = atOnce(cellSteps(lattice, { ...steps, rows }, points.length + 1));
          expect(Array.from(rows, (row) => told.of[row])).toEqual([...plain.of]);
          expect(told.of[points.length]).toBe(-1);
          expect([...told.columns]).toEqual([...plain.columns]);
        }
      }),
    );
  });
});
