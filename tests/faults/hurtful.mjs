// Files that say more about themselves than is true, or less.
import { crc32, deflateRawSync } from 'node:zlib';

const utf8 = (text) => Buffer.from(text);

/** A `.shp` of one point. */
function shp() {
  const bytes = Buffer.alloc(128);
  bytes.writeInt32BE(9994);
  bytes.writeInt32BE(64, 24);
  bytes.writeInt32LE(1000, 28);
  bytes.writeInt32LE(1, 32);
  bytes.writeInt32BE(1, 100);
  bytes.writeInt32BE(10, 104);
  bytes.writeInt32LE(1, 108);
  bytes.writeDoubleLE(120.4, 112);
  bytes.writeDoubleLE(36.1, 120);
  return bytes;
}

/** A `.dbf` of one record that says it has four thousand million, each of 60 kB. */
function dbf() {
  const bytes = Buffer.alloc(65 + 9, 0x20);
  bytes.fill(0, 0, 64);
  bytes[0] = 3;
  bytes.writeUInt32LE(0xfffffff0, 4);
  bytes.writeUInt16LE(65, 8);
  bytes.writeUInt16LE(60_000, 10);
  bytes.write('name', 32);
  bytes[43] = 0x43;
  bytes[48] = 8;
  bytes[64] = 0x0d;
  return bytes;
}

/** An archive of one file: 256 MB of nothing in 256 kB. */
function bomb() {
  const size = 256 * 2 ** 20;
  const nothing = Buffer.alloc(size);
  const packed = deflateRawSync(nothing, { level: 9 });
  const name = utf8('a.shp');
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(nothing), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([utf8('PK\x03\x04'), fields, name, packed]);
  const central = Buffer.concat([utf8('PK\x01\x02'), Buffer.from([20, 0]), fields, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

/** A document that names 50 kB of text twenty thousand times: a thousand million letters, were they put in. */
const blowup = `<!DOCTYPE kml [<!ENTITY a "${'a'.repeat(50_000)}">]><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>${'&a;'.repeat(20_000)}</name></Document></kml>`;

const sent = (name, bytes) => ({ name, base64: Buffer.from(bytes).toString('base64') });

/** Files that are opened together, and the error they end in. */
export const HURTFUL = [
  { code: 'bad-shapefile', files: [sent('a.shp', shp()), sent('a.dbf', dbf())] },
  { code: 'bad-archive', files: [sent('a.zip', bomb())] },
  { code: 'bad-xml', files: [sent('a.kml', blowup)] },
];

/** Runs in the page: reads all at once. Resolves with the codes of the errors, and how many turns the page had meanwhile. */
export async function readAll(all) {
  let ticks = 0;
  const timer = setInterval(() => ticks++, 4);
  const codes = await Promise.all(
    all.map((files) => {
      const element = document.createElement('yzt-dataset');
      document.body.append(element);
      const ended = new Promise((resolve) => {
        element.addEventListener('yzt-error', (event) => resolve(event.detail.code));
        element.addEventListener('yzt-load', () => resolve(`${element.dataset.rowCount} rows`));
      });
      element.data = files.map(({ name, base64 }) => new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      return ended;
    }),
  );
  clearInterval(timer);
  return { codes, ticks };
}
