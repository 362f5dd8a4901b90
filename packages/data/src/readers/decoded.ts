import { byteNote } from './byte-faults.js';
import { decodeText } from './encoding.js';
import type { RawTable, Reading, ReadOptions } from './types.js';

/** Reads text from bytes; what its encoding does not allow is noted first. */
export function* readingOfDecoded(bytes: ArrayBuffer, options: ReadOptions, read: (text: string) => Reading<RawTable>): Reading<RawTable> {
  const { text, faults } = decodeText(bytes, options.encoding, options.name ?? 'data');
  yield 0.05;
  const table = yield* read(text);
  return faults ? { ...table, report: { ...table.report, notes: [byteNote(faults), ...table.report.notes] } } : table;
}
