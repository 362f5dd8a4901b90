/** What tests look at in a table that was read, and in a reading that failed. */
import { YztError } from '@yizhangtu/base/errors';
import { cellOf } from '../model/columns.js';
import type { RawTable } from './types.js';

/** The error a reading ends with. */
export async function failureOf(reading: Promise<unknown>): Promise<YztError> {
  const error: unknown = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof YztError)) throw new Error(`no YztError but ${String(error)}`);
  return error;
}

/** The cells of a column, or the names of those that are there. */
export function cellsOf(table: RawTable, name: string): unknown[] {
  const column = table.columns.find((one) => one.name === name);
  return column ? Array.from({ length: table.rowCount }, (_, row) => cellOf(column, row)) : ['no such column', ...table.columns.map((one) => one.name)];
}

/** What the reader had to skip or mend. */
export function noteKinds(table: RawTable): string[] {
  return table.report.notes.map((note) => note.kind);
}
