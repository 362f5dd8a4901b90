/** A table to packed columns, the format that loads fastest. Specification: docs/guide/packed-columns.md. */
import { cellOf } from '../model/columns.js';
import { boundsOf } from '../model/geometry.js';
import type { Column, DatasetSchema, Geometry, Provenance, Table, TextColumn } from '../model/types.js';
import type { PackedType } from '../readers/packed-format.js';
import { checkedTable } from './checked-table.js';
import { Layout } from './layout.js';
import { encodeCoordinates, encodeInstants, encodeNumbers, type Encoded } from './numbers.js';

/** How a table is packed. */
export interface PackOptions {
  /** Words, units and code lists to travel with the data; default: those of the table. */
  readonly schema?: DatasetSchema | undefined;
  /** Where the data comes from; default: what the table says. */
  readonly provenance?: Provenance | undefined;
  /** True to keep every coordinate bit by bit. Default: those of up to 7 decimals exactly, others within 5.6 mm. */
  readonly lossless?: boolean | undefined;
  /** True to write numbers exactly as a table holds them: a larger file (before compression), read without a copy. */
  readonly direct?: boolean | undefined;
}

/**
 * Packs a table. The result reads back to the same rows, columns, ids and shapes; see `lossless` for coordinates.
 * @throws YztError `bad-argument` for a table that does not hold together, or whose coordinates are no degrees.
 */
export function packTable(table: Table, options: PackOptions = {}): Uint8Array<ArrayBuffer> {
  checkedTable(table);
  const { schema = table.schema, provenance = table.provenance, direct = false, lossless = false } = options;
  const layout = new Layout();
  const how: How = { direct, lossless };
  const bounds = boundsOf(table.geometry);
  return layout.file({
    rows: table.rowCount,
    crs: 'degrees',
    geometry: packedGeometry(layout, table.geometry, how),
    columns: table.columns.map((column) => packedColumn(layout, column, how)),
    ...packedIds(layout, table, how),
    ...(bounds && { bounds }),
    ...(schema && { schema }),
    ...(provenance && { provenance }),
  });
}

interface How {
  readonly direct: boolean;
  readonly lossless: boolean;
}

function packedGeometry(layout: Layout, geometry: Geometry, { direct, lossless }: How): object {
  if (geometry.kind === 'none') return { kind: 'none' };
  const { exact, ...encoded } = encodeCoordinates(geometry.coordinates, { direct, lossless, delta: geometry.kind === 'shape' });
  const coordinates = { ...layout.addNumbers(encoded), ...(!exact && { rounded: true }) };
  if (geometry.kind === 'point') return { kind: 'point', coordinates };
  return {
    kind: 'shape',
    types: layout.add('u8', geometry.types),
    partStart: layout.add('u32', geometry.partStart),
    ringStart: layout.add('u32', geometry.ringStart),
    vertexStart: layout.add('u32', geometry.vertexStart),
    coordinates,
  };
}

function packedColumn(layout: Layout, column: Column, { direct }: How): object {
  const { kind, name } = column;
  if (kind === 'text') return { kind, name, codes: packedCodes(layout, column, direct), dictionary: layout.addWords(column.dictionary) };
  if (kind === 'boolean') return { kind, name, values: layout.add('u8', column.values) };
  const encoded: Encoded = kind === 'date' ? encodeInstants(column.values, direct) : encodeNumbers(column.values, direct);
  const values = layout.addNumbers(encoded);
  return kind === 'date' && column.dateOnly ? { kind, name, values, dateOnly: true } : { kind, name, values };
}

/** Codes in the smallest type whose all-ones code is no word. */
function packedCodes(layout: Layout, { codes, dictionary }: TextColumn, direct: boolean): object {
  const size = dictionary.length;
  const type: PackedType = direct || size > 0xffff ? 'u32' : size > 0xff ? 'u16' : 'u8';
  // A typed array keeps the low bits: all ones stay all ones.
  return layout.add(type, codes);
}

function packedIds(layout: Layout, { ids, idColumn, rowCount }: Table, { direct }: How): { readonly ids?: object } {
  const list = ids ?? (idColumn && Array.from({ length: rowCount }, (_, row) => cellOf(idColumn, row) as string | number | null));
  if (!list) return {};
  if (list.every((id) => id === null || typeof id === 'number')) {
    const numbers = Float64Array.from(list, (id) => id ?? Number.NaN);
    return { ids: { kind: 'number', values: layout.addNumbers(encodeNumbers(numbers, direct)) } };
  }
  const words = layout.addWords(list.map((id) => (id === null ? '' : String(id))));
  if (list.every((id) => typeof id === 'string')) return { ids: { kind: 'text', words } };
  const kinds = Uint8Array.from(list, (id) => (id === null ? 0 : typeof id === 'string' ? 1 : 2));
  return { ids: { kind: 'text', words, kinds: layout.add('u8', kinds) } };
}
