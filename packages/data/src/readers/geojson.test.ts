import { rowText } from '../words/row-text.js';
import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '@yizhangtu/base/errors';
import { Dataset } from '../model/dataset.js';
import { read, point, collection, withGeometry, notes, good, codeOf } from './read-geojson.fixture.js';

describe('good features among bad ones', () => {
  test.each([
    ['null coordinates', point(null, null), 'bad-coordinates'],
    ['coordinates of text', point('120.38', '36.07'), 'bad-coordinates'],
    ['coordinates of objects', point({}, []), 'bad-coordinates'],
    ['a coordinate missing', { ...point(0, 0), geometry: { type: 'Point', coordinates: [120] } }, 'bad-coordinates'],
    ['no coordinates', { ...point(0, 0), geometry: { type: 'Point' } }, 'bad-coordinates'],
    ['coordinates that are no list', { ...point(0, 0), geometry: { type: 'Point', coordinates: 'here' } }, 'bad-coordinates'],
    ['an unknown geometry type', { ...point(0, 0), geometry: { type: 'Circle', coordinates: [120, 36] } }, 'unknown-geometry'],
    ['a geometry that is text', { ...point(0, 0), geometry: 'POINT(120 36)' }, 'unknown-geometry'],
    ['a null feature', null, 'not-a-feature'],
    ['a number for a feature', 42, 'not-a-feature'],
    ['a list for a feature', [1, 2], 'not-a-feature'],
    ['the largest number', point(-Number.MAX_VALUE, 36), 'out-of-range'],
    ['a line of one position', { ...point(0, 0), geometry: { type: 'LineString', coordinates: [[120, 36]] } }, 'bad-geometry'],
    ['a ring of three', { ...point(0, 0), geometry: { type: 'Polygon', coordinates: [[[0, 0], [1, 1], [0, 0]]] } }, 'bad-geometry'],
  ])('%s: skipped and said, the other kept', async (_name, bad, kind) => {
    const table = await read(collection(bad, good));
    expect(table.rowCount).toBe(1);
    expect(notes(table)[kind]).toBe(1);
    expect(table.report).toMatchObject({ total: 2, kept: 1 });
    expect(table.report.notes[0]).toMatchObject({ first: 0, action: 'skipped' });
    expect(rowText(new Dataset(table), 0, 'name')).toBe('市体育中心');
  });

  test('says how many and which was the first, in both languages', async () => {
    const table = await read(collection(good, point(null, 1), good, point('x', 1), point(1, null)));
    expect(table.report.notes[0]?.text).toEqual({
      zh: '3 个要素坐标无效，已跳过（首个：第 2 个）',
      en: '3 features with invalid coordinates skipped (first: no. 2)',
    });
  });

  test('null, empty and missing geometry keep their row without a place', async () => {
    const empty = { ...point(0, 0), geometry: { type: 'Point', coordinates: [] } };
    const table = await read(collection({ type: 'Feature', properties: {}, geometry: null }, empty, { type: 'Feature', properties: {} }, good));
    expect(table.rowCount).toBe(4);
    expect(notes(table)).toEqual({ 'no-geometry': 3 });
    expect(new Dataset(table).bounds).toEqual([120.38, 36.07, 120.38, 36.07]);
    expect(new Dataset(table).feature(0).geometry).toBeNull();
  });
});

describe('names and ids that JavaScript has itself', () => {
  const names = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf', 'prototype'];

  test('are properties like any other, and change no prototype', async () => {
    const before = Reflect.ownKeys(Object.prototype).length;
    const properties = names.map((name) => `${JSON.stringify(name)}: "wert of ${name}"`).join(',');
    const table = await read(`{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{${properties}}}]}`);
    const dataset = new Dataset(table);
    for (const name of names) expect(dataset.value(0, name)).toBe(`wert of ${name}`);
    expect(Object.keys(dataset.feature(0).properties).sort()).toEqual([...names].sort());
    expect(dataset.query({ groupBy: '__proto__', measures: [{ kind: 'count' }] }).groups).toHaveLength(1);
    expect(Reflect.ownKeys(Object.prototype)).toHaveLength(before);
    expect(({} as Record<string, unknown>)['wert']).toBeUndefined();
  });

  test('are ids like any other; ids twice stay separate rows', async () => {
    const table = await read(collection(...names.map((id) => point(120, 36, {}, { id })), point(120, 36, {}, { id: 7 }), point(120, 36, {}, { id: 7 })));
    expect(table.rowCount).toBe(8);
    expect(table.ids).toEqual([...names, 7, 7]);
    expect(notes(table)).toEqual({ 'duplicate-id': 1 });
  });

  test('an id that is an object is left out and said', async () => {
    const table = await read(collection(point(120, 36, {}, { id: { a: 1 } })));
    expect(table.ids).toBeUndefined();
    expect(notes(table)).toEqual({ 'bad-id': 1 });
  });
});

