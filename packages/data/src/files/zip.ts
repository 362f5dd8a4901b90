/**
 * Archives as they come from people: the directory is read and believed in nothing. Names may be GBK, sizes may lie, and what is inflated
 * ends at limits, so that no archive takes the memory of the page. APPNOTE.TXT 6.3.10 of PKWARE without encryption, disks and ZIP64.
 */
import { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { Inflate } from 'fflate';

/** What an archive may have at most. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all that is taken out of one archive. */
  readonly bytes: number;
  /** Times an entry may be larger than its packed form, once it is larger than `ratioFrom` bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

/** Tables padded with blanks shrink to a hundredth; nothing honest of such a size shrinks to less than a three-hundredth. */
export const ZIP_LIMITS: ZipLimits = { entries: 10_000, bytes: 1 << 29, ratio: 300, ratioFrom: 1 << 24 };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const MAX_COMMENT = 0xffff;
const UTF8_NAME = 0x800;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
/** Stands where a size is in the larger fields of ZIP64. */
const ZIP64 = 0xffffffff;
/** Bytes that are inflated in one go. */
const PIECE = 1 << 16;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** An archive whose entries are taken out one by one. */
export class ZipArchive {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #view: DataView;
  readonly #subject: string;
  readonly #limits: ZipLimits;
  readonly #entries = new Map<string, Entry>();
  #taken = 0;

  /** Reads the directory. @param subject Name of the archive in sentences. @throws YztError `bad-archive`. */
  constructor(bytes: Uint8Array<ArrayBuffer>, subject: string, limits: ZipLimits = ZIP_LIMITS) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#subject = subject;
    this.#limits = limits;
    try {
      this.#readDirectory();
    } catch (reason) {
      if (reason instanceof RangeError) throw this.#bad(CUT, reason);
      throw reason;
    }
  }

  /** Names of all files with their folders, in the order of the directory. Folders, and what macOS adds, are left out. */
  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** The bytes of a file; undefined if there is none of that name. @throws YztError `bad-archive` for damaged and for bombs. */
  take(name: string): Uint8Array<ArrayBuffer> | undefined {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    if ((entry.flags & ENCRYPTED) !== 0) throw this.#bad(encrypted(name));
    const { bytes, ratio, ratioFrom } = this.#limits;
    if (this.#taken + entry.size > bytes) throw this.#bad(tooLarge(name, bytes));
    if (entry.size > ratioFrom && entry.size > ratio * entry.packed) throw this.#bad(bomb(name, Math.round(entry.size / Math.max(1, entry.packed))));
    this.#taken += entry.size;
    try {
      return this.#unpacked(entry);
    } catch (reason) {
      throw reason instanceof YztError ? reason : this.#bad(damaged(name), reason);
    }
  }

  #readDirectory(): void {
    const view = this.#view;
    const end = this.#endRecord();
    const count = view.getUint16(end + 10, true);
    const { entries } = this.#limits;
    if (view.getUint32(end + 16, true) === ZIP64) throw this.#bad(NO_ZIP64);
    if (count > entries) throw this.#bad(tooMany(count, entries));
    let at = view.getUint32(end + 16, true);
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== ENTRY) throw this.#bad(CUT);
      const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [number, number, number];
      this.#addEntry(at, lengths[0]);
      at += ENTRY_SIZE + lengths[0] + lengths[1] + lengths[2];
    }
  }

  #addEntry(at: number, nameLength: number): void {
    const view = this.#view;
    const flags = view.getUint16(at + 8, true);
    const name = nameOf(this.#slice(at + ENTRY_SIZE, nameLength), (flags & UTF8_NAME) !== 0);
    if (name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\._)/.test(name)) return;
    const [packed, size, local] = [20, 24, 42].map((offset) => view.getUint32(at + offset, true)) as [number, number, number];
    if (packed === ZIP64 || size === ZIP64 || local === ZIP64) throw this.#bad(NO_ZIP64);
    if (!this.#entries.has(name)) this.#entries.set(name, { name, flags, method: view.getUint16(at + 10, true), packed, size, at: local });
  }

  /** The end is found from behind; a comment may follow it. */
  #endRecord(): number {
    const view = this.#view;
    const last = view.byteLength - END_SIZE;
    for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
      if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) <= view.byteLength) return at;
    }
    throw this.#bad(CUT);
  }

  #slice(at: number, length: number): Uint8Array<ArrayBuffer> {
    if (at + length > this.#bytes.length) throw new RangeError('beyond the end');
    return this.#bytes.subarray(at, at + length);
  }

  #unpacked({ name, method, packed, size, at }: Entry): Uint8Array<ArrayBuffer> {
    const view = this.#view;
    if (view.getUint32(at, true) !== LOCAL) throw this.#bad(damaged(name));
    const start = at + LOCAL_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const bytes = this.#slice(start, packed);
    // A copy, because readers want a buffer that begins with the file.
    if (method === STORED && packed === size) return bytes.slice();
    if (method !== DEFLATED) throw this.#bad(method === STORED ? damaged(name) : unknownMethod(name, method));
    const whole = new Uint8Array(size);
    let length = 0;
    const inflate = new Inflate((piece) => {
      // More than the directory says: ends here, however much would follow.
      if (length + piece.length > size) throw this.#bad(damaged(name));
      whole.set(piece, length);
      length += piece.length;
    });
    for (let from = 0; from < packed; from += PIECE) inflate.push(bytes.subarray(from, from + PIECE), from + PIECE >= packed);
    if (length !== size) throw this.#bad(damaged(name));
    return whole;
  }

  #bad(what: Text, cause?: unknown): YztError {
    const name = this.#subject;
    return new YztError('bad-archive', { zh: `<yzt-dataset>：压缩包 ${name} ${what.zh}。`, en: `<yzt-dataset>: the archive ${name} ${what.en}.` }, { cause });
  }
}

