/** dBASE tables beside shapefiles. Counts and widths in the header are checked against the bytes; columns are read one after the other. */
import { parseInstant } from '@yizhangtu/base/dates';
import type { Column } from '../model/types.js';
import { numberColumn, WordColumn } from '../readers/fields.js';
import { Grow } from '../readers/geometry-builder.js';
import type { NoteBook } from '../readers/notes.js';
import { uniqueName } from '../readers/unique-name.js';
import type { DbfEncoding, DbfWords } from './dbf-encoding.js';

const HEAD = 32;
const FIELD = 32;
const FIELDS_END = 0x0d;
const DELETED = 0x2a;
const BLANK = 0x20;
/** Types whose bytes are text of the table's encoding. */
const WORDS = 'CVW';
/** Bytes of words that tell their encoding, and cells that fill their field, whose last letter may be cut. */
const SAMPLE = 1 << 22;
const CUT_CELLS = 1000;
const NOTHING = new Uint8Array(0);
const DAY_MS = 86_400_000;
/** Day 0 of the Julian count is so many days before 1970. */
const JULIAN_1970 = 2_440_588;

interface DbfField {
  readonly name: Uint8Array;
  readonly type: string;
  readonly at: number;
  readonly width: number;
  readonly decimals: number;
}

/** The table, its words still bytes. */
export class Dbf {
  /** Records the header says. */
  readonly claimed: number;
  /** Records that are there. */
  readonly count: number;
  /** Byte that names the language. */
  readonly language: number;
  readonly #bytes: Uint8Array;
  readonly #start: number;
  readonly #size: number;
  readonly #fields: readonly DbfField[];

