import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packTable } from '../pack/pack-table.js';
import { degreesBetween, eachPiece, placeAt, pointCount } from '../points/degrees.js';
import { readTable } from '../readers/read-table.js';
import { received, sendable, transferables } from '../worker/transferables.js';
import { Dataset } from './dataset.js';
import { tableFromColumns } from './from-columns.js';
import { boundsOf } from './geometry.js';
import { ScaledPoints } from './scaled-points.js';
import type { PointGeometry } from './types.js';

const decimals = (most: number): fc.Arbitrary<number> => fc.integer({ min: -most * 1e7, max: most * 1e7 }).map((n) => n / 1e7 + 0);
const place = fc.oneof({ arbitrary: fc.tuple(decimals(180), decimals(90)), weight: 4 }, { arbitrary: fc.constant([Number.NaN, Number.NaN] as const), weight: 1 });
/** Places of seven decimals, near each other or not. */
const places = fc.oneof(
  fc.array(place, { maxLength: 40 }),
  fc.array(fc.tuple(fc.integer({ min: 0, max: 250 }), fc.integer({ min: 0, max: 60_000 })).map(([x, y]) => [(120e7 + x) / 1e7, (36e7 + y) / 1e7] as const), { maxLength: 40 }),
);
const pointsIn = async (coordinates: Float64Array): Promise<PointGeometry> => (await readTable(packTable(tableFromColumns({ coordinates, columns: { n: new Uint8Array(coordinates.length / 2) } })).buffer)).geometry as PointGeometry;

describe('points as whole steps', () => {
  test('are what was packed, piece by piece, one by one and all together', async () => {
    await fc.assert(
      fc.asyncProperty(places, fc.nat(80), fc.nat(80), async (list, from, to) => {
        const coordinates = Float64Array.from(list.flat());
        const points = await pointsIn(coordinates);
        expect(points).toBeInstanceOf(ScaledPoints);
        const [first, end] = [Math.min(from, to, coordinates.length), Math.min(Math.max(from, to), coordinates.length)];
        expect(degreesBetween(points, first, end)).toEqual(coordinates.slice(first, end));
        expect(list.map((_, row) => placeAt(points, row))).toEqual(list.map((one) => [...one]));
        expect(boundsOf(points)).toEqual(boundsOf({ kind: 'point', coordinates }));
        expect('steps' in (points as ScaledPoints).held).toBe(true);
        expect(points.coordinates).toEqual(coordinates);
        expect('steps' in (points as ScaledPoints).held).toBe(false);
        expect(points.coordinates).toBe(points.coordinates);
        expect(degreesBetween(points, first, end)).toEqual(coordinates.slice(first, end));
        expect(pointCount(points)).toBe(list.length);
      }),
    );
  });

  test('of none are none', async () => {
    const points = await pointsIn(new Float64Array(0));
    eachPiece(points, () => expect.unreachable());
    expect([pointCount(points), points.coordinates.length, boundsOf(points)]).toEqual([0, 0, undefined]);
    expect(placeAt(points, 0)).toEqual([Number.NaN, Number.NaN]);
    expect(placeAt(points, -1)).toEqual([Number.NaN, Number.NaN]);
  });

  test('come in pieces that follow each other', async () => {
    const coordinates = Float64Array.from({ length: 100_002 }, (_, i) => ((i % 2 === 0 ? 120_000_000 : 36_000_000) + i) / 1e6);
    const points = await pointsIn(coordinates);
    const seen: number[] = [];
    eachPiece(points, (degrees, from) => {
      expect(from).toBe(seen.length);
      seen.push(...degrees);
    });
    expect(seen).toEqual([...coordinates]);
  });

  test('cross between threads by transfer, whether their coordinates have been made or not', async () => {
    const coordinates = Float64Array.of(120.5, 36.25, 121, 37);
    for (const made of [false, true]) {
      const table = await readTable(packTable(tableFromColumns({ coordinates, columns: { n: Uint8Array.of(1, 2) } })).buffer);
      if (made) expect((table.geometry as PointGeometry).coordinates.length).toBe(4);
      const sent = sendable(table);
      const buffers = transferables(sent);
      const got = received(structuredClone(sent, { transfer: buffers }));
      expect(buffers.every((buffer) => buffer.byteLength === 0)).toBe(true);
      expect(placeAt(got.geometry as PointGeometry, 1)).toEqual([121, 37]);
      expect((got.geometry as PointGeometry).coordinates).toEqual(coordinates);
    }
  });

  test('answer a dataset as plain ones do', async () => {
    const coordinates = Float64Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 120 + (i % 7) / 10 : 36 + (i % 11) / 10));
    coordinates[6] = coordinates[7] = Number.NaN;
    const table = tableFromColumns({ coordinates, columns: { n: Uint16Array.from({ length: 200 }, (_, i) => i) } });
    const packed = await readTable(packTable(table).buffer);
    const [scaled, plain] = [new Dataset(packed), new Dataset(table)];
    for (const filter of [{ kind: 'bounds', west: 120.2, south: 36.1, east: 120.5, north: 36.6 }, { kind: 'bounds', west: 120.4, south: 36.1, east: 120.1, north: 36.6 }] as const) {
      for (const one of [scaled, plain]) one.setFilter('place', filter);
      expect(scaled.passing()).toEqual(plain.passing());
    }
    expect([scaled.bounds, scaled.feature(2).geometry, scaled.feature(3).geometry]).toEqual([plain.bounds, plain.feature(2).geometry, null]);
    expect('steps' in (packed.geometry as ScaledPoints).held).toBe(true);
  });
});
