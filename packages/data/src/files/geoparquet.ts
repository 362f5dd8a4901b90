/**
 * GeoParquet 1.x and plain Parquet, over hyparquet: geometries as WKB, their system from the header, other columns as they are. What the
 * header says of sizes is held to limits before anything is unpacked.
 */
import { parquetMetadata, parquetReadObjects, type FileMetaData } from 'hyparquet';
import type { RawTable, Reading, ReadOptions } from '../readers/types.js';
import { forOldKernels } from './old-kernel.js';
import { badGeoParquet, guarded, headerOf, READ_OPTIONS, tableOf, wordsOf } from './parquet-rows.js';

/** Rows, and bytes once unpacked, of one file. */
const MAX_ROWS = 5_000_000;
const MAX_BYTES = 1 << 29;

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
    ...READ_OPTIONS,
  }).catch((reason: unknown) => {
    throw badGeoParquet(subject, wordsOf(reason), reason);
  });
  return tableOf(rows, geo, options);
}

function checkSizes({ num_rows: rows, row_groups: groups }: FileMetaData, subject: string): void {
  const size = groups.reduce((sum, group) => sum + group.columns.reduce((all, { meta_data: meta }) => all + Number(meta?.total_uncompressed_size ?? 0), 0), 0);
  if (rows > MAX_ROWS || size > MAX_BYTES) {
    throw badGeoParquet(subject, { zh: `有 ${rows} 行、解压后 ${Math.round(size / (1 << 20))} MB，超过一页能放下的`, en: `has ${rows} rows and ${Math.round(size / (1 << 20))} MB unpacked, more than a page can hold` });
  }
}
