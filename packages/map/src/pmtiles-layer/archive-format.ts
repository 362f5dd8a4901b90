/** PMTiles, version 3, as bytes: header, directories, numbers of tiles. Nothing a file says of itself is believed without bytes for it. Pure. */

/** Bytes of the header, and of the first part of a file, in which the root directory lies. */
export const [HEADER_BYTES, FIRST_BYTES] = [127, 16_384];
/** Greatest directory, metadata and tile that are read. */
export const [MOST_DIRECTORY, MOST_METADATA, MOST_TILE] = [4 << 20, 8 << 20, 32 << 20];

/** What a header says. */
export interface ArchiveHeader {
  readonly root: Part;
  readonly metadata: Part;
  /** Where directories below the root begin. */
  readonly leavesAt: number;
  readonly tilesAt: number;
  readonly internal: Compression;
  readonly tiles: Compression;
  /** What tiles are: 1 is MVT; 2 to 5 are PNG, JPEG, WebP, AVIF. */
  readonly type: number;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** West south east north, degrees. */
  readonly bounds: readonly [number, number, number, number];
}

/** Bytes of a file. */
export interface Part {
  readonly from: number;
  readonly length: number;
}

/** 1 none, 2 gzip, 3 brotli, 4 zstd; 0 is unknown, and read as none. */
export type Compression = number;

/** Tiles that have the same bytes, or a directory below. */
export interface Entry {
  readonly id: number;
  /** Tiles one after the other that are the same; 0 for a directory. */
  readonly run: number;
  readonly length: number;
  readonly offset: number;
}

/** Why a file is no archive that can be read. */
export type ArchiveFault = 'magic' | 'version' | 'damaged';

/** The header, or what is wrong with it. */
export function headerOf(bytes: Uint8Array): ArchiveHeader | ArchiveFault {
  if (String.fromCharCode(...bytes.subarray(0, 7)) !== 'PMTiles') return 'magic';
  if (bytes[7] !== 3) return 'version';
  if (bytes.length < HEADER_BYTES) return 'damaged';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const long = (at: number): number => view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
  const part = (at: number): Part => ({ from: long(at), length: long(at + 8) });
  const degrees = (at: number): number => view.getInt32(at, true) / 1e7;
  const header: ArchiveHeader = {
    root: part(8),
    metadata: part(24),
    leavesAt: long(40),
    tilesAt: long(56),
    internal: view.getUint8(97),
    tiles: view.getUint8(98),
    type: view.getUint8(99),
    minZoom: view.getUint8(100),
    maxZoom: view.getUint8(101),
    bounds: [degrees(102), degrees(106), degrees(110), degrees(114)],
  };
  const { root, minZoom, maxZoom } = header;
  return root.from < HEADER_BYTES || root.length === 0 || root.length > MOST_DIRECTORY || maxZoom > 30 || minZoom > maxZoom ? 'damaged' : header;
}

class Numbers {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /** NaN where bytes end. */
  next(): number {
    let value = 0;
    for (let shift = 0; shift < 63; shift += 7) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) return NaN;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    return NaN;
  }

  list(count: number): number[] {
    return Array.from({ length: count }, () => this.next());
  }
}

/** Entries of an opened directory; undefined for damage. Four numbers of at least a byte stand for each, so a count can be checked. */
export function directoryOf(bytes: Uint8Array): Entry[] | undefined {
  const numbers = new Numbers(bytes);
  const count = numbers.next();
  if (!(count > 0) || 4 * count > numbers.left) return undefined;
  const [steps, runs, lengths, offsets] = [numbers.list(count), numbers.list(count), numbers.list(count), numbers.list(count)];
  let [id, end] = [0, 0];
  const entries = steps.map((step, at): Entry => {
    const [run = 0, length = 0, written = 0] = [runs[at], lengths[at], offsets[at]];
    id += step;
    // 0 stands for "behind the one before".
    const offset = written === 0 && at > 0 ? end : written - 1;
    end = offset + length;
    return { id, run, length, offset };
  });
  return entries.every(({ id: own, run, length, offset }) => Number.isFinite(own + run + length + offset) && length > 0 && offset >= 0) ? entries : undefined;
}

/** The entry of a tile, or of the directory below in which it would be; undefined where there is none. */
export function entryOf(entries: readonly Entry[], id: number): Entry | undefined {
  let [low, high] = [0, entries.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] as Entry).id <= id) low = middle + 1;
    else high = middle - 1;
  }
  const found = entries[high];
  return found && (found.run === 0 || id < found.id + found.run) ? found : undefined;
}

/** The number of a tile: along a Hilbert curve, the levels one after the other. */
export function tileId(z: number, column: number, row: number): number {
  let [x, y, id] = [column, row, (4 ** z - 1) / 3];
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const [right, down] = [Number((x & side) > 0), Number((y & side) > 0)];
    id += side * side * ((3 * right) ^ down);
    [x, y] = [x & (side - 1), y & (side - 1)];
    if (down === 1) continue;
    if (right === 1) [x, y] = [side - 1 - x, side - 1 - y];
    [x, y] = [y, x];
  }
  return id;
}
