/** A file of geometries as text, one after the other: rows that have nothing but a place. */
import { YztError } from '@yizhangtu/base/errors';
import { crsCode, isDegrees } from './crs.js';
import { FeatureReader, JsonIds } from './feature-reader.js';
import { JsonFields } from './fields.js';
import { placeOf } from './json-fault.js';
import { wkbAt } from './wkb.js';
import type { RawTable, Reading, ReadOptions } from './types.js';
import { unknownCrs } from './unknown-crs.js';
import { WktReader, type WktGeometry } from './wkt.js';

const SLICE = 500;

/** Reads WKT. @throws YztError `bad-wkt` with the place where it breaks. */
export function* readWkt(text: string, options: ReadOptions): Reading<RawTable> {
  const reader = new WktReader(text);
  const found: WktGeometry[] = [];
  while (reader.more) {
    const from = reader.at;
    const next = reader.next();
    if (!next) {
      const { line, column } = placeOf(text, from);
      throw badWkt(options, { zh: `第 ${line} 行第 ${column} 列起的几何无法识别`, en: `has no geometry that can be read at line ${line}, column ${column}` });
    }
    found.push(next);
    if (found.length % SLICE === 0) yield (0.7 * reader.at) / text.length;
  }
  return tableOf(found, 'wkt', options);
}

/** Reads WKB: one geometry after the other. @throws YztError `bad-wkt`. */
export function* readWkb(file: ArrayBuffer, options: ReadOptions): Reading<RawTable> {
  const bytes = new Uint8Array(file);
  const found: WktGeometry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const next = wkbAt(bytes, at);
    if (!next) throw badWkt(options, { zh: `第 ${at + 1} 字节起的几何无法识别`, en: `has no geometry that can be read at byte ${at + 1}` });
    found.push(next.found);
    at = next.end;
    if (found.length % SLICE === 0) yield (0.7 * at) / bytes.length;
  }
  return tableOf(found, 'wkb', options);
}

function tableOf(found: readonly WktGeometry[], format: string, options: ReadOptions): RawTable {
  const srid = found.find((one) => one.srid !== undefined && one.srid !== 0)?.srid;
  const named = options.crs ?? (srid === undefined ? undefined : `EPSG:${srid}`);
  const crs = named === undefined || isDegrees(named) ? undefined : crsCode(named);
  if (crs !== undefined && !options.keepCrs) throw unknownCrs(options.name ?? 'WKT', crs);
  const rows = new FeatureReader(crs === undefined, new JsonFields(), new JsonIds());
  found.forEach(({ geometry }, place) => rows.add({ type: 'Feature', geometry, properties: null }, place));
  const table = rows.finish(found.length, options, crs);
  return { ...table, report: { ...table.report, source: { format, ...(named !== undefined && { crs: crsCode(named) }) } } };
}

function badWkt(options: ReadOptions, what: { readonly zh: string; readonly en: string }): YztError {
  const name = options.name ?? 'WKT';
  return new YztError('bad-wkt', {
    zh: `<yzt-dataset>:${name} ${what.zh}。应为 WKT/WKB 几何，例如 POINT (120.38 36.07)。`,
    en: `<yzt-dataset>: ${name} ${what.en}. It takes geometries in WKT or WKB, such as POINT (120.38 36.07).`,
  });
}
