/** What Parquet says of its geometries, and its rows as a table: shared by files that are read whole and those that are read in parts. */
import { parquetSchema, type FileMetaData } from 'hyparquet';
import { gunzipSync } from 'fflate';
import { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { crsCode, isDegrees } from '../readers/crs.js';
import { isObject } from '../readers/geojson-root.js';
import { FeatureReader, JsonIds } from '../readers/feature-reader.js';
import { JsonFields } from '../readers/fields.js';
import type { RawTable, Reading, ReadOptions } from '../readers/types.js';
import { unknownCrs } from '../readers/unknown-crs.js';
import { wkbGeometry } from '../readers/wkb.js';

/** Rows between two pauses. */
const SLICE = 2000;
const GEO = 'geo';

/** A row as hyparquet gives it. */
export type ParquetRow = Readonly<Record<string, unknown>>;

/** The ways into the four numbers of the box of a row. */
export interface BoxPaths {
  readonly xmin: readonly string[];
  readonly ymin: readonly string[];
  readonly xmax: readonly string[];
  readonly ymax: readonly string[];
}

/** What the header says of the geometries. */
export interface GeoHeader {
  readonly column: string;
  readonly crs: string | undefined;
  /** Columns that hold the box of each row (covering of GeoParquet 1.1); undefined where there are none. */
  readonly box: BoxPaths | undefined;
}

/** How hyparquet reads: bytes stay bytes, words say that they are words. */
export const READ_OPTIONS = {
  geoparquet: false,
  utf8: false,
  compressors: { GZIP: (packed: Uint8Array, length: number) => gunzipSync(packed, { out: new Uint8Array(length) }) },
} as const;

/** Runs a part of the library; what it throws is damage, said as such. */
export function guarded<T>(subject: string, read: () => T): T {
  try {
    return read();
  } catch (reason) {
    throw badGeoParquet(subject, wordsOf(reason), reason);
  }
}

/** Codecs that are not read are named; everything else is damage. */
export function wordsOf(reason: unknown): Text {
  const codec = /unsupported compression codec:?\s*(\w+)/i.exec(String(reason))?.[1];
  if (codec !== undefined) return { zh: `用了压缩方式 ${codec}，请改用 SNAPPY 或 GZIP`, en: `is packed by ${codec}; use SNAPPY or GZIP` };
  return { zh: '不完整或已损坏', en: 'is cut off or damaged' };
}

/** The first geometry column by the metadata of GeoParquet; undefined for a plain table. */
export function headerOf(metadata: FileMetaData, subject: string): GeoHeader | undefined {
  const text = metadata.key_value_metadata?.find(({ key }) => key === GEO)?.value;
  if (text === undefined) return nativeGeometry(metadata);
  const header = guarded(subject, () => JSON.parse(text) as { primary_column?: unknown; columns?: Readonly<Record<string, { encoding?: unknown; crs?: unknown; covering?: { bbox?: unknown } }>> });
  const column = typeof header.primary_column === 'string' ? header.primary_column : 'geometry';
  const known = parquetSchema(metadata).children.some(({ element }) => element.name === column);
  const described = header.columns?.[column];
  if (!known || !described) return undefined;
  const encoding = typeof described.encoding === 'string' ? described.encoding : 'WKB';
  if (encoding.toUpperCase() !== 'WKB') throw badGeoParquet(subject, { zh: `的几何编码是 ${encoding.slice(0, 30)}，只支持 WKB`, en: `has geometries as ${encoding.slice(0, 30)}; only WKB is read` });
  return { column, crs: crsOf(described.crs), box: boxPaths(described.covering?.bbox) };
}

/** A column that Parquet itself calls a geometry; the library has read its WKB. */
function nativeGeometry(metadata: FileMetaData): GeoHeader | undefined {
  const column = parquetSchema(metadata).children.find(({ element }) => element.logical_type?.type === 'GEOMETRY' || element.logical_type?.type === 'GEOGRAPHY');
  return column && { column: column.element.name, crs: undefined, box: undefined };
}

/** The covering of GeoParquet 1.1: `{"xmin": ["bbox", "xmin"], …}`. */
function boxPaths(bbox: unknown): BoxPaths | undefined {
  if (typeof bbox !== 'object' || bbox === null) return undefined;
  const paths = bbox as Partial<Record<keyof BoxPaths, unknown>>;
  const path = (name: keyof BoxPaths): readonly string[] | undefined => {
    const way = paths[name];
    return Array.isArray(way) && way.length > 0 && way.every((part) => typeof part === 'string') ? way : undefined;
  };
  const [xmin, ymin, xmax, ymax] = [path('xmin'), path('ymin'), path('xmax'), path('ymax')];
  return xmin && ymin && xmax && ymax && { xmin, ymin, xmax, ymax };
}

/** PROJJSON; absent means degrees. */
function crsOf(crs: unknown): string | undefined {
  if (typeof crs !== 'object' || crs === null) return undefined;
  const { id, name } = crs as { id?: { authority?: unknown; code?: unknown }; name?: unknown };
  if (id && (typeof id.code === 'number' || typeof id.code === 'string')) return crsCode(`${String(id.authority)}:${String(id.code)}`);
  return typeof name === 'string' ? name : undefined;
}

/** Rows as a table. */
export function* tableOf(rows: readonly ParquetRow[], geo: GeoHeader | undefined, options: ReadOptions): Reading<RawTable> {
  const named = options.crs ?? geo?.crs;
  const crs = named === undefined || isDegrees(named) ? undefined : crsCode(named);
  if (crs !== undefined && !options.keepCrs) throw unknownCrs(options.name ?? 'parquet', crs);
  // Neither the geometry nor what only says where it is.
  const left = new Set([geo?.column, geo?.box?.xmin[0]]);
  const reader = new FeatureReader(crs === undefined, new JsonFields(), new JsonIds());
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] as ParquetRow;
    const bytes = geo && row[geo.column];
    const found = bytes instanceof Uint8Array ? wkbGeometry(bytes) : isObject(bytes) ? { geometry: isEmptyPoint(bytes) ? null : bytes } : undefined;
    if (bytes instanceof Uint8Array && !found) reader.notes.add('bad-wkt', place);
    reader.add({ type: 'Feature', geometry: found?.geometry ?? null, properties: propertiesOf(row, left) }, place);
    if (place % SLICE === SLICE - 1) yield 0.5 + (0.5 * place) / rows.length;
  }
  const table = reader.finish(rows.length, options, crs);
  return { ...table, report: { ...table.report, source: { format: 'geoparquet', ...(named !== undefined ? { crs: crsCode(named) } : geo && { crs: 'CRS84' }) } } };
}

/** WKB writes an empty point as one of no numbers. */
function isEmptyPoint({ type, coordinates }: ParquetRow): boolean {
  return type === 'Point' && Array.isArray(coordinates) && coordinates.every(Number.isNaN);
}

/** Values as JSON has them: instants as words, large integers as numbers where they fit, bytes left out. */
function propertiesOf(row: ParquetRow, left: ReadonlySet<string | undefined>): object {
  return Object.fromEntries(Object.entries(row).flatMap(([name, value]) => (left.has(name) || value instanceof Uint8Array ? [] : [[name, plain(value)]])));
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  // Days without a time come as midnight in Greenwich.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (typeof value === 'object' && value !== null) return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner));
  return value;
}

/** @param what What is wrong with the file, behind its name. */
export function badGeoParquet(subject: string, what: Text, cause?: unknown): YztError {
  return new YztError(
    'bad-geoparquet',
    {
      zh: `<yzt-dataset>：Parquet 文件 ${subject} ${what.zh}。可用 ogr2ogr 或 GeoPandas 重新导出。`,
      en: `<yzt-dataset>: the Parquet file ${subject} ${what.en}. Export it again with ogr2ogr or GeoPandas.`,
    },
    { cause },
  );
}
