/** A table as it crosses between threads: by transfer, not by copy. */
import { PackedText, packWords } from '../model/packed-text.js';
import { pointArrays, revivedGeometry } from '../model/scaled-points.js';
import type { Column, Table } from '../model/types.js';
import type { RawTable } from '../readers/types.js';

/** More words than that cross as bytes: as strings, each would be made anew on the page, in one go. */
const FEW_WORDS = 2000;

/** A table ready to be sent. */
export function sendable(table: RawTable): RawTable {
  return { ...table, columns: table.columns.map((column) => (column.kind === 'text' && !column.wordAt && column.dictionary.length > FEW_WORDS ? packed(column) : column)) };
}

function packed(column: Extract<Column, { kind: 'text' }>): Column {
  const words = packWords(column.dictionary);
  return words ? new PackedText(column.name, column.codes, words) : column;
}

/** Every buffer of a table, once. */
export function transferables(table: Table): ArrayBuffer[] {
  const { geometry, idColumn } = table;
  const arrays: ArrayBufferView[] = [];
  for (const column of idColumn ? [...table.columns, idColumn] : table.columns) {
    if (column.kind !== 'text') arrays.push(column.values);
    else arrays.push(column.codes, ...(column instanceof PackedText ? Object.values(column.words) : []));
  }
  if (geometry.kind === 'point') arrays.push(...pointArrays(geometry));
  if (geometry.kind === 'shape') {
    const { types, partStart, ringStart, vertexStart, coordinates } = geometry;
    arrays.push(types, partStart, ringStart, vertexStart, coordinates);
  }
  return [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))];
}

/** A table as it came from another thread: columns of packed words and scaled points have lost their methods on the way. */
export function received(table: RawTable): RawTable {
  const { columns, idColumn, geometry } = table;
  return { ...table, columns: columns.map(revived), geometry: revivedGeometry(geometry), ...(idColumn && { idColumn: revived(idColumn) }) };
}

function revived<C extends Column>(column: C): C {
  return 'words' in column ? (PackedText.of(column as unknown as PackedText) as Column as C) : column;
}
