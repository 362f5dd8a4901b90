// @ts-check
// GeoTIFF files (TIFF 6.0, BigTIFF) from numbers, for tests and stories: 示例数据 and nothing else. Runs in Node and in pages.

/** @typedef {'u8' | 'i16' | 'u16' | 'f32'} NumberKind */
/**
 * A file. Numbers of a band come from a function of column and row of the largest picture, so that every smaller copy is cut from the same.
 * @typedef {{
 *   width: number, height: number, bands: readonly ((column: number, row: number) => number)[], kind?: NumberKind,
 *   block?: number, copies?: number, strips?: boolean, apart?: boolean, big?: boolean, littleEndian?: boolean,
 *   predictor?: 1 | 2 | 3, pack?: (bytes: Uint8Array) => Uint8Array, mask?: (column: number, row: number) => boolean,
 *   keys?: readonly (readonly [number, number])[], doubles?: readonly number[], origin?: readonly [number, number], step?: readonly [number, number],
 *   nodata?: string, metadata?: string, palette?: readonly (readonly [number, number, number])[], colors?: number, extra?: readonly number[], compression?: number
 * }} TiffSpec
 */

const KINDS = { u8: { size: 1, format: 1 }, i16: { size: 2, format: 2 }, u16: { size: 2, format: 1 }, f32: { size: 4, format: 3 } };
const [SHORT, LONG, DOUBLE, ASCII, LONG8] = [3, 4, 12, 2, 16];

/** Bytes of the numbers of a block. */
function blockOf(/** @type {TiffSpec} */ spec, /** @type {readonly ((c: number, r: number) => number)[]} */ bands, /** @type {{ x: number, y: number, w: number, h: number, shrink: number }} */ { x, y, w, h, shrink }) {
  const { kind = 'u8', littleEndian: little = true, predictor = 1 } = spec;
  const { size } = KINDS[kind];
  const bytes = new Uint8Array(w * h * bands.length * size);
  const view = new DataView(bytes.buffer);
  for (let row = 0; row < h; row++)
    for (let column = 0; column < w; column++)
      bands.forEach((of, band) => {
        const inside = (/** @type {number} */ at, /** @type {number} */ most) => Math.min(most - 1, at * shrink);
        const value = of(inside(x + column, spec.width), inside(y + row, spec.height));
        const before = predictor === 2 && column > 0 ? of(inside(x + column - 1, spec.width), inside(y + row, spec.height)) : 0;
        const at = ((row * w + column) * bands.length + band) * size;
        if (kind === 'u8') view.setUint8(at, value - before);
        else if (kind === 'i16') view.setInt16(at, value - before, little);
        else if (kind === 'u16') view.setUint16(at, value - before, little);
        else view.setFloat32(at, value, little && predictor !== 3);
      });
  if (predictor === 3) for (let row = 0; row < h; row++) byWeight(bytes.subarray(row * w * bands.length * size, (row + 1) * w * bands.length * size), bands.length, size);
  return bytes;
}

/** Decimals of a line, big endian, as predictor 3 wants them. */
function byWeight(/** @type {Uint8Array} */ line, /** @type {number} */ bands, /** @type {number} */ size) {
  const count = line.length / size;
  const copy = line.slice();
  for (let i = 0; i < count; i++) for (let k = 0; k < size; k++) line[k * count + i] = /** @type {number} */ (copy[i * size + k]);
  for (let i = line.length - 1; i >= bands; i--) line[i] = /** @type {number} */ (line[i]) - /** @type {number} */ (line[i - bands]);
}

/** A mask, a bit a pixel. */
function maskOf(/** @type {TiffSpec} */ { mask, width, height }, /** @type {{ x: number, y: number, w: number, h: number, shrink: number }} */ { x, y, w, h, shrink }) {
  const line = Math.ceil(w / 8);
  const bytes = new Uint8Array(line * h);
  for (let row = 0; row < h; row++)
    for (let column = 0; column < w; column++) {
      const [c, r] = [(x + column) * shrink, (y + row) * shrink];
      const at = row * line + (column >> 3);
      if (c < width && r < height && mask?.(c, r)) bytes[at] = /** @type {number} */ (bytes[at]) | (128 >> (column & 7));
    }
  return bytes;
}

