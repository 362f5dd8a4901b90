/** CSV for files and tab-separated text for the clipboard. */
import { shanghaiParts } from '@yizhangtu/base/dates';
import { drive, type DriveOptions, type Steps } from '../steps/drive.js';
import type { Sheet, SheetColumn, SheetValue } from './types.js';

/** Says UTF-8 to spreadsheets, which else read Chinese as GBK. */
const BOM = '\ufeff';
/** Rows put together to one string; a string of everything could be larger than strings can be. */
const ROWS_A_PART = 2000;
/** Cells between two looks at the clock: about a millisecond. */
const CELLS_A_STEP = 2000;
/** Letters put together before they become bytes. */
const LETTERS_A_PIECE = 1 << 20;
/** Milliseconds of work between two pauses. */
const SLICE_MS = 8;
const CSV_TYPE = 'text/csv;charset=utf-8';
/** Signs that make spreadsheets calculate, full-width ones too. OWASP, CSV Injection. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
/** Harmless all the same: a signed number. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?%?$/;

/** Text that a spreadsheet takes for text: what would begin a formula gets an apostrophe in front. */
export function guarded(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** An instant as spreadsheets read it, in Asia/Shanghai: `2026-03-01 08:30:00`, or the day alone. */
export function sheetDate(instant: number, dateOnly: boolean): string {
  if (!(Math.abs(instant) < 8.64e15)) return '';
  const { year, month, day, hour, minute, second } = shanghaiParts(instant);
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return dateOnly ? date : `${date} ${two(hour)}:${two(minute)}:${two(second)}`;
}

function plain(value: SheetValue, column: SheetColumn): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (value instanceof Date) return sheetDate(value.getTime(), column.dateOnly === true);
  return guarded(value);
}

/** A CSV field: quoted where a comma, quote or line end would break it. RFC 4180. */
function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** A field on the clipboard cannot hold a tab or line end. */
function tsvField(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ');
}

function lines(sheet: Sheet, from: number, to: number, field: (text: string) => string, separator: string): string {
  const { columns } = sheet;
  let text = '';
  for (let row = from; row < to; row++) {
    text += columns.map((column, index) => field(plain(sheet.cell(row, index), column))).join(separator) + '\r\n';
  }
  return text;
}

function head({ columns }: Sheet, field: (text: string) => string, separator: string): string {
  return columns.map(({ label }) => field(guarded(label))).join(separator) + '\r\n';
}

/** The pieces of a CSV file, in order: byte order mark, head and rows. */
export function csvParts(sheet: Sheet): string[] {
  const parts = [BOM + head(sheet, csvField, ',')];
  for (let from = 0; from < sheet.rowCount; from += ROWS_A_PART) {
    parts.push(lines(sheet, from, Math.min(sheet.rowCount, from + ROWS_A_PART), csvField, ','));
  }
  return parts;
}

/** A sheet as a CSV file: UTF-8 with byte order mark, CRLF, text that would be a formula made harmless. */
export function csvFile(sheet: Sheet): Blob {
  return new Blob(csvParts(sheet), { type: CSV_TYPE });
}

/** The same file, written in slices that leave the page responsive. @throws DOMException `AbortError` when the signal says so. */
export function csvFileInSlices(sheet: Sheet, options: DriveOptions = {}): Promise<Blob> {
  return drive(csvSteps(sheet), { sliceMs: SLICE_MS, ...options });
}

function* csvSteps(sheet: Sheet): Steps<Blob> {
  // Bytes are made piece by piece; a file of files costs nothing.
  const pieces: Blob[] = [];
  let text = BOM + head(sheet, csvField, ',');
  for (let from = 0; from < sheet.rowCount; from += rowsAStep(sheet)) {
    text += linesOf(sheet, from, csvField, ',');
    if (text.length > LETTERS_A_PIECE) {
      pieces.push(new Blob([text]));
      text = '';
    }
    yield from / sheet.rowCount;
  }
  return new Blob([...pieces, text], { type: CSV_TYPE });
}

function rowsAStep({ columns }: Sheet): number {
  return Math.ceil(CELLS_A_STEP / Math.max(1, columns.length));
}

/** The lines of one step. */
function linesOf(sheet: Sheet, from: number, field: (text: string) => string, separator: string): string {
  return lines(sheet, from, Math.min(sheet.rowCount, from + rowsAStep(sheet)), field, separator);
}

/** A sheet as tab-separated text with its head, for the clipboard. */
export function tsvText(sheet: Sheet): string {
  return head(sheet, tsvField, '\t') + lines(sheet, 0, sheet.rowCount, tsvField, '\t');
}

/** The same text, put together in slices. @throws DOMException `AbortError` when the signal says so. */
export function tsvTextInSlices(sheet: Sheet, options: DriveOptions = {}): Promise<string> {
  return drive(tsvSteps(sheet), { sliceMs: SLICE_MS, ...options });
}

function* tsvSteps(sheet: Sheet): Steps<string> {
  let text = head(sheet, tsvField, '\t');
  for (let from = 0; from < sheet.rowCount; from += rowsAStep(sheet)) {
    text += linesOf(sheet, from, tsvField, '\t');
    yield from / sheet.rowCount;
  }
  return text;
}
