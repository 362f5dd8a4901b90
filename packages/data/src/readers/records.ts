/** A list of plain JSON objects to columns, with places from two of their fields. */
import type { Column } from '../model/types.js';
import { JsonFields } from './fields.js';
import { lonLatColumns } from './lon-lat.js';
import { NoteBook } from './notes.js';
import { placesOf } from './place-columns.js';
import type { RawTable, Reading, ReadOptions } from './types.js';
import { numberOf } from './words.js';

const SLICE = 5000;

/** Reads records. @param from Progress to begin with. */
export function* readRecords(records: readonly unknown[], options: ReadOptions, from = 0): Reading<RawTable> {
  const fields = new JsonFields();
  const notes = new NoteBook();
  let rowCount = 0;
  for (let i = 0; i < records.length; i++) {
    const record = records[i];
    if (typeof record === 'object' && record !== null && !Array.isArray(record)) fields.addRow(rowCount++, record);
    else notes.add('not-a-feature', i);
    if (i % SLICE === SLICE - 1) yield from + ((1 - from) * i) / records.length;
  }
  const names = fields.names();
  const places = lonLatColumns(names, options.lonField, options.latField);
  const [lon, lat] = places ? [names[places.lon] as string, names[places.lat] as string] : [];
  if (!places) notes.add('no-lon-lat', 0);
  const where =
    lon !== undefined && lat !== undefined
      ? placesOf(degreesOf(fields.valuesOf(lon), rowCount), degreesOf(fields.valuesOf(lat), rowCount), options, notes)
      : { geometry: { kind: 'none' as const } };
  const kinds = new Map<string, Column['kind']>(options.kinds);
  const columns = fields.columns(rowCount, kinds, notes, lon !== undefined && lat !== undefined ? [lon, lat] : []);
  return { rowCount, columns, ...where, report: { total: records.length, kept: rowCount, notes: notes.notes() } };
}

function degreesOf(values: readonly unknown[] | undefined, rowCount: number): Float64Array {
  const numbers = new Float64Array(rowCount).fill(Number.NaN);
  values?.forEach((value, row) => {
    numbers[row] = typeof value === 'number' ? value : typeof value === 'string' ? (numberOf(value) ?? Number.NaN) : Number.NaN;
  });
  return numbers;
}
