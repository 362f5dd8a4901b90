import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { YztError } from '@yizhangtu/base/errors';
import type { ShapeGeometry } from '../model/types.js';
import { cellsOf, failureOf, noteKinds } from '../readers/reading.fixture.js';
import type { RawTable, ReadOptions } from '../readers/types.js';
import { readFiles } from './read-files.js';
import { dbfOf, GBK, prjOf, shpOf, zipOf, type TestShape } from './shapefile.fixture.js';

const read = (bytes: Uint8Array<ArrayBuffer>, options: ReadOptions = {}): Promise<RawTable> => readFiles({ files: [{ name: 'x.zip', bytes }], options: { keepCrs: true, ...options } });
const failure = (bytes: Uint8Array<ArrayBuffer>, options: ReadOptions = {}): Promise<YztError> => failureOf(read(bytes, options));
const point = (x: number, y: number): TestShape => ({ type: 1, parts: [[[x, y]]] });
const square = (x: number, y: number, size: number, clockwise = true): (readonly [number, number])[] => {
  const ring: [number, number][] = [[x, y], [x, y + size], [x + size, y + size], [x + size, y], [x, y]];
  return clockwise ? ring : ring.reverse();
};
const two = { 'a.shp': shpOf([point(120.3, 36.1), point(120.4, 36.2)]) };
const words = dbfOf([[GBK['名称'] as Uint8Array, 'C', 8]], [[GBK['市南区'] as Uint8Array], [GBK['崂山区'] as Uint8Array]]);

describe('the encoding of a table', () => {
  const withLanguage = (language: number): Uint8Array => dbfOf([[GBK['名称'] as Uint8Array, 'C', 8]], [[GBK['市南区'] as Uint8Array], [GBK['崂山区'] as Uint8Array]], { language });

  test('comes from the .cpg, then from the language, then from the bytes, and is said', async () => {
    const tables: readonly Readonly<Record<string, Uint8Array | string>>[] = [
      { 'a.dbf': words, 'a.cpg': 'GBK\n' },
      { 'a.dbf': words, 'A.CPG': 'ANSI 936' },
      { 'a.dbf': withLanguage(0x4d) },
      { 'a.dbf': words },
      { 'a.dbf': withLanguage(0x57) },
      // A .cpg that nobody understands says nothing.
      { 'a.dbf': words, 'a.cpg': '?' },
    ];
    for (const files of tables) {
      const table = await read(zipOf({ ...two, ...files }));
      expect([cellsOf(table, '名称'), table.report.source]).toEqual([['市南区', '崂山区'], { format: 'shapefile', encoding: 'gb18030', layer: 'a' }]);
    }
    const utf8 = await read(zipOf({ ...two, 'a.dbf': dbfOf([['名称', 'C', 9]], [['市南区'], ['崂山区']]) }));
    expect([cellsOf(utf8, '名称'), utf8.report.source?.encoding]).toEqual([['市南区', '崂山区'], 'utf-8']);
  });

  test('of the West stays that of the West', async () => {
    const table = await read(zipOf({ ...two, 'a.dbf': dbfOf([['n', 'C', 8]], [[Uint8Array.of(0x53, 0xe3, 0x6f)], ['b']], { language: 0x57 }) }));
    expect([cellsOf(table, 'n'), table.report.source?.encoding]).toEqual([['São', 'b'], 'windows-1252']);
  });

  test('that the page names wins; words that do not fit it are said', async () => {
    const table = await read(zipOf({ ...two, 'a.dbf': words, 'a.cpg': 'GBK' }), { encoding: 'utf-8' });
    expect(noteKinds(table)).toContain('bad-letters');
    expect((await failure(zipOf({ ...two, 'a.dbf': words }), { encoding: 'klingon' })).code).toBe('bad-encoding');
  });

  test('half a letter at the end of a field is left out', async () => {
    const cut = dbfOf([['n', 'C', 5]], [[GBK['市南区'] as Uint8Array], [GBK['崂山区'] as Uint8Array]]);
    const table = await read(zipOf({ ...two, 'a.dbf': cut }));
    expect([cellsOf(table, 'n'), noteKinds(table).includes('bad-letters')]).toEqual([['市南', '崂山'], false]);
  });
});

