// A polygon as a bureau sends it: a zipped shapefile in metres, its table in GBK. Written byte by byte, so that no library that we read with has a hand in it.
import { crc32 } from 'node:zlib';

/** A `.shp` with one polygon of one ring, by the «ESRI Shapefile Technical Description» (1998). Rings go clockwise. */
function shp(ring) {
  const content = Buffer.alloc(48 + 16 * ring.length);
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  content.writeInt32LE(5, 0);
  for (const [at, value] of box.entries()) content.writeDoubleLE(value, 4 + 8 * at);
  content.writeInt32LE(1, 36);
  content.writeInt32LE(ring.length, 40);
  for (const [at, value] of ring.flat().entries()) content.writeDoubleLE(value, 48 + 8 * at);
  const head = Buffer.alloc(108);
  head.writeInt32BE(9994, 0);
  head.writeInt32BE((108 + content.length) / 2, 24);
  head.writeInt32LE(1000, 28);
  head.writeInt32LE(5, 32);
  for (const [at, value] of box.entries()) head.writeDoubleLE(value, 36 + 8 * at);
  head.writeInt32BE(1, 100);
  head.writeInt32BE(content.length / 2, 104);
  return Buffer.concat([head, content]);
}

/** A `.dbf` with one column of text and one row. */
function dbf(field, cell) {
  const bytes = Buffer.alloc(65 + 1 + 16 + 1, 0x20);
  bytes.fill(0, 0, 65);
  bytes[0] = 3;
  bytes.writeUInt32LE(1, 4);
  bytes.writeUInt16LE(65, 8);
  bytes.writeUInt16LE(17, 10);
  field.copy(bytes, 32);
  bytes[43] = 'C'.charCodeAt(0);
  bytes[48] = 16;
  bytes[64] = 0x0d;
  cell.copy(bytes, 66);
  bytes[82] = 0x1a;
  return bytes;
}

/** An archive whose files are stored as they are. Names in UTF-8. */
function zip(files) {
  const [locals, central] = [[], []];
  let at = 0;
  for (const [name, data] of Object.entries(files)) {
    const word = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt32LE(crc32(data), 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(data.length, 18);
    shared.writeUInt16LE(word.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    locals.push(Buffer.from('PK\x03\x04'), shared, word, data);
    central.push(Buffer.from('PK\x01\x02\x14\x00'), shared, place, word);
    at += 30 + word.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}

/** `.prj` of CGCS2000 / 3-degree Gauss–Krüger zone 40 (EPSG:4528), as ArcGIS writes it. */
const PRJ =
  'PROJCS["CGCS2000_3_Degree_GK_Zone_40",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",40500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';

/**
 * A zipped shapefile in EPSG:4528 with one polygon, whose 名称 is 崂山区, in GBK.
 * @param ring Corners in metres, clockwise, the first again at the end.
 */
export function zone40Zip(ring) {
  const [field, cell] = [Buffer.from('c3fbb3c6', 'hex'), Buffer.from('e1c0c9bdc7f8', 'hex')];
  return zip({ '红线.shp': shp(ring), '红线.dbf': dbf(field, cell), '红线.prj': Buffer.from(PRJ), '红线.cpg': Buffer.from('GBK') });
}
