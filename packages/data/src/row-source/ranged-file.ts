/** A file on a server that is read in parts. What has been read of its index is kept. */
import { askRange, type RangeAsk } from '../request/index.js';

/** The file became another one between two parts. */
export class FileChanged extends Error {}

/** Who reads which file. */
export type FileOptions = Pick<RangeAsk, 'url' | 'subject' | 'timeLimit'>;

/** Blocks of the index that are kept: some megabytes. */
const KEPT = 400;

export class RangedFile {
  readonly #options: FileOptions;
  readonly #blocks = new Map<number, Uint8Array>();
  #state?: string | undefined;
  /** Bytes that came. */
  received = 0;
  /** Bytes of the whole file, where the server says. */
  size = Infinity;

  constructor(options: FileOptions) {
    this.#options = options;
  }

  /** Bytes from a place on; fewer where the file ends. @throws FileChanged; what `askRange` throws. */
  async bytes(from: number, length: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const { bytes, size, state } = await askRange({ ...this.#options, from, length, signal });
    this.received += bytes.length;
    if (this.#state !== undefined && state !== undefined && state !== this.#state) throw new FileChanged();
    this.#state ??= state;
    if (size !== undefined) this.size = size;
    return bytes;
  }

  /** The same, kept in blocks counted from a place, so that the next window near by finds it here. @throws RangeError where the file ends before. */
  async kept(base: number, from: number, length: number, block: number, signal: AbortSignal): Promise<DataView> {
    const [first, last] = [Math.floor((from - base) / block), Math.floor((from + length - 1 - base) / block)];
    for (let at = first; at <= last; at++) {
      if (this.#blocks.has(at)) continue;
      let end = at;
      while (end < last && !this.#blocks.has(end + 1)) end++;
      const bytes = await this.bytes(base + at * block, (end - at + 1) * block, signal);
      for (let one = at; one <= end; one++) this.#blocks.set(one, bytes.subarray((one - at) * block, (one - at + 1) * block));
      at = end;
    }
    const all = new Uint8Array((last - first + 1) * block);
    for (let at = first; at <= last; at++) all.set(this.#blocks.get(at) as Uint8Array, (at - first) * block);
    const skip = from - base - first * block;
    if (base + first * block + skip + length > this.size) throw new RangeError('index beyond the end');
    for (const old of [...this.#blocks.keys()].slice(0, Math.max(0, this.#blocks.size - KEPT))) this.#blocks.delete(old);
    return new DataView(all.buffer, skip, length);
  }
}
