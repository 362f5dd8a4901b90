/**
 * A table as it may be seen: personal data masked, places made coarse. Everything that is asked of a dataset is asked of this table, so no
 * filter, group, search, order, expression or export can find out what a mask hides.
 */
import { cellOf } from './columns.js';
import { groupingOf } from './grouping.js';
import { masked, type Mask } from './masks.js';
import { fieldOf } from './schemas.js';
import { NO_CODE, type Column, type DatasetSchema, type Geometry, type NumberColumn, type Table, type TextColumn } from './types.js';

/** Digits of degrees that a coarse number keeps unless the schema says otherwise: about a kilometre. */
const COARSE_DIGITS = 2;

/** The table with all masks of a schema applied; the table itself if there are none. */
export function shownTable(table: Table, schema: DatasetSchema | undefined): Table {
  const digits = schema?.placeDigits;
  if (digits === undefined && !schema?.fields.some((field) => field.mask)) return table;
  const columns = table.columns.map((column) => shownColumn(column, fieldOf(schema, column.name).mask, digits));
  const { ids, idColumn, ...rest } = table;
  // Masked ids would no longer be ids.
  const named = fieldOf(schema, 'id').mask || (idColumn && fieldOf(schema, idColumn.name).mask) ? {} : { ...(ids && { ids }), ...(idColumn && { idColumn }) };
  return { ...rest, ...named, columns, geometry: digits === undefined ? table.geometry : coarseGeometry(table.geometry, digits) };
}

function shownColumn(column: Column, mask: Mask | undefined, digits: number = COARSE_DIGITS): Column {
  if (!mask) return column;
  return mask === 'coarse' ? coarseColumn(column, digits) : maskedColumn(column, mask);
}

/** Different words that look the same masked become one word, so that not even their number tells them apart. */
function maskedColumn(column: Column, mask: Mask): TextColumn {
  const { codes, keys } = groupingOf(column);
  const codeOf = new Map<string, number>();
  const maskedCode = Uint32Array.from(keys, (key) => {
    // A blank is no datum; it is shown as one, as a missing value is.
    const word = key === '' ? '' : masked(column.kind === 'date' ? new Date(key as number).toISOString() : String(key), mask);
    const code = codeOf.get(word) ?? codeOf.size;
    codeOf.set(word, code);
    return code;
  });
  return { kind: 'text', name: column.name, dictionary: [...codeOf.keys()], codes: Uint32Array.from(codes, (code) => maskedCode[code] ?? NO_CODE) };
}

function coarseColumn(column: Column, digits: number): NumberColumn {
  const { name } = column;
  const length = column.kind === 'text' ? column.codes.length : column.values.length;
  return { kind: 'number', name, values: rounded(Float64Array.from({ length }, (_, row) => numberAt(column, row)), digits) };
}

function numberAt(column: Column, row: number): number {
  const value = cellOf(column, row);
  return value === null || (typeof value === 'string' && value.trim() === '') ? Number.NaN : Number(value);
}

function coarseGeometry(geometry: Geometry, digits: number): Geometry {
  if (geometry.kind === 'none') return geometry;
  const coordinates = rounded(geometry.coordinates, digits);
  return geometry.kind === 'point' ? { kind: 'point', coordinates } : { ...geometry, coordinates };
}

function rounded(values: Float64Array, digits: number): Float64Array {
  const scale = 10 ** Math.max(0, Math.round(digits));
  return values.map((value) => Math.round(value * scale) / scale);
}
