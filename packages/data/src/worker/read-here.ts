/** Reading of bytes that are all there: in the worker, and on the page where there is none. */
import { drive, type DriveOptions } from '../steps/drive.js';
import { readingOf } from '../readers/read-table.js';
import type { RawTable, ReadOptions } from '../readers/types.js';

/** The table in some bytes. @throws YztError for everything that can go wrong with it; DOMException `AbortError` when stopped. */
export function readHere({ bytes, options }: { readonly bytes: ArrayBuffer; readonly options: ReadOptions }, control: DriveOptions = {}): Promise<RawTable> {
  return drive(readingOf({ bytes }, options), control);
}
