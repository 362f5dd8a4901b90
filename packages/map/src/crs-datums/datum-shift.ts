/** From one datum to another by way of earth-centred coordinates: the seven parameters of Bursa and Wolf (EPSG method 9606, position vector). */
import { CGCS2000_ELLIPSOID, type Ellipsoid } from '../crs/gauss-kruger.js';

/**
 * Parameters that a surveying authority gives for its area, from the old datum to CGCS2000. The rotations are those of the position vector
 * (EPSG:9606, `+towgs84` of PROJ); parameters of the coordinate frame (EPSG:9607) have them with the other sign.
 */
export interface DatumShift {
  /** Metres. */
  readonly dx: number;
  readonly dy: number;
  readonly dz: number;
  /** Arc seconds. Default 0: three parameters. */
  readonly rx?: number;
  readonly ry?: number;
  readonly rz?: number;
  /** Parts per million. Default 0. */
  readonly scale?: number;
}

const RAD = Math.PI / 180;
const SECOND = RAD / 3600;
/** Each step leaves less than a hundredth of what was wrong before it. */
const STEPS = 6;

type Vector = readonly [x: number, y: number, z: number];

function centred(lon: number, lat: number, { radius, flattening }: Ellipsoid): Vector {
  const e2 = flattening * (2 - flattening);
  const [sin, cos] = [Math.sin(lat * RAD), Math.cos(lat * RAD)];
  const n = radius / Math.sqrt(1 - e2 * sin * sin);
  return [n * cos * Math.cos(lon * RAD), n * cos * Math.sin(lon * RAD), n * (1 - e2) * sin];
}

/** The place below a point; heights are let go of, as maps have none. */
function below([x, y, z]: Vector, { radius, flattening }: Ellipsoid): [lon: number, lat: number] {
  const e2 = flattening * (2 - flattening);
  const p = Math.hypot(x, y);
  let lat = Math.atan2(z, p * (1 - e2));
  for (let i = 0; i < STEPS; i++) {
    const sin = Math.sin(lat);
    lat = Math.atan2(z + (e2 * radius * sin) / Math.sqrt(1 - e2 * sin * sin), p);
  }
  return [Math.atan2(y, x) / RAD, lat / RAD];
}

function shifted([x, y, z]: Vector, { dx, dy, dz, rx = 0, ry = 0, rz = 0, scale = 0 }: DatumShift): Vector {
  const [a, b, c] = [rx * SECOND, ry * SECOND, rz * SECOND];
  const m = 1 + scale * 1e-6;
  return [dx + m * (x - c * y + b * z), dy + m * (c * x + y - a * z), dz + m * (-b * x + a * y + z)];
}

/** Degrees of an old datum to degrees of CGCS2000. */
export function toCgcs2000(lon: number, lat: number, ellipsoid: Ellipsoid, shift: DatumShift): [lon: number, lat: number] {
  return below(shifted(centred(lon, lat, ellipsoid), shift), CGCS2000_ELLIPSOID);
}

/** The reverse of `toCgcs2000`, to a micrometre. */
export function fromCgcs2000(lon: number, lat: number, ellipsoid: Ellipsoid, shift: DatumShift): [lon: number, lat: number] {
  const [x, y, z] = centred(lon, lat, CGCS2000_ELLIPSOID);
  let [a, b, c]: Vector = [x - shift.dx, y - shift.dy, z - shift.dz];
  for (let i = 0; i < STEPS; i++) {
    const [u, v, w] = shifted([a, b, c], shift);
    [a, b, c] = [a + x - u, b + y - v, c + z - w];
  }
  return below([a, b, c], ellipsoid);
}
