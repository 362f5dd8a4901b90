/** A PMTiles archive on a server or in a file of the reader's, read in parts: header, directories, tiles. A chunk of its own. */
import type { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { askRange, canGunzip, gunzipped, requestError } from '@yizhangtu/data/request';
import { directoryOf, entryOf, FIRST_BYTES, headerOf, MOST_DIRECTORY, MOST_METADATA, MOST_TILE, tileId, type ArchiveFault, type ArchiveHeader, type Compression, type Entry, type Part } from './archive-format.js';

/** Where the archive is. */
export interface ArchivePlace {
  readonly subject: Element;
  /** Address, or the name of the file. */
  readonly url: string;
  readonly file?: Blob | undefined;
  readonly timeLimit: () => number;
}

interface Opened {
  readonly header: ArchiveHeader;
  readonly root: readonly Entry[];
  /** Stands for the state of the file, where the server says. */
  readonly state: string | undefined;
}

/** The file is another one than when its directory was read. */
class Changed extends Error {}

/** Directories that are kept. */
const KEPT = 64;
/** Directories below directories; the format has no more in practice. */
const MOST_DEPTH = 4;
/** A file that was replaced is read anew, but not again within this time, ms: what changes with every answer is no file. */
const SETTLED = 60_000;

export class Archive {
  readonly #place: ArchivePlace;
  #opened: Promise<Opened> | undefined;
  #directories = new Map<string, Promise<readonly Entry[]>>();
  #reloadedAt = -Infinity;
  readonly #stop = new AbortController();

  constructor(place: ArchivePlace) {
    this.#place = place;
  }

  /** The header. @throws YztError `bad-pmtiles`, `no-ranges`, and what requests throw. */
  async header(): Promise<ArchiveHeader> {
    return (await this.#open()).header;
  }

  /** What the makers wrote into the archive, JSON of any shape; undefined for nothing that can be read. */
  async metadata(): Promise<unknown> {
    return this.#steadily(async (opened) => {
      const { metadata, internal } = opened.header;
      if (metadata.length === 0 || metadata.length > MOST_METADATA) return undefined;
      try {
        return JSON.parse(new TextDecoder().decode(await this.#inflated(await this.#part(metadata, opened.state), internal))) as unknown;
      } catch (reason) {
        if (reason instanceof SyntaxError) return undefined;
        throw reason;
      }
    });
  }

  /** Bytes of a tile, opened; undefined where the archive has none. @throws YztError with the cause. */
  tile(z: number, x: number, y: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const id = tileId(z, x, y);
    return this.#steadily(async (opened) => {
      const { header, root, state } = opened;
      if (z < header.minZoom || z > header.maxZoom) return undefined;
      let entries = root;
      for (let depth = 0; depth < MOST_DEPTH; depth++) {
        const entry = entryOf(entries, id);
        if (!entry) return undefined;
        if (entry.run > 0) {
          if (entry.length > MOST_TILE) throw this.#damaged();
          return this.#inflated(await this.#part({ from: header.tilesAt + entry.offset, length: entry.length }, state), header.tiles);
        }
        entries = await this.#directory({ from: header.leavesAt + entry.offset, length: entry.length }, opened);
      }
      throw this.#damaged();
    });
  }

  /** Ends what is under way. */
  dispose(): void {
    this.#stop.abort();
  }

  /** Reads with the directory there is; with a new one where the file turns out to be another, once. */
  async #steadily<T>(read: (opened: Opened) => Promise<T>): Promise<T> {
    const coming = this.#open();
    try {
      return await read(await coming);
    } catch (reason) {
      if (!(reason instanceof Changed)) throw reason;
      this.#reopen(coming);
    }
    try {
      return await read(await this.#open());
    } catch (reason) {
      throw reason instanceof Changed ? this.#fault(CHANGES) : reason;
    }
  }

  #reopen(stale: Promise<Opened>): void {
    // Others may have done so already.
    if (stale !== this.#opened) return;
    if (Date.now() - this.#reloadedAt < SETTLED) throw this.#fault(CHANGES);
    this.#reloadedAt = Date.now();
    this.#opened = undefined;
    this.#directories = new Map();
  }

  #open(): Promise<Opened> {
    if (this.#opened) return this.#opened;
    const coming = this.#read();
    this.#opened = coming;
    // A failure is not kept: whoever asks next has another try.
    coming.catch(() => {
      if (this.#opened === coming) this.#opened = undefined;
    });
    return coming;
  }

  async #read(): Promise<Opened> {
    const { bytes, state } = await this.#range({ from: 0, length: FIRST_BYTES });
    const header = headerOf(bytes);
    if (typeof header === 'string') throw this.#fault(FAULTS[header]);
    if (header.tiles > 2 || header.internal > 2) throw this.#fault(COMPRESSED);
    const { from, length } = header.root;
    const inside = from + length <= bytes.length ? bytes.slice(from, from + length) : await this.#part(header.root, state);
    const root = directoryOf(await this.#inflated(inside, header.internal));
    if (!root) throw this.#damaged();
    return { header, root, state };
  }

  #directory(part: Part, { header, state }: Opened): Promise<readonly Entry[]> {
    if (part.length > MOST_DIRECTORY) return Promise.reject(this.#damaged());
    const key = `${part.from} ${part.length}`;
    const known = this.#directories.get(key);
    if (known) return known;
    const coming = this.#part(part, state).then(async (bytes) => {
      const entries = directoryOf(await this.#inflated(bytes, header.internal));
      if (!entries) throw this.#damaged();
      return entries;
    });
    const kept = this.#directories;
    kept.set(key, coming);
    coming.catch(() => kept.delete(key));
    const [oldest = ''] = kept.keys();
    if (kept.size > KEPT) kept.delete(oldest);
    return coming;
  }

  /** All of a part, of the file whose state is known. */
  async #part(part: Part, known: string | undefined): Promise<Uint8Array<ArrayBuffer>> {
    const { bytes, state } = await this.#range(part);
    if (bytes.length < part.length || (known !== undefined && state !== undefined && known !== state)) throw new Changed();
    return bytes;
  }

  async #range({ from, length }: Part): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly state: string | undefined }> {
    const { file, url, subject, timeLimit } = this.#place;
    if (file) return { bytes: new Uint8Array(await file.slice(from, from + length).arrayBuffer()), state: undefined };
    return askRange({ url, subject, from, length, signal: this.#stop.signal, timeLimit: timeLimit() });
  }

  async #inflated(bytes: Uint8Array<ArrayBuffer>, compression: Compression): Promise<Uint8Array<ArrayBuffer>> {
    if (compression !== 2) return bytes;
    if (!canGunzip()) throw this.#fault(OLD_KERNEL);
    const opened = await gunzipped(bytes);
    if (!opened) throw this.#damaged();
    return opened;
  }

  #damaged(): YztError {
    return this.#fault(FAULTS.damaged);
  }

  #fault(what: Text): YztError {
    return requestError('bad-pmtiles', this.#place, what);
  }
}

