/**
 * Reading of FlatBuffers: tables whose fields are found through a table of offsets. Every read is bounded by the part of the file it
 * was made for, so that a damaged file ends in a `RangeError` and never outside.
 */

/** A part of the file that holds one root table. */
export class FlatBuffer {
  readonly view: DataView;
  readonly bytes: Uint8Array;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  /** @throws RangeError if the part is not within the buffer. */
  constructor(buffer: ArrayBuffer, at: number, length: number) {
    this.view = new DataView(buffer, at, length);
    this.bytes = new Uint8Array(buffer, at, length);
  }

  /** The root table. */
  root(): FlatTable {
    return new FlatTable(this, this.view.getUint32(0, true));
  }

  text(at: number, length: number): string {
    if (at + length > this.bytes.length) throw new RangeError('text beyond the end');
    return this.#decoder.decode(this.bytes.subarray(at, at + length));
  }
}

/** Numbers or tables in a row: where the first is, and how many. */
export interface FlatVector {
  readonly at: number;
  readonly length: number;
}

const NOTHING: FlatVector = { at: 0, length: 0 };

/** One table. Fields are counted from 0, in the order of the schema; one that is not there has its default. */
export class FlatTable {
  readonly #buffer: FlatBuffer;
  readonly #at: number;
  readonly #vtable: number;
  readonly #size: number;

  constructor(buffer: FlatBuffer, at: number) {
    const { view } = buffer;
    this.#buffer = buffer;
    this.#at = at;
    this.#vtable = at - view.getInt32(at, true);
    this.#size = view.getUint16(this.#vtable, true);
  }

  /** Where a field is; 0 if it is not there. */
  #field(index: number): number {
    const slot = 4 + 2 * index;
    const offset = slot + 2 <= this.#size ? this.#buffer.view.getUint16(this.#vtable + slot, true) : 0;
    return offset === 0 ? 0 : this.#at + offset;
  }

  #target(index: number): number {
    const at = this.#field(index);
    return at === 0 ? 0 : at + this.#buffer.view.getUint32(at, true);
  }

  uint8(index: number): number {
    const at = this.#field(index);
    return at === 0 ? 0 : this.#buffer.view.getUint8(at);
  }

  uint16(index: number, otherwise = 0): number {
    const at = this.#field(index);
    return at === 0 ? otherwise : this.#buffer.view.getUint16(at, true);
  }

  int32(index: number): number {
    const at = this.#field(index);
    return at === 0 ? 0 : this.#buffer.view.getInt32(at, true);
  }

  /** 64 bits as a number; exact up to 2^53. */
  uint64(index: number): number {
    const at = this.#field(index);
    return at === 0 ? 0 : this.#buffer.view.getUint32(at, true) + 2 ** 32 * this.#buffer.view.getUint32(at + 4, true);
  }

  text(index: number): string | undefined {
    const at = this.#target(index);
    return at === 0 ? undefined : this.#buffer.text(at + 4, this.#buffer.view.getUint32(at, true));
  }

  /** A vector whose entries take `size` bytes. @throws RangeError if it ends beyond the part. */
  vector(index: number, size: number): FlatVector {
    const at = this.#target(index);
    if (at === 0) return NOTHING;
    const length = this.#buffer.view.getUint32(at, true);
    if (at + 4 + length * size > this.#buffer.bytes.length) throw new RangeError('vector beyond the end');
    return { at: at + 4, length };
  }

  table(index: number): FlatTable | undefined {
    const at = this.#target(index);
    return at === 0 ? undefined : new FlatTable(this.#buffer, at);
  }

  /** An entry of a vector of tables. */
  entry({ at }: FlatVector, index: number): FlatTable {
    const place = at + 4 * index;
    return new FlatTable(this.#buffer, place + this.#buffer.view.getUint32(place, true));
  }
}
