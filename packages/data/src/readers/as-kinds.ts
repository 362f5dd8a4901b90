/** Columns of a source that says their kinds itself, in the kinds the page asks for. */
import type { Column } from '../model/types.js';
import { cellOf, columnLength } from '../model/columns.js';
import { WordColumn } from './fields.js';
import type { NoteBook } from './notes.js';
import type { ReadOptions } from './types.js';

/** The columns; those of another kind than asked for are read anew, by their words. */
export function asKinds(columns: readonly Column[], kinds: ReadOptions['kinds'], notes: NoteBook): readonly Column[] {
  if (!kinds) return columns;
  const wanted = new Map(kinds);
  return columns.map((column) => {
    const kind = wanted.get(column.name);
    return kind === undefined || kind === column.kind ? column : asKind(column, kind, notes);
  });
}

function asKind(column: Column, kind: Column['kind'], notes: NoteBook): Column {
  const words = new WordColumn();
  for (let row = 0; row < columnLength(column); row++) {
    const value = cellOf(column, row);
    words.push(value === null ? null : value instanceof Date ? value.toISOString() : String(value));
  }
  return kind === 'text' ? words.text(column.name) : (words.as(kind, column.name, notes) ?? words.text(column.name));
}
