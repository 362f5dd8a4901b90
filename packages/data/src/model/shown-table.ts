/**
 * A table as it may be seen: personal data masked, places made coarse. Everything that is asked of a dataset is asked of this table, so no
 * filter, group, search, order, expression or export can find out what a mask hides.
 */
import { coarseNumbers, coarsePlaces, MaskedText } from './masked-column.js';
import type { Mask } from './masks.js';
import { fieldOf } from './schemas.js';
import type { Column, DatasetSchema, Geometry, Table } from './types.js';

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

/** What was made under a mask, kept with what it was made from: another label in a schema masks nothing anew. */
const kept = new WeakMap<Column | Geometry, Map<string, Column | Geometry>>();

function shownAs<T extends Column | Geometry>(source: T, how: string, make: () => T): T {
  const made = kept.get(source) ?? new Map<string, Column | Geometry>();
  kept.set(source, made);
  const before = made.get(how) as T | undefined;
  const shown = before ?? make();
  made.set(how, shown);
  return shown;
}

function shownColumn(column: Column, mask: Mask | undefined, digits: number = COARSE_DIGITS): Column {
  if (!mask) return column;
  return shownAs(column, `${mask} ${digits}`, () => (mask === 'coarse' ? coarseNumbers(column, digits) : new MaskedText(column, mask)));
}

function coarseGeometry(geometry: Geometry, digits: number): Geometry {
  if (geometry.kind === 'none') return geometry;
  return shownAs<Geometry>(geometry, String(digits), () => coarsePlaces(geometry, digits));
}
