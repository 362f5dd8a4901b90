/** The container of TIFF and BigTIFF (TIFF 6.0, Adobe 1992; BigTIFF, libtiff 4): directories of tags. No count and no place of a file is believed. */

/** Reads bytes of a file, all of them. @throws TiffFault where the file ends before. */
export type ReadBytes = (from: number, length: number) => Promise<DataView>;

/** What is wrong with a file: another format, cut off or damaged, or a kind of TIFF that is not read. */
export class TiffFault extends Error {
  readonly kind: 'magic' | 'damaged' | 'kind';
  /** Kind of TIFF, in words for people. */
  readonly what: string;

  constructor(kind: TiffFault['kind'], what = '') {
    super(`${kind} ${what}`);
    this.kind = kind;
    this.what = what;
  }
}

const MOST_DIRECTORIES = 64;
const MOST_TAGS = 1024;
/** Bytes of the values of one tag that are read at once. */
const MOST_BYTES = 8_000_000;

/** Bytes of a value by type; types that are not here are passed over. */
const SIZES: ReadonlyMap<number, number> = new Map([[1, 1], [2, 1], [3, 2], [4, 4], [5, 8], [6, 1], [7, 1], [8, 2], [9, 4], [10, 8], [11, 4], [12, 8], [13, 4], [16, 8], [17, 8], [18, 8]]);

interface Tag {
  readonly type: number;
  readonly count: number;
  /** Place of the values in the file. */
  readonly from: number;
}

/** How numbers of a file are written. */
export interface TiffForm {
  readonly littleEndian: boolean;
  readonly big: boolean;
}

/** The tags of one picture in a file. */
export class Directory {
  readonly form: TiffForm;
  readonly #tags: ReadonlyMap<number, Tag>;
  readonly #read: ReadBytes;

  constructor(form: TiffForm, tags: ReadonlyMap<number, Tag>, read: ReadBytes) {
    this.form = form;
    this.#tags = tags;
    this.#read = read;
  }

  /** Number of values of a tag; 0 where it is missing. */
  count(tag: number): number {
    return this.#tags.get(tag)?.count ?? 0;
  }

  /** Values of a tag from one on, none where it is missing. */
  async numbers(tag: number, first = 0, count = this.count(tag) - first): Promise<number[]> {
    const entry = this.#tags.get(tag);
    const size = SIZES.get(entry?.type ?? 0);
    if (!entry || size === undefined || count <= 0) return [];
    if (first + count > entry.count || count * size > MOST_BYTES) throw new TiffFault('damaged');
    const view = await this.#read(entry.from + first * size, count * size);
    return Array.from({ length: count }, (_, i) => numberIn(view, i * size, entry.type, this.form.littleEndian));
  }

  /** One value of a tag. */
  async number(tag: number): Promise<number | undefined> {
    return this.count(tag) > 0 ? (await this.numbers(tag, 0, 1))[0] : undefined;
  }

  /** Text of a tag without what ends it. */
  async text(tag: number): Promise<string | undefined> {
    const entry = this.#tags.get(tag);
    if (!entry || entry.count > MOST_BYTES || SIZES.get(entry.type) !== 1) return undefined;
    const view = await this.#read(entry.from, entry.count);
    return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset, entry.count)).replace(/\0[\s\S]*$/, '');
  }

  /** Bytes of a tag. */
  async bytes(tag: number): Promise<Uint8Array | undefined> {
    return this.count(tag) > 0 ? Uint8Array.from(await this.numbers(tag)) : undefined;
  }
}

function numberIn(view: DataView, at: number, type: number, little: boolean): number {
  switch (type) {
    case 1: case 2: case 7: return view.getUint8(at);
    case 3: return view.getUint16(at, little);
    case 4: case 13: return view.getUint32(at, little);
    case 5: return view.getUint32(at, little) / view.getUint32(at + 4, little);
    case 6: return view.getInt8(at);
    case 8: return view.getInt16(at, little);
    case 9: return view.getInt32(at, little);
    case 10: return view.getInt32(at, little) / view.getInt32(at + 4, little);
    case 11: return view.getFloat32(at, little);
    case 12: return view.getFloat64(at, little);
    default: return placeIn(view, at, little);
  }
}

/** A place of 64 bits; one that no file has is damage. */
function placeIn(view: DataView, at: number, little: boolean): number {
  const [low, high] = [view.getUint32(little ? at : at + 4, little), view.getUint32(little ? at + 4 : at, little)];
  if (high > 0x1fffff) throw new TiffFault('damaged');
  return high * 2 ** 32 + low;
}

/** All directories of a file, in its order. @throws TiffFault */
export async function directoriesOf(read: ReadBytes): Promise<Directory[]> {
  const head = await read(0, 8).catch((reason: unknown) => {
    throw reason instanceof TiffFault ? new TiffFault('magic') : reason;
  });
  const order = head.getUint16(0);
  const littleEndian = order === 0x4949;
  const version = head.getUint16(2, littleEndian);
  if ((!littleEndian && order !== 0x4d4d) || (version !== 42 && version !== 43)) throw new TiffFault('magic');
  const form = { littleEndian, big: version === 43 };
  let place = form.big ? placeIn(await read(8, 8), 0, littleEndian) : head.getUint32(4, littleEndian);
  const seen = new Set<number>();
  const found: Directory[] = [];
  while (place !== 0) {
    // A chain that bites its tail has no end.
    if (seen.has(place) || found.length >= MOST_DIRECTORIES) throw new TiffFault('damaged');
    seen.add(place);
    const { directory, next } = await directoryAt(read, place, form);
    found.push(directory);
    place = next;
  }
  if (found.length === 0) throw new TiffFault('damaged');
  return found;
}

async function directoryAt(read: ReadBytes, place: number, form: TiffForm): Promise<{ readonly directory: Directory; readonly next: number }> {
  const { littleEndian: little, big } = form;
  const [countSize, entrySize, placeSize] = big ? [8, 20, 8] : [2, 12, 4];
  const counted = await read(place, countSize);
  const count = big ? placeIn(counted, 0, little) : counted.getUint16(0, little);
  if (count > MOST_TAGS) throw new TiffFault('damaged');
  const view = await read(place + countSize, count * entrySize + placeSize);
  const tags = new Map<number, Tag>();
  for (let i = 0; i < count; i++) {
    const at = i * entrySize;
    const type = view.getUint16(at + 2, little);
    const valueAt = at + (big ? 12 : 8);
    const values = big ? placeIn(view, at + 4, little) : view.getUint32(at + 4, little);
    const inside = values * (SIZES.get(type) ?? 0) <= placeSize;
    tags.set(view.getUint16(at, little), { type, count: values, from: inside ? place + countSize + valueAt : big ? placeIn(view, valueAt, little) : view.getUint32(valueAt, little) });
  }
  const end = count * entrySize;
  return { directory: new Directory(form, tags, read), next: big ? placeIn(view, end, little) : view.getUint32(end, little) };
}
