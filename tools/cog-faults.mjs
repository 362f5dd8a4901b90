// @ts-check
// GeoTIFFs of the test server, made when they are first asked for: 示例数据 and nothing else.
import { deflateSync } from 'node:zlib';
import { tiffFile } from './tiff-file.mjs';

/** Around 青岛: 128 columns and 96 rows, each 0.002° wide and high, from 120.25 36.2 on. */
const DEGREES = { width: 128, height: 96, block: 32, copies: 2, origin: /** @type {[number, number]} */ ([120.25, 36.2]), step: /** @type {[number, number]} */ ([0.002, 0.002]) };
const pack = (/** @type {Uint8Array} */ bytes) => new Uint8Array(deflateSync(bytes));

/** @type {Readonly<Record<string, import('./tiff-file.mjs').TiffSpec>>} */
const SPECS = {
  /** Rises by 10 m a column to the east; nothing in the upper left eighth. */
  heights: { ...DEGREES, kind: 'i16', nodata: '-9999', pack, predictor: 2, bands: [(c, r) => (c < 16 && r < 12 ? -9999 : 10 * c)], metadata: '<GDALMetadata><Item name="DESCRIPTION" sample="0" role="description">高程</Item><Item name="UNITTYPE" sample="0" role="unittype">m</Item></GDALMetadata>' },
  /** Two bands: red falls and near infrared rises to the east. */
  bands: { ...DEGREES, kind: 'u16', pack, bands: [(c) => 1000 - 5 * c, (c) => 1000 + 20 * c] },
  /** Halves of red and blue; clear at the lower edge. */
  rgb: { ...DEGREES, bands: [(c) => (c < 64 ? 255 : 0), () => 0, (c) => (c < 64 ? 0 : 255), (_, r) => (r < 80 ? 255 : 0)], colors: 2, extra: [2] },
  /** Three classes in a plane of CGCS2000, 100 m a pixel. */
  classes: { width: 90, height: 60, block: 32, keys: [[1024, 1], [3072, 4549]], origin: [530_000, 4_000_000], step: [100, 100], bands: [(c) => 1 + Math.floor(c / 30)], palette: [[0, 0, 0], [200, 0, 0], [0, 150, 0], [0, 0, 220]] },
  /** Large, and without a smaller copy. */
  flat: { ...DEGREES, width: 600, height: 600, block: 16, copies: 0, bands: [(c) => c % 200] },
};

/** @type {Map<string, Uint8Array<ArrayBuffer>>} */
const made = new Map();

/** A file by its name; what is no TIFF for a name that is not known. */
export function cogFile(/** @type {string} */ name) {
  const known = made.get(name);
  if (known) return known;
  const spec = SPECS[name];
  const file = spec ? tiffFile(spec) : new TextEncoder().encode('<!doctype html><title>登录</title>');
  made.set(name, file);
  return file;
}
