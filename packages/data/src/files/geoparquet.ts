/**
 * GeoParquet 1.x and plain Parquet, over hyparquet: geometries as WKB, their system from the header, other columns as they are. What the
 * header says of sizes is held to limits before anything is unpacked.
 */
import { parquetMetadata, parquetReadObjects, parquetSchema, type FileMetaData } from 'hyparquet';
import { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { gunzipSync } from 'fflate';
import { crsCode, isDegrees } from '../readers/crs.js';
import { isObject } from '../readers/geojson-root.js';
import { FeatureReader, JsonIds } from '../readers/feature-reader.js';
import { JsonFields } from '../readers/fields.js';
import type { RawTable, Reading, ReadOptions } from '../readers/types.js';
import { unknownCrs } from '../readers/unknown-crs.js';
import { wkbGeometry } from '../readers/wkb.js';
import { forOldKernels } from './old-kernel.js';

/** Rows, and bytes once unpacked, of one file. */
const MAX_ROWS = 5_000_000;
const MAX_BYTES = 1 << 29;
/** Rows between two pauses. */
const SLICE = 2000;
const GEO = 'geo';

type Row = Readonly<Record<string, unknown>>;

/** What the header says of the geometries. */
interface GeoHeader {
  readonly column: string;
  readonly crs: string | undefined;
}

/** Reads Parquet. @throws YztError `bad-geoparquet`, `unknown-crs`. */
export async function readGeoParquet(bytes: Uint8Array<ArrayBuffer>, options: ReadOptions): Promise<Reading<RawTable>> {
  const subject = options.name ?? 'parquet';
  forOldKernels();
  const file = bytes.slice().buffer;
  const metadata = guarded(subject, () => parquetMetadata(file, { geoparquet: false }));
  checkSizes(metadata, subject);
  const geo = headerOf(metadata, subject);
  const rows = await parquetReadObjects({
    file: { byteLength: file.byteLength, slice: (start, end) => file.slice(start, end) },
    metadata,
    geoparquet: false,
    // Bytes stay bytes; words say that they are words.
    utf8: false,
    compressors: { GZIP: (packed, length) => gunzipSync(packed, { out: new Uint8Array(length) }) },
  }).catch((reason: unknown) => {
    throw badGeoParquet(subject, wordsOf(reason), reason);
  });
  return tableOf(rows, geo, options);
}

function guarded<T>(subject: string, read: () => T): T {
  try {
    return read();
  } catch (reason) {
    throw badGeoParquet(subject, wordsOf(reason), reason);
  }
}

/** Codecs that are not read are named; everything else is damage. */
function wordsOf(reason: unknown): Text {
  const codec = /unsupported compression codec:?\s*(\w+)/i.exec(String(reason))?.[1];
  if (codec !== undefined) return { zh: `用了压缩方式 ${codec}，请改用 SNAPPY 或 GZIP`, en: `is packed by ${codec}; use SNAPPY or GZIP` };
  return { zh: '不完整或已损坏', en: 'is cut off or damaged' };
}

function checkSizes({ num_rows: rows, row_groups: groups }: FileMetaData, subject: string): void {
  const size = groups.reduce((sum, group) => sum + group.columns.reduce((all, { meta_data: meta }) => all + Number(meta?.total_uncompressed_size ?? 0), 0), 0);
  if (rows > MAX_ROWS || size > MAX_BYTES) {
    throw badGeoParquet(subject, { zh: `有 ${rows} 行、解压后 ${Math.round(size / (1 << 20))} MB，超过一页能放下的`, en: `has ${rows} rows and ${Math.round(size / (1 << 20))} MB unpacked, more than a page can hold` });
  }
}

/** The first geometry column by the metadata of GeoParquet; undefined for a plain table. */
function headerOf(metadata: FileMetaData, subject: string): GeoHeader | undefined {
  const text = metadata.key_value_metadata?.find(({ key }) => key === GEO)?.value;
  if (text === undefined) return nativeGeometry(metadata);
  const header = guarded(subject, () => JSON.parse(text) as { primary_column?: unknown; columns?: Readonly<Record<string, { encoding?: unknown; crs?: unknown }>> });
  const column = typeof header.primary_column === 'string' ? header.primary_column : 'geometry';
  const known = parquetSchema(metadata).children.some(({ element }) => element.name === column);
  const described = header.columns?.[column];
  if (!known || !described) return undefined;
  const encoding = typeof described.encoding === 'string' ? described.encoding : 'WKB';
  if (encoding.toUpperCase() !== 'WKB') throw badGeoParquet(subject, { zh: `的几何编码是 ${encoding.slice(0, 30)}，只支持 WKB`, en: `has geometries as ${encoding.slice(0, 30)}; only WKB is read` });
  return { column, crs: crsOf(described.crs) };
}

/** A column that Parquet itself calls a geometry; the library has read its WKB. */
function nativeGeometry(metadata: FileMetaData): GeoHeader | undefined {
  const column = parquetSchema(metadata).children.find(({ element }) => element.logical_type?.type === 'GEOMETRY' || element.logical_type?.type === 'GEOGRAPHY');
  return column && { column: column.element.name, crs: undefined };
}

/** PROJJSON; absent means degrees. */
function crsOf(crs: unknown): string | undefined {
  if (typeof crs !== 'object' || crs === null) return undefined;
  const { id, name } = crs as { id?: { authority?: unknown; code?: unknown }; name?: unknown };
  if (id && (typeof id.code === 'number' || typeof id.code === 'string')) return crsCode(`${String(id.authority)}:${String(id.code)}`);
  return typeof name === 'string' ? name : undefined;
}

function* tableOf(rows: readonly Row[], geo: GeoHeader | undefined, options: ReadOptions): Reading<RawTable> {
  const named = options.crs ?? geo?.crs;
  const crs = named === undefined || isDegrees(named) ? undefined : crsCode(named);
  if (crs !== undefined && !options.keepCrs) throw unknownCrs(options.name ?? 'parquet', crs);
  const reader = new FeatureReader(crs === undefined, new JsonFields(), new JsonIds());
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] as Row;
    const bytes = geo && row[geo.column];
    const found = bytes instanceof Uint8Array ? wkbGeometry(bytes) : isObject(bytes) ? { geometry: isEmptyPoint(bytes) ? null : bytes } : undefined;
    if (bytes instanceof Uint8Array && !found) reader.notes.add('bad-wkt', place);
    reader.add({ type: 'Feature', geometry: found?.geometry ?? null, properties: propertiesOf(row, geo?.column) }, place);
    if (place % SLICE === SLICE - 1) yield 0.5 + (0.5 * place) / rows.length;
  }
  const table = reader.finish(rows.length, options, crs);
  return { ...table, report: { ...table.report, source: { format: 'geoparquet', ...(named !== undefined ? { crs: crsCode(named) } : geo && { crs: 'CRS84' }) } } };
}

/** WKB writes an empty point as one of no numbers. */
function isEmptyPoint({ type, coordinates }: Row): boolean {
  return type === 'Point' && Array.isArray(coordinates) && coordinates.every(Number.isNaN);
}

/** Values as JSON has them: instants as words, large integers as numbers where they fit, bytes left out. */
function propertiesOf(row: Row, geometry: string | undefined): object {
  return Object.fromEntries(Object.entries(row).flatMap(([name, value]) => (name === geometry || value instanceof Uint8Array ? [] : [[name, plain(value)]])));
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  // Days without a time come as midnight in Greenwich.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (typeof value === 'object' && value !== null) return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner));
  return value;
}

function badGeoParquet(subject: string, what: Text, cause?: unknown): YztError {
  return new YztError(
    'bad-geoparquet',
    {
      zh: `<yzt-dataset>：Parquet 文件 ${subject} ${what.zh}。可用 ogr2ogr 或 GeoPandas 重新导出。`,
      en: `<yzt-dataset>: the Parquet file ${subject} ${what.en}. Export it again with ogr2ogr or GeoPandas.`,
    },
    { cause },
  );
}
