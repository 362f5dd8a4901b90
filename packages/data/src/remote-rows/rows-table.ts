/** Rows of an engine as a table in memory. */
import { textColumn } from '../model/columns.js';
import type { FieldInfo } from '../model/dataset-like.js';
import type { Column, Geometry, Table } from '../model/types.js';
import { drive } from '../steps/drive.js';
import type { RemoteRow } from '../remote/types.js';

function columnOf({ name, kind, dateOnly }: FieldInfo, rows: readonly RemoteRow[], at: number): Column {
  const cells = rows.map(({ values }) => values[at] ?? null);
  if (kind === 'text') return textColumn(name, cells.map((cell) => (cell === null ? null : String(cell))));
  if (kind === 'boolean') return { kind, name, values: Uint8Array.from(cells, (cell) => (cell === null ? 2 : Number(cell))) };
  const values = Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell)));
  return kind === 'date' ? { kind, name, values, ...(dateOnly && { dateOnly }) } : { kind, name, values };
}

async function shapesOf(rows: readonly RemoteRow[], signal: AbortSignal): Promise<Geometry> {
  const { readGeoJson } = await import('../readers/geojson.js');
  const features = rows.map(({ geometry, place }) => ({ type: 'Feature', geometry: geometry ?? (place ? { type: 'Point', coordinates: place } : null), properties: {} }));
  return (await drive(readGeoJson({ type: 'FeatureCollection', features }, { name: 'rows' }), { signal })).geometry;
}

function pointsOf(rows: readonly RemoteRow[]): Geometry {
  const coordinates = new Float64Array(2 * rows.length).fill(Number.NaN);
  rows.forEach(({ place }, row) => place && coordinates.set(place, 2 * row));
  return { kind: 'point', coordinates };
}

/**
 * Rows with their places. A chunk that reads shapes is fetched only where there are any.
 * @param fields In the order of the values.
 */
export async function rowsTable(rows: readonly RemoteRow[], fields: readonly FieldInfo[], signal: AbortSignal): Promise<Table> {
  const rowCount = rows.length;
  const geometry = rows.some((row) => row.geometry) ? await shapesOf(rows, signal) : pointsOf(rows);
  const columns = fields.map((field, at) => columnOf(field, rows, at));
  const hasIds = rows.some(({ id }) => id !== undefined);
  return { rowCount, columns, geometry, ...(hasIds && { ids: rows.map(({ id }) => id ?? null) }), report: { total: rowCount, kept: rowCount, notes: [] } };
}