  /** @throws RangeError if the header cannot be right. */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#bytes = bytes;
    this.claimed = view.getUint32(4, true);
    this.#start = view.getUint16(8, true);
    this.#size = view.getUint16(10, true);
    this.language = view.getUint8(29);
    if (this.#start < HEAD || this.#start > bytes.length || this.#size < 1) throw new RangeError('header');
    this.#fields = fieldsOf(bytes, view, this.#start, this.#size);
    this.count = Math.min(this.claimed, Math.floor((bytes.length - this.#start) / this.#size));
  }

  /** True for a record that was deleted but not yet packed away. */
  isDeleted(record: number): boolean {
    return record < this.count && this.#bytes[this.#start + record * this.#size] === DELETED;
  }

  /** Bytes of words and names, as many as tell their encoding. */
  words(): DbfWords {
    const fields = this.#fields.filter(({ type }) => WORDS.includes(type));
    const joined = new Grow((size) => new Uint8Array(size), 4096);
    const cut: Uint8Array[] = [];
    const add = (bytes: Uint8Array): void => {
      joined.reserve(bytes.length + 1).set(bytes, joined.length);
      joined.length += bytes.length;
      joined.push(BLANK);
    };
    for (const { name } of this.#fields) add(name);
    for (let record = 0; record < this.count && joined.length < SAMPLE; record++) {
      for (const field of fields) {
        const cell = this.#cell(field, record);
        if (cell.length < field.width) add(cell);
        else if (cut.length < CUT_CELLS) cut.push(cell);
      }
    }
    return { joined: joined.result(), cut };
  }

  /** The columns. @param records Record of each row; one beyond the table has no values. */
  columns(records: Uint32Array, { encoding }: DbfEncoding, notes: NoteBook): Column[] {
    const decoder = new TextDecoder(encoding);
    const seen = new Set<string>();
    return this.#fields.flatMap((field, index) => {
      const name = uniqueName(decoder.decode(field.name).trim(), index, seen, notes);
      return this.#column(field, name, records, decoder, notes, index) ?? [];
    });
  }

  #cell({ at, width }: DbfField, record: number): Uint8Array {
    const from = this.#start + record * this.#size + at;
    let to = from + width;
    while (to > from && ((this.#bytes[to - 1] as number) === BLANK || this.#bytes[to - 1] === 0)) to--;
    return this.#bytes.subarray(from, to);
  }

  #column(field: DbfField, name: string, records: Uint32Array, decoder: TextDecoder, notes: NoteBook, index: number): Column | undefined {
    const { type } = field;
    if (WORDS.includes(type)) return this.#text(field, name, records, decoder, notes);
    if (type === 'N' || type === 'F') return this.#numbers(field, name, records, decoder, notes);
    if (type === 'D') return { kind: 'date', name, values: this.#values(records, (record) => dayOf(asciiOf(this.#cell(field, record)))), dateOnly: true };
    if (type === 'L') return { kind: 'boolean', name, values: Uint8Array.from(records, (record) => (record < this.count ? truthOf(this.#cell(field, record)[0]) : 2)) };
    const binary = this.#binary(field);
    if (binary && type === '@') return { kind: 'date', name, values: this.#values(records, binary) };
    if (binary) return { kind: 'number', name, values: this.#values(records, binary) };
    notes.add('binary-field', index);
    return undefined;
  }

  #values(records: Uint32Array, read: (record: number) => number): Float64Array {
    return Float64Array.from(records, (record) => (record < this.count ? read(record) : Number.NaN));
  }

  /** Numbers that are bytes: integers and doubles of dBASE 7, and its instants. */
  #binary({ type, at, width }: DbfField): ((record: number) => number) | undefined {
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
    const place = (record: number): number => this.#start + record * this.#size + at;
    if (type === 'I' && width === 4) return (record) => view.getInt32(place(record), true);
    if ((type === 'O' || type === 'B') && width === 8) return (record) => view.getFloat64(place(record), true);
    if ((type === '@' || type === 'T') && width === 8) {
      return (record) => {
        const day = view.getInt32(place(record), true);
        return day === 0 ? Number.NaN : (day - JULIAN_1970) * DAY_MS + view.getInt32(place(record) + 4, true);
      };
    }
    return undefined;
  }

  #text(field: DbfField, name: string, records: Uint32Array, decoder: TextDecoder, notes: NoteBook): Column {
    const words = new WordColumn();
    for (let row = 0; row < records.length; row++) {
      const record = records[row] as number;
      const cell = record < this.count ? this.#cell(field, record) : NOTHING;
      const word = decoder.decode(cell);
      // Half a letter at the end, where the program that wrote the table cut a word, is no letter.
      const whole = cell.length === field.width ? word.replace(/\ufffd$/, '') : word;
      if (whole.includes('\ufffd')) notes.add('bad-letters', row);
      words.push(whole.trim() || null);
    }
    return words.text(name);
  }

  /** Integers that a number cannot hold, such as codes of eighteen digits, stay words. */
  #numbers(field: DbfField, name: string, records: Uint32Array, decoder: TextDecoder, notes: NoteBook): Column {
    const values = this.#values(records, (record) => numberOf(asciiOf(this.#cell(field, record))));
    const long = field.decimals === 0 && field.width > 15 && values.some((value) => Math.abs(value) > Number.MAX_SAFE_INTEGER);
    return long ? this.#text(field, name, records, decoder, notes) : numberColumn(name, values, notes);
  }
}

function fieldsOf(bytes: Uint8Array, view: DataView, start: number, size: number): DbfField[] {
  const fields: DbfField[] = [];
  let at = 1;
  for (let from = HEAD; from + FIELD <= start && bytes[from] !== FIELDS_END; from += FIELD) {
    const end = bytes.subarray(from, from + 11).indexOf(0);
    const type = String.fromCharCode(view.getUint8(from + 11));
    // Words may be longer than a byte can say: the next one is its high byte.
    const width = view.getUint8(from + 16) + (type === 'C' ? 256 * view.getUint8(from + 17) : 0);
    if (at + width > size) throw new RangeError('fields are wider than a record');
    fields.push({ name: bytes.subarray(from, from + (end === -1 ? 11 : end)), type, at, width, decimals: type === 'C' ? 0 : view.getUint8(from + 17) });
    at += width;
  }
  return fields;
}

function asciiOf(cell: Uint8Array): string {
  return String.fromCharCode(...cell).trim();
}

/** Stars are what a number becomes that does not fit its field. */
function numberOf(word: string): number {
  return word === '' || word.startsWith('*') ? Number.NaN : Number(word.replace(',', '.'));
}

/** `20240315` as midnight in China. */
function dayOf(word: string): number {
  const hit = /^(\d{4})(\d\d)(\d\d)$/.exec(word);
  return hit && word !== '00000000' ? parseInstant(`${hit[1]}-${hit[2]}-${hit[3]}`, 'shanghai') : Number.NaN;
}

function truthOf(byte: number | undefined): number {
  const letter = String.fromCharCode(byte ?? BLANK).toUpperCase();
  return 'TY1'.includes(letter) ? 1 : 'FN0'.includes(letter) ? 0 : 2;
}
