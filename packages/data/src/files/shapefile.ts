/**
 * Shapefiles: shapes, the table beside them, their encoding and coordinate system. Several in one archive are layers, of which one is
 * read. Single records are skipped, mended or kept as with GeoJSON; files that are cut off or lie about their size are one error.
 */
import { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import type { ReadSource } from '../model/types.js';
import { asKinds } from '../readers/as-kinds.js';
import { crsCode, isDegrees } from '../readers/crs.js';
import { FeatureReader, JsonIds, type FieldSink } from '../readers/feature-reader.js';
import { Grow } from '../readers/geometry-builder.js';
import type { NoteBook } from '../readers/notes.js';
import type { RawTable, Reading, ReadOptions } from '../readers/types.js';
import { unknownCrs } from '../readers/unknown-crs.js';
import { crsOfText } from './crs-of-text.js';
import { Dbf } from './dbf.js';
import { dbfEncoding, type DbfEncoding } from './dbf-encoding.js';
import { layerOf, stem } from '../readers/layers.js';
import { Shp } from './shp.js';
import type { FileFolder } from './types.js';

/** Records between two pauses. */
const SLICE = 500;

/** Reads one shapefile of a folder. @throws YztError `bad-shapefile`, `unknown-crs`, `bad-archive`. */
export function* readShapefile(folder: FileFolder, options: ReadOptions): Reading<RawTable> {
  const subject = options.name ?? 'shapefile';
  const shapes = folder.names.filter((name) => /\.shp$/i.test(name));
  const { chosen, others } = layerOf(shapes, options, subject);
  const beside = (ending: string): Uint8Array<ArrayBuffer> | undefined => {
    const wanted = `${stem(chosen)}.${ending}`.toLowerCase();
    const name = folder.names.find((one) => one.toLowerCase() === wanted);
    return name === undefined ? undefined : folder.take(name);
  };
  const prj = textOf(beside('prj'));
  const crs = crsOf(prj, options, subject);
  const records = new Records(beside('dbf'), textOf(beside('cpg')), options, subject);
  const shp = guarded(subject, { zh: '的 .shp 文件头不对', en: 'has a .shp with a wrong header' }, () => new Shp(folder.take(chosen) ?? new Uint8Array(0)));
  const reader = new FeatureReader(crs === undefined || isDegrees(crs), records, new JsonIds());
  if (options.crs === undefined && prj === undefined) reader.notes.add('no-crs', 0);
  if (others.length > 0) reader.notes.add('other-layers', 0, others.length);
  const total = yield* addAll(shp, reader, records, subject);
  yield 0.9;
  const source: ReadSource = {
    format: 'shapefile',
    ...(records.encoding && { encoding: records.encoding.encoding }),
    ...(crs !== undefined && { crs }),
    layer: stem(chosen),
    ...(others.length > 0 && { layers: shapes.map(stem) }),
  };
  return finished(reader, total, options, crs, source);
}

function finished(reader: FeatureReader<Records>, total: number, options: ReadOptions, crs: string | undefined, source: ReadSource): RawTable {
  const table = reader.finish(total, options, crs === undefined || isDegrees(crs) ? undefined : crs);
  return { ...table, report: { ...table.report, source } };
}

/** Shapes and records belong together by their numbers. */
function* addAll(shp: Shp, reader: FeatureReader<Records>, records: Records, subject: string): Reading<number> {
  let record = 0;
  for (; shp.more; record++) {
    const place = record;
    const shape = guarded(subject, { zh: `在第 ${place + 1} 个图形处不完整或已损坏`, en: `is cut off or damaged at shape ${place + 1}` }, () => shp.next());
    if (records.isDeleted(place)) reader.notes.add('deleted-record', place);
    else if (reader.addShape(shape, place)) records.keep(place);
    if (place % SLICE === SLICE - 1) yield 0.8 * shp.part;
  }
  const { count } = records;
  if (count !== undefined && count !== record) reader.notes.add('rows-differ', 0, Math.abs(count - record));
  for (; record < (count ?? 0); record++) if (!records.isDeleted(record) && reader.addShape('none', record)) records.keep(record);
  return record;
}

/** The table beside the shapes, if there is one. */
class Records implements FieldSink {
  readonly encoding: DbfEncoding | undefined;
  readonly #dbf: Dbf | undefined;
  /** Record of each row. */
  readonly #rows = new Grow((size) => new Uint32Array(size));

  constructor(bytes: Uint8Array | undefined, cpg: string | undefined, options: ReadOptions, subject: string) {
    if (!bytes) return;
    const dbf = guarded(subject, { zh: '的 .dbf 文件头不对', en: 'has a .dbf with a wrong header' }, () => new Dbf(bytes));
    if (dbf.claimed > dbf.count) {
      throw badShapefile(subject, {
        zh: `的 .dbf 写明 ${dbf.claimed} 条记录，只放得下 ${dbf.count} 条，文件不完整或已损坏`,
        en: `has a .dbf that says ${dbf.claimed} records and holds ${dbf.count}; it is cut off or damaged`,
      });
    }
    this.#dbf = dbf;
    this.encoding = checked(dbfEncoding(options.encoding, cpg, dbf.language, () => dbf.words()), subject);
  }

  /** Records of the table; undefined without one. */
  get count(): number | undefined {
    return this.#dbf?.count;
  }

  isDeleted(record: number): boolean {
    return this.#dbf?.isDeleted(record) ?? false;
  }

  /** The next row has the values of a record. */
  keep(record: number): void {
    this.#rows.push(record);
  }

  addRow(): void {
    // Rows are records; nothing else is added.
  }

  columns(_rowCount: number, kinds: Parameters<FieldSink['columns']>[1], notes: NoteBook): ReturnType<FieldSink['columns']> {
    if (!this.#dbf || !this.encoding) {
      notes.add('no-table', 0);
      return [];
    }
    return [...asKinds(this.#dbf.columns(this.#rows.result(), this.encoding, notes), [...kinds], notes)];
  }
}

function checked(found: DbfEncoding, subject: string): DbfEncoding {
  try {
    return { ...found, encoding: new TextDecoder(found.encoding).encoding };
  } catch (cause) {
    throw new YztError(
      'bad-encoding',
      {
        zh: `<yzt-dataset>：不认识编码「${found.encoding}」（${subject}）。请用 utf-8 或 gb18030。`,
        en: `<yzt-dataset>: unknown encoding "${found.encoding}" (${subject}). Use utf-8 or gb18030.`,
      },
      { cause },
    );
  }
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes && new TextDecoder('utf-8').decode(bytes);
}

/** The system of the coordinates, degrees too; undefined where nothing names one. */
function crsOf(prj: string | undefined, options: ReadOptions, subject: string): string | undefined {
  const named = options.crs === undefined ? prj && crsOfText(prj) : undefined;
  // An old datum has a code; whoever asked may know its parameters.
  if (named && named.refused && !(named.code && options.keepCrs)) {
    throw new YztError('unknown-crs', {
      zh: `<yzt-dataset>:${subject} 的坐标（${named.name}）${named.refused.zh}。`,
      en: `<yzt-dataset>: the coordinates of ${subject} (${named.name}) ${named.refused.en}.`,
    });
  }
  const code = options.crs === undefined ? named && named.code : crsCode(options.crs);
  if (!code) return undefined;
  if (!isDegrees(code) && !options.keepCrs) throw unknownCrs(subject, code);
  return code;
}

/** Reads outside a file are damage, whatever they are called. */
function guarded<T>(subject: string, what: Text, read: () => T): T {
  try {
    return read();
  } catch (reason) {
    if (reason instanceof RangeError) throw badShapefile(subject, what, reason);
    throw reason;
  }
}

function badShapefile(subject: string, what: Text, cause?: unknown): YztError {
  return new YztError(
    'bad-shapefile',
    {
      zh: `<yzt-dataset>：Shapefile ${subject} ${what.zh}。请检查传输是否截断，或从 GIS 软件重新导出。`,
      en: `<yzt-dataset>: the shapefile ${subject} ${what.en}. Check that the transfer does not cut it, or export it again.`,
    },
    { cause },
  );
}
