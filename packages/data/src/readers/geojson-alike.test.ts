import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drive } from '../steps/drive.js';
import { asJson, bufferOf, bytesOf, outcome } from './geojson.fixture.js';
import { GeoJsonScan, scanGeoJson } from './geojson-scan.js';

/** Thousands of cases on a machine that may be busy. */
const LONG = 60_000;

const scanned = (text: string): Promise<unknown> => outcome(() => drive(scanGeoJson(bufferOf(text), {})));

/** The same in pieces of a size, in an array that grows. */
function inPieces(text: string, size: number): Promise<unknown> {
  return outcome(async () => {
    const bytes = bytesOf(text);
    const room = (end: number): Uint8Array => {
      const grown = new Uint8Array(2 ** Math.ceil(Math.log2(end + 2)));
      grown.set(bytes.subarray(0, end));
      return grown;
    };
    const scan = new GeoJsonScan(room(0), 0, false, {});
    for (let end = size; end < bytes.length; end += size) {
      scan.extend(room(end), end, false);
      scan.run(Infinity);
    }
    scan.extend(room(bytes.length), bytes.length, true);
    scan.run(Infinity);
    return scan.finish();
  });
}

/** What may stand where a value of the pattern stands, as it is written. */
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('1', '-0', '2.5', '1e3', '"学校"', '"a"', '""', '"a\\"b"', '"\\u5e02"') },
  { weight: 2, arbitrary: fc.constantFrom('true', 'false', 'null', '9007199254740993', '1e999') },
  fc.constantFrom('[1]', '{"a":1}', '"\\ud83d"', '01', 'nul', '"', '-', '"\u0001"'),
);
const number = fc.oneof({ weight: 12, arbitrary: fc.constantFrom('120.29989', '36.1', '-7', '89.5', '0') }, fc.constantFrom('null', '1e999', '400', '"1"', '1.', '120.5,36'));
const id = fc.constantFrom('1', '2', '"a"', '"a"', 'null', '1.5', 'true', '{}', '1e999');

/** Values of a feature, as they are written. */
type Values = Readonly<Record<'id' | 'name' | 'kind' | 'x' | 'y' | 'z', string>>;
const values: fc.Arbitrary<Values> = fc.record({ id, name: cell, kind: cell, x: number, y: number, z: number });

/** Ways a program may write its features. */
const WAYS: readonly ((values: Values) => string)[] = [
  ({ name, kind, x, y }) => `{"type":"Feature","properties":{"name":${name},"kind":${kind}},"geometry":{"type":"Point","coordinates":[${x},${y}]}}`,
  ({ id: one, name, x, y, z }) => `{ "type": "Feature", "id": ${one}, "geometry": { "type": "Point", "coordinates": [ ${x}, ${y}, ${z} ] }, "properties": { "name": ${name} } }`,
  ({ kind, x, y }) => `{"geometry":{"coordinates":[${x},${y}],"type":"Point"},"properties":{"名称":${kind}},"type":"Feature"}`,
  ({ x, y }) => `{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[${x},${y}]}}`,
  ({ id: one, x, y }) => `{"type":"Feature","properties":null,"geometry":{"type":"Point","coordinates":[${x},${y}]},"id":${one}}`,
  ({ name, x, y }) => `{"type":"Feature","bbox":[1,2,3,4],"properties":{"name":${name}},"geometry":{"type":"LineString","coordinates":[[${x},${y}],[1,2]]}}`,
];

const sources = fc.record({
  way: fc.nat(WAYS.length - 1),
  other: fc.nat(WAYS.length - 1),
  /** How often features are written in the other way: one in so many. */
  one: fc.constantFrom(2, 3, 50),
  rows: fc.array(values, { minLength: 1, maxLength: 14 }),
  /** All features good but some: most are to go by the pattern. */
  good: fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
  between: fc.constantFrom(',', ',\n', ' ,  '),
});

function textOf({ way, other, one, rows, good, between }: typeof sources extends fc.Arbitrary<infer S> ? S : never): string {
  const sound = { id: '7', name: '"设施 1"', kind: '3.25', x: '120.4', y: '36.1', z: '5' };
  const features = rows.map((row, i) => (WAYS[i % one === one - 1 ? other : way] as (typeof WAYS)[number])(good[i] ? { ...sound, id: String(i) } : row));
  return `{"type":"FeatureCollection","features":[${features.join(between)}]}`;
}

describe('features written alike give the same table as JSON.parse', { timeout: LONG }, () => {
  test('whatever their values are', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(sources, async (source) => {
        const text = textOf(source);
        const table = await scanned(text);
        if (table === undefined) return;
        read++;
        expect(table).toEqual(await asJson(bufferOf(text), {}));
      }),
      { numRuns: 4000 },
    );
    expect(read).toBeGreaterThan(1000);
  });

  test('wherever the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(sources, fc.integer({ min: 3, max: 400 }), async (source, size) => {
        const text = textOf(source);
        expect(await inPieces(text, size)).toEqual(await scanned(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('and whatever is damaged: never a table where JSON.parse has none', async () => {
    await fc.assert(
      fc.asyncProperty(sources, fc.nat(), fc.constantFrom(...'{}[],:"\\ 01-.eEtnfu\u0000\u0001é'), fc.constantFrom('put', 'instead', 'cut'), async (source, place, letter, how) => {
        const text = textOf({ ...source, good: source.good.map(() => true) });
        const i = place % text.length;
        const damaged = text.slice(0, i) + (how === 'cut' ? '' : letter) + (how === 'put' ? text.slice(i) : how === 'instead' ? text.slice(i + 1) : '');
        const table = await scanned(damaged);
        if (table !== undefined) expect(table).toEqual(await asJson(bufferOf(damaged), {}));
      }),
      { numRuns: 4000 },
    );
  });

  test('also where each is written in another way', async () => {
    const rows = Array.from({ length: 400 }, (_, i) => `{"type":"Feature","properties":{"a${i % 97}":${i}},"geometry":{"type":"Point","coordinates":[${i % 80},1]}}`);
    const text = `{"type":"FeatureCollection","features":[${rows.join(',')}]}`;
    expect(await scanned(text)).toEqual(await asJson(bufferOf(text), {}));
  });
});
