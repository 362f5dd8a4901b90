/** Files that a person chose or dropped, on their way to a table. */
import { YztError } from '@yizhangtu/base/errors';
import { fileFormatOf } from '../readers/magic.js';
import type { RawTable, ReadOptions } from '../readers/types.js';
import { ingest } from '../worker/client.js';
import type { IngestControl } from '../worker/types.js';
import { readInWorker } from '../worker/files-client.js';
import type { SourceFile } from '../files/types.js';

/** Bytes of all files together: more would take the page's memory twice. */
const MAX_BYTES = 1 << 30;

/**
 * Reads files into one table: one of any format, or several that belong together, such as `.shp`, `.dbf` and `.prj`.
 * @throws YztError for everything that can be wrong with them; DOMException `AbortError` when the signal says so.
 */
export async function ingestFiles(data: Blob | readonly Blob[], options: ReadOptions, control: IngestControl): Promise<RawTable> {
  const blobs = data instanceof Blob ? [data] : data;
  const size = blobs.reduce((sum, blob) => sum + blob.size, 0);
  if (size > MAX_BYTES) throw tooLarge(size);
  const files = await Promise.all(blobs.map(sourceFile));
  const [first] = files;
  const named = { name: first?.name ?? 'data', ...options };
  if (files.length === 1 && first && !fileFormatOf(first.bytes, first.name)) return ingest({ bytes: first.bytes.buffer, options: named }, control);
  return readInWorker({ files, options: named }, control);
}

async function sourceFile(blob: Blob): Promise<SourceFile> {
  const name = blob instanceof File ? blob.name : 'data';
  try {
    return { name, bytes: new Uint8Array(await blob.arrayBuffer()) };
  } catch (cause) {
    throw new YztError(
      'not-found',
      {
        zh: `<yzt-dataset>：文件 ${name} 无法读取，可能已被移动、修改或正被其他程序占用。请重新选择。`,
        en: `<yzt-dataset>: the file ${name} cannot be read; it may have been moved, changed or be open elsewhere. Choose it again.`,
      },
      { cause },
    );
  }
}

function tooLarge(size: number): YztError {
  const [mib, most] = [size, MAX_BYTES].map((bytes) => Math.round(bytes / (1 << 20)));
  return new YztError('bad-argument', {
    zh: `<yzt-dataset>：文件共 ${mib} MB，超过 ${most} MB。请分成较小的文件，或用 yzt-pack 转换后从服务器加载。`,
    en: `<yzt-dataset>: the files have ${mib} MB, more than ${most} MB. Split them, or convert them with yzt-pack and load them from a server.`,
  });
}
