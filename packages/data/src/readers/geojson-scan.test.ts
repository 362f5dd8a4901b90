import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { YztError } from '@yizhangtu/base/errors';
import { cellOf } from '../model/columns.js';
import type { Table } from '../model/types.js';
import { drive } from './drive.js';
import { decodeText } from './encoding.js';
import { readGeoJsonText } from './geojson.js';
import { GeoJsonScan, scanGeoJson } from './geojson-scan.js';
import { JsonBytes } from './json-bytes.js';
import { scanNumber } from './json-number.js';
import type { RawTable, ReadOptions } from './types.js';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const bufferOf = (text: string): ArrayBuffer => bytesOf(text).buffer;

/** A table without the ways it may be held. */
function plain(table: RawTable): unknown {
  const { idColumn, ids, columns, ...rest } = table;
  return {
    ...rest,
    ids: ids ?? (idColumn && Array.from({ length: table.rowCount }, (_, row) => cellOf(idColumn, row))),
    columns: columns.map((column) => (column.kind === 'text' ? { kind: 'text', name: column.name, dictionary: [...column.dictionary], codes: column.codes } : column)),
  };
}

async function outcome(reading: () => Promise<RawTable | undefined>): Promise<unknown> {
  try {
    const table = await reading();
    return table && plain(table);
  } catch (reason) {
    if (reason instanceof YztError) return { code: reason.code, text: reason.text };
    throw reason;
  }
}

const asJson = (buffer: ArrayBuffer, options: ReadOptions): Promise<unknown> =>
  outcome(() => drive(readGeoJsonText(decodeText(buffer, options.encoding, 'x').text, options)));
const asBytes = (buffer: ArrayBuffer, options: ReadOptions): Promise<unknown> => outcome(() => drive(scanGeoJson(buffer, options)));

/** Reads bytes that come in pieces that end at the given places. */
function inPieces(bytes: Uint8Array, cuts: readonly number[], options: ReadOptions): Promise<unknown> {
  return outcome(async () => {
    // The place behind what is there must hold zeros.
    const room = new Uint8Array(bytes.length + 16);
    const scan = new GeoJsonScan(room, 0, false, options);
    let end = 0;
    for (const cut of [...cuts].sort((a, b) => a - b)) {
      room.set(bytes.subarray(end, cut), end);
      end = cut;
      scan.extend(room, end, false);
      scan.run(Infinity);
    }
    room.set(bytes.subarray(end), end);
    scan.extend(room, bytes.length, true);
    scan.run(Infinity);
    return scan.finish();
  });
}

/** Both readers agree, or the scanner leaves the source to the other. Gives whether it read it. */
async function agrees(buffer: ArrayBuffer, options: ReadOptions = {}): Promise<boolean> {
  const scanned = await asBytes(buffer, options);
  if (scanned === undefined) return false;
  expect(scanned).toEqual(await asJson(buffer, options));
  return true;
}

const feature = (geometry: unknown, properties: unknown, more: object = {}): object => ({ type: 'Feature', properties, geometry, ...more });
const at = (x: unknown, y: unknown): object => ({ type: 'Point', coordinates: [x, y] });
const collection = (features: unknown[], more: object = {}): object => ({ type: 'FeatureCollection', ...more, features });

describe('numbers', () => {
  const read = (text: string): number => scanNumber(new JsonBytes(bytesOf(`${text},`)));

  test('are the doubles of JSON.parse to the last bit, however they are written', () => {
    const digits = (max: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: max });
    const written = fc.tuple(fc.boolean(), digits(20), fc.option(digits(25)), fc.option(fc.integer({ min: -330, max: 310 }))).map(
      ([negative, whole, part, power]) => `${negative ? '-' : ''}${whole.replace(/^0+(?=.)/, '')}${part === null ? '' : `.${part}`}${power === null ? '' : `e${power}`}`,
    );
    fc.assert(fc.property(written, (text) => Object.is(read(text), JSON.parse(text))), { numRuns: 20_000 });
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => Object.is(read(JSON.stringify(value)), JSON.parse(JSON.stringify(value)))), { numRuns: 20_000 });
    fc.assert(fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (value) => Object.is(read(value.toFixed(18)), Number(value.toFixed(18)))), { numRuns: 20_000 });
  });

  test('close to the middle between two doubles are read right', () => {
    // 1 + 2^-53 and its neighbours: the middle between 1 and the next double.
    for (const text of ['1.0000000000000001110', '1.0000000000000001111', '1.000000000000000111', '9007199254740993.0', '9007199254740992.9', '4503599627370496.5', '4503599627370497.5', '0.1000000000000000055', '120.38451234567890123']) {
      expect(read(text)).toBe(Number(text));
    }
  });

  test.each(['01', '-', '.5', '1.', '1.e3', '1e', '1e+', '+1', '--1', 'NaN', '-01.5'])('%s is none', (text) => {
    expect(read(text)).toBeNaN();
  });
});

