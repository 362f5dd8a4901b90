/** The door of all readers of files: bytes with names in, one table out. */
import { YztError } from '@yizhangtu/base/errors';
import { knowFileNotes } from '../readers/file-notes.js';
import { fileFormatOf, isFileFormat } from '../readers/magic.js';
import { readingOf } from '../readers/read-table.js';
import { drive, type DriveOptions } from '../steps/drive.js';
import type { RawTable, Reading, ReadOptions } from '../readers/types.js';
import { readGeoParquet } from './geoparquet.js';
import { readGpx } from './gpx.js';
import { readKml } from './kml.js';
import { isWorkbook, readXlsx } from './xlsx.js';
import { readShapefile } from './shapefile.js';
import type { FileFolder, SourceFile } from './types.js';
import { ZipArchive } from './zip.js';

/** What is to be read: one file, or several that lie together, such as the parts of a shapefile. */
export interface FileRequest {
  readonly files: readonly SourceFile[];
  readonly options: ReadOptions;
}

/** Names in an error: as many as a person reads. */
const SHOWN = 5;

/** Files that were handed in one by one. */
class LooseFiles implements FileFolder {
  readonly #files: ReadonlyMap<string, SourceFile>;

  constructor(files: readonly SourceFile[]) {
    this.#files = new Map(files.map((file) => [file.name, file]));
  }

  get names(): readonly string[] {
    return [...this.#files.keys()];
  }

  take(name: string): SourceFile['bytes'] | undefined {
    return this.#files.get(name)?.bytes;
  }
}

/** Reads files. @throws YztError for everything that can be wrong with them; DOMException `AbortError` when stopped. */
export async function readFiles({ files, options }: FileRequest, control: DriveOptions = {}): Promise<RawTable> {
  knowFileNotes();
  const [only] = files;
  // Parquet alone is read by a library that waits.
  if (files.length === 1 && only && (fileFormatOf(only.bytes, only.name) ?? options.format) === 'geoparquet') {
    return drive(await readGeoParquet(only.bytes, { ...options, name: options.name ?? only.name }), control);
  }
  return drive(readingOfFiles(files, options), control);
}

function* readingOfFiles(files: readonly SourceFile[], options: ReadOptions): Reading<RawTable> {
  const [first] = files;
  if (!first) throw new YztError('bad-argument', { zh: '没有文件。', en: 'There are no files.' });
  const named = { ...options, name: options.name ?? first.name };
  if (files.length > 1) return yield* readFolder(new LooseFiles(files), named);
  return yield* readOne(first, named);
}

function* readOne(file: SourceFile, options: ReadOptions): Reading<RawTable> {
  const format = fileFormatOf(file.bytes, file.name) ?? (isFileFormat(options.format) ? options.format : undefined);
  if (format === 'kml' || format === 'gpx') return yield* (format === 'kml' ? readKml : readGpx)(file.bytes, options);
  if (format === 'zip' || format === 'xlsx') return yield* readFolder(new ZipArchive(file.bytes, options.name ?? file.name), options);
  if (format === 'shapefile') return yield* readShapefile(new LooseFiles([{ ...file, name: /\.shp$/i.test(file.name) ? file.name : `${file.name}.shp` }]), options);
  return yield* readingOf({ bytes: bufferOf(file.bytes) }, options);
}

/** Files whose ending says that they hold rows by themselves, first those that nothing else in an archive would explain. */
const TABLES: readonly RegExp[] = [/^doc\.kml$/i, /\.kml$/i, /\.gpx$/i, /\.geojson$/i, /\.fgb$/i, /\.yztc$/i, /\.csv$/i, /\.tsv$/i, /\.json$/i, /\.txt$/i];

/** What a folder is by what is in it. */
function* readFolder(folder: FileFolder, options: ReadOptions): Reading<RawTable> {
  const { names } = folder;
  if (isWorkbook(folder)) return yield* readXlsx(folder, options);
  if (names.some((name) => /\.shp$/i.test(name))) return yield* readShapefile(folder, options);
  for (const pattern of TABLES) {
    const name = names.find((one) => pattern.test(one));
    const bytes = name === undefined ? undefined : folder.take(name);
    if (name !== undefined && bytes) return yield* readOne({ name, bytes }, { ...options, name: `${options.name ?? ''}/${name}` });
  }
  throw nothingIn(names, options);
}

function bufferOf(bytes: Uint8Array<ArrayBuffer>): ArrayBuffer {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
}

function nothingIn(names: readonly string[], options: ReadOptions): YztError {
  const subject = options.name ?? 'data';
  const list = names.slice(0, SHOWN).map((name) => name.slice(0, 60));
  const more = names.length > SHOWN ? '…' : '';
  return new YztError('bad-archive', {
    zh: `<yzt-dataset>：${subject} 中没有能读取的数据（${names.length === 0 ? '没有文件' : `有 ${list.join('、')}${more}`}）。Shapefile 需要 .shp、.dbf、.prj 一起压缩。`,
    en: `<yzt-dataset>: ${subject} holds nothing that can be read (${names.length === 0 ? 'no files' : `it has ${list.join(', ')}${more}`}). A shapefile needs its .shp, .dbf and .prj packed together.`,
  });
}
