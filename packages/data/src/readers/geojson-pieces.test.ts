import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drive } from '../steps/drive.js';
import { GeoJsonPieces } from './geojson-pieces.js';
import { asJson, at, bytesOf, collection, feature, optionsOf, outcome, sources, textOf } from './geojson.fixture.js';
import type { ReadOptions } from './types.js';

/** Reads bytes that come in pieces that end at the given places; undefined when declined. */
function inPieces(bytes: Uint8Array, cuts: readonly number[], options: ReadOptions = {}): Promise<unknown> {
  return outcome(() => {
    const reader = new GeoJsonPieces(options);
    let end = 0;
    for (const cut of [...cuts, bytes.length].sort((a, b) => a - b)) {
      reader.push(bytes.subarray(end, cut));
      end = cut;
    }
    return drive(reader.finish());
  });
}

/** Thousands of cases on a machine that may be busy. */
const LONG = 60_000;

describe('GeoJSON in pieces', { timeout: LONG }, () => {
  test('gives the same table as the whole, wherever it is cut, or is declined', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(sources, fc.array(fc.nat(), { maxLength: 12 }), async (source, places) => {
        const bytes = bytesOf(textOf(source));
        const table = await inPieces(bytes, places.map((place) => place % bytes.length), optionsOf(source));
        if (table === undefined) return;
        read++;
        expect(table).toEqual(await asJson(bytes.buffer, optionsOf(source)));
      }),
      { numRuns: 1000 },
    );
    // It has to read them, not to decline them all.
    expect(read).toBeGreaterThan(300);
  });

  test('is declined when it is damaged, or read as JSON.parse reads it', async () => {
    await fc.assert(
      fc.asyncProperty(sources, fc.nat(), fc.constantFrom(...'{}[],:"\\ 01-.eE\u0001é'), fc.constantFrom('put', 'instead', 'cut'), fc.array(fc.nat(), { maxLength: 6 }), async (source, place, letter, how, places) => {
        const text = textOf(source);
        const i = place % text.length;
        const damaged = text.slice(0, i) + (how === 'cut' ? '' : letter) + (how === 'put' ? text.slice(i) : how === 'instead' ? text.slice(i + 1) : '');
        const bytes = bytesOf(damaged);
        const table = await inPieces(bytes, places.map((cut) => cut % (bytes.length || 1)), optionsOf(source));
        if (table !== undefined) expect(table).toEqual(await asJson(bytes.buffer, optionsOf(source)));
      }),
      { numRuns: 700 },
    );
  });

  test.each([
    ['a list of records', '[{"a":1}]'],
    ['records in a collection', '{"features":[{"a":1},{"a":2}]}'],
    ['a bare geometry', '{"type":"Point","coordinates":[1,2]}'],
    ['features named twice', '{"features":[{"type":"Feature"}],"features":[]}'],
    ['a system of metres behind the features', '{"features":[{"type":"Feature"}],"crs":"EPSG:4549"}'],
    ['a system of metres before them', '{"crs":"EPSG:4549","features":[{"type":"Feature"}]}'],
    ['features that are none of the collection', '{"a":{"features":[{"type":"Feature"}]},"features":[]}'],
    ['a control character before a comma', '{"features":[{"type":"Feature","geometry":null}\u0001,\n{"type":"Feature","geometry":null}]}'],
    ['a control character behind a comma', '{"features":[{"type":"Feature","geometry":null},\u0001\n{"type":"Feature","geometry":null}]}'],
    ['HTML', '<!doctype html><p>{"features":[]}</p>'],
    ['an end that is missing', '{"features":[{"type":"Feature"},{"type":"Feature"}]'],
    ['nothing', ''],
  ])('%s is declined', async (_what, text) => {
    for (let cut = 0; cut <= text.length; cut++) expect(await inPieces(bytesOf(text), [cut])).toBeUndefined();
  });

  test('bytes that are no UTF-8 are declined', async () => {
    const bytes = bytesOf(JSON.stringify(collection([feature(at(1, 2), { name: '市体育中心' })])));
    expect(await inPieces(bytes, [])).toBeDefined();
    expect(await inPieces(bytes.map((byte) => (byte === 0xe5 ? 0xff : byte)), [])).toBeUndefined();
    expect(await inPieces(bytes.subarray(0, bytes.length - 4), [])).toBeUndefined();
  });

  test('is read while it comes in: little is left for the end', async () => {
    const bytes = bytesOf(JSON.stringify(collection(Array.from({ length: 1000 }, (_, i) => feature(at(120 + i / 1e4, 36), { i, tags: [{ a: 1 }] })))));
    const reader = new GeoJsonPieces({});
    for (let from = 0; from < bytes.length; from += 4000) reader.push(bytes.subarray(from, from + 4000));
    expect(reader.rows).toBeGreaterThan(900);
    expect((await drive(reader.finish()))?.rowCount).toBe(1000);
  });
});
