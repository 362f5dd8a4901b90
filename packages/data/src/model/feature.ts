/** Single rows as GeoJSON, and the ids of rows. */
import { cellOf } from './columns.js';
import { featureGeometry, type FeatureGeometry } from './geometry.js';
import type { Table } from './types.js';

/** One row as GeoJSON has it. */
export interface DatasetFeature {
  readonly type: 'Feature';
  readonly id?: string | number;
  readonly geometry: FeatureGeometry | null;
  readonly properties: Record<string, string | number | boolean | null>;
}

/** A row as GeoJSON. */
export function featureOf(table: Table, row: number): DatasetFeature {
  const id = idOf(table, row);
  const properties = Object.create(null) as DatasetFeature['properties'];
  for (const column of table.columns) {
    const value = cellOf(column, row);
    properties[column.name] = value instanceof Date ? value.toISOString() : value;
  }
  return { type: 'Feature', ...(id !== null && { id }), geometry: featureGeometry(table.geometry, row), properties };
}

/** Id of a row; null if it has none. */
export function idOf({ ids, idColumn }: Table, row: number): string | number | null {
  return ids ? (ids[row] ?? null) : idColumn ? (cellOf(idColumn, row) as string | number | null) : null;
}

const kept = new WeakMap<object, NonNullable<Table['ids']>>();

/** Ids of all rows; undefined if the source has none. */
export function idsOf(table: Table): Table['ids'] {
  const { ids, idColumn, rowCount } = table;
  if (ids || !idColumn) return ids;
  let all = kept.get(idColumn);
  if (!all) {
    all = Array.from({ length: rowCount }, (_, row) => idOf(table, row));
    kept.set(idColumn, all);
  }
  return all;
}
