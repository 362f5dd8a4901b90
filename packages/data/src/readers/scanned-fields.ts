/** Fields of features that are read as bytes: numbers as numbers, words as numbers into a dictionary of bytes. */
import { PackedText, packedDictionary, packedWord } from '../model/packed-text.js';
import { NO_CODE, type Column, type NumberColumn, type TextColumn } from '../model/types.js';
import { ByteWords, hashOf } from './byte-words.js';
import { booleanColumn, columnOf, numberColumn, wordsColumn, type FieldValues, type Kind } from './fields.js';
import type { NoteBook } from './notes.js';
import { instantOf } from './words.js';

/** What a cell holds. */
export const MISSING = 0;
export const NUMBER = 1;
export const STRING = 2;
export const FALSE = 3;
export const TRUE = 4;
/** A list or an object, kept as its JSON. */
export const NESTED = 5;

const KIND_NAMES: readonly string[] = ['undefined', 'number', 'string', 'boolean', 'boolean', 'object'];

/** Thrown when bytes cannot hold what JavaScript can: half a surrogate pair. The source is then read as a whole. */
export class Unscannable extends Error {}

const encoder = new TextEncoder();

function bytesOf(word: string): Uint8Array {
  const bytes = encoder.encode(word);
  if (/\p{Surrogate}/u.test(word)) throw new Unscannable();
  return bytes;
}

/** One field. Open, for the hot loops of the scanner. */
export class ScannedField {
  readonly name: string;
  /** Its place among the fields. */
  readonly place: number;
  /** The name as it stands in a source that writes it without escapes; undefined for a name that cannot be written so. */
  readonly key: Uint8Array | undefined;
  readonly words = new ByteWords();
  /** What each row holds. */
  tags = new Uint8Array(64);
  /** The number, or the number of the word. */
  values = new Float64Array(64);
  /** The last row that has this field. */
  lastRow = -1;
  /** Some value is beyond what a double holds to the last digit, or beyond all numbers, and must be looked for. */
  huge = false;

  constructor(name: string, place: number, key?: Uint8Array) {
    this.name = name;
    this.place = place;
    this.key = key?.some((byte) => byte < 32 || byte === 34 || byte === 92) ? undefined : key;
  }

  /** Sets a cell. */
  set(row: number, tag: number, value: number): void {
    if (row >= this.tags.length) widen(this, row);
    this.tags[row] = tag;
    this.values[row] = value;
    this.lastRow = row;
    if (value > Number.MAX_SAFE_INTEGER || value < -Number.MAX_SAFE_INTEGER) this.huge = true;
  }

  /** Sets a cell to a word. */
  setWord(row: number, tag: number, word: string): void {
    const bytes = bytesOf(word);
    this.set(row, tag, this.words.add(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length), row));
  }

  /** Sets a cell to a value as `JSON.parse` gives it. */
  setValue(row: number, value: unknown): void {
    if (typeof value === 'number') this.set(row, NUMBER, value);
    else if (typeof value === 'string') this.setWord(row, STRING, value);
    else if (typeof value === 'boolean') this.set(row, value ? TRUE : FALSE, 0);
    else if (value === null || value === undefined) this.set(row, MISSING, 0);
    else this.setWord(row, NESTED, jsonOf(value));
  }

  /** Forgets the last row. */
  takeBack(row: number): void {
    if (this.lastRow === row) {
      this.tags[row] = MISSING;
      this.lastRow = -1;
    }
    this.words.takeBack(row);
  }
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    // Nested too deeply to be written down again.
    throw new Unscannable('depth', { cause });
  }
}

function widen(field: ScannedField, row: number): void {
  const size = Math.max(2 * field.tags.length, row + 1);
  const tags = new Uint8Array(size);
  tags.set(field.tags);
  field.tags = tags;
  const values = new Float64Array(size);
  values.set(field.values);
  field.values = values;
}

/** Codes of the words, one a row. */
function codesOf(field: ScannedField, rowCount: number): Uint32Array<ArrayBuffer> {
  const { tags, values } = field;
  if (isWhole(field, rowCount)) return new Uint32Array(values.subarray(0, rowCount));
  const codes = new Uint32Array(rowCount).fill(NO_CODE);
  const { length } = tags;
  for (let row = 0; row < rowCount && row < length; row++) if (tags[row] !== MISSING) codes[row] = values[row] as number;
  return codes;
}

function textOf(field: ScannedField, rowCount: number): TextColumn {
  return new PackedText(field.name, codesOf(field, rowCount), field.words.packed());
}

/** Whether no row is without a value. */
function isWhole({ tags }: ScannedField, rowCount: number): boolean {
  return rowCount <= tags.length && !tags.subarray(0, rowCount).includes(MISSING);
}

/** The kinds of the cells, one bit a kind. The engine looks through them faster than a loop that runs once. */
function tagsOf({ tags }: ScannedField, rowCount: number): number {
  const cells = tags.subarray(0, rowCount);
  let bits = 0;
  for (let tag = NUMBER; tag <= NESTED; tag++) if (cells.includes(tag)) bits |= 1 << tag;
  return bits;
}

