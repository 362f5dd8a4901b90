/** Sections one behind the other, each where numbers may begin, and the file around them. */
import {
  aligned, HEADER_START, PACKED_VERSION, TYPE_BYTES, viewOf, type PackedNumbers, type PackedSection, type PackedType, type WordSections,
} from '../readers/packed-format.js';
import { PACKED_MAGIC } from '../readers/magic.js';
import type { Encoded } from './numbers.js';

/** Bytes and where in the data part they begin. */
interface Written {
  readonly at: number;
  readonly bytes: Uint8Array;
}

function bytesOf(type: PackedType, numbers: ArrayLike<number>): Uint8Array {
  const buffer = new ArrayBuffer(numbers.length * TYPE_BYTES[type]);
  viewOf(type, buffer, 0, numbers.length).set(numbers);
  return new Uint8Array(buffer);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length || a.length === 0) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Collects sections and writes the file. */
export class Layout {
  readonly #sections: Written[] = [];
  #end = 0;

  /** Adds a section. What is there already is not written again: words that differ in every row have the codes 0, 1, 2 …, as row numbers have. */
  add(type: PackedType, numbers: ArrayLike<number>): PackedSection {
    const bytes = bytesOf(type, numbers);
    const same = this.#sections.find((one) => sameBytes(one.bytes, bytes));
    const section: PackedSection = { type, at: same ? same.at : this.#end, length: numbers.length };
    if (same) return section;
    this.#sections.push({ at: this.#end, bytes });
    this.#end = aligned(this.#end + bytes.length);
    return section;
  }

  /** Adds numbers with how they are to be read. */
  addNumbers({ type, numbers, scale }: Encoded): PackedNumbers {
    return { ...this.add(type, numbers), ...scale };
  }

  /** Adds words. */
  addWords(words: readonly string[]): WordSections {
    const encoder = new TextEncoder();
    const pieces = words.map((word) => encoder.encode(word));
    const offsets = new Uint32Array(words.length + 1);
    pieces.forEach((piece, index) => {
      offsets[index + 1] = (offsets[index] as number) + piece.length;
    });
    const bytes = new Uint8Array(offsets[words.length] as number);
    pieces.forEach((piece, index) => bytes.set(piece, offsets[index]));
    return { bytes: this.add('u8', bytes), offsets: this.add('u32', offsets) };
  }

  /** The whole file. @param header All members but `size`. */
  file(header: Readonly<Record<string, unknown>>): Uint8Array<ArrayBuffer> {
    const { text, start } = this.#header(header);
    const buffer = new ArrayBuffer(start + this.#end);
    const bytes = new Uint8Array(buffer);
    bytes.set(PACKED_MAGIC);
    const view = new DataView(buffer);
    view.setUint32(8, PACKED_VERSION, true);
    view.setUint32(12, text.length, true);
    bytes.set(text, HEADER_START);
    for (const { at, bytes: written } of this.#sections) bytes.set(written, start + at);
    return bytes;
  }

  /** The header says the size of the file, which depends on the length of the header: spaces at its end make up for it. */
  #header(header: Readonly<Record<string, unknown>>): { readonly text: Uint8Array; readonly start: number } {
    const encoder = new TextEncoder();
    const longest = encoder.encode(JSON.stringify({ ...header, size: Number.MAX_SAFE_INTEGER })).length;
    const start = aligned(HEADER_START + longest);
    const json = encoder.encode(JSON.stringify({ ...header, size: start + this.#end }));
    const text = new Uint8Array(start - HEADER_START).fill(0x20);
    text.set(json);
    return { text, start };
  }
}
