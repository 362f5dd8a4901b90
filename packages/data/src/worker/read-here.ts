/** Reading of bytes that are all there: in the worker, and on the page where there is none. */
import { drive, type DriveOptions } from '../steps/drive.js';
import { readingOf } from '../readers/read-table.js';
import type { RawTable, ReadOptions } from '../readers/types.js';

/** The table in some bytes. @throws YztError for everything that can go wrong with it; DOMException `AbortError` when stopped. */
export function readHere({ bytes, options }: { readonly bytes: ArrayBuffer; readonly options: ReadOptions }, control: DriveOptions = {}): Promise<RawTable> {
  return drive(readingOf({ bytes }, options), control);
}

/** Pieces as one. A single one that fills its buffer is not copied. */
export function joined(pieces: readonly Uint8Array[]): ArrayBuffer {
  const [first] = pieces;
  if (pieces.length === 1 && first?.byteLength === first?.buffer.byteLength) return first?.buffer as ArrayBuffer;
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return bytes.buffer;
}