describe('coordinates', () => {
  test('mixed 2D and 3D positions make one line', async () => {
    const table = await read(withGeometry({ type: 'LineString', coordinates: [[120, 36], [121, 37, 5], [122, 38]] }));
    expect(new Dataset(table).bounds).toEqual([120, 36, 122, 38]);
  });

  test('latitude first is put right and said', async () => {
    const table = await read(collection(point(36.07, 120.38), point(36.1, 120.4)));
    expect(table.geometry).toMatchObject({ kind: 'point', coordinates: Float64Array.of(120.38, 36.07, 120.4, 36.1) });
    expect(notes(table)).toEqual({ swapped: 2 });
  });

  test('a source that is swapped throughout takes rows with it that read either way', async () => {
    const table = await read(collection(point(36, 120), point(37, 121), point(44, 87)));
    expect([...(table.geometry as { coordinates: Float64Array }).coordinates]).toEqual([120, 36, 121, 37, 87, 44]);
  });

  test('one swapped row among right ones is the only one changed', async () => {
    const table = await read(collection(point(120, 36), point(36, 120), point(87, 44)));
    expect([...(table.geometry as { coordinates: Float64Array }).coordinates]).toEqual([120, 36, 120, 36, 87, 44]);
    expect(notes(table)).toEqual({ swapped: 1 });
  });

  test('metres without a system are an error, not a guess', async () => {
    expect(await codeOf(read(collection(point(40514000, 3994000), point(40515000, 3995000))))).toBe('unknown-crs');
  });

  test.each([
    ['urn:ogc:def:crs:OGC:1.3:CRS84'],
    ['urn:ogc:def:crs:EPSG::4326'],
    ['EPSG:4490'],
    ['http://www.opengis.net/def/crs/EPSG/0/4490'],
  ])('the system %s is read as it is', async (name) => {
    const table = await read({ ...collection(good), crs: { type: 'name', properties: { name } } });
    expect(table.rowCount).toBe(1);
  });

  test.each([['EPSG:3857'], ['urn:ogc:def:crs:EPSG::4549'], ['EPSG:900913'], ['urn:x:unknown']])('the system %s is an error that names it', async (name) => {
    const promise = read({ ...collection(good), crs: { type: 'name', properties: { name } } }, { name: '/venues.geojson' });
    await expect(promise).rejects.toMatchObject({ code: 'unknown-crs' });
    await expect(promise).rejects.toThrow(name);
    await expect(promise).rejects.toThrow('/venues.geojson');
  });

  test('a system in metres is left to whoever asked to transform it', async () => {
    const source = { ...collection(point(40514000, 3994000)), crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4549' } } };
    expect(await read(source, { keepCrs: true })).toMatchObject({ rowCount: 1, crs: 'EPSG:4549' });
  });
});

describe('shapes', () => {
  test('an open ring is closed, a broken hole is dropped, a bad vertex is left out', async () => {
    const table = await read(withGeometry({
      type: 'Polygon',
      coordinates: [[[0, 0], [4, 0], [null, 2], [4, 4], [0, 4]], [[1, 1], [2, 2]]],
    }));
    expect(notes(table)).toEqual({ 'bad-position': 1, 'ring-closed': 1, 'ring-dropped': 1 });
    expect(new Dataset(table).feature(0).geometry).toEqual({ type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]] });
  });

  test.each([
    { type: 'Point', coordinates: [120, 36] },
    { type: 'MultiPoint', coordinates: [[120, 36], [121, 37]] },
    { type: 'LineString', coordinates: [[120, 36], [121, 37]] },
    { type: 'MultiLineString', coordinates: [[[120, 36], [121, 37]], [[1, 2], [3, 4], [5, 6]]] },
    { type: 'Polygon', coordinates: [[[0, 0], [9, 0], [9, 9], [0, 0]], [[1, 1], [2, 1], [2, 2], [1, 1]]] },
    { type: 'MultiPolygon', coordinates: [[[[0, 0], [9, 0], [9, 9], [0, 0]]], [[[20, 0], [29, 0], [29, 9], [20, 0]], [[21, 1], [22, 1], [22, 2], [21, 1]]]] },
  ])('$type comes out as it went in', async (geometry) => {
    const dataset = new Dataset(await read(collection(good, { type: 'Feature', properties: {}, geometry })));
    expect(dataset.feature(1).geometry).toEqual(geometry);
    expect(dataset.feature(0).geometry).toEqual({ type: 'Point', coordinates: [120.38, 36.07] });
  });

  test('a collection of one kind is flattened, of several kinds the highest stays', async () => {
    const lines = { type: 'GeometryCollection', geometries: [{ type: 'LineString', coordinates: [[0, 0], [1, 1]] }, { type: 'MultiLineString', coordinates: [[[2, 2], [3, 3]]] }] };
    const one = new Dataset(await read(withGeometry(lines)));
    expect(one.feature(0).geometry).toEqual({ type: 'MultiLineString', coordinates: [[[0, 0], [1, 1]], [[2, 2], [3, 3]]] });
    const mixed = await read(withGeometry({ type: 'GeometryCollection', geometries: [...lines.geometries, { type: 'Point', coordinates: [5, 5] }] }));
    expect(notes(mixed)).toEqual({ 'mixed-collection': 1 });
    expect(new Dataset(mixed).bounds).toEqual([0, 0, 3, 3]);
  });

  test('depth overflows nothing: collections, lists, objects', async () => {
    const nested = `${'{"type":"GeometryCollection","geometries":['.repeat(20_000)}{"type":"Point","coordinates":[1,2]}${']}'.repeat(20_000)}`;
    expect((await read(nested)).rowCount).toBe(1);
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    const table = await read(`{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"deep":${deep}},"geometry":{"type":"Polygon","coordinates":${deep}}},${JSON.stringify(good)}]}`);
    expect(table.rowCount).toBe(1);
    const property = await read(`{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"deep":${deep}},"geometry":null}]}`);
    expect(typeof new Dataset(property).value(0, 'deep')).toBe('string');
    expect(await codeOf(read('['.repeat(100_000)))).toBe('bad-json');
  });
});