/** @typedef {{ tag: number, type: number, values: readonly number[] | string }} Entry */

/** One picture: its tags and blocks. */
function pictureOf(/** @type {TiffSpec} */ spec, /** @type {number} */ shrink, /** @type {boolean} */ isMask) {
  const { kind = 'u8', block = 16, strips = false, apart = false, pack, predictor = 1, palette, extra } = spec;
  const [w, h] = [Math.ceil(spec.width / shrink), Math.ceil(spec.height / shrink)];
  const [bw, bh] = strips ? [w, block] : [block, block];
  /** @type {Uint8Array[]} */
  const blocks = [];
  for (const bands of !isMask && apart ? spec.bands.map((band) => [band]) : [spec.bands])
    for (let y = 0; y < h; y += bh)
      for (let x = 0; x < w; x += bw) {
        const place = { x, y, w: bw, h: strips ? Math.min(bh, h - y) : bh, shrink };
        const bytes = isMask ? maskOf(spec, place) : blockOf(spec, bands, place);
        blocks.push(pack ? pack(bytes) : bytes);
      }
  const { size, format } = isMask ? { size: 1 / 8, format: 1 } : KINDS[kind];
  const count = isMask ? 1 : spec.bands.length;
  /** @type {Entry[]} */
  const tags = [
    { tag: 254, type: LONG, values: [(shrink > 1 ? 1 : 0) + (isMask ? 4 : 0)] },
    { tag: 256, type: LONG, values: [w] }, { tag: 257, type: LONG, values: [h] },
    { tag: 258, type: SHORT, values: Array.from({ length: count }, () => size * 8) },
    { tag: 259, type: SHORT, values: [spec.compression ?? (pack ? 8 : 1)] },
    { tag: 262, type: SHORT, values: [isMask ? 4 : palette ? 3 : (spec.colors ?? 1)] },
    { tag: 277, type: SHORT, values: [count] }, { tag: 284, type: SHORT, values: [apart ? 2 : 1] },
    { tag: 317, type: SHORT, values: [isMask ? 1 : predictor] },
    { tag: 339, type: SHORT, values: Array.from({ length: count }, () => format) },
    ...(strips ? [{ tag: 278, type: LONG, values: [bh] }] : [{ tag: 322, type: LONG, values: [bw] }, { tag: 323, type: LONG, values: [bh] }]),
    ...(!isMask && extra ? [{ tag: 338, type: SHORT, values: extra }] : []),
    ...(!isMask && palette ? [{ tag: 320, type: SHORT, values: [0, 1, 2].flatMap((part) => Array.from({ length: 256 }, (_, i) => 257 * (palette[i]?.[part] ?? 0))) }] : []),
  ];
  return { tags, blocks, strips };
}

/** Tags that only the first picture has. @returns {Entry[]} */
function geoTags(/** @type {TiffSpec} */ { keys = [[1024, 2], [2048, 4326]], doubles = [], origin = [120, 37], step = [0.01, 0.01], nodata, metadata }) {
  const words = keys.flatMap(([key, value]) => (value < 0 ? [key, 34736, 1, -value - 1] : [key, 0, 1, value]));
  return [
    { tag: 33550, type: DOUBLE, values: [...step, 0] }, { tag: 33922, type: DOUBLE, values: [0, 0, 0, ...origin, 0] },
    { tag: 34735, type: SHORT, values: [1, 1, 0, keys.length, ...words] },
    ...(doubles.length > 0 ? [{ tag: 34736, type: DOUBLE, values: doubles }] : []),
    ...(metadata === undefined ? [] : [{ tag: 42112, type: ASCII, values: metadata }]),
    ...(nodata === undefined ? [] : [{ tag: 42113, type: ASCII, values: nodata }]),
  ];
}

