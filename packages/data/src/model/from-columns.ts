/** A table straight from arrays: nothing is copied that is already a typed array of the right kind. */
import { YztError } from '@yizhangtu/base/errors';
import { columnFrom, columnLength, type ColumnInput } from './columns.js';
import { pointCount } from '../points/degrees.js';
import type { Geometry, Table } from './types.js';

/** Columns as a page has them. `coordinates` holds lon, lat pairs in degrees; NaN, NaN is a row without a place. */
export interface ColumnsInput {
  readonly coordinates?: Float64Array;
  readonly columns?: Readonly<Record<string, ColumnInput>> | ReadonlyMap<string, ColumnInput>;
  readonly ids?: readonly (string | number | null)[];
  /** Geometry other than points, ready made. `coordinates` is then left out. */
  readonly geometry?: Geometry;
}

/** Rows of a geometry; undefined for none. */
function rowsOf(geometry: Geometry): number | undefined {
  if (geometry.kind === 'none') return undefined;
  return geometry.kind === 'point' ? pointCount(geometry) : geometry.types.length;
}

/** A table from arrays. @throws YztError `bad-argument` if the lengths differ or a column is of no known kind. */
export function tableFromColumns(input: ColumnsInput): Table {
  const { coordinates, ids } = input;
  const geometry: Geometry = input.geometry ?? (coordinates ? { kind: 'point', coordinates } : { kind: 'none' });
  const entries = input.columns instanceof Map ? [...input.columns] : Object.entries(input.columns ?? {});
  const columns = entries.map(([name, data]) => columnFrom(name, data as ColumnInput));
  const rowCount = rowsOf(geometry) ?? (columns[0] ? columnLength(columns[0]) : (ids?.length ?? 0));
  if (!Number.isInteger(rowCount)) throw wrongLength('coordinates', coordinates?.length ?? 0, 2 * Math.ceil(rowCount));
  for (const column of columns) if (columnLength(column) !== rowCount) throw wrongLength(column.name, columnLength(column), rowCount);
  if (ids && ids.length !== rowCount) throw wrongLength('ids', ids.length, rowCount);
  return { rowCount, columns, geometry, ...(ids && { ids }), report: { total: rowCount, kept: rowCount, notes: [] } };
}

function wrongLength(name: string, length: number, wanted: number): YztError {
  return new YztError('bad-argument', {
    zh: `Dataset.fromColumns:「${name}」的长度为 ${length}，应为 ${wanted}。所有列的行数必须一致，坐标为每行两个数。`,
    en: `Dataset.fromColumns: "${name}" has length ${length}, ${wanted} is needed. All columns have the same rows; coordinates are two numbers a row.`,
  });
}
