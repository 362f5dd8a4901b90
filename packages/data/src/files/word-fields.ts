/** Values that come as words, row by row, to columns of the kinds their words have: what KML, GPX and sheets hold. */
import type { Column } from '../model/types.js';
import { columnOfCells } from '../readers/csv-column.js';
import type { FieldSink } from '../readers/feature-reader.js';
import type { NoteBook } from '../readers/notes.js';

/** Fields by name, in order of first appearance. */
export class WordFields implements FieldSink {
  readonly #cells = new Map<string, (string | null)[]>();
  /** Kinds that the source itself says. */
  readonly #said = new Map<string, Column['kind']>();

  /** A field is of a kind, whatever its words look like. */
  say(name: string, kind: Column['kind']): void {
    this.#said.set(name, kind);
  }

  addRow(row: number, properties: object): void {
    for (const [name, value] of Object.entries(properties)) {
      if (typeof value !== 'string' || value === '') continue;
      let cells = this.#cells.get(name);
      if (!cells) this.#cells.set(name, (cells = []));
      while (cells.length < row) cells.push(null);
      cells.push(value);
    }
  }

  columns(rowCount: number, kinds: ReadonlyMap<string, Column['kind']>, notes: NoteBook): Column[] {
    return [...this.#cells].map(([name, cells]) => {
      while (cells.length < rowCount) cells.push(null);
      return columnOfCells(name, cells, kinds.get(name) ?? this.#said.get(name), notes);
    });
  }
}
