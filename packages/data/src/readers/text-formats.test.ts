import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { YztError } from '@yizhangtu/base/errors';
import type { ShapeGeometry } from '../model/types.js';
import { readTable } from './index.js';
import { cellsOf, failureOf, noteKinds } from './reading.fixture.js';
import type { RawTable, ReadOptions } from './types.js';
import { hexGeometry, wkbGeometry } from './wkb.js';
import { wktGeometry } from './wkt.js';

const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
const read = (text: string, options: ReadOptions = {}): Promise<RawTable> => readTable(bytes(text), { keepCrs: true, ...options });
const failure = (text: string, options: ReadOptions = {}): Promise<YztError> => failureOf(read(text, options));

describe('TopoJSON', () => {
  const topology = {
    type: 'Topology',
    transform: { scale: [0.1, 0.1], translate: [120, 36] },
    // Two squares that share a side: the second arc.
    arcs: [[[10, 0], [-10, 0], [0, 10], [10, 0]], [[10, 0], [0, 10]], [[10, 10], [10, 0], [0, -10], [-10, 0]]],
    objects: {
      parts: {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Polygon', id: 'a', properties: { name: '甲' }, arcs: [[0, -2]] },
          { type: 'Polygon', properties: { name: '乙' }, arcs: [[1, 2]] },
          { type: null, properties: { name: '无' } },
        ],
      },
      points: { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [5, 5] }, { type: 'MultiPoint', coordinates: [[0, 0], [10, 10]] }] },
    },
  };

  test('arcs, forward and back, become rings; layers are named', async () => {
    const table = await read(JSON.stringify(topology));
    const { types, coordinates } = table.geometry as ShapeGeometry;
    expect([cellsOf(table, 'name'), table.ids, [...types]]).toEqual([['甲', '乙', '无'], ['a', null, null], [3, 3, 0]]);
    expect([...coordinates.subarray(0, 10)]).toEqual([121, 36, 120, 36, 120, 37, 121, 37, 121, 36]);
    expect(table.report.source).toEqual({ format: 'topojson', layer: 'parts', layers: ['parts', 'points'] });
    expect((await read(JSON.stringify(topology), { layer: 'points' })).rowCount).toBe(2);
    expect((await failure(JSON.stringify(topology), { layer: 'x' })).text.zh).toContain('parts、points');
  });

  test('arcs that are not there, and more than a page can hold, are one error', async () => {
    const wrong = { ...topology, objects: { a: { type: 'LineString', arcs: [99] } } };
    expect((await failure(JSON.stringify(wrong))).code).toBe('bad-topojson');
    expect((await failure('{"type":"Topology"}')).code).toBe('bad-topojson');
    const long = Array.from({ length: 1000 }, () => [1, 0]);
    const many = { type: 'Topology', arcs: [long], objects: { a: { type: 'GeometryCollection', geometries: Array.from({ length: 60 }, () => ({ type: 'LineString', arcs: Array.from({ length: 1000 }, () => 0) })) } } };
    expect((await failure(JSON.stringify(many))).text.zh).toContain('超过');
  });
});

