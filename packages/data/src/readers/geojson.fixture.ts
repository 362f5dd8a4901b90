/** Sources of GeoJSON, good and bad, and what all readers of them must agree on. */
import fc from 'fast-check';
import { YztError } from '@yizhangtu/base/errors';
import { cellOf } from '../model/columns.js';
import { drive } from '../steps/drive.js';
import { decodeText } from './encoding.js';
import { readGeoJsonText } from './geojson.js';
import type { RawTable, ReadOptions } from './types.js';

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
export const bufferOf = (text: string): ArrayBuffer => bytesOf(text).buffer;

/** A table without the ways it may be held. */
function plain(table: RawTable): unknown {
  const { idColumn, ids, columns, ...rest } = table;
  return {
    ...rest,
    ids: ids ?? (idColumn && Array.from({ length: table.rowCount }, (_, row) => cellOf(idColumn, row))),
    columns: columns.map((column) => (column.kind === 'text' ? { kind: 'text', name: column.name, dictionary: [...column.dictionary], codes: column.codes } : column)),
  };
}

export async function outcome(reading: () => Promise<RawTable | undefined>): Promise<unknown> {
  try {
    const table = await reading();
    return table && plain(table);
  } catch (reason) {
    if (reason instanceof YztError) return { code: reason.code, text: reason.text };
    throw reason;
  }
}

export const asJson = (buffer: ArrayBuffer, options: ReadOptions): Promise<unknown> =>
  outcome(() => drive(readGeoJsonText(decodeText(buffer, options.encoding, 'x').text, options)));
export const feature = (geometry: unknown, properties: unknown, more: object = {}): object => ({ type: 'Feature', properties, geometry, ...more });
export const at = (x: unknown, y: unknown): object => ({ type: 'Point', coordinates: [x, y] });
export const collection = (features: unknown[], more: object = {}): object => ({ type: 'FeatureCollection', ...more, features });

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
export const sources = fc.record({
  head: fc.record({ name: cells, crs }, { requiredKeys: [] }),
  features: fc.array(features, { maxLength: 7 }),
  tail: fc.record({ totalFeatures: cells, crs }, { requiredKeys: [] }),
  space: fc.constantFrom<string | number>('', '', 1, '\t'),
  kinds: fc.constantFrom<ReadOptions['kinds']>(undefined, undefined, [['name', 'number'], ['a', 'text'], ['b', 'date'], ['面积', 'boolean']]),
  keepCrs: fc.boolean(),
});
export const textOf = ({ head, features: list_, tail, space }: { head: object; features: unknown[]; tail: object; space: string | number }): string =>
  JSON.stringify({ type: 'FeatureCollection', ...head, features: list_, ...tail }, null, space);
export const optionsOf = ({ kinds, keepCrs }: { kinds: ReadOptions['kinds']; keepCrs: boolean }): ReadOptions => ({ ...(kinds && { kinds }), keepCrs });
