import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { geojson } from 'flatgeobuf';
import { describe, expect, it, vi } from 'vitest';
import { YztError } from '@yizhangtu/base/errors';
import { Dataset } from '../model/dataset.js';
import { featureGeometry } from '../model/geometry.js';
import type { Table } from '../model/types.js';
import { readTable } from './read-table.js';
import type { ReadOptions } from './types.js';

// Hundreds of files a test, on machines that do other things too.
vi.setConfig({ testTimeout: 60_000 });

type Feature = { readonly type: 'Feature'; readonly properties: Record<string, unknown> | null; readonly geometry: { readonly type: string; readonly coordinates?: unknown } };
type Collection = Parameters<typeof geojson.serialize>[0];

/** A file as the format's own library writes it. */
const fileOf = (features: readonly Feature[], crs = 0): Uint8Array<ArrayBuffer> =>
  geojson.serialize({ type: 'FeatureCollection', features } as unknown as Collection, crs).slice() as Uint8Array<ArrayBuffer>;
const feature = (geometry: Feature['geometry'], properties: Feature['properties'] = null): Feature => ({ type: 'Feature', properties, geometry });
const point = (lon: number, lat: number, properties: Feature['properties'] = null): Feature => feature({ type: 'Point', coordinates: [lon, lat] }, properties);
const read = (bytes: Uint8Array<ArrayBuffer>, options: ReadOptions = {}): ReturnType<typeof readTable> => readTable(bytes.slice().buffer, { name: '/v.fgb', ...options });
const shapes = (table: Table): unknown[] => Array.from({ length: table.rowCount }, (_, row) => featureGeometry(table.geometry, row));
const notes = ({ report }: Table): string[] => report.notes.map((note) => `${note.kind} ${note.count}`);

const position = fc.tuple(fc.double({ min: 91, max: 180, noNaN: true }), fc.double({ min: -89, max: 89, noNaN: true }));
const ring = fc.array(position, { minLength: 3, maxLength: 8 }).map((ends) => [...ends, ends[0]]);
const line = fc.array(position, { minLength: 2, maxLength: 8 });
const polygon = fc.array(ring, { minLength: 1, maxLength: 3 });
const geometry = fc.oneof(
  position.map((coordinates) => ({ type: 'Point', coordinates })),
  fc.array(position, { minLength: 2, maxLength: 5 }).map((coordinates) => ({ type: 'MultiPoint', coordinates })),
  line.map((coordinates) => ({ type: 'LineString', coordinates })),
  fc.array(line, { minLength: 2, maxLength: 4 }).map((coordinates) => ({ type: 'MultiLineString', coordinates })),
  polygon.map((coordinates) => ({ type: 'Polygon', coordinates })),
  fc.array(polygon, { minLength: 2, maxLength: 3 }).map((coordinates) => ({ type: 'MultiPolygon', coordinates })),
);

async function outcome(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  try {
    return `read ${(await read(bytes)).rowCount}`;
  } catch (error) {
    if (error instanceof YztError) return error.code;
    throw error;
  }
}