/** Writes a file. A key of `keys` with a negative value −1, −2 … stands for the first, second … of `doubles`. @returns {Uint8Array<ArrayBuffer>} */
export function tiffFile(/** @type {TiffSpec} */ spec) {
  const { big = false, littleEndian: little = true } = spec;
  const shrinks = Array.from({ length: 1 + (spec.copies ?? 0) }, (_, i) => 2 ** i);
  const pictures = shrinks.flatMap((shrink) => [pictureOf(spec, shrink, false), ...(spec.mask ? [pictureOf(spec, shrink, true)] : [])]);
  pictures[0]?.tags.push(...geoTags(spec));
  const writer = new Writer(little);
  writer.bytes(little ? [0x49, 0x49] : [0x4d, 0x4d]);
  writer.number(SHORT, big ? 43 : 42);
  if (big) for (const value of [8, 0]) writer.number(SHORT, value);
  let link = writer.length;
  writer.number(big ? LONG8 : LONG, 0);
  for (const { tags, blocks, strips } of pictures) {
    const places = blocks.map((bytes) => writer.bytes(bytes));
    const [offsets, lengths] = strips ? [273, 279] : [324, 325];
    const all = [...tags, { tag: offsets, type: big ? LONG8 : LONG, values: places }, { tag: lengths, type: LONG, values: blocks.map(({ length }) => length) }].sort((a, b) => a.tag - b.tag);
    link = writer.directory(all, link, big);
  }
  return writer.whole();
}

class Writer {
  /** @type {number[]} */
  #bytes = [];
  #little;

  constructor(/** @type {boolean} */ little) {
    this.#little = little;
  }

  get length() {
    return this.#bytes.length;
  }

  /** @returns {number} where they begin */
  bytes(/** @type {Iterable<number>} */ bytes) {
    const at = this.#bytes.length;
    for (const byte of bytes) this.#bytes.push(byte);
    return at;
  }

  number(/** @type {number} */ type, /** @type {number} */ value, at = this.#bytes.length) {
    const view = new DataView(new ArrayBuffer(8));
    const size = type === SHORT ? 2 : type === LONG ? 4 : 8;
    if (type === SHORT) view.setUint16(0, value, this.#little);
    else if (type === LONG) view.setUint32(0, value, this.#little);
    else if (type === DOUBLE) view.setFloat64(0, value, this.#little);
    else view.setBigUint64(0, BigInt(value), this.#little);
    for (let i = 0; i < size; i++) this.#bytes[at + i] = view.getUint8(i);
  }

  /** Writes a directory and links it. @returns {number} where the link to the next one stands */
  directory(/** @type {readonly Entry[]} */ tags, /** @type {number} */ link, /** @type {boolean} */ big) {
    const room = big ? 8 : 4;
    const long = big ? LONG8 : LONG;
    const outside = tags.map(({ type, values }) => {
      const bytes = new Writer(this.#little);
      if (typeof values === 'string') bytes.bytes(new TextEncoder().encode(`${values}\0`));
      else for (const value of values) bytes.number(type, value);
      return { bytes: bytes.#bytes, place: bytes.length > room ? this.bytes(bytes.#bytes) : -1 };
    });
    this.number(long, this.length, link);
    this.number(big ? LONG8 : SHORT, tags.length);
    tags.forEach(({ tag, type, values }, i) => {
      const { bytes, place } = /** @type {{ bytes: number[], place: number }} */ (outside[i]);
      this.number(SHORT, tag);
      this.number(SHORT, type);
      this.number(long, typeof values === 'string' ? bytes.length : values.length);
      if (place >= 0) this.number(long, place);
      else this.bytes([...bytes, ...Array.from({ length: room - bytes.length }, () => 0)]);
    });
    const next = this.length;
    this.number(long, 0);
    return next;
  }

  whole() {
    return Uint8Array.from(this.#bytes);
  }
}
