/**
 * FlatGeobuf (version 3) to columns, straight from its bytes: no object is made for a feature. Read whole; the spatial index is
 * skipped. What is wrong with single features is skipped, mended or kept as with GeoJSON; a damaged file is one error.
 */
import { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { asKinds } from './as-kinds.js';
import { crsCode, isDegrees } from './crs.js';
import { FlatBuffer } from './flatbuffer.js';
import { FlatColumns } from './flatgeobuf-columns.js';
import { FlatGeometries } from './flatgeobuf-geometry.js';
import { readFlatHeader, type FlatColumn, type FlatHeader } from './flatgeobuf-header.js';
import type { Shape } from './geojson-geometry.js';
import { GeometryBuilder, Grow, POINT } from './geometry-builder.js';
import { binaryFormatOf, MAGIC_LENGTH } from './magic.js';
import { NoteBook } from './notes.js';
import { isMetres, mendSwapped, OUTSIDE, SILENT, verdictOf, verdictOfAll } from './swapped.js';
import type { RawTable, Reading, ReadOptions } from './types.js';
import { unknownCrs } from './unknown-crs.js';

/** Features between two pauses. */
const SLICE = 2000;
/** The last version with this layout. */
const VERSION = 3;

/** Reads FlatGeobuf. @throws YztError `bad-flatgeobuf` if it is cut off or damaged, `unknown-crs` if its coordinates are no degrees. */
export function* readFlatGeobuf(file: ArrayBuffer, options: ReadOptions): Reading<RawTable> {
  const name = options.name ?? 'data';
  const header = checkedHeader(file, file.byteLength, name);
  return yield* readFlatFeatures(header, file, options);
}

/** The header of a file, or of its beginning. @param size Bytes of the whole file. @throws YztError `bad-flatgeobuf`. */
export function checkedHeader(file: ArrayBuffer, size: number, name: string): FlatHeader {
  const start = new Uint8Array(file, 0, Math.min(MAGIC_LENGTH, file.byteLength));
  if (binaryFormatOf(start) !== 'flatgeobuf') throw badFlatGeobuf(name, { zh: '开头没有 FlatGeobuf 的标识，请检查地址或 format', en: 'does not begin as one; check the address or the format' });
  const version = start[3];
  if (version !== VERSION) throw badFlatGeobuf(name, { zh: `版本是 ${version ?? '未知'}，本库读取版本 ${VERSION}`, en: `is of version ${version ?? 'unknown'}, this library reads version ${VERSION}` });
  return guarded(name, { zh: '的文件头不完整或已损坏', en: 'has a header that is cut off or damaged' }, () => readFlatHeader(file, size));
}

/** Reads the features from `header.features` to the end. @throws YztError `bad-flatgeobuf`, `unknown-crs`. */
export function* readFlatFeatures(header: FlatHeader, file: ArrayBuffer, options: ReadOptions): Reading<RawTable> {
  const name = options.name ?? 'data';
  const crs = crsOf(header, options, name);
  const reader = new FeatureReader(header, file, crs === undefined);
  let at = header.features;
  for (let place = 0; at < file.byteLength; place++) {
    const from = at;
    at = guarded(name, { zh: `在第 ${place + 1} 个要素处不完整或已损坏`, en: `is cut off or damaged at feature ${place + 1}` }, () => reader.add(from, place));
    if (place % SLICE === SLICE - 1) yield at / file.byteLength;
  }
  if (reader.total < header.count) {
    throw badFlatGeobuf(name, { zh: `写明 ${header.count} 个要素，只有 ${reader.total} 个，文件不完整`, en: `says ${header.count} features and has ${reader.total}; it is cut off` });
  }
  return reader.finish(options, name, crs);
}

function crsOf(header: FlatHeader, options: ReadOptions, name: string): string | undefined {
  const named = options.crs ?? header.crs;
  if (named === undefined || isDegrees(named)) return undefined;
  if (options.keepCrs) return crsCode(named);
  throw unknownCrs(name, named);
}

/** Reads outside the file are damage, whatever they are called. */
function guarded<T>(name: string, what: Text, read: () => T): T {
  try {
    return read();
  } catch (reason) {
    if (reason instanceof RangeError) throw badFlatGeobuf(name, what, reason);
    throw reason;
  }
}

/** What is said of a file that cannot be read. */
export function badFlatGeobuf(name: string, what: Text, cause?: unknown): YztError {
  return new YztError(
    'bad-flatgeobuf',
    {
      zh: `<yzt-dataset>：FlatGeobuf 文件 ${name} ${what.zh}。请检查传输是否截断，或用 ogr2ogr 重新导出。`,
      en: `<yzt-dataset>: the FlatGeobuf ${name} ${what.en}. Check that the transfer does not cut it, or export it again with ogr2ogr.`,
    },
    { cause },
  );
}

class FeatureReader {
  /** Features so far, skipped ones too. */
  total = 0;
  readonly #header: FlatHeader;
  readonly #file: ArrayBuffer;
  readonly #degrees: boolean;
  readonly #notes = new NoteBook();
  readonly #columns = new FlatColumns(this.#notes);
  readonly #declared: readonly FlatColumn[];
  readonly #geometries: FlatGeometries;
  readonly #builder = new GeometryBuilder();
  readonly #verdicts = new Grow((size) => new Uint8Array(size));
  #metres = 0;

  constructor(header: FlatHeader, file: ArrayBuffer, degrees: boolean) {
    this.#header = header;
    this.#file = file;
    this.#degrees = degrees;
    this.#declared = this.#columns.declare(header.columns);
    this.#geometries = new FlatGeometries(header.geometryType, file.byteLength);
  }

  /** Reads the feature that begins at a byte; returns where the next begins. @throws RangeError for a damaged one. */
  add(at: number, place: number): number {
    const length = new DataView(this.#file, at).getUint32(0, true);
    const buffer = new FlatBuffer(this.#file, at + 4, length);
    const feature = buffer.root();
    this.total++;
    if (this.#addGeometry(feature.table(0), buffer, place)) {
      const properties = feature.vector(1, 1);
      // Features may bring columns of their own; nothing known writes them, and without a header's column there is nowhere to put them.
      if (feature.vector(2, 4).length === 0) this.#columns.addRow(this.#builder.rowCount - 1, this.#declared, buffer, properties.at, properties.length);
      else if (properties.length > 0) this.#notes.add('bad-properties', place);
    }
    return at + 4 + length;
  }

  #addGeometry(table: ReturnType<FlatBuffer['root']> | undefined, buffer: FlatBuffer, place: number): boolean {
    const point = table && this.#geometries.point(table, buffer);
    if (point) {
      const [x, y] = point;
      const verdict = this.#degrees ? verdictOf(x, y) : SILENT;
      if (verdict !== OUTSIDE) {
        this.#verdicts.push(verdict);
        this.#builder.addPoint(x, y);
        return true;
      }
    }
    const shape = table ? this.#geometries.shape(table, buffer) : 'none';
    return this.#addShape(shape, place);
  }

  #addShape(shape: ReturnType<FlatGeometries['shape']>, place: number): boolean {
    if (shape === 'none') {
      this.#notes.add('no-geometry', place);
      this.#verdicts.push(SILENT);
      this.#builder.addRow(POINT, []);
      return true;
    }
    if (typeof shape === 'string') {
      this.#notes.add(shape, place);
      return false;
    }
    const verdict = this.#degrees ? verdictOfShape(shape) : SILENT;
    if (verdict === OUTSIDE) {
      this.#notes.add('out-of-range', place);
      const [x = 0, y = 0] = shape.parts[0]?.[0] ?? [];
      if (isMetres(x, y)) this.#metres++;
      return false;
    }
    for (const name of shape.mended) this.#notes.add(name, place);
    this.#verdicts.push(verdict);
    this.#builder.addRow(shape.type, shape.parts);
    return true;
  }

  finish(options: ReadOptions, name: string, crs: string | undefined): RawTable {
    const { rowCount } = this.#builder;
    if (this.#metres > rowCount) throw unknownCrs(name, undefined);
    const swapped = mendSwapped(this.#builder, this.#verdicts.result());
    if (swapped.count > 0) this.#notes.add('swapped', swapped.first, swapped.count);
    if (this.total === 0) this.#notes.add('empty-source', 0);
    const columns = asKinds(this.#columns.build(rowCount), options.kinds, this.#notes);
    const { fields } = this.#header;
    return {
      rowCount,
      columns,
      geometry: this.#builder.build(),
      ...(fields.length > 0 && { schema: { id: '', fields } }),
      ...(crs !== undefined && { crs }),
      report: { total: this.total, kept: rowCount, notes: this.#notes.notes() },
    };
  }
}

function verdictOfShape({ parts }: Shape): number {
  let verdict = SILENT;
  for (const rings of parts) for (const ring of rings) verdict = verdictOfAll(ring, verdict);
  return verdict;
}
