/** Formats known by their first bytes, whatever the file is called. */

import type { FileFormat, ReadFormat } from './types.js';

/** «YZTC», then what a transfer as text would damage: CR LF, the end-of-file mark of DOS, LF. */
export const PACKED_MAGIC: readonly number[] = [0x59, 0x5a, 0x54, 0x43, 0x0d, 0x0a, 0x1a, 0x0a];
/** «fgb», major version 3, «fgb»; the eighth byte is the patch level. */
const FLATGEOBUF_MAGIC: readonly number[] = [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62];

const ZIP_MAGIC: readonly number[] = [0x50, 0x4b, 0x03, 0x04];
/** An archive of nothing has only its end. */
const EMPTY_ZIP_MAGIC: readonly number[] = [0x50, 0x4b, 0x05, 0x06];
/** «PAR1». */
const PARQUET_MAGIC: readonly number[] = [0x50, 0x41, 0x52, 0x31];
const SHP_MAGIC: readonly number[] = [0x00, 0x00, 0x27, 0x0a];

export type BinaryFormat = 'packed' | 'flatgeobuf';

/** Bytes that `binaryFormatOf` must have seen to be sure. */
export const MAGIC_LENGTH = 8;

/** The binary format that begins with these bytes; undefined for text and everything unknown. A damaged beginning still counts, so that it is called damaged. */
export function binaryFormatOf(bytes: Uint8Array): BinaryFormat | undefined {
  if (startsWith(bytes, PACKED_MAGIC.slice(0, 4)) && bytes.subarray(4, MAGIC_LENGTH).includes(0x1a)) return 'packed';
  // The version; a text would have a printable character, a tab or the end of a line there.
  return startsWith(bytes, FLATGEOBUF_MAGIC.slice(0, 3)) && (bytes[3] ?? 32) < 9 ? 'flatgeobuf' : undefined;
}

const FILE_ENDINGS: readonly (readonly [ending: RegExp, format: FileFormat])[] = [
  [/\.zip$/i, 'zip'],
  [/\.(?:geo)?parquet$/i, 'geoparquet'],
  [/\.xlsx$/i, 'xlsx'],
  [/\.shp$/i, 'shapefile'],
  [/\.km[lz]$/i, 'kml'],
  [/\.gpx$/i, 'gpx'],
];

/** True for formats that the worker of files reads. */
export function isFileFormat(format: ReadFormat | undefined): format is FileFormat {
  return FILE_ENDINGS.some(([, known]) => known === format);
}

/** The format of a file for the worker that reads files, by the ending of its name or address. */
function fileFormatOfName(name: string): FileFormat | undefined {
  const path = name.replace(/[?#].*$/, '');
  return FILE_ENDINGS.find(([ending]) => ending.test(path))?.[1];
}

/** The format of a file for the worker that reads files: by its first bytes, then by its name. Undefined for everything else. */
export function fileFormatOf(bytes: Uint8Array, name = ''): FileFormat | undefined {
  if (startsWith(bytes, ZIP_MAGIC) || startsWith(bytes, EMPTY_ZIP_MAGIC)) return 'zip';
  if (startsWith(bytes, SHP_MAGIC)) return 'shapefile';
  if (startsWith(bytes, PARQUET_MAGIC)) return 'geoparquet';
  return documentFormatOf(bytes) ?? fileFormatOfName(name);
}

/** Bytes of a document that are looked at for its root. */
const DOCUMENT_HEAD = 2048;

/** Documents by their root, whatever stands before it. */
function documentFormatOf(bytes: Uint8Array): FileFormat | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, DOCUMENT_HEAD));
  if (!/^(?:\u00ef\u00bb\u00bf)?\s*</.test(head)) return undefined;
  const root = /<(?:\w{1,20}:)?(kml|gpx)[\s>]/.exec(head)?.[1];
  return root === 'kml' || root === 'gpx' ? root : undefined;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
