/** Sections one behind the other, each where numbers may begin, and the file around them. */
import {
  aligned, HEADER_START, PACKED_VERSION, TYPE_BYTES, viewOf, type PackedNumbers, type PackedSection, type PackedType, type WordSections,
} from '../readers/packed-format.js';
import { PACKED_MAGIC } from '../readers/magic.js';
import type { Encoded } from './numbers.js';

/** Collects sections and writes the file. */
export class Layout {
  readonly #sections: { readonly section: PackedSection; readonly numbers: ArrayLike<number> }[] = [];
  #end = 0;

  /** Adds a section. */
  add(type: PackedType, numbers: ArrayLike<number>): PackedSection {
    const section: PackedSection = { type, at: this.#end, length: numbers.length };
    this.#sections.push({ section, numbers });
    this.#end = aligned(this.#end + numbers.length * TYPE_BYTES[type]);
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
    for (const { section, numbers } of this.#sections) viewOf(section.type, buffer, start + section.at, section.length).set(numbers);
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
