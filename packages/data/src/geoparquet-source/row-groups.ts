/** Row groups of Parquet by where their rows lie, from the numbers its footer has. */
import type { FileMetaData, RowGroup } from 'hyparquet';
import type { GeoHeader, BoxPaths, ParquetRow } from '../files/parquet-rows.js';
import type { Bounds } from '../model/geometry.js';

/** A row group as far as it matters for what is read. */
export interface GroupPlace {
  /** Number of its first row. */
  readonly start: number;
  readonly rows: number;
  /** Bytes once unpacked. */
  readonly bytes: number;
  /** Where its rows lie, in the system of the file; undefined where the file does not say. */
  readonly box: Bounds | undefined;
}

/** All row groups in order. */
export function groupPlaces({ row_groups: groups }: FileMetaData, geo: GeoHeader): GroupPlace[] {
  let start = 0;
  return groups.map((group) => {
    const rows = Number(group.num_rows);
    const place = { start, rows, bytes: bytesOf(group), box: coveredBox(group, geo.box) ?? nativeBox(group, geo.column) };
    start += rows;
    return place;
  });
}

function bytesOf({ columns }: RowGroup): number {
  return columns.reduce((sum, { meta_data: meta }) => sum + Number(meta?.total_uncompressed_size ?? 0), 0);
}

/** From the least and largest numbers of the columns that hold boxes. */
function coveredBox({ columns }: RowGroup, paths: BoxPaths | undefined): Bounds | undefined {
  if (!paths) return undefined;
  const end = (path: readonly string[], which: 'min' | 'max'): number => {
    const found = columns.find(({ meta_data: meta }) => meta?.path_in_schema.join('\n') === path.join('\n'))?.meta_data?.statistics;
    const value = which === 'min' ? (found?.min_value ?? found?.min) : (found?.max_value ?? found?.max);
    return typeof value === 'number' ? value : Number.NaN;
  };
  return whole([end(paths.xmin, 'min'), end(paths.ymin, 'min'), end(paths.xmax, 'max'), end(paths.ymax, 'max')]);
}

/** Of a column that Parquet itself calls a geometry. */
function nativeBox({ columns }: RowGroup, column: string): Bounds | undefined {
  const box = columns.find(({ meta_data: meta }) => meta?.path_in_schema.join('\n') === column)?.meta_data?.geospatial_statistics?.bbox;
  return box && whole([box.xmin, box.ymin, box.xmax, box.ymax]);
}

function whole(box: readonly [number, number, number, number]): Bounds | undefined {
  return box.every(Number.isFinite) ? box : undefined;
}

/** The box of a row from its own columns; undefined where they do not say. */
export function rowBox(row: ParquetRow, paths: BoxPaths | undefined): Bounds | undefined {
  if (!paths) return undefined;
  const at = (path: readonly string[]): number => {
    const value = path.reduce<unknown>((inside, part) => (typeof inside === 'object' && inside !== null ? (inside as ParquetRow)[part] : undefined), row);
    return typeof value === 'number' ? value : Number.NaN;
  };
  return whole([at(paths.xmin), at(paths.ymin), at(paths.xmax), at(paths.ymax)]);
}

/** Whether boxes of a plane touch. */
export function planeBoxesMeet([aw, as, ae, an]: Bounds, [bw, bs, be, bn]: Bounds): boolean {
  return aw <= be && bw <= ae && as <= bn && bs <= an;
}