/** The cells as JavaScript values, for fields that need a closer look. */
function valuesOf(field: ScannedField, rowCount: number): FieldValues {
  const words = packedDictionary(field.words.packed());
  const values: unknown[] = [];
  const kinds = new Set<string>();
  const { tags } = field;
  for (let row = 0; row < rowCount && row < tags.length; row++) {
    const tag = tags[row] as number;
    const value = field.values[row] as number;
    if (tag !== MISSING) kinds.add(KIND_NAMES[tag] as string);
    if (tag === NUMBER) values.push(value);
    else if (tag === STRING) values.push(words[value]);
    else if (tag === NESTED) values.push(JSON.parse(words[value] as string));
    else values.push(tag === MISSING ? null : tag === TRUE);
  }
  return { values, kinds };
}

/** All fields of a source. */
export class ScannedFields {
  readonly fields: ScannedField[] = [];
  /** Names of the fields, in their order. */
  readonly names = new ByteWords();

  /** The field of a name; a new one if there is none. */
  field(bytes: Uint8Array, from: number, to: number, hash: number, row: number): ScannedField {
    const code = this.names.add(bytes, from, to, hash, row);
    let field = this.fields[code];
    if (!field) {
      const key = bytes.slice(from, to);
      field = new ScannedField(packedWord({ bytes: key, starts: Uint32Array.of(0, key.length) }, 0) as string, code, key);
      this.fields.push(field);
    }
    return field;
  }

  /** Adds what a feature has that was read as JSON. */
  addRow(row: number, properties: object): void {
    for (const name of Object.keys(properties)) {
      const bytes = bytesOf(name);
      this.field(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length), row).setValue(row, (properties as Record<string, unknown>)[name]);
    }
  }

  /** Forgets the last row, and the fields that came with it. */
  takeBack(row: number): void {
    this.names.takeBack(row);
    this.fields.length = this.names.size;
    for (const field of this.fields) field.takeBack(row);
  }

  /** The columns, as `JsonFields` makes them of the same values. */
  columns(rowCount: number, kinds: ReadonlyMap<string, Kind>, notes: NoteBook): Column[] {
    return this.fields.map((field, place) => scannedColumn(field, rowCount, kinds.get(field.name), notes, place));
  }
}

function scannedColumn(field: ScannedField, rowCount: number, wanted: Kind | undefined, notes: NoteBook, place: number): Column {
  const tags = tagsOf(field, rowCount);
  if (tags === 1 << NUMBER && (wanted === undefined || wanted === 'number')) {
    const values = numbersOf(field, rowCount);
    return field.huge ? numberColumn(field.name, values, notes) : { kind: 'number', name: field.name, values };
  }
  if (tags === 1 << STRING && (wanted === undefined || wanted === 'text')) return stringColumn(field, rowCount, wanted);
  const bits = tags & ((1 << TRUE) | (1 << FALSE));
  if (tags !== 0 && tags === bits && (wanted === undefined || wanted === 'boolean')) return booleanColumn(field.name, valuesOf(field, rowCount), rowCount);
  return columnOf(field.name, valuesOf(field, rowCount), rowCount, wanted, notes, place);
}

/** Numbers as they were read; NaN is missing. */
function numbersOf(field: ScannedField, rowCount: number): Float64Array<ArrayBuffer> {
  const { tags, values } = field;
  if (isWhole(field, rowCount)) return values.slice(0, rowCount);
  const numbers = new Float64Array(rowCount).fill(Number.NaN);
  for (let row = 0; row < rowCount && row < tags.length; row++) if (tags[row] === NUMBER) numbers[row] = values[row] as number;
  return numbers;
}

/** Text, or dates if all words are. Most columns are none, and their first word says so. */
function stringColumn(field: ScannedField, rowCount: number, wanted: 'text' | undefined): Column {
  const text = textOf(field, rowCount);
  const first = text.wordAt?.(0);
  if (wanted === 'text' || first === undefined || instantOf(first) === undefined) return text;
  return wordsColumn('date', field.name, text.dictionary, text.codes, undefined) ?? text;
}

/** Ids of the features, read like a field. */
export class ScannedIds extends ScannedField {
  constructor() {
    super('id', 0);
  }

  /** The ids of all rows: as a column if they are of one kind. */
  build(rowCount: number): { readonly ids?: (string | number | null)[]; readonly idColumn?: NumberColumn | TextColumn } {
    const tags = tagsOf(this, rowCount);
    if (tags === 0) return {};
    if (tags === 1 << NUMBER) return { idColumn: { kind: 'number', name: 'id', values: numbersOf(this, rowCount) } };
    if (tags === 1 << STRING) return { idColumn: textOf(this, rowCount) };
    const { values } = valuesOf(this, rowCount);
    return { ids: Array.from({ length: rowCount }, (_, row) => (values[row] ?? null) as string | number | null) };
  }

  /** Calls `visit` with every row whose id has come before. */
  eachDuplicate(rowCount: number, visit: (row: number) => void): void {
    const { tags, values } = this;
    const words = new Uint8Array(this.words.size);
    let numbers: Set<number> | undefined;
    let before = -Infinity;
    for (let row = 0; row < rowCount && row < tags.length; row++) {
      const value = values[row] as number;
      if (tags[row] === STRING) {
        if (words[value] === 1) visit(row);
        words[value] = 1;
      } else if (tags[row] === NUMBER) {
        // Numbers that only rise, as most do, need no set to tell.
        if (!numbers && value > before) before = value;
        else if ((numbers ??= this.#numbersBefore(row)).has(value)) visit(row);
        else numbers.add(value);
      }
    }
  }

  #numbersBefore(end: number): Set<number> {
    const numbers = new Set<number>();
    for (let row = 0; row < end; row++) if (this.tags[row] === NUMBER) numbers.add(this.values[row] as number);
    return numbers;
  }
}
