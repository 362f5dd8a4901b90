import { describe, expect, test } from 'vitest';
import { Dataset } from './dataset.js';
import { placesOf } from './places.js';
import type { ShapeGeometry } from './types.js';

const venues = (): Dataset =>
  Dataset.fromColumns({ coordinates: Float64Array.of(0, 0, 1, 1, 2, 2, 3, 3), ids: ['a', 'b', 7, null], columns: { n: [1, 2, 3, 4] } });

describe('chosen rows', () => {
  test('only what is selected, whatever is selected now', async () => {
    const dataset = venues();
    dataset.select([1, 3]);
    dataset.setFilter('chosen', { kind: 'not', filter: { kind: 'selected' } });
    expect([...dataset.passing()]).toEqual([1, 0, 1, 0]);
    await Promise.resolve();
    let told: string[] = [];
    dataset.subscribe((changes) => (told = [...changes]));
    dataset.select([0]);
    await Promise.resolve();
    expect(told).toEqual(['selection', 'filter']);
    expect([...dataset.passing()]).toEqual([0, 1, 1, 1]);
    dataset.setFilter('chosen', undefined);
    dataset.select([2]);
    await Promise.resolve();
    expect(told).toEqual(['filter', 'selection']);
  });

  test('by their ids', () => {
    const dataset = venues();
    dataset.setFilter('ids', { kind: 'ids', ids: ['b', 7, 'zz'] });
    expect([...dataset.passing()]).toEqual([0, 1, 1, 0]);
  });

  test('those in an area, among what passes', () => {
    const dataset = venues();
    dataset.setFilter('n', { kind: 'range', field: 'n', max: 3 });
    const rings = [[[-1, -1], [5, -1], [5, 5], [1.5, 5], [1.5, 1.5], [-1, 1.5]]] as const;
    expect([...dataset.matching({ kind: 'shape', rings })]).toEqual([0, 1, 2]);
    dataset.select(dataset.matching({ kind: 'bounds', west: 0.5, east: 9, south: 0, north: 9 }), 'add');
    expect([...dataset.selection]).toEqual([1, 2]);
  });
});

/** Shapes of one part each. */
function shapes(rows: readonly { readonly type: 1 | 2 | 3; readonly parts: readonly (readonly (readonly (readonly [number, number])[])[])[] }[]): ShapeGeometry {
  const [partStart, ringStart, vertexStart, numbers]: number[][] = [[0], [0], [0], []];
  for (const { parts } of rows) {
    for (const rings of parts) {
      for (const ring of rings) {
        numbers?.push(...ring.flat());
        vertexStart?.push((numbers?.length ?? 0) / 2);
      }
      ringStart?.push((vertexStart?.length ?? 0) - 1);
    }
    partStart?.push((ringStart?.length ?? 0) - 1);
  }
  const [p, r, v] = [partStart, ringStart, vertexStart].map((starts) => Uint32Array.from(starts ?? []));
  return { kind: 'shape', types: Uint8Array.from(rows, ({ type }) => type), partStart: p as Uint32Array, ringStart: r as Uint32Array, vertexStart: v as Uint32Array, coordinates: Float64Array.from(numbers ?? []) };
}

describe('the place that stands for a shape', () => {
  test('is half way along a line, inside a polygon even if it is a ring or a bow', () => {
    const bow = [[0, 0], [10, 0], [10, 10], [9, 10], [9, 1], [1, 1], [1, 10], [0, 10], [0, 0]] as const;
    const outer = [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]] as const;
    const hole = [[1, 1], [9, 1], [9, 9], [1, 9], [1, 1]] as const;
    const places = placesOf(
      shapes([
        { type: 2, parts: [[[[0, 0], [1, 0]]], [[[0, 0], [0, 4], [4, 4]]]] },
        { type: 3, parts: [[bow]] },
        { type: 3, parts: [[[[20, 20], [21, 20], [21, 21], [20, 20]]], [outer, hole]] },
        { type: 1, parts: [[[[5, 6]]]] },
        { type: 1, parts: [] },
      ]),
    );
    expect([...places.slice(0, 2)]).toEqual([0, 4]);
    const [lon, lat] = [...places.slice(2, 4)] as [number, number];
    expect((lon > 0 && lon < 1) || (lon > 9 && lon < 10) || lat < 1).toBe(true);
    const [x, y] = [...places.slice(4, 6)] as [number, number];
    expect(x > 0 && x < 10 && y > 0 && y < 10 && !(x > 1 && x < 9 && y > 1 && y < 9)).toBe(true);
    expect([...places.slice(6, 8)]).toEqual([5, 6]);
    expect(places[8]).toBeNaN();
  });
});
