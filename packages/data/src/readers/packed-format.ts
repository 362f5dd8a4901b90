/** Packed columns (`.yztc`): what reader and writer agree on. The whole specification is docs/guide/packed-columns.md. */

export const PACKED_VERSION = 1;
/** Magic, version, length of the header. */
export const HEADER_START = 16;
/** Every section begins at a multiple of this, so that it can be looked at as numbers where it lies. */
export const ALIGNMENT = 8;

export type PackedType = 'u8' | 'u16' | 'u32' | 'i16' | 'i32' | 'f32' | 'f64';
export type PackedArray =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** Bytes a number takes. */
export const TYPE_BYTES: Readonly<Record<PackedType, number>> = { u8: 1, u16: 2, u32: 4, i16: 2, i32: 4, f32: 4, f64: 8 };

const VIEWS: Readonly<Record<PackedType, new (buffer: ArrayBuffer, at: number, length: number) => PackedArray>> = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i16: Int16Array,
  i32: Int32Array,
  f32: Float32Array,
  f64: Float64Array,
};

/** Numbers where they lie in a buffer. */
export function viewOf(type: PackedType, buffer: ArrayBuffer, at: number, length: number): PackedArray {
  return new VIEWS[type](buffer, at, length);
}

/** The unsigned number of all ones: a missing value in codes and in scaled numbers. */
export function missingOf(type: 'u8' | 'u16' | 'u32'): number {
  return 2 ** (8 * TYPE_BYTES[type]) - 1;
}

/** The next multiple of the alignment. */
export function aligned(at: number): number {
  return Math.ceil(at / ALIGNMENT) * ALIGNMENT;
}

/** Numbers of one type in a row. `at` counts bytes from the start of the data part. */
export interface PackedSection {
  readonly type: PackedType;
  readonly at: number;
  readonly length: number;
}

/** How unsigned integers stand for other numbers: `(base + q) × multiply ÷ divide`, all ones for NaN. */
export interface PackedScale {
  /** One base for each lane: one for values, two for coordinates (longitude, latitude). */
  readonly base: readonly number[];
  readonly multiply: number;
  readonly divide: number;
  /** Each number is the difference to the one before in its lane, modulo the range of the type. Then none is missing. */
  readonly delta: boolean;
}

/** Numbers as they are, or as scaled integers. */
export interface PackedNumbers extends PackedSection {
  readonly scale?: PackedScale | undefined;
  /** Coordinates that were rounded to the grid of the scale. */
  readonly rounded?: boolean;
}

/** Words one behind the other in UTF-8; word `i` is bytes `offsets[i]` to `offsets[i + 1]`. */
export interface WordSections {
  readonly bytes: PackedSection;
  readonly offsets: PackedSection;
}

export type PackedGeometry =
  | { readonly kind: 'none' }
  | { readonly kind: 'point'; readonly coordinates: PackedNumbers }
  | {
      readonly kind: 'shape';
      readonly types: PackedSection;
      readonly partStart: PackedSection;
      readonly ringStart: PackedSection;
      readonly vertexStart: PackedSection;
      readonly coordinates: PackedNumbers;
    };

export type PackedColumn =
  | { readonly kind: 'text'; readonly name: string; readonly codes: PackedSection; readonly dictionary: WordSections }
  | { readonly kind: 'number'; readonly name: string; readonly values: PackedNumbers }
  | { readonly kind: 'date'; readonly name: string; readonly values: PackedNumbers; readonly dateOnly?: boolean }
  | { readonly kind: 'boolean'; readonly name: string; readonly values: PackedSection };

/** Ids: all numbers, or words; `kinds` says of each word whether it is missing (0), text (1) or a number (2). */
export type PackedIds =
  | { readonly kind: 'number'; readonly values: PackedNumbers }
  | { readonly kind: 'text'; readonly words: WordSections; readonly kinds?: PackedSection | undefined };