const FAULTS: Readonly<Record<ArchiveFault, Text>> = {
  magic: { zh: '不是 PMTiles 文件（开头不是 PMTiles）。请检查地址，看看返回的是不是网页或别的文件', en: 'is no PMTiles file (it does not begin with PMTiles). Check the address, and whether a web page or another file is there' },
  version: { zh: '不是第 3 版的 PMTiles。请用 pmtiles convert 转换', en: 'is no PMTiles of version 3. Convert it with pmtiles convert' },
  damaged: { zh: '是 PMTiles 文件，但目录或瓦片不完整、已损坏。请重新生成或重新上传', en: 'is a PMTiles file whose directory or tiles are cut off or damaged. Make or upload it again' },
};
const COMPRESSED: Text = { zh: '的压缩方式是 brotli 或 zstd，浏览器打不开。请用 gzip 或不压缩重新生成', en: 'is compressed with brotli or zstd, which browsers cannot open. Make it again with gzip or without compression' };
const OLD_KERNEL: Text = { zh: '是 gzip 压缩的，这个浏览器不能解开。请不压缩重新生成，或升级浏览器', en: 'is compressed with gzip, which this browser cannot open. Make it without compression, or use a newer browser' };
const CHANGES: Text = { zh: '在读取中一再改变（ETag 或长度与目录不符，例如 416），已停止。请等文件更新完，并检查多台服务器上的文件是否一致', en: 'changes again and again while it is read (ETag or length do not fit its directory, such as 416); stopped. Wait until the file is whole, and see that all servers have the same one' };
