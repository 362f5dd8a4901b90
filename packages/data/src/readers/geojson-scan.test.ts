import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Table } from '../model/types.js';
import { drive } from '../steps/drive.js';
import { asJson, at, bufferOf, bytesOf, collection, feature, optionsOf, outcome, sources, textOf } from './geojson.fixture.js';
import { GeoJsonScan, scanGeoJson } from './geojson-scan.js';
import { JsonBytes } from './json-bytes.js';
import { scanNumber } from './json-number.js';
import type { ReadOptions } from './types.js';

const asBytes = (buffer: ArrayBuffer, options: ReadOptions): Promise<unknown> => outcome(() => drive(scanGeoJson(buffer, options)));

/** Reads bytes that come in pieces that end at the given places. */
function inPieces(bytes: Uint8Array, cuts: readonly number[], options: ReadOptions, ahead = 0): Promise<unknown> {
  return outcome(async () => {
    // The place behind what is there must hold zeros.
    const room = new Uint8Array(bytes.length + 16);
    const scan = new GeoJsonScan(room, 0, false, options, ahead);
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
    expect(await inPieces(everything, [100, 200], {}, 2)).toEqual(whole);
  });

  test('a feature is begun when it is likely to be there as a whole', () => {
    const long = 'x'.repeat(3000);
    const bytes = bytesOf(textOf({ head: {}, features: Array.from({ length: 40 }, (_, i) => feature(at(1, 2), { name: i === 0 ? long : 'a' })), tail: {}, space: '' }));
    const rowsOf = (end: number, last: boolean): number => {
      const room = new Uint8Array(bytes.length + 16);
      room.set(bytes.subarray(0, end));
      const scan = new GeoJsonScan(room, end, last, {});
      scan.run(Infinity);
      return scan.preview()?.rowCount ?? scan.finish()?.rowCount ?? 0;
    };
    expect(rowsOf(3000, false)).toBe(0);
    expect(rowsOf(4000, false)).toBe(1);
    expect(rowsOf(bytes.length, false)).toBeLessThan(40);
    expect(rowsOf(bytes.length, true)).toBe(40);
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
