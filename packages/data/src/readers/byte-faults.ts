/** Bytes that are no text in the encoding that was named: how many places, and where the first one is. */
import type { ReadNote } from '../model/types.js';

/** What did not fit. */
export interface ByteFaults {
  readonly encoding: string;
  /** Marks « � » that stand for bytes of the source. */
  readonly count: number;
  /** Offset of the first byte that does not fit, from 0. */
  readonly offset: number;
  /** Line of that byte, from 1. */
  readonly line: number;
}

/** How an encoding writes « � » itself; such a mark in the text is no fault. Others cannot write it. */
const MARK_BYTES: Readonly<Record<string, readonly number[]>> = {
  'utf-8': [0xef, 0xbf, 0xbd],
  gb18030: [0x84, 0x31, 0xa4, 0x37],
  gbk: [0x84, 0x31, 0xa4, 0x37],
  'utf-16le': [0xfd, 0xff],
  'utf-16be': [0xff, 0xfd],
};

const PIECE = 65_536;
/** No encoding has longer sequences than four bytes; twice that is surely before one that is still open. */
const BACK = 8;

/**
 * Looks for what does not fit. Only for bytes whose strict decoding failed: it reads them up to the first fault twice.
 * @param text What the decoder made of the bytes, with marks.
 */
export function byteFaults(bytes: Uint8Array, encoding: string, text: string): ByteFaults {
  const name = new TextDecoder(encoding).encoding;
  const offset = firstFault(bytes, name);
  return {
    encoding: name,
    count: Math.max(1, count(text, (at) => text.indexOf('\ufffd', at)) - written(bytes, MARK_BYTES[name])),
    offset,
    line: 1 + count(bytes, (at) => within(bytes.indexOf(10, at), offset)),
  };
}

function within(at: number, end: number): number {
  return at < end ? at : -1;
}

/** How often `next` finds something. */
function count(where: ArrayLike<unknown>, next: (from: number) => number): number {
  let found = 0;
  for (let at = next(0); at >= 0 && at < where.length; at = next(at + 1)) found++;
  return found;
}

function written(bytes: Uint8Array, mark: readonly number[] | undefined): number {
  if (!mark) return 0;
  const [first = 0, ...rest] = mark;
  let found = 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (rest.every((byte, index) => bytes[at + 1 + index] === byte)) found++;
  }
  return found;
}

/** Offset of the first sequence that does not fit: by pieces first, then byte by byte in the piece where the decoder gives up. */
function firstFault(bytes: Uint8Array, encoding: string): number {
  const pieces = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let begin = 0;
  try {
    for (; begin < bytes.length; begin += PIECE) pieces.decode(bytes.subarray(begin, begin + PIECE), { stream: true });
  } catch {
    // The fault is in this piece, or began just before it.
  }
  let at = Math.max(0, Math.min(begin, bytes.length) - BACK);
  let start = at;
  const single = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  try {
    single.decode(bytes.subarray(0, at), { stream: true });
    for (; at < bytes.length; at++) if (single.decode(bytes.subarray(at, at + 1), { stream: true }) !== '') start = at + 1;
  } catch {
    return start;
  }
  // Nothing was wrong but the end: the last sequence is cut off.
  return start;
}

/** The faults in words. */
export function byteNote({ encoding, count: places, offset, line }: ByteFaults): ReadNote {
  const [many, byte, row] = [places, offset + 1, line].map((value) => value.toLocaleString('en-US'));
  return {
    kind: 'bad-bytes',
    count: places,
    first: offset,
    action: 'repaired',
    text: {
      zh: `${many} 处字节不是 ${encoding} 编码，已显示为「\ufffd」（首处：第 ${row} 行，第 ${byte} 字节）；请核对 encoding`,
      en: `${many} places whose bytes are no ${encoding} are shown as "\ufffd" (first: line ${row}, byte ${byte}); check encoding`,
    },
  };
}
