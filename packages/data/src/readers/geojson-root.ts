/** What surrounds the features of GeoJSON. */
import { crsCode, crsMember, isDegrees } from './crs.js';
import { isGeometryType } from './geojson-geometry.js';
import type { ReadOptions } from './types.js';
import { unknownCrs } from './unknown-crs.js';

export type Json = Readonly<Record<string, unknown>>;

/** True for an object of JSON, lists left out. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Name of a source for sentences. */
export function nameOf(options: ReadOptions): string {
  return options.name ?? 'GeoJSON';
}

/** True for a plain object that is no feature: a row of a table. */
export function isRecord(value: unknown): value is Json {
  return isObject(value) && value['type'] !== 'Feature' && !isGeometryType(value['type']) && !('geometry' in value) && !('coordinates' in value);
}

/** The system of the coordinates if it is not degrees. @throws YztError `unknown-crs` if nobody will transform it. */
export function checkedCrs(root: unknown, options: ReadOptions): string | undefined {
  const named = options.crs ?? (isObject(root) ? crsMember(root['crs']) : undefined);
  if (named === undefined || isDegrees(named)) return undefined;
  if (options.keepCrs) return crsCode(named);
  throw unknownCrs(nameOf(options), named);
}
