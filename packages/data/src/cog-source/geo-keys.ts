/** Where a GeoTIFF lies: its coordinate system and how pixels become places (OGC GeoTIFF 1.1, 19-008r4). */
import { TiffFault, type Directory } from './tiff-directory.js';

/** x = a·column + b·row + c, y = d·column + e·row + f; the corner of a pixel, not its middle, is its whole number. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** The place of a file. */
export interface GeoPlace {
  readonly affine: Affine;
  /** `EPSG:4528`; undefined where the file does not say. */
  readonly crs: string | undefined;
}

const [SCALE, TIE_POINTS, MATRIX, KEYS, DOUBLES] = [33550, 33922, 34264, 34735, 34736];
const [RASTER_TYPE, GEOGRAPHIC, PROJECTED, METHOD, CENTRAL_MERIDIAN, ORIGIN_LONGITUDE, FALSE_EASTING, SCALE_FACTOR, SEMI_MAJOR] = [1025, 2048, 3072, 3075, 3080, 3088, 3082, 3092, 2057];
const [POINT, USER_DEFINED, TRANSVERSE_MERCATOR] = [2, 32767, 1];
/** EPSG codes of the zones of CGCS2000, all transverse Mercator without a scale: three degrees with and without the number of the zone, six degrees likewise. */
const ZONES = [
  { first: 4513, zone: 25, width: 3, named: true },
  { first: 4534, zone: 25, width: 3, named: false },
  { first: 4491, zone: 13, width: 6, named: true },
  { first: 4502, zone: 13, width: 6, named: false },
] as const;

/** Where the first picture of a file lies; undefined where the file does not say. */
export async function geoPlaceOf(directory: Directory): Promise<GeoPlace | undefined> {
  const keys = await keysOf(directory);
  const affine = await affineOf(directory);
  if (!affine) return undefined;
  // A pixel that is a point has its place in its middle.
  const shift = keys.get(RASTER_TYPE) === POINT ? 0.5 : 0;
  const [a, b, c, d, e, f] = affine;
  return { affine: [a, b, c - shift * (a + b), d, e, f - shift * (d + e)], crs: crsOf(keys) };
}

async function affineOf(directory: Directory): Promise<Affine | undefined> {
  const matrix = await directory.numbers(MATRIX);
  if (matrix.length === 16) return checked([matrix[0], matrix[1], matrix[3], matrix[4], matrix[5], matrix[7]] as unknown as Affine);
  const [[sx, sy], [column, row, , x, y]] = [await directory.numbers(SCALE), await directory.numbers(TIE_POINTS)];
  if (sx === undefined || sy === undefined || column === undefined || row === undefined || x === undefined || y === undefined) return undefined;
  return checked([sx, 0, x - column * sx, 0, -sy, y + row * sy]);
}

function checked(affine: Affine): Affine {
  const [a, b, , d, e] = affine;
  if (!affine.every(Number.isFinite) || a * e - b * d === 0) throw new TiffFault('damaged');
  return affine;
}

async function keysOf(directory: Directory): Promise<ReadonlyMap<number, number>> {
  const [words, doubles] = [await directory.numbers(KEYS), await directory.numbers(DOUBLES)];
  const keys = new Map<number, number>();
  for (let i = 4; i + 3 < words.length; i += 4) {
    const [key, where, , value] = words.slice(i, i + 4) as [number, number, number, number];
    const found = where === 0 ? value : where === DOUBLES ? doubles[value] : undefined;
    if (found !== undefined) keys.set(key, found);
  }
  return keys;
}

function crsOf(keys: ReadonlyMap<number, number>): string | undefined {
  const projected = keys.get(PROJECTED);
  if (projected === USER_DEFINED) return zoneOf(keys);
  const code = projected ?? keys.get(GEOGRAPHIC);
  return code === undefined || code === USER_DEFINED || code === 0 ? undefined : `EPSG:${code}`;
}

/** A zone of CGCS2000 that is written out, as much software in China does. */
function zoneOf(keys: ReadonlyMap<number, number>): string | undefined {
  const [meridian, easting] = [keys.get(CENTRAL_MERIDIAN) ?? keys.get(ORIGIN_LONGITUDE), keys.get(FALSE_EASTING)];
  // The axis tells CGCS2000 from the datums before it.
  const isNew = keys.get(SEMI_MAJOR) === 6378137 || keys.get(GEOGRAPHIC) === 4490;
  if (!isNew || keys.get(METHOD) !== TRANSVERSE_MERCATOR || (keys.get(SCALE_FACTOR) ?? 1) !== 1 || meridian === undefined || easting === undefined) return undefined;
  for (const { first, zone, width, named } of ZONES) {
    const number = width === 3 ? meridian / 3 : (meridian + 3) / 6;
    const count = width === 3 ? 21 : 11;
    if (Number.isInteger(number) && number >= zone && number < zone + count && easting === (named ? number * 1_000_000 : 0) + 500_000) return `EPSG:${first + number - zone}`;
  }
  return undefined;
}
