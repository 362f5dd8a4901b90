/** Buffers of a table, to be handed over instead of copied. */
import type { Table } from '../model/types.js';

/** Every buffer of a table, once. */
export function transferables(table: Table): ArrayBuffer[] {
  const { geometry } = table;
  const arrays: ArrayBufferView[] = [];
  for (const column of table.columns) arrays.push(column.kind === 'text' ? column.codes : column.values);
  if (geometry.kind === 'point') arrays.push(geometry.coordinates);
  if (geometry.kind === 'shape') {
    const { types, partStart, ringStart, vertexStart, coordinates } = geometry;
    arrays.push(types, partStart, ringStart, vertexStart, coordinates);
  }
  return [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))];
}
