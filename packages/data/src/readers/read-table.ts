/** The one door of all readers: bytes in, columns out. */
import { byteNote } from './byte-faults.js';
import { decodeText } from './encoding.js';
import { drive, type DriveOptions } from '../steps/drive.js';
import { readCsv } from './csv.js';
import { readGeoJson, readGeoJsonText } from './geojson.js';
import { scanGeoJson } from './geojson-scan.js';
import { readFlatGeobuf } from './flatgeobuf.js';
import { binaryFormatOf } from './magic.js';
import { readPacked } from './packed.js';
import { looksLikeParcels, readParcels } from './parcel-text.js';
import { looksLikeWkt } from './wkt.js';
import { readWkb, readWkt } from './wkt-text.js';
import type { RawTable, ReadFormat, Reading, ReadOptions } from './types.js';

/** What the reader works on: bytes, or JSON that is already there. */
export type ReadInput =
  | {
      readonly bytes: ArrayBuffer;
      /** The scanner of GeoJSON has already declined them. */
      readonly declined?: boolean;
    }
  | { readonly json: unknown };

function formatOf(options: ReadOptions, text: string): ReadFormat {
  if (options.format) return options.format;
  const start = /^\s*(.)/.exec(text.slice(0, 1000))?.[1];
  if (looksLikeParcels(text)) return 'parcels';
  if (start === '{' || start === '[') return 'geojson';
  if (looksLikeWkt(text.slice(0, 1000))) return 'wkt';
  const type = options.contentType ?? '';
  const path = (options.name ?? '').replace(/[?#].*$/, '');
  if (/\.(?:csv|tsv|txt)$/i.test(path)) return 'csv';
  if (/\.wkt$/i.test(path)) return 'wkt';
  if (/\.(?:geo)?json$/i.test(path) || /json/i.test(type)) return 'geojson';
  if (/csv|tab-separated/i.test(type)) return 'csv';
  // HTML where data was asked for is said by the JSON reader.
  return start === '<' ? 'geojson' : 'csv';
}

/**
 * Bytes up to which a source is no matter for the scanner: `JSON.parse` is fast from the first call on, while a scanner of bytes first has
 * to be optimised by the engine, which takes as long as such a source.
 */
export const SMALL = 2_000_000;

/** Reads in steps; see `readTable`. */
export function* readingOf(input: ReadInput, options: ReadOptions): Reading<RawTable> {
  if ('json' in input) return yield* readGeoJson(input.json, options);
  const binary = binaryFormatOf(new Uint8Array(input.bytes)) ?? options.format;
  if (binary === 'packed') return yield* readPacked(input.bytes, options);
  if (binary === 'wkb' || /\.wkb$/i.test((options.name ?? '').replace(/[?#].*$/, ''))) return yield* readWkb(input.bytes, options);
  if (binary === 'flatgeobuf') return yield* readFlatGeobuf(input.bytes, options);
  const scanned = input.declined || input.bytes.byteLength <= SMALL ? undefined : yield* scanGeoJson(input.bytes, options);
  return scanned ?? (yield* readingOfText(input.bytes, options));
}

function* readingOfText(bytes: ArrayBuffer, options: ReadOptions): Reading<RawTable> {
  const { text, faults, encoding } = decodeText(bytes, options.encoding, options.name ?? 'data');
  yield 0.05;
  const format = formatOf(options, text);
  const table = yield* readText(format, text, options);
  const { report } = table;
  // GeoJSON is UTF-8 and nothing else, whoever reads it.
  const source = format === 'geojson' ? report.source : { format, encoding, ...report.source };
  return { ...table, report: { ...report, ...(source && { source }), notes: faults ? [byteNote(faults), ...report.notes] : report.notes } };
}

function readText(format: ReadFormat, text: string, options: ReadOptions): Reading<RawTable> {
  switch (format) {
    case 'csv':
      return readCsv(text, options);
    case 'wkt':
      return readWkt(text, options);
    case 'parcels':
      return readParcels(text, options);
    default:
      return readGeoJsonText(text, options);
  }
}

/**
 * Reads GeoJSON, TopoJSON, CSV, WKT, WKB, boundary points (界址点), packed columns or FlatGeobuf into columns.
 * @throws YztError `bad-json`, `not-json`, `bad-geojson`, `bad-csv`, `bad-encoding`, `bad-packed`, `bad-flatgeobuf`, `bad-topojson`, `bad-wkt`, `bad-parcels`, `unknown-crs` or `empty-data`, each saying what and where.
 */
export function readTable(bytes: ArrayBuffer, options: ReadOptions & DriveOptions = {}): Promise<RawTable> {
  return drive(readingOf({ bytes }, options), options);
}
