/** Places from two columns of numbers, for tables that are not GeoJSON. */
import { GeometryBuilder, POINT } from './geometry-builder.js';
import { unknownCrs } from './unknown-crs.js';
import { crsCode, isDegrees } from './crs.js';
import type { NoteBook } from './notes.js';
import { isMetres, mendSwapped, OUTSIDE, SILENT, verdictOf } from './swapped.js';
import type { Geometry } from '../model/types.js';
import type { ReadOptions } from './types.js';

/** Geometry, and the system of its coordinates if it is not degrees. */
export interface Places {
  readonly geometry: Geometry;
  readonly crs?: string;
}

/** Points from longitudes and latitudes; rows without both are kept without a place. @throws YztError `unknown-crs` if most are no degrees. */
export function placesOf(lon: ArrayLike<number>, lat: ArrayLike<number>, options: ReadOptions, notes: NoteBook): Places {
  const name = options.name ?? 'CSV';
  const crs = options.crs === undefined || isDegrees(options.crs) ? undefined : crsCode(options.crs);
  if (crs !== undefined && !options.keepCrs) throw unknownCrs(name, crs);
  const builder = new GeometryBuilder();
  const verdicts = new Uint8Array(lon.length);
  let metres = 0;
  for (let row = 0; row < lon.length; row++) {
    const x = lon[row] as number;
    const y = lat[row] as number;
    const finite = Number.isFinite(x) && Number.isFinite(y);
    const verdict = finite && crs === undefined ? verdictOf(x, y) : SILENT;
    verdicts[row] = verdict;
    if (verdict === OUTSIDE && isMetres(x, y)) metres++;
    if (finite && verdict !== OUTSIDE) builder.addPoint(x, y);
    else {
      builder.addRow(POINT, []);
      notes.add('no-geometry', row);
    }
  }
  if (metres > lon.length / 2) throw unknownCrs(name, undefined);
  const swapped = mendSwapped(builder, verdicts);
  if (swapped.count > 0) notes.add('swapped', swapped.first, swapped.count);
  return { geometry: builder.build(), ...(crs !== undefined && { crs }) };
}
