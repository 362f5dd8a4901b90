/** Shapefiles written by hand, so that every byte of them can be wrong on purpose. */
import { strToU8, zipSync } from 'fflate';

type Ring = readonly (readonly [x: number, y: number])[];
/** A shape: null, a point, or parts of a line or polygon. */
export type TestShape = null | { readonly type: number; readonly parts: readonly Ring[] };

function record(number: number, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8 + content.length);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, number);
  view.setInt32(4, content.length / 2);
  bytes.set(content, 8);
  return bytes;
}

/** Bytes of one shape; Z and M of the larger types follow as zeros. */
function content(shape: TestShape): Uint8Array {
  if (!shape) return new Uint8Array(4);
  const { type, parts } = shape;
  const points = parts.flat();
  const single = type % 10 === 1;
  const multi = type % 10 === 8;
  const head = single ? 4 : multi ? 40 : 44 + 4 * parts.length;
  // Range and value of Z, then of M, for each point.
  const more = type < 10 ? 0 : single ? (type < 20 ? 16 : 8) : (type < 20 ? 2 : 1) * (16 + 8 * points.length);
  const bytes = new Uint8Array(head + 16 * points.length + more);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, type, true);
  if (!single) {
    view.setInt32(36, multi ? points.length : parts.length, true);
    if (!multi) view.setInt32(40, points.length, true);
  }
  let first = 0;
  if (!single && !multi) {
    parts.forEach((part, index) => {
      view.setInt32(44 + 4 * index, first, true);
      first += part.length;
    });
  }
  points.forEach(([x, y], index) => {
    view.setFloat64(head + 16 * index, x, true);
    view.setFloat64(head + 16 * index + 8, y, true);
  });
  return bytes;
}

/** A `.shp`. */
export function shpOf(shapes: readonly TestShape[]): Uint8Array {
  const records = shapes.map((shape, index) => record(index + 1, content(shape)));
  const length = 100 + records.reduce((sum, one) => sum + one.length, 0);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, length / 2);
  view.setInt32(28, 1000, true);
  let at = 100;
  for (const one of records) {
    bytes.set(one, at);
    at += one.length;
  }
  return bytes;
}

/** A field of a table: name, type, width, decimals. */
export type TestField = readonly [name: Uint8Array | string, type: string, width: number, decimals?: number];

const asBytes = (value: Uint8Array | string): Uint8Array => (typeof value === 'string' ? strToU8(value) : value);

/** A `.dbf`. @param rows Cells as they stand in the file. */
export function dbfOf(fields: readonly TestField[], rows: readonly (readonly (Uint8Array | string)[])[], { language = 0, claimed = rows.length, deleted = [] as number[] } = {}): Uint8Array {
  const size = 1 + fields.reduce((sum, [, , width]) => sum + width, 0);
  const start = 32 + 32 * fields.length + 1;
  const bytes = new Uint8Array(start + size * rows.length + 1).fill(0x20, start);
  const view = new DataView(bytes.buffer);
  bytes[0] = 3;
  view.setUint32(4, claimed, true);
  view.setUint16(8, start, true);
  view.setUint16(10, size, true);
  bytes[29] = language;
  fields.forEach(([name, type, width, decimals = 0], index) => {
    const at = 32 + 32 * index;
    bytes.set(asBytes(name).subarray(0, 10), at);
    bytes[at + 11] = type.charCodeAt(0);
    bytes[at + 16] = width;
    bytes[at + 17] = decimals;
  });
  bytes[start - 1] = 0x0d;
  rows.forEach((cells, row) => {
    let at = start + size * row;
    if (deleted.includes(row)) bytes[at] = 0x2a;
    at += 1;
    cells.forEach((cell, index) => {
      const width = (fields[index] as TestField)[2];
      bytes.set(asBytes(cell).subarray(0, width), at);
      at += width;
    });
  });
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

/** An archive of texts and bytes. */
export function zipOf(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, value]) => [name, asBytes(value)]))) as Uint8Array<ArrayBuffer>;
}

/** GBK of a few words, for tests that must not need a library to write it. */
export const GBK: Readonly<Record<string, Uint8Array>> = {
  名称: Uint8Array.of(0xc3, 0xfb, 0xb3, 0xc6),
  市南区: Uint8Array.of(0xca, 0xd0, 0xc4, 0xcf, 0xc7, 0xf8),
  崂山区: Uint8Array.of(0xe1, 0xc0, 0xc9, 0xbd, 0xc7, 0xf8),
};

/** `.prj` of ESRI: a zone of CGCS2000. */
export const prjOf = (meridian: number, easting: number, datum = 'D_China_2000', geographic = 'GCS_China_Geodetic_Coordinate_System_2000'): string =>
  `PROJCS["zone",GEOGCS["${geographic}",DATUM["${datum}",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${easting}.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;
