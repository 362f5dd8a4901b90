/**
 * Rows of a GeoParquet on a server as far as a view wants them: its footer, then the row groups whose boxes meet the window. The boxes are
 * those of the covering (GeoParquet 1.1) or of Parquet's own geometry statistics.
 */
import { parquetMetadataAsync, parquetReadObjects, type AsyncBuffer, type FileMetaData } from 'hyparquet';
import { isAbort, YztError } from '@yizhangtu/base/errors';
import { boxIn } from '../crs/box-in.js';
import type { CrsTransform } from '../crs/crs-transforms.js';
import { forOldKernels } from '../files/old-kernel.js';
import { badGeoParquet, headerOf, READ_OPTIONS, tableOf, wordsOf, type GeoHeader, type ParquetRow } from '../files/parquet-rows.js';
import { FileChanged } from '../row-source/ranged-file.js';
import { RangedRows, type RangedOptions } from '../row-source/ranged-rows.js';
import type { RowsFound, RowsWanted } from '../row-source/types.js';
import { drive } from '../steps/drive.js';
import { groupPlaces, planeBoxesMeet, rowBox, type GroupPlace } from './row-groups.js';

/** Bytes of the end of the file that are read first: most footers. */
const TAIL = 1 << 16;
/** No footer is this large. */
const LARGEST_FOOTER = 64_000_000;
/** A row group larger than this is not unpacked in a page. */
const LARGEST_GROUP = 1 << 28;
/** Without boxes all of the file is read, up to this size once unpacked. */
const LARGEST_WHOLE = 1 << 26;
/** Rows of groups that are kept for the next window. */
const KEPT_ROWS = 300_000;

interface Opened {
  readonly metadata: FileMetaData;
  readonly geo: GeoHeader;
  readonly groups: readonly GroupPlace[];
  readonly toDegrees: CrsTransform | undefined;
}

export class GeoParquetRows extends RangedRows<Opened> {
  readonly #kept = new Map<GroupPlace, readonly ParquetRow[]>();

  constructor(options: RangedOptions) {
    forOldKernels();
    super(options);
  }

  protected override forget(): void {
    this.#kept.clear();
  }

  protected override async found({ window, limit, signal }: RowsWanted): Promise<RowsFound> {
    const { geo, groups, toDegrees, metadata } = await this.open(signal);
    const box = window && boxIn(window, toDegrees);
    const found: ParquetRow[] = [];
    const ids: number[] = [];
    for (const group of groups) {
      if (found.length > limit) break;
      if (group.rows === 0 || (box && group.box && !planeBoxesMeet(group.box, box))) continue;
      const rows = await this.#group(group, metadata, signal);
      for (let at = 0; at < rows.length && found.length <= limit; at++) {
        const row = rows[at] as ParquetRow;
        const own = box && rowBox(row, geo.box);
        if (box && own && !planeBoxesMeet(own, box)) continue;
        found.push(row);
        ids.push(group.start + at);
      }
    }
    const more = found.length > limit;
    const { crs } = this.options;
    const raw = await drive(tableOf(found.slice(0, limit), geo, { name: this.name, keepCrs: true, ...(crs !== undefined && { crs }) }), { signal });
    const { crs: _crs, ...table } = raw;
    if (toDegrees && table.geometry.kind !== 'none') toDegrees(table.geometry.coordinates);
    const numbers = ids.slice(0, limit);
    return { table: { ...table, ...(table.rowCount === numbers.length && { ids: numbers }) }, more };
  }

  /** The rows of a group, kept for the next window. */
  async #group(group: GroupPlace, metadata: FileMetaData, signal: AbortSignal): Promise<readonly ParquetRow[]> {
    const known = this.#kept.get(group);
    if (known) return known;
    if (group.bytes > LARGEST_GROUP) {
      const size = Math.round(group.bytes / (1 << 20));
      throw badGeoParquet(this.name, { zh: `的一个行组解压后有 ${size} MB，一页放不下；请用更小的行组（row_group_size）写出`, en: `has a row group of ${size} MB unpacked, more than a page can hold; write it with smaller row groups (row_group_size)` });
    }
    const rows = await this.#guarded(parquetReadObjects({ file: this.#buffer(signal), metadata, rowStart: group.start, rowEnd: group.start + group.rows, ...READ_OPTIONS }));
    this.#kept.set(group, rows);
    let sum = [...this.#kept.values()].reduce((all, one) => all + one.length, 0);
    for (const [old, { length }] of this.#kept) {
      if (sum <= KEPT_ROWS || old === group) break;
      this.#kept.delete(old);
      sum -= length;
    }
    return rows;
  }

  protected override async head(signal: AbortSignal): Promise<Opened> {
    const head = await this.file.bytes(0, 4, signal);
    const magic = String.fromCharCode(...head);
    if (magic !== 'PAR1') throw badGeoParquet(this.name, { zh: '不是 Parquet（开头不是 PAR1）', en: 'is no Parquet (it does not begin with PAR1)' });
    if (!Number.isFinite(this.file.size)) throw badGeoParquet(this.name, { zh: '的大小服务器没有说明（Content-Range），找不到文件尾', en: 'has a size the server does not tell (Content-Range), so its end is not found' });
    const metadata = await this.#guarded(parquetMetadataAsync(this.#buffer(signal, LARGEST_FOOTER), { initialFetchSize: TAIL, geoparquet: false }));
    const geo = headerOf(metadata, this.name);
    if (!geo) throw badGeoParquet(this.name, { zh: '没有几何列。表格数据请用 <yzt-dataset src> 读取', en: 'has no column of geometries. Tables are read by <yzt-dataset src>' });
    const groups = groupPlaces(metadata, geo);
    this.#checkBoxes(groups);
    return { metadata, geo, groups, toDegrees: await this.toDegrees(geo.crs) };
  }

  /** A large file without boxes cannot be read in parts. */
  #checkBoxes(groups: readonly GroupPlace[]): void {
    const size = groups.reduce((sum, { bytes }) => sum + bytes, 0);
    if (size <= LARGEST_WHOLE || groups.every(({ box, rows }) => box || rows === 0)) return;
    throw badGeoParquet(this.name, {
      zh: '没有记下各部分的范围（bbox 列），不能按视图读取。请用 GeoPandas（write_covering_bbox=True）或 ogr2ogr（WRITE_COVERING_BBOX=YES，SORT_BY_BBOX=YES）重新导出',
      en: 'does not say where its parts lie (a bbox column) and cannot be read by the view. Write it with GeoPandas (write_covering_bbox=True) or ogr2ogr (WRITE_COVERING_BBOX=YES, SORT_BY_BBOX=YES)',
    });
  }

  /** The file as the library reads it. @param most Bytes of one part, at most. */
  #buffer(signal: AbortSignal, most = Infinity): AsyncBuffer {
    const { size: byteLength } = this.file;
    return {
      byteLength,
      slice: async (start: number, end: number = byteLength) => {
        if (end - start > most) throw new RangeError('a part larger than any');
        const bytes = await this.file.bytes(start, end - start, signal);
        if (bytes.length < end - start) throw new RangeError('the file ends before');
        return bytes.slice().buffer;
      },
    };
  }

  /** What the library throws is damage; what the network says stays. */
  async #guarded<T>(read: Promise<T>): Promise<T> {
    try {
      return await read;
    } catch (reason) {
      if (reason instanceof YztError || reason instanceof FileChanged || isAbort(reason)) throw reason;
      throw badGeoParquet(this.name, wordsOf(reason), reason);
    }
  }
}

