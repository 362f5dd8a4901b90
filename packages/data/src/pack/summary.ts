/** What a file of packed columns says about itself, without reading its columns. */
import type { PackedColumn } from '../readers/packed-format.js';
import { readPackedHeader } from '../readers/packed-header.js';

/** A file in a few figures. */
export interface PackedSummary {
  readonly rows: number;
  readonly bytes: number;
  readonly geometry: 'none' | 'point' | 'shape';
  /** Largest change of a coordinate in degrees; 0 if all are exact. */
  readonly rounding: number;
  /** Vertices of all shapes, or points. */
  readonly vertices: number;
  /** Name, kind and type of each column. */
  readonly columns: readonly { readonly name: string; readonly kind: PackedColumn['kind']; readonly type: string }[];
  readonly schemaId?: string;
}

/** The summary of a file. @throws YztError `bad-packed` as the reader does. */
export function packedSummary(file: ArrayBuffer, name = 'data'): PackedSummary {
  const { rows, geometry, columns, schema } = readPackedHeader(file, name);
  const coordinates = geometry.kind === 'none' ? undefined : geometry.coordinates;
  return {
    rows,
    bytes: file.byteLength,
    geometry: geometry.kind,
    rounding: coordinates?.rounded && coordinates.scale ? 0.5 / coordinates.scale.divide : 0,
    vertices: (coordinates?.length ?? 0) / 2,
    columns: columns.map((column) => ({ name: column.name, kind: column.kind, type: typeOf(column) })),
    ...(schema?.id && { schemaId: schema.id }),
  };
}

function typeOf(column: PackedColumn): string {
  if (column.kind === 'text') return `${column.codes.type}, ${column.dictionary.offsets.length - 1}`;
  const { values } = column;
  return 'scale' in values && values.scale ? `${values.type} × ${values.scale.multiply} ÷ ${values.scale.divide}` : values.type;
}
