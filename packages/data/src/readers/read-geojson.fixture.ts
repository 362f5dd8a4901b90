import { YztError, type ErrorCode } from '@yizhangtu/base/errors';
import type { Table } from '../model/types.js';
import { readTable } from './read-table.js';
import type { ReadOptions } from './types.js';

export const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer as ArrayBuffer;
export const read = (source: unknown, options: ReadOptions = {}): Promise<Table> =>
  readTable(bytesOf(typeof source === 'string' ? source : JSON.stringify(source)), { format: 'geojson', ...options });
export const point = (lon: unknown, lat: unknown, properties: unknown = {}, more: object = {}): object => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [lon, lat] },
  ...more,
});
export const collection = (...features: unknown[]): object => ({ type: 'FeatureCollection', features });
export const withGeometry = (geometry: unknown): object => collection({ type: 'Feature', properties: { n: 1 }, geometry });
export const notes = (table: Table): Record<string, number> => Object.fromEntries(table.report.notes.map((note) => [note.kind, note.count]));
export const good = point(120.38, 36.07, { name: '市体育中心' });

export async function codeOf(promise: Promise<unknown>): Promise<ErrorCode | undefined> {
  return promise.then(
    () => undefined,
    (reason: unknown) => (reason instanceof YztError ? reason.code : Promise.reject(reason)),
  );
}
