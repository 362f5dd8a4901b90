/** CSV, TSV and their kin to columns: delimiter and columns of places are found out, kinds come from the words. */
import { YztError } from '@yizhangtu/base/errors';
import type { Column } from '../model/types.js';
import { columnOfCells, type Cells } from './csv-column.js';
import { CsvScanner, sniffDelimiter } from './csv-scan.js';
import { geometryColumn, placesOfGeometries } from './geometry-column.js';
import { lonLatColumns, type LonLatColumns } from './lon-lat.js';
import { NoteBook } from './notes.js';
import { placesOf } from './place-columns.js';
import type { RawTable, Reading, ReadOptions } from './types.js';
import { numbersOf } from './words.js';

const SLICE = 5000;

/** Reads CSV from text. @throws YztError `bad-csv` for HTML, XML or text without a header. */
export function* readCsv(text: string, options: ReadOptions): Reading<RawTable> {
  const name = options.name ?? 'CSV';
  if (/^\s*</.test(text.slice(0, 200))) throw notCsv(name);
  const separator = /^sep=(.)\r?\n/.exec(text.slice(0, 10));
  const start = separator?.[0].length ?? 0;
  const scanner = new CsvScanner(text, separator?.[1] ?? sniffDelimiter(text, start), start);
  const notes = new NoteBook();
  const header = headerOf(scanner, notes);
  if (header.length === 0) throw emptyCsv(name);
  const table = header.map((): Cells => []);
  const cells: string[] = [];
  let rowCount = 0;
  while (scanner.more) {
    scanner.record(cells);
    if (cells.length === 1 && cells[0] === '') continue;
    addRow(table, cells, rowCount, notes);
    if (++rowCount % SLICE === 0) yield (0.9 * scanner.at) / text.length;
  }
  if (scanner.openQuote) notes.add('open-quote', Math.max(0, rowCount - 1));
  if (rowCount === 0) notes.add('empty-source', 0);
  yield 0.9;
  return tableOf(header, table, rowCount, options, notes);
}

function headerOf(scanner: CsvScanner, notes: NoteBook): string[] {
  let cells: string[] = [];
  while (scanner.more && cells.every((cell) => cell.trim() === '')) cells = scanner.record([]);
  if (cells.every((cell) => cell.trim() === '')) return [];
  const names: string[] = [];
  const seen = new Set<string>();
  cells.forEach((cell, index) => {
    let name = cell.trim();
    if (name === '') {
      name = `column_${index + 1}`;
      notes.add('empty-header', index);
    }
    if (seen.has(name)) {
      notes.add('duplicate-header', index);
      let number = 2;
      while (seen.has(`${name}_${number}`)) number++;
      name = `${name}_${number}`;
    }
    seen.add(name);
    names.push(name);
  });
  return names;
}

function addRow(table: readonly Cells[], cells: readonly string[], row: number, notes: NoteBook): void {
  for (let i = 0; i < table.length; i++) (table[i] as Cells).push((cells[i] ?? '').trim() || null);
  if (cells.length < table.length) notes.add('too-few-cells', row);
  // One empty cell too many is a trailing delimiter.
  else if (cells.length > table.length && cells.slice(table.length).some((cell) => cell.trim() !== '')) notes.add('too-many-cells', row);
}

function tableOf(header: readonly string[], table: readonly Cells[], rowCount: number, options: ReadOptions, notes: NoteBook): RawTable {
  // Who names columns of places wants those.
  const shapes = options.lonField === undefined ? geometryColumn(header, table) : -1;
  const places = shapes === -1 ? placesFound(header, table, options) : undefined;
  if (!places && shapes === -1) notes.add('no-lon-lat', 0);
  const where =
    shapes !== -1
      ? placesOfGeometries(table[shapes] as Cells, options, notes)
      : places
        ? placesOf(places.lon, places.lat, options, notes)
        : { geometry: { kind: 'none' as const } };
  const kinds = new Map<string, Column['kind']>(options.kinds);
  const columns: Column[] = [];
  header.forEach((name, index) => {
    if (index === shapes || (places && (index === places.at.lon || index === places.at.lat))) return;
    columns.push(columnOfCells(name, table[index] as Cells, kinds.get(name), notes));
  });
  return { rowCount, columns, ...where, report: { total: rowCount, kept: rowCount, notes: notes.notes() } };
}

/** The columns of places as numbers; a cell that is no number is a row without a place. */
function placesFound(
  header: readonly string[],
  table: readonly Cells[],
  options: ReadOptions,
): { readonly at: LonLatColumns; readonly lon: ArrayLike<number>; readonly lat: ArrayLike<number> } | undefined {
  const at = lonLatColumns(header, options.lonField, options.latField);
  const lon = at && numbersOf(table[at.lon] as Cells, true);
  const lat = at && numbersOf(table[at.lat] as Cells, true);
  return at && lon && lat ? { at, lon, lat } : undefined;
}

function notCsv(name: string): YztError {
  return new YztError('bad-csv', {
    zh: `<yzt-dataset>:${name} 返回的是网页（HTML）或 XML 而不是 CSV。可能是登录页或错误页，请检查地址与登录状态。`,
    en: `<yzt-dataset>: ${name} answered with a web page (HTML) or XML instead of CSV. It may be a login or error page; check the address and the session.`,
  });
}

function emptyCsv(name: string): YztError {
  return new YztError('empty-data', {
    zh: `<yzt-dataset>:${name} 是空文件，没有表头。请检查地址或导出步骤。`,
    en: `<yzt-dataset>: ${name} is empty and has no header. Check the address or the export.`,
  });
}
