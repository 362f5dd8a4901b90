/** A file in parts: the beginning and the directories in pieces that are kept, blocks as they lie, neighbours in one request. */
import { abortError } from '../steps/drive.js';
import { RangedFile, type FileOptions } from '../row-source/ranged-file.js';
import { TiffFault } from './tiff-directory.js';

/** Bytes of a piece that is kept. The head of most files fits into one. */
const PIECE = 32_768;
const KEPT = 256;
/** Bytes between two blocks that are read along. */
const GAP = 16_384;
/** Bytes of one request. */
const MOST = 4_000_000;

interface Wish {
  readonly from: number;
  readonly length: number;
  readonly signal: AbortSignal;
  readonly done: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly failed: (reason: unknown) => void;
}

/** Reads bytes from a place on; fewer where the file ends. */
type ReadPart = (from: number, length: number, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;

/** Where a file is: on a server, or in the hands of the reader. */
export interface PartsOptions extends FileOptions {
  readonly file?: Blob | undefined;
}

export class Parts {
  readonly #part: ReadPart;
  readonly #pieces = new Map<number, Promise<Uint8Array>>();
  /** Pieces that are here. */
  readonly #here = new Map<number, Uint8Array>();
  #wishes: Wish[] = [];

  constructor({ file, ...options }: PartsOptions) {
    const ranged = new RangedFile(options);
    this.#part = file ? async (from, length) => new Uint8Array(await file.slice(from, from + length).arrayBuffer()) : (from, length, signal) => ranged.bytes(from, length, signal);
  }

  /** Few bytes, kept for the next who asks. @throws TiffFault `damaged` where the file ends before. */
  async few(from: number, length: number): Promise<DataView> {
    const [first, last] = [Math.floor(from / PIECE), Math.floor((from + length - 1) / PIECE)];
    const pieces = await Promise.all(Array.from({ length: last - first + 1 }, (_, i) => this.#piece(first + i)));
    const bytes = new Uint8Array(length);
    pieces.forEach((piece, i) => {
      const start = (first + i) * PIECE;
      const [begin, end] = [Math.max(from, start), Math.min(from + length, start + PIECE)];
      if (piece.length < end - start) throw new TiffFault('damaged');
      bytes.set(piece.subarray(begin - start, end - start), begin - from);
    });
    return new DataView(bytes.buffer);
  }

  /** Bytes of a block. Blocks that are wanted at the same time and lie side by side are one request. @throws TiffFault `damaged` where the file ends before. */
  async block(from: number, length: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    // Small files come with their head.
    if (this.#has(from, length)) return new Uint8Array((await this.few(from, length)).buffer as ArrayBuffer);
    return new Promise((done, failed) => {
      if (this.#wishes.length === 0) setTimeout(() => this.#ask());
      this.#wishes.push({ from, length, signal, done, failed });
    });
  }

  #has(from: number, length: number): boolean {
    for (let at = Math.floor(from / PIECE); at * PIECE < from + length; at++) if (!this.#here.has(at)) return false;
    return true;
  }

  #piece(at: number): Promise<Uint8Array> {
    const known = this.#pieces.get(at);
    if (known) return known;
    // Whoever wants it first may give up; the others still want it.
    const coming = this.#part(at * PIECE, PIECE, new AbortController().signal);
    this.#pieces.set(at, coming);
    coming.then((piece) => this.#here.set(at, piece), () => this.#pieces.delete(at));
    const [oldest = at] = this.#pieces.keys();
    if (this.#pieces.size > KEPT) {
      this.#pieces.delete(oldest);
      this.#here.delete(oldest);
    }
    return coming;
  }

  #ask(): void {
    const wishes = this.#wishes.sort((a, b) => a.from - b.from);
    this.#wishes = [];
    let group: Wish[] = [];
    const end = (wish: Wish): number => wish.from + wish.length;
    for (const wish of wishes) {
      const [first, last] = [group[0], group[group.length - 1]];
      if (first && last && (wish.from > end(last) + GAP || end(wish) - first.from > MOST)) {
        void this.#together(group);
        group = [];
      }
      group.push(wish);
    }
    if (group.length > 0) void this.#together(group);
  }

  async #together(group: readonly Wish[]): Promise<void> {
    const stop = new AbortController();
    let left = group.length;
    for (const { signal, failed } of group) {
      const end = (): void => {
        failed(abortError());
        if (--left === 0) stop.abort();
      };
      if (signal.aborted) end();
      else signal.addEventListener('abort', end, { once: true });
    }
    if (left === 0) return;
    const from = (group[0] as Wish).from;
    const length = Math.max(...group.map((wish) => wish.from + wish.length)) - from;
    try {
      const bytes = await this.#part(from, length, stop.signal);
      for (const wish of group) {
        const at = wish.from - from;
        if (at + wish.length > bytes.length) wish.failed(new TiffFault('damaged'));
        else wish.done(bytes.subarray(at, at + wish.length));
      }
    } catch (reason) {
      for (const wish of group) wish.failed(reason);
    }
  }
}
