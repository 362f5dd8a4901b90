/** Columns: made from what a page hands in, read cell by cell. */
import { YztError } from '@yizhangtu/base/errors';
import { WordCodes } from './word-codes.js';
import { NO_CODE, type CellValue, type Column, type NumberColumn, type TextColumn } from './types.js';

type NumericArray = NumberColumn['values'];

/** Strings given as numbers into a dictionary; a code outside the dictionary is a missing value. */
export interface DictionaryInput {
  readonly dictionary: readonly string[];
  readonly codes: Uint32Array | Uint16Array | Uint8Array;
}

/** What a page may hand in as one column. Typed arrays are taken as they are, never copied. */
export type ColumnInput =
  | NumericArray
  | DictionaryInput
  | readonly (string | null)[]
  | readonly (number | null)[]
  | readonly (boolean | null)[]
  | readonly (Date | null)[];

/** True for the typed arrays a number column holds. */
function isNumericArray(data: ColumnInput): data is NumericArray {
  return ArrayBuffer.isView(data) && !(data instanceof DataView);
}

/** A column from what a page hands in. @throws YztError `bad-argument` if the kind of the values is mixed. */
export function columnFrom(name: string, data: ColumnInput): Column {
  if (isNumericArray(data)) return { kind: 'number', name, values: data };
  if ('dictionary' in data) return textFromDictionary(name, data);
  const sample = (data as readonly unknown[]).find((value) => value !== null && value !== undefined);
  if (typeof sample === 'number') return { kind: 'number', name, values: numbersOf(name, data) };
  if (typeof sample === 'boolean') return { kind: 'boolean', name, values: booleansOf(name, data) };
  if (sample instanceof Date) return { kind: 'date', name, values: instantsOf(name, data) };
  if (sample === undefined || typeof sample === 'string') return textColumn(name, data as readonly (string | null | undefined)[]);
  throw badCell(name, sample);
}

function badCell(name: string, value: unknown): YztError {
  const kind = value === null ? 'null' : typeof value;
  return new YztError('bad-argument', {
    zh: `Dataset.fromColumns:列「${name}」含有不支持或类型不一致的值（${kind}）。每列只能是文本、数字、布尔或日期之一。`,
    en: `Dataset.fromColumns: column "${name}" has an unsupported or mixed value (${kind}). A column holds text, numbers, booleans or dates.`,
  });
}

function numbersOf(name: string, data: readonly unknown[]): Float64Array {
  const values = new Float64Array(data.length);
  for (let row = 0; row < data.length; row++) {
    const value = data[row];
    if (value !== null && value !== undefined && typeof value !== 'number') throw badCell(name, value);
    values[row] = value ?? Number.NaN;
  }
  return values;
}

function booleansOf(name: string, data: readonly unknown[]): Uint8Array {
  const values = new Uint8Array(data.length);
  for (let row = 0; row < data.length; row++) {
    const value = data[row];
    if (value !== null && value !== undefined && typeof value !== 'boolean') throw badCell(name, value);
    values[row] = value === true ? 1 : value === false ? 0 : 2;
  }
  return values;
}

function instantsOf(name: string, data: readonly unknown[]): Float64Array {
  const values = new Float64Array(data.length);
  for (let row = 0; row < data.length; row++) {
    const value = data[row];
    if (value !== null && value !== undefined && !(value instanceof Date)) throw badCell(name, value);
    values[row] = value ? value.getTime() : Number.NaN;
  }
  return values;
}

/** Strings into a dictionary column; null and undefined are missing. */
export function textColumn(name: string, data: readonly (string | null | undefined)[]): TextColumn {
  const found = new WordCodes(data.length);
  const codes = new Uint32Array(data.length);
  for (let row = 0; row < data.length; row++) {
    const value = data[row];
    if (value === null || value === undefined) {
      codes[row] = NO_CODE;
      continue;
    }
    if (typeof value !== 'string') throw badCell(name, value);
    codes[row] = found.codeOf(value);
  }
  return { kind: 'text', name, dictionary: found.words, codes };
}

/** Takes codes as they are if they are Uint32 and the dictionary has no word twice. */
function textFromDictionary(name: string, data: DictionaryInput): TextColumn {
  const { dictionary } = data;
  const found = new WordCodes(dictionary.length);
  const codeOf = new Uint32Array(dictionary.length);
  for (let i = 0; i < codeOf.length; i++) {
    const word = dictionary[i] as string | null | undefined;
    codeOf[i] = word === null || word === undefined ? NO_CODE : found.codeOf(word);
  }
  const wellFormed = data.codes instanceof Uint32Array && found.words.length === dictionary.length && codesFit(data.codes, dictionary.length);
  if (wellFormed) return { kind: 'text', name, dictionary, codes: data.codes as Uint32Array };
  const codes = new Uint32Array(data.codes.length);
  for (let row = 0; row < codes.length; row++) codes[row] = codeOf[data.codes[row] as number] ?? NO_CODE;
  return { kind: 'text', name, dictionary: found.words, codes };
}

function codesFit(codes: Uint32Array, size: number): boolean {
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    if (code >= size && code !== NO_CODE) return false;
  }
  return true;
}

/** Rows a column has. */
export function columnLength(column: Column): number {
  return column.kind === 'text' ? column.codes.length : column.values.length;
}

/** Raw value of a cell; null for a missing one or a row outside. */
export function cellOf(column: Column, row: number): CellValue {
  if (column.kind === 'text') {
    if (column.wordOf) return column.wordOf(row) ?? null;
    const code = column.codes[row] ?? NO_CODE;
    return (column.wordAt ? column.wordAt(code) : column.dictionary[code]) ?? null;
  }
  const value = column.values[row];
  if (value === undefined || Number.isNaN(value)) return null;
  if (column.kind === 'date') return new Date(value);
  if (column.kind === 'boolean') return value > 1 ? null : value === 1;
  return value;
}
