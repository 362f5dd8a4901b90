/** A column of words to one of the kind they have. */
import type { Column } from '../model/types.js';
import { WordColumn } from './fields.js';
import type { NoteBook } from './notes.js';
import { isIdentifierName, numbersOf } from './words.js';

/** Cells of a column; null is missing. */
export type Cells = (string | null)[];

/** The column: of the wanted kind, else numbers, dates or booleans where all cells are, else text. */
export function columnOfCells(name: string, cells: Cells, wanted: Column['kind'] | undefined, notes: NoteBook): Column {
  if (wanted === undefined && !isIdentifierName(name)) {
    // Numbers are mostly all different: read straight, not through a dictionary.
    const values = numbersOf(cells);
    if (values) return { kind: 'number', name, values };
  }
  const words = new WordColumn();
  for (const cell of cells) words.push(cell);
  if (wanted === 'text') return words.text(name);
  if (wanted !== undefined) return words.as(wanted, name, notes) ?? words.text(name);
  return words.guessed(name, ['date', 'boolean']);
}
