/** Cells of a sheet of Office Open XML (ECMA-376), row by row. */
import { attributeOf, eachTag } from './tags.js';

export type Cell = string | number | boolean | null;

/** What cells mean by numbers alone. */
export interface Workbook {
  readonly words: readonly string[];
  /** By number of a style: whether its numbers are days. */
  readonly dates: readonly boolean[];
  /** Days count from 1904, as old Macintoshes did. */
  readonly from1904: boolean;
}

/** Cells at most, and columns of a sheet. */
const MAX_CELLS = 10_000_000;
const MAX_COLUMNS = 16_384;
const DAY_MS = 86_400_000;
/** 30 December 1899, day 0 of spreadsheets, and 1 January 1904. */
const [EPOCH, EPOCH_1904] = [Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1)];

/** More cells than a page can hold. */
export class TooManyCells extends Error {}

/** Shared words of a workbook; how they are to be read aloud is left out. */
export function sharedWords(text: string): string[] {
  const all: string[] = [];
  let now = '';
  let [inText, aloud] = [false, false];
  eachTag(text, {
    open(name) {
      if (name === 'si') now = '';
      else if (name === 'rPh') aloud = true;
      else if (name === 't') inText = !aloud;
    },
    close(name) {
      if (name === 'si') all.push(unescaped(now));
      else if (name === 'rPh') aloud = false;
      else if (name === 't') inText = false;
    },
    words(words) {
      if (inText) now += words;
    },
  });
  return all;
}

/** `_x000D_` stands for a character that XML cannot hold. */
function unescaped(text: string): string {
  return text.includes('_x') ? text.replace(/_x([\da-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}

/** Which styles are days: by the numbers of the formats of the standard, those of China among them, and by letters of own formats. */
export function dateStyles(text: string): boolean[] {
  const own = new Map<string, boolean>();
  const styles: boolean[] = [];
  let cells = false;
  eachTag(text, {
    open(name, attributes) {
      if (name === 'cellXfs') cells = true;
      else if (name === 'numFmt') own.set(attributeOf(attributes, 'numFmtId') ?? '', isDateFormat(attributeOf(attributes, 'formatCode') ?? ''));
      else if (name === 'xf' && cells) {
        const id = attributeOf(attributes, 'numFmtId') ?? '0';
        styles.push(own.get(id) ?? isDateNumber(Number(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') cells = false;
    },
    words() {
      // Styles have none.
    },
  });
  return styles;
}

function isDateNumber(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/** Formats with a year or a day in them, not in quotes or brackets. */
function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /y/i.test(bare) || (/d/i.test(bare) && /m/i.test(bare));
}

/** Rows of a sheet; empty ones are left out. @throws TooManyCells, XmlFault. */
export function sheetRows(text: string, workbook: Workbook): Cell[][] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let [column, type, style, value, taking] = [0, '', 0, '', false];
  let count = 0;
  eachTag(text, {
    open(name, attributes) {
      if (name === 'row') {
        row = [];
        column = 0;
      } else if (name === 'c') {
        column = columnOf(attributeOf(attributes, 'r')) ?? column;
        type = attributeOf(attributes, 't') ?? 'n';
        style = Number(attributeOf(attributes, 's') ?? 0);
        value = '';
        if (++count > MAX_CELLS) throw new TooManyCells();
      } else if (name === 'v' || name === 't') taking = true;
      else if (name === 'rPh') type = 'aloud';
    },
    close(name) {
      if (name === 'v' || name === 't') taking = false;
      else if (name === 'c') {
        if (column < MAX_COLUMNS) put(row, column, cellOf(value, type, style, workbook));
        column++;
      } else if (name === 'row' && row.some((cell) => cell !== null)) rows.push(row);
    },
    words(words) {
      if (taking) value += words;
    },
  });
  return rows;
}

function put(row: Cell[], column: number, cell: Cell): void {
  if (cell === null) return;
  while (row.length < column) row.push(null);
  row[column] = cell;
}

/** `AB12` is column 27. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = 26 * column + letter.charCodeAt(0) - 64;
  return column - 1;
}

function cellOf(value: string, type: string, style: number, { words, dates, from1904 }: Workbook): Cell {
  if (value === '' || type === 'e') return null;
  if (type === 's') return words[Number(value)]?.trim() || null;
  if (type === 'b') return value === '1';
  if (type !== 'n') return unescaped(value).trim() || null;
  const number = Number(value);
  if (!Number.isFinite(number)) return null;
  return dates[style] ? dayWords(number, from1904) : number;
}

/** A day number as words that read as a date by the clock of China. */
function dayWords(number: number, from1904: boolean): string | null {
  const instant = new Date(Math.round((from1904 ? EPOCH_1904 : EPOCH) / 1000 + (number * DAY_MS) / 1000) * 1000);
  if (Number.isNaN(instant.getTime())) return null;
  const [day = '', time = ''] = instant.toISOString().split('T');
  return Number.isInteger(number) ? day : `${day} ${time.slice(0, 8)}`;
}