/** Thousands of cases on a machine that may be busy. */
const LONG = 60_000;

describe('the same table as JSON.parse gives', { timeout: LONG }, () => {
  const words = fc.oneof(fc.string(), fc.constantFrom('体育馆', '', '—', '2024-03-05', '2024-03-06T08:00:00Z', '😀', '\ufeffa', 'a"b\\c\n', '12', '\u0000'), fc.string({ unit: 'binary' }));
  const cells = fc.oneof(
    { weight: 4, arbitrary: words },
    { weight: 4, arbitrary: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(1e300, -0, 2 ** 53 + 2)) },
    fc.boolean(),
    fc.constant(null),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const names = fc.constantFrom('name', 'a', 'b', '面积', '2020', '7', '__proto__', 'constructor', 'a"b', '', 'type', 'é');
  const properties = fc.oneof({ weight: 8, arbitrary: fc.dictionary(names, cells, { maxKeys: 5 }) }, fc.constantFrom<unknown>(null, undefined, [], 'x'));
  const number = fc.oneof({ weight: 12, arbitrary: fc.double({ min: -85, max: 85, noNaN: true }) }, { weight: 4, arbitrary: fc.integer({ min: -180, max: 180 }) }, fc.constantFrom<unknown>(null, '1', 1e9, 400, 120.5));
  const position = fc.oneof({ weight: 9, arbitrary: fc.tuple(number, number) }, fc.array(number, { maxLength: 4 }));
  const list = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(of, { maxLength: 5 });
  const line = list(position);
  const ring = fc.oneof({ weight: 6, arbitrary: fc.array(position, { minLength: 3, maxLength: 6 }).map((corners) => [...corners, corners[0]]) }, line);
  const geometry = fc.oneof(
    fc.record({ type: fc.constant('Point'), coordinates: position }),
    fc.record({ type: fc.constant('MultiPoint'), coordinates: line }),
    fc.record({ type: fc.constant('LineString'), coordinates: line }),
    fc.record({ type: fc.constant('MultiLineString'), coordinates: list(line) }),
    fc.record({ type: fc.constant('Polygon'), coordinates: list(ring) }),
    fc.record({ coordinates: list(list(ring)), bbox: line, type: fc.constant('MultiPolygon') }),
    fc.constantFrom<unknown>(null, undefined, 'x', {}, { type: 'GeometryCollection', geometries: [at(1, 2), at(2, 1)] }, { type: 'Point' }, { type: 'Circle', coordinates: [1, 2] }),
  );
  const ids = fc.constantFrom<unknown>(undefined, undefined, 1, 2, 3, 'a', 'b', null, {}, 1.5, true);
  const features = fc.oneof(
    { weight: 12, arbitrary: fc.record({ type: fc.constant('Feature'), id: ids, geometry, properties }) },
    { weight: 3, arbitrary: fc.record({ bbox: cells, properties, geometry, id: ids, type: fc.constant('Feature') }) },
    fc.constantFrom<unknown>(null, 1, {}, at(1, 2), { type: 'Feature' }, { name: 'a', lon: 1, lat: 2 }),
  );
  const crs = fc.constantFrom<unknown>(undefined, undefined, undefined, null, 'EPSG:4490', { properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } }, 'EPSG:4549');
  const sources = fc.record({
    head: fc.record({ name: cells, crs }, { requiredKeys: [] }),
    features: fc.array(features, { maxLength: 7 }),
    tail: fc.record({ totalFeatures: cells, crs }, { requiredKeys: [] }),
    space: fc.constantFrom<string | number>('', '', 1, '\t'),
    kinds: fc.constantFrom<ReadOptions['kinds']>(undefined, undefined, [['name', 'number'], ['a', 'text'], ['b', 'date'], ['面积', 'boolean']]),
    keepCrs: fc.boolean(),
  });
  const textOf = ({ head, features: list_, tail, space }: { head: object; features: unknown[]; tail: object; space: string | number }): string =>
    JSON.stringify({ type: 'FeatureCollection', ...head, features: list_, ...tail }, null, space);
  const optionsOf = ({ kinds, keepCrs }: { kinds: ReadOptions['kinds']; keepCrs: boolean }): ReadOptions => ({ ...(kinds && { kinds }), keepCrs });

  test('for any collection, good or bad', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(sources, async (source) => {
        if (await agrees(bufferOf(textOf(source)), optionsOf(source))) read++;
      }),
      { numRuns: 2000 },
    );
    // It has to read them, not to leave them all to the other.
    expect(read).toBeGreaterThan(1000);
  });

  test('wherever the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(sources, fc.array(fc.nat(), { maxLength: 12 }), async (source, places) => {
        const bytes = bytesOf(textOf(source));
        const cut = await inPieces(bytes, places.map((place) => place % bytes.length), optionsOf(source));
        expect(cut).toEqual(await asBytes(bytes.buffer, optionsOf(source)));
      }),
      { numRuns: 600 },
    );
    const everything = bytesOf(textOf({ head: { crs: 'EPSG:4490' }, features: [feature(at(1, 2.5), { 名称: '体育馆\u00e9😀"', n: -1.5e3, t: [true, null] }), null], tail: { a: 1 }, space: 1 }));
    const whole = await asBytes(everything.buffer, {});
    expect(whole).toMatchObject({ rowCount: 1 });
    expect(await inPieces(everything, Array.from({ length: everything.length - 1 }, (_, i) => i + 1), {})).toEqual(whole);
    for (let place = 1; place < everything.length; place++) expect(await inPieces(everything, [place], {})).toEqual(whole);
  });

  test('for texts that are damaged anywhere: never a table where JSON.parse has none', async () => {
    await fc.assert(
      fc.asyncProperty(sources, fc.nat(), fc.constantFrom(...'{}[],:"\\ 01-.eEtnfu\u0001é'), fc.constantFrom('put', 'instead', 'cut'), async (source, place, letter, how) => {
        const text = textOf(source);
        const i = place % text.length;
        const damaged = text.slice(0, i) + (how === 'cut' ? '' : letter) + (how === 'put' ? text.slice(i) : how === 'instead' ? text.slice(i + 1) : '');
        await agrees(bufferOf(damaged), optionsOf(source));
      }),
      { numRuns: 3000 },
    );
  });

  test('for bytes that are no UTF-8: left to whoever finds the encoding', async () => {
    const bytes = bytesOf(textOf({ head: {}, features: [feature(at(1, 2), { name: '市体育中心' })], tail: {}, space: '' }));
    for (const [from, to] of [[0xe5, 0xff], [0xe5, 0xed], [0xb8, 0x20]] as const) {
      const broken = bytes.map((byte) => (byte === from ? to : byte));
      expect(await asBytes(broken.buffer, {})).toBeUndefined();
    }
    expect(await asBytes(bytes.buffer, { encoding: 'gb18030' })).toBeUndefined();
    expect(await agrees(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]).buffer)).toBe(true);
  });

  test('names of digits, names twice, escapes in names and half surrogates', async () => {
    const wrap = (properties: string): ArrayBuffer =>
      bufferOf(`{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":${properties}},{"type":"Feature","geometry":null,"properties":{"b":2}}]}`);
    for (const properties of ['{"b":1,"2020":2,"1":3}', '{"a":1,"a":"x"}', '{"a\\u0062":1,"ab":2}', '{"x":"\\u5e02\\ud83d\\ude00\\n"}']) expect(await agrees(wrap(properties))).toBe(true);
    expect(await asBytes(wrap('{"x":"\\ud83d"}'), {})).toBeUndefined();
  });

  test('skipped features leave no words behind', async () => {
    const source = collection([feature(at(1, 2), { name: 'a' }), feature(at(null, 2), { name: 'ghost', other: 'ghost' }, { id: 'ghost' }), feature(at(1, 3), { name: 'b' })]);
    const table = await drive(scanGeoJson(bufferOf(JSON.stringify(source)), {}));
    expect(table?.columns.map((column) => column.kind === 'text' && column.dictionary)).toEqual([['a', 'b']]);
    expect(await agrees(bufferOf(JSON.stringify(source)))).toBe(true);
  });
});

const shared = new URL('../../../../../shared/data/', import.meta.url);
const present = existsSync(shared);
const files = (folder: URL): URL[] =>
  readdirSync(folder).flatMap((name) => {
    const path = new URL(name, folder);
    if (statSync(path).isDirectory()) return files(new URL(`${name}/`, folder));
    return name.endsWith('json') && statSync(path).size < 1_500_000 ? [path] : [];
  });

describe.skipIf(!present)(`real files${present ? '' : ' (skipped: no ../shared/data)'}`, { timeout: LONG }, () => {
  test.each(present ? files(shared).map((path) => [path.pathname.slice(shared.pathname.length), path] as const) : [])('%s', async (_name, path) => {
    await agrees(new Uint8Array(readFileSync(path)).buffer, { keepCrs: true });
  });
});

describe('the way it is read', () => {
  test('good collections are not left to JSON.parse', async () => {
    const many: Table | undefined = await drive(scanGeoJson(bufferOf(JSON.stringify(collection(Array.from({ length: 5000 }, (_, i) => feature(at(120 + i / 1e4, 36), { i, name: `n${i}` }, { id: i }))))), {}));
    expect(many?.rowCount).toBe(5000);
    expect(many?.idColumn?.kind).toBe('number');
  });
});