describe('roots', () => {
  test.each([
    ['a feature', good],
    ['a geometry', { type: 'Point', coordinates: [120, 36] }],
    ['a list of features', [good]],
    ['records with places', [{ 名称: 'a', 经度: 120, 纬度: 36 }]],
    ['a collection without a type', { features: [good] }],
  ])('%s is read', async (_name, root) => {
    const table = await read(root);
    expect(table.rowCount).toBe(1);
    expect(table.geometry.kind).toBe('point');
  });

  test('an empty collection is no error', async () => {
    const table = await read(collection());
    expect(table.rowCount).toBe(0);
    expect(notes(table)).toEqual({ 'empty-source': 1 });
    expect(new Dataset(table).bounds).toBeUndefined();
  });

  test.each<[string, string, ErrorCode]>([
    ['a text', '"hello"', 'bad-geojson'],
    ['null', 'null', 'bad-geojson'],
    ['TopoJSON', '{"type":"Topology","objects":{}}', 'bad-topojson'],
    ['features that are no list', '{"type":"FeatureCollection","features":{}}', 'bad-geojson'],
    ['another type', '{"type":"Wert"}', 'bad-geojson'],
    ['nothing', '  \n', 'empty-data'],
    ['a web page', '\n<!DOCTYPE html><html><body>请登录</body></html>', 'not-json'],
    ['XML', '<?xml version="1.0"?><a/>', 'not-json'],
    ['a cut text', '{"type":"FeatureCollection","features":[{"type":"Fea', 'bad-json'],
    ['NaN', '{"type":"Point","coordinates":[NaN,1]}', 'bad-json'],
    ['a comma too many', '[1,\n2,]', 'bad-json'],
  ])('%s is an error: %s', async (_name, text, code) => {
    expect(await codeOf(read(text))).toBe(code);
  });

  test('broken JSON says line and column, and what stands there', async () => {
    await expect(read('{\n  "type": "FeatureCollection",\n  "features": [}\n}', { name: '/a.geojson' })).rejects.toThrow(/\/a\.geojson 第 3 行第 16 列的「} }」.*line 3, column 16/);
    await expect(read('{"a": "b\n"}')).rejects.toThrow(/第 1 行第 9 列/);
    await expect(read('{"type":\n"Feature"')).rejects.toThrow(/第 2 行第 10 列处突然结束/);
  });
});
