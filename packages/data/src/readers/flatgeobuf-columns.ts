/** Values of a FlatGeobuf's columns, row by row, to columns. Text stays bytes. */
import { PackedText } from '../model/packed-text.js';
import { NO_CODE, type Column } from '../model/types.js';
import { ByteWords, hashOf } from './byte-words.js';
import { WordColumn } from './fields.js';
import type { FlatBuffer } from './flatbuffer.js';
import type { FlatColumn, FlatColumnType } from './flatgeobuf-header.js';
import { Grow } from './geometry-builder.js';
import type { NoteBook } from './notes.js';

/** Bytes of values of a fixed size; the others say theirs. */
const SIZES: Readonly<Partial<Record<FlatColumnType, number>>> = { byte: 1, ubyte: 1, bool: 1, short: 2, ushort: 2, int: 4, uint: 4, long: 8, ulong: 8, float: 4, double: 8 };

/** Takes values of rows in rising order; rows in between are missing. */
interface Sink {
  add(row: number, buffer: FlatBuffer, at: number, size: number): void;
  column(name: string, rowCount: number): Column | undefined;
}

class NumberSink implements Sink {
  readonly #type: FlatColumnType;
  readonly #notes: NoteBook;
  readonly #values = new Grow((size) => new Float64Array(size));

  constructor(type: FlatColumnType, notes: NoteBook) {
    this.#type = type;
    this.#notes = notes;
  }

  add(row: number, { view }: FlatBuffer, at: number): void {
    pad(this.#values, row, Number.NaN);
    const value = numberAt(view, at, this.#type);
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER && (this.#type === 'long' || this.#type === 'ulong')) this.#notes.add('big-number', row);
    this.#values.push(Number.isFinite(value) ? value : Number.NaN);
  }

  column(name: string, rowCount: number): Column {
    pad(this.#values, rowCount, Number.NaN);
    return { kind: 'number', name, values: this.#values.result() };
  }
}

class BooleanSink implements Sink {
  readonly #values = new Grow((size) => new Uint8Array(size));

  add(row: number, { view }: FlatBuffer, at: number): void {
    pad(this.#values, row, 2);
    this.#values.push(view.getUint8(at) === 0 ? 0 : 1);
  }

  column(name: string, rowCount: number): Column {
    pad(this.#values, rowCount, 2);
    return { kind: 'boolean', name, values: this.#values.result() };
  }
}

class TextSink implements Sink {
  readonly #words = new ByteWords();
  readonly #codes = new Grow((size) => new Uint32Array(size));

  add(row: number, { bytes }: FlatBuffer, at: number, size: number): void {
    pad(this.#codes, row, NO_CODE);
    this.#codes.push(this.#words.add(bytes, at, at + size, hashOf(bytes, at, at + size), row));
  }

  column(name: string, rowCount: number): Column {
    pad(this.#codes, rowCount, NO_CODE);
    return new PackedText(name, this.#codes.result(), this.#words.packed());
  }
}

class DateSink implements Sink {
  readonly #words = new WordColumn();

  add(row: number, buffer: FlatBuffer, at: number, size: number): void {
    this.#words.padTo(row);
    this.#words.push(buffer.text(at, size));
  }

  column(name: string, rowCount: number): Column {
    this.#words.padTo(rowCount);
    return this.#words.guessed(name, ['date']);
  }
}

class NoSink implements Sink {
  add(): void {
    // Binary values: nothing could show them. Whoever made this sink noted it.
  }

  column(): undefined {
    return undefined;
  }
}

function pad(grow: { readonly length: number; push(value: number): void }, rows: number, value: number): void {
  while (grow.length < rows) grow.push(value);
}

function numberAt(view: DataView, at: number, type: FlatColumnType): number {
  switch (type) {
    case 'byte':
      return view.getInt8(at);
    case 'ubyte':
      return view.getUint8(at);
    case 'short':
      return view.getInt16(at, true);
    case 'ushort':
      return view.getUint16(at, true);
    case 'int':
      return view.getInt32(at, true);
    case 'uint':
      return view.getUint32(at, true);
    case 'long':
      return view.getInt32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
    case 'ulong':
      return view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
    case 'float':
      return shortest(view.getFloat32(at, true));
    default:
      return view.getFloat64(at, true);
  }
}

/** The shortest decimal number that has this value in 32 bits: 12.34, not 12.34000015258789. */
function shortest(value: number): number {
  const short = Number(value.toPrecision(7));
  return Math.fround(short) === value ? short : value;
}

/** All columns of a file. */
export class FlatColumns {
  readonly #sinks = new Map<string, Sink>();
  readonly #notes: NoteBook;

  constructor(notes: NoteBook) {
    this.#notes = notes;
  }

  /** Columns get names of their own, in the order of the header. */
  declare(columns: readonly FlatColumn[]): readonly FlatColumn[] {
    return columns.map(({ name, type }, index) => {
      let own = name;
      if (own === '') {
        own = `column_${index + 1}`;
        this.#notes.add('empty-header', index);
      }
      if (this.#sinks.has(own)) this.#notes.add('duplicate-header', index);
      for (let number = 2; this.#sinks.has(own); number++) own = `${name}_${number}`;
      if (type === 'binary') this.#notes.add('binary-field', index);
      this.#sinks.set(own, this.#sinkOf(type));
      return { name: own, type };
    });
  }

  #sinkOf(type: FlatColumnType): Sink {
    if (type === 'bool') return new BooleanSink();
    if (type === 'datetime') return new DateSink();
    if (type === 'binary') return new NoSink();
    return type === 'string' || type === 'json' ? new TextSink() : new NumberSink(type, this.#notes);
  }

  /** The values of one row. @throws RangeError for values that are cut off or of no column. */
  addRow(row: number, columns: readonly FlatColumn[], buffer: FlatBuffer, from: number, length: number): void {
    const { view } = buffer;
    const seen = new Set<number>();
    // Some writers leave a byte over at the end.
    for (let at = from; at + 2 <= from + length; ) {
      const index = view.getUint16(at, true);
      const column = columns[index];
      const sink = column && this.#sinks.get(column.name);
      if (!sink) throw new RangeError(`value of column ${index}`);
      const fixed = SIZES[column.type];
      const start = at + (fixed === undefined ? 6 : 2);
      const size = fixed ?? view.getUint32(at + 2, true);
      at = start + size;
      if (at > from + length) throw new RangeError('value beyond the end');
      // A second value of a column would be one of the next row.
      if (!seen.has(index)) sink.add(row, buffer, start, size);
      seen.add(index);
    }
  }

  build(rowCount: number): Column[] {
    return [...this.#sinks].flatMap(([name, sink]) => sink.column(name, rowCount) ?? []);
  }
}