test('kinds of fields', async () => {
  const table = await read(
    zipOf({
      ...two,
      'a.dbf': dbfOf(
        [['n', 'N', 6, 2], ['d', 'D', 8], ['l', 'L', 1], ['code', 'N', 18], ['c', 'C', 4], ['c', 'C', 2], ['memo', 'M', 10]],
        [['  1.25', '20240305', 'T', '370202000000000017', '0012', 'a', ''], ['******', '', '?', '370202000000000018', '', 'b', '']],
      ),
    }),
  );
  expect(cellsOf(table, 'n')).toEqual([1.25, null]);
  expect(table.columns.find((one) => one.name === 'd')).toMatchObject({ kind: 'date', dateOnly: true, values: Float64Array.of(Date.UTC(2024, 2, 4, 16), NaN) });
  expect(cellsOf(table, 'l')).toEqual([true, null]);
  expect(cellsOf(table, 'code')).toEqual(['370202000000000017', '370202000000000018']);
  expect([cellsOf(table, 'c'), cellsOf(table, 'c_2')]).toEqual([['0012', null], ['a', 'b']]);
  expect(noteKinds(table)).toEqual(expect.arrayContaining(['binary-field', 'duplicate-header', 'no-crs']));
});

describe('shapes', () => {
  test('points, lines, polygons with holes in any order, several parts, Z and M, and none', async () => {
    const shapes: TestShape[] = [
      { type: 11, parts: [[[120, 36]]] },
      { type: 3, parts: [[[120, 36], [121, 37]], [[122, 36], [123, 37]]] },
      // A hole before its shell, and a second shell.
      { type: 15, parts: [square(120.2, 36.2, 0.1, false), square(120, 36, 1), square(122, 36, 1)] },
      null,
      { type: 28, parts: [[[120, 36], [121, 36]]] },
    ];
    const table = await read(zipOf({ 'a.shp': shpOf(shapes), 'a.prj': 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]' }));
    const { types, partStart, ringStart } = table.geometry as ShapeGeometry;
    expect([...types]).toEqual([1, 2, 3, 0, 1]);
    expect([...partStart]).toEqual([0, 1, 3, 5, 5, 7]);
    expect([...ringStart].slice(3, 6)).toEqual([3, 5, 6]);
    expect(noteKinds(table)).toEqual(expect.arrayContaining(['no-geometry', 'no-table']));
    expect(table.report.source).toEqual({ format: 'shapefile', crs: 'EPSG:4326', layer: 'a' });
  });

  test('more shapes than records, or fewer: what is missing is empty', async () => {
    const less = await read(zipOf({ 'a.shp': shpOf([point(120, 36)]), 'a.dbf': words }));
    expect([less.rowCount, cellsOf(less, '名称')]).toEqual([2, ['市南区', '崂山区']]);
    const more = await read(zipOf({ 'a.shp': shpOf([point(120, 36), point(120, 36), point(120, 36)]), 'a.dbf': words }));
    expect([more.rowCount, cellsOf(more, '名称'), noteKinds(more)]).toEqual([3, ['市南区', '崂山区', null], expect.arrayContaining(['rows-differ'])]);
  });

  test('records that were deleted go with their shapes', async () => {
    const table = await read(zipOf({ ...two, 'a.dbf': dbfOf([['n', 'C', 1]], [['a'], ['b']], { deleted: [0] }) }));
    expect([cellsOf(table, 'n'), table.geometry]).toEqual([['b'], { kind: 'point', coordinates: Float64Array.of(120.4, 36.2) }]);
  });
});

describe('the coordinate system', () => {
  const crsOf = async (prj: string): Promise<string | undefined> => (await read(zipOf({ 'a.shp': shpOf([point(120.3, 36.1)]), 'a.prj': prj }))).report.source?.crs;

  test('zones of CGCS2000 by their numbers, whatever they are called', async () => {
    expect(await crsOf(prjOf(120, 40_500_000))).toBe('EPSG:4528');
    expect(await crsOf(prjOf(120, 500_000))).toBe('EPSG:4549');
    expect(await crsOf(prjOf(123, 21_500_000))).toBe('EPSG:4499');
    expect(await crsOf(prjOf(75, 25_500_000))).toBe('EPSG:4513');
    expect(await crsOf('PROJCRS["x",BASEGEOGCRS["China Geodetic Coordinate System 2000",DATUM["China 2000",ELLIPSOID["CGCS2000",6378137,298.257222101]]],CONVERSION["x",METHOD["Transverse Mercator",ID["EPSG",9807]],PARAMETER["Latitude of natural origin",0],PARAMETER["Longitude of natural origin",120],PARAMETER["Scale factor at natural origin",1],PARAMETER["False easting",500000],PARAMETER["False northing",0]],CS[Cartesian,2],ID["EPSG",4549]]')).toBe('EPSG:4549');
  });

  test('others by their code or name', async () => {
    expect(await crsOf('PROJCS["WGS_1984_UTM_Zone_51N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]],PROJECTION["Transverse_Mercator"]]')).toBe('EPSG:32651');
    expect(await crsOf('PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]],PROJECTION["Mercator_Auxiliary_Sphere"]]')).toBe('EPSG:3857');
    expect(await crsOf('PROJCS["NAD83",GEOGCS["NAD83",DATUM["x",AUTHORITY["EPSG","6269"]]],PROJECTION["Lambert_Conformal_Conic_2SP"],AUTHORITY["EPSG","26986"]]')).toBe('EPSG:26986');
    expect(await crsOf('GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000"]]')).toBe('EPSG:4490');
  });

  test('old and local ones are named and refused, unless the page names one', async () => {
    for (const [prj, words] of [
      [prjOf(120, 40_500_000, 'D_Xian_1980', 'GCS_Xian_1980'), '西安'],
      [prjOf(120, 40_500_000, 'D_Beijing_1954', 'GCS_Beijing_1954'), '北京'],
      ['GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954"]]', '北京'],
      [prjOf(121, 500_000), '中央经线 121°'],
      ['PROJCS["?",GEOGCS["GCS_X",DATUM["D_X"]],PROJECTION["Gauss_Kruger"]]', 'EPSG'],
    ] as const) {
      const archive = zipOf({ 'a.shp': shpOf([point(40_500_000, 4_000_000)]), 'a.prj': prj });
      const error = await failure(archive, { keepCrs: false });
      expect([error.code, error.text.zh]).toEqual(['unknown-crs', expect.stringContaining(words)]);
      expect((await read(archive, { crs: 'EPSG:4528' })).crs).toBe('EPSG:4528');
    }
    // Who transforms may have the parameters of an old datum, not those of a local system.
    expect(await crsOf(prjOf(120, 40_500_000, 'D_Xian_1980', 'GCS_Xian_1980'))).toBe('EPSG:2364');
    expect(await crsOf(prjOf(120, 500_000, 'D_Beijing_1954', 'GCS_Beijing_1954'))).toBe('EPSG:2437');
    expect((await failure(zipOf({ 'a.shp': shpOf([point(40_500_000, 4_000_000)]), 'a.prj': prjOf(121, 500_000) }))).code).toBe('unknown-crs');
  });

  test('metres without one are refused, with the zone they may be in', async () => {
    const error = await failure(zipOf({ 'a.shp': shpOf([point(40_534_469, 4_000_000)]) }));
    expect([error.code, error.text.zh]).toEqual(['unknown-crs', expect.stringContaining('EPSG:4528')]);
  });

  test('a text that is none never hangs and never throws', () => {
    const texts = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('[', ']', 'GEOGCS', 'PROJCS', '"', ',', '1', 'DATUM', '(') }));
    return fc.assert(
      fc.asyncProperty(texts, async (prj) => {
        const archive = zipOf({ 'a.shp': shpOf([point(120, 36)]), 'a.prj': prj });
        const table = await read(archive).catch((reason: unknown) => reason);
        expect(table instanceof YztError ? table.code : (table as RawTable).rowCount).toBe(table instanceof YztError ? 'unknown-crs' : 1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('several layers', () => {
  const archive = zipOf({ '图/a.shp': two['a.shp'], '图/a.dbf': words, '图/b.shp': shpOf([point(121, 36)]), '__MACOSX/._a.shp': 'x' });

  test('the first, or the one that is named; the others are said', async () => {
    const first = await read(archive);
    expect([first.rowCount, first.report.source?.layer, first.report.source?.layers]).toEqual([2, '图/a', ['图/a', '图/b']]);
    expect(noteKinds(first)).toContain('other-layers');
    expect((await read(archive, { layer: 'B' })).rowCount).toBe(1);
    expect((await failure(archive, { layer: 'c' })).text.zh).toContain('a、b');
  });
});

const CONFORMANCE = fileURLToPath(new URL('../../../../../shared/data/conformance/', import.meta.url));
const present = existsSync(CONFORMANCE);
describe.skipIf(!present)(`real shapefiles${present ? '' : ' (skipped: no ../shared/data)'}`, () => {
  const real = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(join(CONFORMANCE, name)));

  test('districts of 青岛 in GBK and EPSG:4528', async () => {
    const table = await read(real('derived/qingdao_districts_cgcs2000_gk40_gbk.zip'));
    expect([table.rowCount, table.crs, table.report.source?.encoding, table.report.notes]).toEqual([10, 'EPSG:4528', 'gb18030', []]);
    expect(cellsOf(table, 'name')).toContain('崂山区');
  });

  test('code pages, UTF-8, many polygons, and none', async () => {
    const [a, b] = [await read(real('shapefile/codepage.zip')), await read(real('shapefile/utf.zip'))];
    expect([a.report.source?.encoding, b.report.source?.encoding]).toEqual(['windows-1250', 'utf-8']);
    const names = (table: RawTable): unknown[] => table.columns.flatMap((column) => cellsOf(table, column.name));
    // The first word is one that code page 1250 does not have.
    expect(names(a).slice(1)).toEqual(names(b).slice(1));
    expect((await failure(real('shapefile/badzip.zip'))).code).toBe('bad-archive');
    expect((await failure(real('shapefile/noshp.zip'))).code).toBe('bad-archive');
    expect((await read(real('shapefile/senate.zip'), { crs: 'EPSG:26986' })).rowCount).toBe(40);
    expect((await read(real('shapefile/train_stations.zip'))).crs).toBe('EPSG:26986');
  });
});

describe('what lies or is broken', () => {
  test('counts and lengths that the bytes cannot hold are one error', async () => {
    const lying = dbfOf([['n', 'C', 1]], [['a']], { claimed: 0xffffffff });
    expect((await failure(zipOf({ ...two, 'a.dbf': lying }))).code).toBe('bad-shapefile');
    const cut = shpOf([point(120, 36), point(121, 36)]).slice(0, -8);
    expect((await failure(zipOf({ 'a.shp': cut }))).text.zh).toContain('第 2 个图形');
    const counts = shpOf([{ type: 5, parts: [square(120, 36, 1)] }]);
    new DataView(counts.buffer).setInt32(100 + 8 + 36, 0x7fffffff, true);
    expect((await failure(zipOf({ 'a.shp': counts }))).code).toBe('bad-shapefile');
    const wide = dbfOf([['n', 'C', 200]], []);
    new DataView(wide.buffer).setUint16(10, 3, true);
    expect((await failure(zipOf({ ...two, 'a.dbf': wide }))).code).toBe('bad-shapefile');
  });

  test('any byte may be wrong: a table or a named error, never anything else', () => {
    const archive = zipOf({ 'a.shp': shpOf([point(120, 36), { type: 5, parts: [square(120, 36, 1)] }, null]), 'a.dbf': words, 'a.prj': prjOf(120, 500_000) });
    return fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), { maxLength: 6 }), fc.nat(archive.length), async (changes, length) => {
        const bytes = archive.slice(0, length % 3 === 0 ? length : archive.length);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        const result: unknown = await read(bytes).catch((reason: unknown) => reason);
        if (!(result instanceof YztError)) expect(result).toHaveProperty('rowCount');
      }),
      { numRuns: 300 },
    );
  });

  test('the same for the files themselves, unpacked', () => {
    const shp = shpOf([point(120, 36), { type: 5, parts: [square(120, 36, 1), square(120.1, 36.1, 0.1, false)] }, { type: 18, parts: [[[1, 2], [3, 4]]] }]);
    return fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(shp.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), fc.array(fc.tuple(fc.nat(words.length - 1), fc.nat(255)), { maxLength: 4 }), async (inShp, inDbf) => {
        const [a, b] = [shp.slice(), words.slice()];
        for (const [at, value] of inShp) a[at] = value;
        for (const [at, value] of inDbf) b[at] = value;
        const result: unknown = await readFiles({ files: [{ name: 'a.shp', bytes: a }, { name: 'a.dbf', bytes: b as Uint8Array<ArrayBuffer> }] as never, options: { keepCrs: true } }).catch((reason: unknown) => reason);
        if (!(result instanceof YztError)) expect(result).toHaveProperty('rowCount');
      }),
      { numRuns: 300 },
    );
  });
});
