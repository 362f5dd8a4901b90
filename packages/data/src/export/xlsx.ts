/** Office Open XML workbooks (ECMA-376): as much as a table needs, so that no page loads a library of half a megabyte. */
import { escapedXml } from '@yizhangtu/base/xml-text';
import { shanghaiOffset } from '@yizhangtu/base/dates';
import { abortError, pause, type DriveOptions } from '../steps/drive.js';
import type { Sheet, SheetColumn, SheetValue } from './types.js';
import { zipFile, type ZipFile } from './zip.js';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** Rows of a sheet without its head: Excel has 1,048,576 in all. More go on the next sheet. */
export const MAX_SHEET_ROWS = 1_048_575;
/** Letters Excel takes in a cell. */
const MAX_CELL = 32_767;
/** Cells of a piece: about a millisecond to write, and as much to deflate. */
const CELLS_A_PIECE = 500;
/** Milliseconds of work between two pauses. */
const SLICE_MS = 8;
const DAY = 86_400_000;
/** 30 December 1899, day 0 of spreadsheets, in ms. */
const EPOCH = Date.UTC(1899, 11, 30);

/** Styles by place in `cellXfs`: plain, head, day, instant, then numbers with 0 to 6 digits. */
const [PLAIN, BOLD, DATE, INSTANT, DIGITS] = [0, 1, 2, 3, 4];
const NUMBER_FORMATS = ['#,##0', ...Array.from({ length: 6 }, (_, index) => `#,##0.${'0'.repeat(index + 1)}`)];

const escaped = (text: string): string => escapedXml(text.slice(0, MAX_CELL));

/** Letters of a column: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** A name Excel takes: at most 31 letters, none of `[]:*?/\`, no apostrophe at the ends. */
export function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\]/g, ' ')
      .slice(0, 31)
      .trim()
      .replace(/^'+|'+$/g, '')
      .trim() || 'Sheet1'
  );
}

/** An instant as a day number of spreadsheets, by the clock of Asia/Shanghai. */
export function serialDay(instant: number): number {
  return (instant + shanghaiOffset(instant) - EPOCH) / DAY;
}

function textCell(at: string, text: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function cell(at: string, value: SheetValue, column: SheetColumn): string {
  if (value === null || value === '') return '';
  if (typeof value === 'string') return textCell(at, value, PLAIN);
  const number = typeof value === 'number' ? value : serialDay(value.getTime());
  if (!Number.isFinite(number)) return '';
  const { digits } = column;
  const shown = digits === undefined ? PLAIN : DIGITS + Math.min(6, Math.max(0, digits));
  return `<c r="${at}" s="${typeof value === 'number' ? shown : column.dateOnly ? DATE : INSTANT}"><v>${number}</v></c>`;
}

/** Width of a column in letters: its head, Han letters counted twice. */
function columnWidth({ label }: SheetColumn): number {
  let width = 4;
  for (const letter of label) width += (letter.codePointAt(0) as number) >= 0x2e80 ? 2 : 1;
  return Math.min(48, Math.max(12, width));
}

/** The rows of one piece. */
function rowsOf(sheet: Sheet, letters: readonly string[], first: number, from: number, to: number): string {
  let text = '';
  for (let row = from; row < to; row++) {
    const cells = sheet.columns.map((column, index) => cell(`${letters[index] ?? ''}${row + 2}`, sheet.cell(first + row, index), column));
    text += `<row r="${row + 2}">${cells.join('')}</row>`;
  }
  return text;
}

async function* sheetPieces(sheet: Sheet, first: number, count: number, { signal, onProgress, sliceMs = SLICE_MS }: DriveOptions): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const { columns } = sheet;
  const letters = columns.map((_, index) => columnLetters(index));
  const last = `${letters[letters.length - 1] ?? 'A'}${count + 1}`;
  const cols = columns.map(
    (column, index) => `<col min="${index + 1}" max="${index + 1}" width="${columnWidth(column)}" customWidth="1"/>`,
  );
  const head = columns.map(({ label }, index) => textCell(`${letters[index] ?? ''}1`, label, BOLD)).join('');
  yield encoder.encode(
    `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
      `<cols>${cols.join('')}</cols><sheetData><row r="1">${head}</row>`,
  );
  const rows = Math.ceil(CELLS_A_PIECE / Math.max(1, columns.length));
  let began = performance.now();
  for (let from = 0; from < count; from += rows) {
    if (signal?.aborted) throw abortError();
    yield encoder.encode(rowsOf(sheet, letters, first, from, Math.min(count, from + rows)));
    // Whoever takes the pieces deflates them meanwhile: that counts as well.
    if (performance.now() - began < sliceMs) continue;
    onProgress?.((first + from) / sheet.rowCount);
    await pause();
    began = performance.now();
  }
  yield encoder.encode(`</sheetData><autoFilter ref="A1:${last}"/></worksheet>`);
}

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${NUMBER_FORMATS.length + 2}"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/>${NUMBER_FORMATS.map(
  (format, index) => `<numFmt numFmtId="${166 + index}" formatCode="${format}"/>`,
).join(
  '',
)}</numFmts><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${
  NUMBER_FORMATS.length + 4
}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>${NUMBER_FORMATS.map(
  (_, index) => `<xf numFmtId="${166 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
).join('')}</cellXfs></styleSheet>`;

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

/** The small files around the sheets. */
function frame(names: readonly string[]): ZipFile[] {
  const file = (name: string, text: string): ZipFile => ({ name, pieces: [new TextEncoder().encode(text)] });
  const part = (name: string, type: string): string =>
    `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const sheets = names
    .map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('');
  const parts = names.map((_, index) => part(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet')).join('');
  const relations = names.map((_, index) => relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('');
  return [
    file(
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/styles.xml', 'styles')}${parts}</Types>`,
    ),
    file(
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    file('xl/workbook.xml', `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets}</sheets></workbook>`),
    file(
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations}${relation(names.length + 1, 'styles', 'styles.xml')}</Relationships>`,
    ),
    file('xl/styles.xml', STYLES),
  ];
}

/**
 * A sheet as an Excel workbook: numbers as numbers, dates as dates by the clock of China, text as text and never as a formula. The
 * head is bold, stays in sight and filters. More rows than a sheet has go on further sheets.
 * Written in slices that leave the page responsive.
 * @throws DOMException `AbortError` when the signal says so.
 */
export async function xlsxFile(sheet: Sheet, options: DriveOptions = {}): Promise<Blob> {
  const base = sheetName(sheet.name);
  const count = Math.max(1, Math.ceil(sheet.rowCount / MAX_SHEET_ROWS));
  const names = Array.from({ length: count }, (_, index) => (index === 0 ? base : `${base.slice(0, 27)} ${index + 1}`));
  const sheets = names.map((_, index): ZipFile => {
    const first = index * MAX_SHEET_ROWS;
    return {
      name: `xl/worksheets/sheet${index + 1}.xml`,
      pieces: sheetPieces(sheet, first, Math.min(MAX_SHEET_ROWS, sheet.rowCount - first), options),
    };
  });
  return zipFile([...frame(names), ...sheets], TYPE);
}
