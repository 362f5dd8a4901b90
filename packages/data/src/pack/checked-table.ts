/** A table that does not hold together is refused here, so that every file that is written can be read. */
import { YztError } from '@yizhangtu/base/errors';
import { columnLength } from '../model/columns.js';
import { NO_CODE, type Column, type Geometry, type Table } from '../model/types.js';

function wrong(zh: string, en: string): YztError {
  return new YztError('bad-argument', { zh: `packTable：${zh}。`, en: `packTable: ${en}.` });
}

/** @throws YztError `bad-argument` that names the column, the row and what is wrong with it. */
export function checkedTable(table: Table): void {
  const { rowCount, columns, geometry, ids, idColumn } = table;
  const { crs } = table as { crs?: unknown };
  if (typeof crs === 'string') throw wrong(`坐标系是 ${crs}，打包列只存经纬度，请先转换`, `the coordinates are in ${crs}; packed columns hold degrees only, transform them first`);
  const rows = geometry.kind === 'none' ? rowCount : geometry.kind === 'point' ? geometry.coordinates.length / 2 : geometry.types.length;
  if (rows !== rowCount) throw wrong(`几何有 ${rows} 行，表有 ${rowCount} 行`, `the geometry has ${rows} rows, the table ${rowCount}`);
  if (ids && ids.length !== rowCount) throw wrong(`ids 有 ${ids.length} 个，表有 ${rowCount} 行`, `there are ${ids.length} ids for ${rowCount} rows`);
  if (idColumn) checkColumn(idColumn, rowCount);
  const names = new Set<string>();
  for (const column of columns) {
    if (names.has(column.name)) throw wrong(`列「${column.name}」出现两次`, `the column "${column.name}" occurs twice`);
    names.add(column.name);
    checkColumn(column, rowCount);
  }
  checkPlaces(geometry);
}

function checkColumn(column: Column, rowCount: number): void {
  const { name, kind } = column;
  if (columnLength(column) !== rowCount) throw wrong(`列「${name}」有 ${columnLength(column)} 行，表有 ${rowCount} 行`, `the column "${name}" has ${columnLength(column)} rows, the table ${rowCount}`);
  for (let row = 0; row < rowCount; row++) {
    const value = (kind === 'text' ? column.codes[row] : column.values[row]) as number;
    const good = kind === 'text' ? value === NO_CODE || value < column.dictionary.length : kind === 'boolean' ? value <= 2 : value - value === 0 || value !== value;
    if (!good) throw wrong(`列「${name}」第 ${row + 1} 行的值 ${value} 无效`, `the column "${name}" has ${value} in row ${row + 1}`);
  }
}

function checkPlaces(geometry: Geometry): void {
  if (geometry.kind === 'none') return;
  const { coordinates } = geometry;
  for (let i = 0; i < coordinates.length; i += 2) {
    const lon = coordinates[i] as number;
    const lat = coordinates[i + 1] as number;
    const missing = lon !== lon && lat !== lat && geometry.kind === 'point';
    if (!missing && !(Math.abs(lon) <= 360 && Math.abs(lat) <= 90)) {
      throw wrong(`第 ${i / 2 + 1} 个坐标（${lon}, ${lat}）不是经纬度`, `coordinate no. ${i / 2 + 1} (${lon}, ${lat}) is no longitude and latitude`);
    }
  }
}