describe('what the library of the format writes', () => {
  it('has the same geometries, of every kind and mixed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(geometry, { minLength: 1, maxLength: 10 }), async (list) => {
        const table = await read(fileOf(list.map((one) => feature(one))));
        expect(shapes(table)).toEqual(list);
        expect(notes(table)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('has the same values, by column', async () => {
    const row = fc.record({
      name: fc.string({ unit: 'binary' }).map((word) => word.replace(/[\ud800-\udfff]/g, '') ),
      area: fc.double({ noNaN: true, noDefaultInfinity: true }),
      open: fc.boolean(),
      tags: fc.array(fc.integer(), { minLength: 1, maxLength: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        // The library takes the kinds of the first feature; a half keeps it from writing a whole number.
        const table = await read(fileOf([point(120, 36, { name: 'a', area: 0.5, open: true, tags: [1] }), ...rows.map((one) => point(120, 36, one))]));
        const dataset = new Dataset(table);
        expect(table.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual(['name text', 'area number', 'open boolean', 'tags text']);
        rows.forEach((one, index) =>
          expect(['name', 'area', 'open', 'tags'].map((name) => dataset.value(index + 1, name))).toEqual([one.name, one.area, one.open, JSON.stringify(one.tags)]),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('missing values are missing, in every kind of column', async () => {
    const all = { name: '甲', area: 1.5, open: true };
    const dataset = new Dataset(await read(fileOf([point(120, 36, all), point(121, 36, { name: null, area: null, open: null }), point(122, 36, all)])));
    expect([0, 1, 2].map((row) => ['name', 'area', 'open'].map((name) => dataset.value(row, name)))).toEqual([['甲', 1.5, true], [null, null, null], ['甲', 1.5, true]]);
  });

  it('a collection keeps the parts of the highest dimension, as GeoJSON does', async () => {
    const square = [[[120, 36], [121, 36], [121, 37], [120, 36]]];
    const mixed = { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [120, 36] }, { type: 'Polygon', coordinates: square }] };
    const table = await read(fileOf([feature(mixed as Feature['geometry'])]));
    expect([shapes(table), notes(table)]).toEqual([[{ type: 'Polygon', coordinates: square }], ['mixed-collection 1']]);
  });

  it('columns in the kinds the page asks for', async () => {
    const table = await read(fileOf([point(120, 36, { code: 101.5, when: '2026-01-02' })]), { kinds: [['code', 'text'], ['when', 'date']] });
    expect([new Dataset(table).value(0, 'code'), new Dataset(table).value(0, 'when')]).toEqual(['101.5', new Date('2026-01-02T00:00:00+08:00')]);
  });
});

describe('coordinates as with GeoJSON', () => {
  it('degrees of EPSG:4326 and EPSG:4490 are read, anything else is said or left to a transform', async () => {
    for (const code of [0, 4326, 4490]) expect((await read(fileOf([point(120, 36)], code))).rowCount).toBe(1);
    const metres = fileOf([point(40520000, 3995000)], 4549);
    await expect(read(metres)).rejects.toMatchObject({ code: 'unknown-crs', text: { zh: expect.stringContaining('EPSG:4549') as string } });
    expect((await read(metres, { keepCrs: true })).crs).toBe('EPSG:4549');
    await expect(read(fileOf([point(40520000, 3995000), point(40520000, 3995001)]))).rejects.toMatchObject({ code: 'unknown-crs' });
  });

  it('swapped ones are mended, those outside skipped, those that are no numbers left out', async () => {
    const swapped = await read(fileOf([point(36, 120), point(36.1, 120.1)]));
    expect([swapped.geometry, notes(swapped)]).toEqual([{ kind: 'point', coordinates: Float64Array.from([120, 36, 120.1, 36.1]) }, ['swapped 2']]);
    const table = await read(
      fileOf([point(120, 36), point(720, 36), point(Number.NaN, 36), feature({ type: 'LineString', coordinates: [[120, 36], [Number.NaN, 36], [121, 37]] }), feature({ type: 'Polygon', coordinates: [[[120, 36], [121, 36], [121, 37]]] })]),
    );
    expect(notes(table).toSorted()).toEqual(['bad-coordinates 1', 'bad-position 1', 'out-of-range 1', 'ring-closed 1']);
    expect(table.rowCount).toBe(3);
  });
});

describe('a file that is not sound', () => {
  const sound = fileOf([
    point(120, 36, { name: '甲', area: 1.5 }),
    feature({ type: 'MultiPolygon', coordinates: [[[[120, 36], [121, 36], [121, 37], [120, 36]]], [[[122, 36], [123, 36], [123, 37], [122, 36]]]] }, { name: '乙', area: 2 }),
  ]);

  it('cut off anywhere is one error', async () => {
    expect(await outcome(sound)).toBe('read 2');
    for (let length = 8; length < sound.length; length++) expect(await outcome(sound.slice(0, length)), `${length} bytes`).toBe('bad-flatgeobuf');
  });

  it('with any byte changed reads or is one error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 4, max: sound.length - 1 }), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 3 }), async (changes) => {
        const damaged = sound.slice();
        for (const [at, byte] of changes) damaged[at] = byte;
        expect(await outcome(damaged)).toMatch(/^(?:read [012]|bad-flatgeobuf|unknown-crs)$/);
      }),
      { numRuns: 3000 },
    );
  });

  it('whose parts name each other again and again ends with an error', async () => {
    // Every part of a level is the same table of the next: 60 levels of 40 parts would be 40^60 polygons, which no test would see the end of.
    const error = await read(endlessParts(60, 40)).catch((reason: unknown) => reason);
    expect(String((error as YztError).cause)).toContain('more parts than the file can hold');
  });

  it('says tag, file, place and remedy in both languages', async () => {
    await expect(read(sound.slice(0, sound.length - 8))).rejects.toMatchObject({
      code: 'bad-flatgeobuf',
      text: { zh: expect.stringMatching(/^<yzt-dataset>：.*\/v\.fgb 在第 2 个要素处.*ogr2ogr/) as string, en: expect.stringMatching(/^<yzt-dataset>:.*\/v\.fgb is cut off or damaged at feature 2.*ogr2ogr/) as string },
    });
    await expect(read(Uint8Array.from(sound, (byte, at) => (at === 3 ? 2 : byte)))).rejects.toMatchObject({ text: { zh: expect.stringContaining('版本是 2') as string } });
  });
});

/** One feature whose geometry is a collection of `width` times the same collection, `depth` deep, written by hand. */
function endlessParts(depth: number, width: number): Uint8Array<ArrayBuffer> {
  // Table of offsets (20 bytes), table (12), number of parts and parts.
  const level = 36 + 4 * width;
  const body = new DataView(new ArrayBuffer(20 + depth * level));
  // The root is a feature at 12 whose only field is the geometry.
  body.setUint32(0, 12, true);
  body.setUint16(4, 6, true);
  body.setUint16(8, 4, true);
  body.setInt32(12, 8, true);
  body.setUint32(16, 20 + 20 - 16, true);
  for (let at = 20; at < body.byteLength; at += level) {
    body.setUint16(at, 20, true);
    body.setUint16(at + 4 + 2 * 6, 8, true);
    body.setUint16(at + 4 + 2 * 7, 4, true);
    body.setInt32(at + 20, 20, true);
    body.setUint32(at + 24, 8, true);
    // A collection.
    body.setUint8(at + 28, 7);
    if (at + level === body.byteLength) break;
    body.setUint32(at + 32, width, true);
    for (let part = at + 36; part < at + level; part += 4) body.setUint32(part, at + level + 20 - part, true);
  }
  // The header of mixed geometries leaves their type to each.
  const mixed = fileOf([point(120, 36), feature({ type: 'LineString', coordinates: [[120, 36], [121, 36]] })]);
  const end = 12 + new DataView(mixed.buffer).getUint32(8, true);
  const file = new Uint8Array(end + 4 + body.byteLength);
  file.set(mixed.subarray(0, end));
  new DataView(file.buffer).setUint32(end, body.byteLength, true);
  file.set(new Uint8Array(body.buffer), end + 4);
  return file;
}

const CONFORMANCE = fileURLToPath(new URL('../../../../../shared/data/conformance/flatgeobuf/', import.meta.url));

describe.skipIf(!existsSync(CONFORMANCE))('files of the format’s own test suite, where they are at hand', () => {
  const bytesOf = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(CONFORMANCE + name)).slice();

  it('countries with an index have the same features as their GeoJSON', async () => {
    const table = await read(bytesOf('countries.fgb'));
    const source = JSON.parse(readFileSync(`${CONFORMANCE}countries.geojson`, 'utf8')) as { features: { properties: { name: string } }[] };
    expect(table.rowCount).toBe(source.features.length);
    const names = Array.from({ length: table.rowCount }, (_, row) => new Dataset(table).value(row, 'name'));
    expect(new Set(names)).toEqual(new Set(source.features.map((one) => one.properties.name)));
  });

  it('every kind of value', async () => {
    const dataset = new Dataset(await read(bytesOf('alldatatypes.fgb')));
    expect(dataset.columns.map(({ name, kind }) => `${name} ${kind}`).join()).toBe(
      'byte number,ubyte number,bool boolean,short number,ushort number,int number,uint number,long number,ulong number,float number,double number,string text,json text,datetime date',
    );
    expect(['byte', 'ubyte', 'bool', 'short', 'uint', 'long', 'string', 'datetime'].map((name) => dataset.value(0, name))).toEqual([
      -1, 255, true, -1, 4294967295, -1, 'X', new Date('2020-02-29T12:34:56Z'),
    ]);
    expect(dataset.report.notes.map((note) => note.kind)).toContain('binary-field');
  });

  it.each([
    ['empty.fgb', 0],
    ['unknown_feature_count.fgb', 1],
    ['heterogeneous.fgb', 3],
    ['countries_nocrs.fgb', 179],
  ])('%s has %i rows', async (name, rows) => {
    expect((await read(bytesOf(name))).rowCount).toBe(rows);
  });
});