describe('WKT and WKB', () => {
  test('a file of geometries, with Z, M, SRID, EMPTY and both ways of points', async () => {
    const table = await read('SRID=4490;POINT Z (120.3 36.1 5)\nMULTIPOINT (120 36, (121 37));polygon((120 36,121 36,121 37,120 36),(120.5 36.2,120.6 36.2,120.6 36.3,120.5 36.2))\nLINESTRING EMPTY\nGEOMETRYCOLLECTION(POINT(1 2),POINT(3 4))');
    expect([[...(table.geometry as ShapeGeometry).types], table.report.source]).toEqual([[1, 1, 3, 0, 1], { format: 'wkt', encoding: 'utf-8', crs: 'EPSG:4490' }]);
    expect((await read('SRID=4549;POINT(534469.77 3992467.72)')).crs).toBe('EPSG:4549');
  });

  test('what is none is named with its place', async () => {
    expect((await failure('POINT(1 2)\nPOINT(1)')).text.zh).toContain('第 2 行第 1 列');
    expect((await failure('x', { format: 'wkb' })).text.zh).toContain('第 1 字节');
    for (const text of ['POINT(1 2', 'POINT 1 2', 'POINT(1 2 3 4 5)', 'CIRCLE(1 2)', `${'GEOMETRYCOLLECTION('.repeat(5000)}POINT(1 2)`, 'POINT((1 2))']) expect(wktGeometry(text)).toBeUndefined();
  });

  test('a column of CSV, as text or as hexadecimal; rows that are none stay', async () => {
    const table = await read('编号,geom,名称\n001,"POINT(120.3 36.1)",甲\n002,,乙\n003,no,丙\n004,"POLYGON((0 0,1 1))",丁\n005,"POINT(999999 4000000)",戊');
    expect([cellsOf(table, '编号'), table.columns.map(({ name }) => name), table.rowCount]).toEqual([['001', '002', '003', '004', '005'], ['编号', '名称'], 5]);
    expect(table.geometry).toEqual({ kind: 'point', coordinates: Float64Array.of(120.3, 36.1, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN) });
    expect(noteKinds(table)).toEqual(expect.arrayContaining(['bad-wkt', 'no-geometry']));
    const hex = await read('wkb,n\n0101000020E6100000000000000000F03F0000000000000040,1');
    expect([hex.geometry, hex.columns.length]).toEqual([{ kind: 'point', coordinates: Float64Array.of(1, 2) }, 1]);
    // A column of that name with other words is a column like any other.
    expect((await read('shape,lon,lat\n圆,120,36')).columns.map(({ name }) => name)).toEqual(['shape']);
    expect((await failure('wkt\nSRID=4549;POINT(500000 4000000)', { keepCrs: false })).code).toBe('unknown-crs');
  });

  test('WKB of both byte orders, with Z, nested; counts are checked', () => {
    const point = (x: number, y: number, little = true): number[] => {
      const view = new DataView(new ArrayBuffer(21));
      view.setUint8(0, little ? 1 : 0);
      view.setUint32(1, 1, little);
      view.setFloat64(5, x, little);
      view.setFloat64(13, y, little);
      return [...new Uint8Array(view.buffer)];
    };
    expect(wkbGeometry(Uint8Array.from(point(1, 2, false)))).toEqual({ geometry: { type: 'Point', coordinates: [1, 2] } });
    expect(wkbGeometry(Uint8Array.from([1, 4, 0, 0, 0, 2, 0, 0, 0, ...point(1, 2), ...point(3, 4, false)]))).toEqual({ geometry: { type: 'MultiPoint', coordinates: [[1, 2], [3, 4]] } });
    expect(wkbGeometry(Uint8Array.from(point(NaN, NaN)))).toEqual({ geometry: null });
    expect(wkbGeometry(Uint8Array.from([1, 2, 0, 0, 0, 255, 255, 255, 255]))).toBeUndefined();
    expect(wkbGeometry(Uint8Array.from([1, 1, 0, 0, 128, ...point(1, 2).slice(5)]))).toBeUndefined();
    expect(hexGeometry('0101000000')).toBeUndefined();
  });

  test('any text and any bytes are a geometry or none', () => {
    const words = fc.array(fc.constantFrom('POINT', 'MULTIPOINT', 'POLYGON', '(', ')', ',', '1', ' ', '-2.5e3', 'EMPTY', 'Z', 'SRID=1;', 'GEOMETRYCOLLECTION'), { maxLength: 30 });
    fc.assert(fc.property(words, (all) => void wktGeometry(all.join(''))));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (all) => void wkbGeometry(all)));
  });

  test('positions come back as they were written', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 1 }), (line) => {
        expect(wktGeometry(`LINESTRING(${line.map((one) => one.join(' ')).join(',')})`)?.geometry).toEqual({ type: 'LineString', coordinates: line.map((one) => one.map((value) => Number(String(value)))) });
      }),
    );
  });
});

