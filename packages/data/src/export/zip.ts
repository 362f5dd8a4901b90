/** A small ZIP writer: enough for a spreadsheet. APPNOTE.TXT 6.3.10 of PKWARE, without encryption, disks and ZIP64. */

/** One file of an archive. Its bytes come in pieces, so that a large one never lies in memory whole. */
export interface ZipFile {
  readonly name: string;
  readonly pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

const CRC = new Uint32Array(256).map((_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/** CRC-32 of bytes that follow others. @param before That of the others, 0 for none. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (let i = 0; i < bytes.length; i++) crc = (CRC[(crc ^ (bytes[i] as number)) & 0xff] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}

interface Packed {
  readonly data: Blob;
  readonly rawSize: number;
  readonly crc: number;
  readonly deflated: boolean;
}

function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

/** Bytes that are put aside at once; all of a large file at the end would hold up the page. */
const PUT_ASIDE = 1 << 20;

/** Bytes that come in small pieces, put aside as they come. */
class Put {
  readonly #blobs: Blob[] = [];
  #pieces: Uint8Array<ArrayBuffer>[] = [];
  #waiting = 0;

  add(piece: Uint8Array): void {
    this.#pieces.push(piece as Uint8Array<ArrayBuffer>);
    this.#waiting += piece.length;
    if (this.#waiting < PUT_ASIDE) return;
    this.#blobs.push(new Blob(this.#pieces));
    this.#pieces = [];
    this.#waiting = 0;
  }

  whole(): Blob {
    return new Blob([...this.#blobs, ...this.#pieces]);
  }
}

async function readAll(stream: ReadableStream<Uint8Array>): Promise<Blob> {
  const reader = stream.getReader();
  const put = new Put();
  for (let step = await reader.read(); !step.done; step = await reader.read()) put.add(step.value);
  return put.whole();
}

/**
 * The bytes of a file, deflated where the browser can. Chromium 80 knows `deflate`, which is the raw stream a ZIP wants between two
 * bytes in front and four behind (RFC 1950).
 */
async function packed({ pieces }: ZipFile): Promise<Packed> {
  const stream = typeof CompressionStream === 'undefined' ? undefined : new CompressionStream('deflate');
  const writer = stream?.writable.getWriter();
  const reading = stream && readAll(stream.readable as ReadableStream<Uint8Array>);
  const stored = new Put();
  let crc = 0;
  let rawSize = 0;
  for await (const piece of pieces) {
    crc = crc32(piece, crc);
    rawSize += piece.length;
    if (writer) await writer.write(piece as Uint8Array<ArrayBuffer>);
    else stored.add(piece);
  }
  await writer?.close();
  if (!reading) return { data: stored.whole(), rawSize, crc, deflated: false };
  const all = await reading;
  return { data: all.slice(2, all.size - 4), rawSize, crc, deflated: true };
}

/** 1 January 1980, the first day a ZIP knows: the same table makes the same file. */
const DOS_DATE = 0x21;

function record(size: number, write: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(size);
  write(new DataView(bytes.buffer));
  return bytes;
}

/** The part that the local header and the directory share: version, flags, method, time, checks, sizes, length of the name. */
function common(view: DataView, at: number, file: Packed, nameLength: number): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, 0x0800, true); // Names are UTF-8.
  view.setUint16(at + 4, file.deflated ? 8 : 0, true);
  view.setUint16(at + 8, DOS_DATE, true);
  view.setUint32(at + 10, file.crc, true);
  view.setUint32(at + 14, file.data.size, true);
  view.setUint32(at + 18, file.rawSize, true);
  view.setUint16(at + 22, nameLength, true);
}

/** An archive of files, in order. */
export async function zipFile(files: readonly ZipFile[], type: string): Promise<Blob> {
  const parts: (Uint8Array | Blob)[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const file of files) {
    const name = new TextEncoder().encode(file.name);
    const made = await packed(file);
    const local = record(30, (view) => {
      view.setUint32(0, 0x04034b50, true);
      common(view, 4, made, name.length);
    });
    const entry = record(46, (view) => {
      view.setUint32(0, 0x02014b50, true);
      view.setUint16(4, 20, true);
      common(view, 6, made, name.length);
      view.setUint32(42, offset, true);
    });
    directory.push(entry, name);
    parts.push(local, name, made.data);
    offset += local.length + name.length + made.data.size;
  }
  const end = record(22, (view) => {
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, files.length, true);
    view.setUint16(10, files.length, true);
    view.setUint32(12, sizeOf(directory), true);
    view.setUint32(16, offset, true);
  });
  return new Blob([...parts, ...directory, end] as BlobPart[], { type });
}
