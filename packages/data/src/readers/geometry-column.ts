/** Places of a table from a column of WKT or of hexadecimal WKB. */
import type { Geometry } from '../model/types.js';
import { crsCode, isDegrees } from './crs.js';
import type { Cells } from './csv-column.js';
import { knowFileNotes } from './file-notes.js';
import { FeatureReader, JsonIds } from './feature-reader.js';
import { JsonFields } from './fields.js';
import { readShape } from './geojson-geometry.js';
import type { NoteBook } from './notes.js';
import type { ReadOptions } from './types.js';
import { unknownCrs } from './unknown-crs.js';
import { hexGeometry } from './wkb.js';
import { looksLikeWkt, wktGeometry, type WktGeometry } from './wkt.js';

/** Names such columns have; only looked at where their first value is a geometry. */
const NAMES: readonly string[] = ['wkt', 'geom', 'geometry', 'the_geom', 'wkb', 'wkb_geometry', 'shape', 'geom_wkt', 'wkt_geom', '几何', '空间数据', '图形'];

/** The column that holds geometries; -1 for none. */
export function geometryColumn(header: readonly string[], table: readonly Cells[]): number {
  return header.findIndex((name, index) => {
    if (!NAMES.includes(name.trim().toLowerCase())) return false;
    const first = table[index]?.find((cell) => cell !== null);
    return first !== undefined && first !== null && (looksLikeWkt(first) || hexGeometry(first) !== undefined);
  });
}

function geometryOf(cell: string): WktGeometry | undefined {
  return hexGeometry(cell) ?? wktGeometry(cell);
}

/** Places of all rows; a cell that is no geometry is a row without a place. @throws YztError `unknown-crs`. */
export function placesOfGeometries(cells: Cells, options: ReadOptions, notes: NoteBook): { readonly geometry: Geometry; readonly crs?: string } {
  knowFileNotes();
  const found = cells.map((cell) => (cell === null ? undefined : geometryOf(cell)));
  const srid = found.find((one) => one?.srid !== undefined && one.srid !== 0)?.srid;
  const named = options.crs ?? (srid === undefined ? undefined : `EPSG:${srid}`);
  const crs = named === undefined || isDegrees(named) ? undefined : crsCode(named);
  if (crs !== undefined && !options.keepCrs) throw unknownCrs(options.name ?? 'CSV', crs);
  // Rows stay whatever their geometry is: they are rows of a table.
  const reader = new FeatureReader(crs === undefined, new JsonFields(), new JsonIds());
  found.forEach((one, row) => {
    const shape = one === undefined ? 'none' : readShape(one.geometry);
    if (one === undefined && cells[row] !== null) notes.add('bad-wkt', row);
    if (typeof shape === 'string' && shape !== 'none') notes.add('bad-wkt', row);
    else if (reader.addShape(shape, row)) return;
    reader.addShape('none', row);
  });
  const { geometry, report } = reader.finish(cells.length, options, crs);
  for (const note of report.notes) notes.take(note);
  return { geometry, ...(crs !== undefined && { crs }) };
}