/** Names without the mark of UTF-8 may be UTF-8 all the same, or what Chinese Windows writes. */
function nameOf(bytes: Uint8Array, utf8: boolean): string {
  const encodings = utf8 ? ['utf-8'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      return slashed(new TextDecoder(encoding, { fatal: true }).decode(bytes));
    } catch {
      // The next one.
    }
  }
  return slashed(new TextDecoder('utf-8').decode(bytes));
}

function slashed(name: string): string {
  return name.replace(/\\/g, '/');
}

/** The text of an error must not grow with what somebody calls a file. */
function short(name: string): string {
  return name.length > 80 ? `${name.slice(0, 80)}…` : name;
}

const CUT: Text = { zh: '不完整或已损坏，读不出目录。请检查传输是否截断，或重新压缩为 ZIP', en: 'is cut off or damaged; its directory cannot be read. Check the transfer, or pack it again as ZIP' };
const NO_ZIP64: Text = { zh: '是超过 4 GB 的 ZIP64 格式。请分成较小的压缩包', en: 'is of the form ZIP64 for more than 4 GB. Split it into smaller archives' };

function encrypted(name: string): Text {
  return { zh: `中的 ${short(name)} 有密码。请解密后重新压缩`, en: `has a password on ${short(name)}. Pack it again without one` };
}

function damaged(name: string): Text {
  return { zh: `中的 ${short(name)} 已损坏，与目录所写不符。请重新压缩`, en: `holds ${short(name)} damaged; it is not what the directory says. Pack it again` };
}

function unknownMethod(name: string, method: number): Text {
  return { zh: `中的 ${short(name)} 用了压缩方法 ${method}，只支持存储与 deflate。请重新压缩为普通 ZIP`, en: `packs ${short(name)} by method ${method}; only stored and deflate are read. Pack it again as a plain ZIP` };
}

function tooLarge(name: string, limit: number): Text {
  const mib = Math.round(limit / (1 << 20));
  return { zh: `解压后超过 ${mib} MB（读到 ${short(name)}）。请分成较小的压缩包`, en: `unpacks to more than ${mib} MB (at ${short(name)}). Split it into smaller archives` };
}

function tooMany(count: number, limit: number): Text {
  return { zh: `有 ${count} 个文件，超过 ${limit} 个。请只压缩需要的文件`, en: `has ${count} files, more than ${limit}. Pack only what is needed` };
}

function bomb(name: string, ratio: number): Text {
  return { zh: `中的 ${short(name)} 解压后大 ${ratio} 倍，不像是真实数据，已拒绝`, en: `holds ${short(name)}, which unpacks to ${ratio} times its size; no honest data do, so it is refused` };
}