describe('界址点', () => {
  const head = (more = '坐标系=2000国家大地坐标系\r\n几度分带=3\r\n带号=40\r\n'): string => `[属性描述]\r\n格式版本号=1.01\r\n${more}投影类型=高斯克吕格\r\n计量单位=米\r\n转换参数=,,,,,,\r\n[地块坐标]\r\n`;
  const square = (ring: number, north: number, east: number, size: number): string =>
    [[0, 0], [0, 1], [1, 1], [1, 0]].map(([n = 0, e = 0], i) => `J${i + 1},${ring},${north + n * size},${east + e * size}`).join('\r\n');
  const parcels = `8,0.5,370212001,地块一,面,,工业用地,0601,@\r\n${square(1, 3_992_000, 40_534_000, 100)}\r\n${square(2, 3_992_020, 40_534_020, 10)}\r\n4,0.1,370212002,地块二,面,,,,@\r\n${square(1, 3_993_000, 40_534_000, 50)}\r\n`;

  test('X is north and Y east; rings are holes where they lie within; the zone is read', async () => {
    const table = await read(head() + parcels);
    const { ringStart, partStart, coordinates } = table.geometry as ShapeGeometry;
    expect([table.crs, table.report.source]).toEqual(['EPSG:4528', { format: 'parcels', encoding: 'utf-8', crs: 'EPSG:4528' }]);
    expect([cellsOf(table, '地块名称'), cellsOf(table, '地块面积'), cellsOf(table, '地块编号'), [...partStart], [...ringStart]]).toEqual([['地块一', '地块二'], [0.5, 0.1], ['370212001', '370212002'], [0, 1, 2], [0, 2, 3]]);
    expect([...coordinates.subarray(0, 4)]).toEqual([40_534_000, 3_992_000, 40_534_100, 3_992_000]);
    expect(table.report.notes).toEqual([]);
  });

  test('with the axes exchanged, without a zone in front, in six degrees, of old datums', async () => {
    const exchanged = parcels.replace(/^(J\d,\d),([\d.]+),([\d.]+)/gm, '$1,$3,$2');
    const mended = await read(head() + exchanged);
    expect([noteKinds(mended), (mended.geometry as ShapeGeometry).coordinates[0]]).toEqual([['axes-swapped'], 40_534_000]);
    const short = parcels.split('40534').join('534');
    expect((await read(head() + short)).crs).toBe('EPSG:4549');
    expect((await read(head('坐标系=2000国家大地坐标系\r\n几度分带=6\r\n') + parcels.split('40534').join('21534'))).crs).toBe('EPSG:4499');
    expect((await read(head('坐标系=80国家大地坐标系\r\n几度分带=3\r\n') + parcels)).crs).toBe('EPSG:2364');
    expect((await read(head('') + parcels, { crs: 'EPSG:4528' })).crs).toBe('EPSG:4528');
    const error = await failure(head('') + parcels);
    expect([error.code, error.text.zh]).toEqual(['unknown-crs', expect.stringContaining('EPSG:4528')]);
  });

  test('degrees, lines, points, and lines that are none', async () => {
    const table = await read(`[地块坐标]\n3,,1,路,线,,,,@\n1,1,36.1,120.3\n2,1,36.2,120.4\n坏行\n2,,2,井,点,,,,@\n1,1,36.1,120.3\n`);
    expect([[...(table.geometry as ShapeGeometry).types], noteKinds(table), table.crs]).toEqual([[2, 1], ['bad-points'], undefined]);
    expect((table.geometry as ShapeGeometry).coordinates[0]).toBe(120.3);
    expect((await failure('[属性描述]\n[地块坐标]\n')).code).toBe('bad-parcels');
  });

  test('in GBK', async () => {
    const text = new Uint8Array([...new TextEncoder().encode('['), 0xb5, 0xd8, 0xbf, 0xe9, 0xd7, 0xf8, 0xb1, 0xea, ...new TextEncoder().encode(']\n1,,1,a,,,,,@\nJ1,1,36,120\nJ2,1,36,121\nJ3,1,37,121\n')]);
    const table = await readTable(text.buffer, {});
    expect([table.rowCount, table.geometry.kind, table.report.source?.encoding]).toEqual([1, 'shape', 'gb18030']);
  });
});

const SHARED = fileURLToPath(new URL('../../../../../shared/data/conformance/', import.meta.url));
const present = existsSync(SHARED);
describe.skipIf(!present)(`real files${present ? '' : ' (skipped: no ../shared/data)'}`, () => {
  const real = (path: string): Promise<RawTable> => readTable(new Uint8Array(readFileSync(SHARED + path)).buffer, {});

  test('TopoJSON and WKT columns', async () => {
    const departments = await real('topojson/fr-departments.json');
    expect([departments.rowCount, departments.geometry.kind, departments.report.source?.layer]).toEqual([96, 'shape', 'FRA_adm2']);
    for (const [kind, rows] of [['point', 4], ['linestring', 3], ['polygon', 4]] as const) {
      const table = await real(`geoparquet/data-${kind}-wkt.csv`);
      expect([kind, table.rowCount, table.columns.map(({ name }) => name), noteKinds(table).includes('bad-wkt')]).toEqual([kind, rows, ['col'], false]);
    }
  });
});
