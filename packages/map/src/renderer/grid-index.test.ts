import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf, placesIn } from './geometry.js';
import { countUnder, eachCell, eachRun, extentOf, gridOf } from './grid-index.js';

const points = fc.array(fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
  minLength: 1,
  maxLength: 300,
});
const flat = (list: readonly (readonly [number, number])[]) => Float64Array.from(list.flat());

describe('gridOf', () => {
  it('keeps every point with its row, and leaves out NaN', () => {
    fc.assert(
      fc.property(points, (list) => {
        const xy = flat([...list, [NaN, NaN]]);
        const gridded = gridOf(xy, extentOf(xy));
        const { rows, unit } = gridded;
        expect(Array.from(rows).sort((p, q) => p - q)).toEqual(list.map((_, index) => index));
        rows.forEach((row, at) => {
          const [x, y] = placeOf(gridded, at);
          expect(Math.abs(x - (list[row]?.[0] ?? NaN))).toBeLessThanOrEqual(0.51 * unit + 1e-9);
          expect(Math.abs(y - (list[row]?.[1] ?? NaN))).toBeLessThanOrEqual(0.51 * unit + 1e-9);
        });
        expect(placesIn(gridded)).toEqual(Float64Array.from(Array.from(rows.keys()).flatMap((at) => placeOf(gridded, at))));
      }),
    );
  });

  it('keeps points that lie nearer together than numbers of their size can tell, each on its side', () => {
    for (const [west, east] of [[-999999.9981407913, -999999.9981407903], [13_400_000, 13_400_000.5], [13_400_000.123456789, 13_400_001.987654321]] as const) {
      const gridded = gridOf(Float64Array.of(east, 0, west, 0), [west, 0, east, 0]);
      for (const at of [0, 1]) expect(placeOf(gridded, at)[0]).toBeCloseTo(gridded.rows[at] === 0 ? east : west, 8);
    }
  });

  it('takes 12 bytes a point and little for the cells, and is exact to a centimetre on the whole world', () => {
    const count = 100_000;
    const world = 2 * Math.PI * 6378137;
    const xy = Float64Array.from({ length: 2 * count }, (_, i) => (((i * 0.7548776662466927) % 1) - 0.5) * world);
    const { grid, xy: sorted, rows, unit } = gridOf(xy, extentOf(xy));
    expect((sorted.byteLength + rows.byteLength + grid.start.byteLength) / count).toBeLessThanOrEqual(12.5);
    expect(unit).toBeLessThan(0.01);
  });
});

describe('eachRun', () => {
  it('visits every point of an extent, none twice, in order', () => {
    fc.assert(
      fc.property(points, fc.tuple(fc.double({ min: -1.1e6, max: 1.1e6, noNaN: true }), fc.double({ min: -1.1e6, max: 1.1e6, noNaN: true })), ([...list], [x, y]) => {
        const xy = flat(list);
        const { grid, rows } = gridOf(xy, extentOf(xy));
        const extent = [x, y, x + 4e5, y + 3e5] as const;
        const seen: number[] = [];
        eachRun(grid, extent, (from, to) => {
          for (let i = from; i < to; i++) seen.push(i);
        });
        expect(seen).toEqual([...new Set(seen)].sort((p, q) => p - q));
        const inside = (i: number) => {
          const [px, py] = list[rows[i] as number] as [number, number];
          return px >= extent[0] && px <= extent[2] && py >= extent[1] && py <= extent[3];
        };
        const missed = Array.from(rows.keys()).filter((i) => inside(i) && !seen.includes(i));
        expect(missed).toEqual([]);
      }),
    );
  });
});

describe('eachCell and countUnder', () => {
  it('visit the same points as eachRun, cell by cell', () => {
    fc.assert(
      fc.property(points, ([...list]) => {
        const xy = flat(list);
        const { grid } = gridOf(xy, extentOf(xy));
        const extent = [-5e5, -4e5, 6e5, 7e5] as const;
        const byRun: number[] = [];
        const byCell: number[] = [];
        eachRun(grid, extent, (from, to) => {
          for (let i = from; i < to; i++) byRun.push(i);
        });
        eachCell(grid, extent, (from, to) => {
          expect(grid.start).toContain(from);
          for (let i = from; i < to; i++) byCell.push(i);
        });
        expect(byCell).toEqual(byRun);
        expect(countUnder(grid, extent)).toBe(byRun.length);
      }),
    );
  });
});
