/**
 * Lambert azimuthal equal-area projection of the ellipsoid about a place: a plane in metres on which cells and kernels are laid.
 * Areas are exact everywhere. Lengths are exact at the centre, within 0.1 % for 400 km around it, within 3 % over all of China.
 * J. P. Snyder, Map Projections – A Working Manual, USGS Professional Paper 1395 (1987), equations 24-17 to 24-30 and 3-11, 3-12, 3-18.
 */
import { CGCS2000_FLATTENING, CGCS2000_RADIUS } from '../crs/gauss-kruger.js';

const RAD = Math.PI / 180;
const E2 = CGCS2000_FLATTENING * (2 - CGCS2000_FLATTENING);

/**
 * Authalic measure of a sine of latitude (3-12). Both of its terms are series in (e sin φ)², which together are (2k + 2)/(2k + 1) times
 * its powers; six of them are exact to the last digit and need no logarithm.
 */
function authalic(sine: number): number {
  const u = E2 * sine * sine;
  return (1 - E2) * sine * (2 + u * (4 / 3 + u * (6 / 5 + u * (8 / 7 + u * (10 / 9 + u * (12 / 11 + (u * 14) / 13))))));
}

const POLE = authalic(1);
/** Radius of the sphere with the area of the ellipsoid, metres. */
export const AUTHALIC_RADIUS = CGCS2000_RADIUS * Math.sqrt(POLE / 2);

/** Terms of the latitude by the authalic latitude (3-18). */
const BACK = [
  E2 / 3 + (31 * E2 ** 2) / 180 + (517 * E2 ** 3) / 5040,
  (23 * E2 ** 2) / 360 + (251 * E2 ** 3) / 3780,
  (761 * E2 ** 3) / 45360,
] as const;

/** The plane about one place. */
export class EqualArea {
  readonly lon: number;
  readonly lat: number;
  readonly #lon: number;
  readonly #sine: number;
  readonly #cosine: number;
  readonly #stretch: number;

  /** @param lon Degrees. @param lat Degrees; beyond ±85 it is taken as 85, because the plane of a pole has another form. */
  constructor(lon: number, lat: number) {
    this.lon = lon;
    this.lat = Math.min(85, Math.max(-85, lat));
    this.#lon = lon * RAD;
    const sine = Math.sin(this.lat * RAD);
    this.#sine = authalic(sine) / POLE;
    this.#cosine = Math.sqrt(1 - this.#sine ** 2);
    const m = Math.sqrt(1 - sine * sine) / Math.sqrt(1 - E2 * sine * sine);
    this.#stretch = (CGCS2000_RADIUS * m) / (AUTHALIC_RADIUS * this.#cosine);
  }

  /** Metres east and north of the centre of some of many places; NaN where a place is none. @param from @param to Places. */
  forwardInto(degrees: Float64Array, out: Float32Array, from: number, to: number): void {
    const [sine1, cosine1, stretch, lon0] = [this.#sine, this.#cosine, this.#stretch, this.#lon];
    for (let i = 2 * from; i < 2 * to; i += 2) {
      const lat = degrees[i + 1] as number;
      // A latitude beyond the pole has a sine too, but is no place.
      const q = Math.abs(lat) <= 90 ? authalic(Math.sin(lat * RAD)) / POLE : NaN;
      const cosine = Math.sqrt(Math.max(0, 1 - q * q));
      const turn = (degrees[i] as number) * RAD - lon0;
      const along = cosine * Math.cos(turn);
      const b = AUTHALIC_RADIUS * Math.sqrt(2 / (1 + sine1 * q + cosine1 * along));
      out[i] = b * stretch * cosine * Math.sin(turn);
      out[i + 1] = (b / stretch) * (cosine1 * q - sine1 * along);
    }
  }

  /** The same for all of many places. */
  forwardAll(degrees: Float64Array): Float32Array {
    const out = new Float32Array(degrees.length);
    this.forwardInto(degrees, out, 0, out.length / 2);
    return out;
  }

  /** Metres east and north of the centre. */
  forward(lon: number, lat: number): [x: number, y: number] {
    const [x, y] = this.forwardAll(Float64Array.of(lon, lat));
    return [x as number, y as number];
  }

  /** Longitude and latitude in degrees; the longitude is within 180° of the centre, so it may lie beyond ±180. */
  inverse(x: number, y: number): [lon: number, lat: number] {
    const [px, py] = [x / this.#stretch, y * this.#stretch];
    const rho = Math.hypot(px, py);
    if (rho === 0) return [this.lon, this.lat];
    const arc = 2 * Math.asin(Math.min(1, rho / (2 * AUTHALIC_RADIUS)));
    const [sine, cosine] = [Math.sin(arc), Math.cos(arc)];
    const beta = Math.asin(Math.min(1, Math.max(-1, cosine * this.#sine + (py * sine * this.#cosine) / rho)));
    const turn = Math.atan2(px * sine, rho * this.#cosine * cosine - py * this.#sine * sine);
    const lat = beta + BACK[0] * Math.sin(2 * beta) + BACK[1] * Math.sin(4 * beta) + BACK[2] * Math.sin(6 * beta);
    return [this.lon + turn / RAD, lat / RAD];
  }
}
