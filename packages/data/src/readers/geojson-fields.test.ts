import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rowText } from '../words/row-text.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { YztError } from '@yizhangtu/base/errors';
import { Dataset } from '../model/dataset.js';
import { readTable } from './read-table.js';
import { read, point, collection, notes, good, codeOf } from './read-geojson.fixture.js';

describe('kinds of fields', () => {
  const columns = async (...rows: object[]): Promise<Dataset> => new Dataset(await read(collection(...rows.map((row) => point(120, 36, row)))));

  test('come from the values', async () => {
    const dataset = await columns({ n: 1, b: true, t: 'a', d: '2024-03-05', i: '2024-03-05T04:00:00Z', code: '0101' }, { n: null, b: null, t: null, d: null });
    expect(dataset.columns.map((column) => column.kind)).toEqual(['number', 'boolean', 'text', 'date', 'date', 'text']);
    expect([...dataset.columns].map((column) => dataset.value(1, column.name))).toEqual([null, null, null, null, null, null]);
    expect(rowText(dataset, 0, 'd')).toBe('2024年3月5日');
    expect(rowText(dataset, 0, 'i')).toBe('2024年3月5日 12:00');
  });

  test('mixed values become text and are said; words for nothing between numbers do not count', async () => {
    const dataset = await columns({ m: 1, k: 1 }, { m: 'x', k: '—' }, { m: true, k: '' });
    expect([dataset.value(0, 'm'), dataset.value(1, 'm'), dataset.value(2, 'm')]).toEqual(['1', 'x', 'true']);
    expect(dataset.report.notes.map((note) => note.kind)).toEqual(['mixed-values']);
    expect(dataset.column('k')?.kind).toBe('number');
  });

  test('fields that appear late or stop early are missing elsewhere', async () => {
    const dataset = await columns({ a: 1 }, {}, { b: 'x', a: 3 }, {});
    expect([0, 1, 2, 3].map((row) => dataset.value(row, 'a'))).toEqual([1, null, 3, null]);
    expect([0, 1, 2, 3].map((row) => dataset.value(row, 'b'))).toEqual([null, null, 'x', null]);
  });

  test('the schema decides where it says a kind', async () => {
    const table = await read(collection(point(120, 36, { code: 370202, n: '12' })), { kinds: [['code', 'text'], ['n', 'number']] });
    expect([new Dataset(table).value(0, 'code'), new Dataset(table).value(0, 'n')]).toEqual(['370202', 12]);
  });

  test('integers beyond 2^53 are said', async () => {
    const table = await read('{"type":"Feature","geometry":null,"properties":{"id":12345678901234567890}}');
    expect(notes(table)['big-number']).toBe(1);
  });
});

describe('any JSON', () => {
  const json = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(null, true, '', 'Point', 'Feature', 'FeatureCollection', 'Polygon', 'GeometryCollection', 0, -1, 120, 36, 1e300),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('type', 'features', 'geometry', 'coordinates', 'properties', 'geometries', 'id', 'crs', '__proto__', 'a'), tie('any'), { maxKeys: 6 }),
    ),
  })).any;

  test('ends in a table or a YztError, and leaves prototypes alone', async () => {
    await fc.assert(
      fc.asyncProperty(json, async (value) => {
        try {
          const table = await read(value);
          expect(table.columns.every((column) => (column.kind === 'text' ? column.codes : column.values).length === table.rowCount)).toBe(true);
        } catch (reason) {
          expect(reason).toBeInstanceOf(YztError);
        }
      }),
      { numRuns: 1500 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('any cut of a good text is refused with a place, or is read', async () => {
    const text = JSON.stringify(collection(good, point(1, 2, { a: [1, 'x\\"y'] })), null, 1);
    for (let length = 1; length < text.length; length += 3) {
      expect(['bad-json', undefined]).toContain(await codeOf(read(text.slice(0, length))));
    }
  });
});

const corpus = new URL('../../../../../shared/data/conformance/geojson/', import.meta.url);
const present = existsSync(corpus);
describe.skipIf(!present)(`published GeoJSON corpus${present ? '' : ' (skipped: no ../shared/data)'}`, () => {
  const files = (folder: string): string[] => (present ? readdirSync(new URL(`${folder}/`, corpus)) : []);
  const bytes = (path: string): ArrayBuffer => new Uint8Array(readFileSync(new URL(path, corpus))).buffer;

  // Valid in form, but its latitudes are beyond 90.
  const BEYOND = 'issue82.geojson';

  test.runIf(present)(`good/${BEYOND}: out of range, skipped and said`, async () => {
    const table = await readTable(bytes(`good/${BEYOND}`), { name: BEYOND });
    expect(notes(table)).toEqual({ 'out-of-range': 1 });
  });

  test.each(files('good').filter((file) => file !== BEYOND))('good/%s: every feature kept', async (file) => {
    const table = await readTable(bytes(`good/${file}`), { format: 'geojson', name: file });
    expect(table.report.notes.filter((note) => note.action === 'skipped')).toEqual([]);
    expect(table.rowCount).toBe(table.report.total);
  });

  test.each(files('bad'))('bad/%s: a table with notes, or an error in words', async (file) => {
    try {
      const table = await readTable(bytes(`bad/${file}`), { format: 'geojson', name: file });
      expect(table.rowCount).toBe(table.report.kept);
      const { bounds } = new Dataset(table);
      if (bounds) expect(bounds.every(Number.isFinite)).toBe(true);
    } catch (reason) {
      expect(reason).toBeInstanceOf(YztError);
      expect((reason as YztError).text.zh).toContain('<yzt-dataset>');
    }
  });
});
