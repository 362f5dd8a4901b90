/** Transverse Mercator on the ellipsoid: Krüger's series to the sixth order, with Karney's formulas for the latitude (J. Geod. 85, 2011). */

/** Size and form of an ellipsoid of revolution. */
export interface Ellipsoid {
  /** Semi-major axis in metres. */
  readonly radius: number;
  /** 1/298.257…, not its reciprocal. */
  readonly flattening: number;
}

/** Semi-major axis of the CGCS2000 ellipsoid, in metres. GB 22021-2008. */
export const CGCS2000_RADIUS = 6378137;
/** Flattening of the CGCS2000 ellipsoid. EPSG:1024 is defined with it; it differs from GRS 80 in the twelfth digit only. */
export const CGCS2000_FLATTENING = 1 / 298.257222101;

const RAD = Math.PI / 180;
/** Beyond this distance from the central meridian the series is no longer exact to a millimetre. */
const MAX_DISTANCE = 60;

/** What the series need of an ellipsoid. */
interface Figure {
  /** First eccentricity. */
  readonly e: number;
  /** Radius of the circle that is as long as a meridian. */
  readonly circle: number;
  readonly forward: readonly number[];
  readonly inverse: readonly number[];
}

function figure({ radius, flattening }: Ellipsoid): Figure {
  const n = flattening / (2 - flattening);
  return {
    e: Math.sqrt(flattening * (2 - flattening)),
    circle: (radius / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64 + n ** 6 / 256),
    // Karney 2011, equation 35.
    forward: [
      n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3 + (41 / 180) * n ** 4 - (127 / 288) * n ** 5 + (7891 / 37800) * n ** 6,
      (13 / 48) * n ** 2 - (3 / 5) * n ** 3 + (557 / 1440) * n ** 4 + (281 / 630) * n ** 5 - (1983433 / 1935360) * n ** 6,
      (61 / 240) * n ** 3 - (103 / 140) * n ** 4 + (15061 / 26880) * n ** 5 + (167603 / 181440) * n ** 6,
      (49561 / 161280) * n ** 4 - (179 / 168) * n ** 5 + (6601661 / 7257600) * n ** 6,
      (34729 / 80640) * n ** 5 - (3418889 / 1995840) * n ** 6,
      (212378941 / 319334400) * n ** 6,
    ],
    // Karney 2011, equation 36.
    inverse: [
      n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3 - (1 / 360) * n ** 4 - (81 / 512) * n ** 5 + (96199 / 604800) * n ** 6,
      (1 / 48) * n ** 2 + (1 / 15) * n ** 3 - (437 / 1440) * n ** 4 + (46 / 105) * n ** 5 - (1118711 / 3870720) * n ** 6,
      (17 / 480) * n ** 3 - (37 / 840) * n ** 4 - (209 / 4480) * n ** 5 + (5569 / 90720) * n ** 6,
      (4397 / 161280) * n ** 4 - (11 / 504) * n ** 5 - (830251 / 7257600) * n ** 6,
      (4583 / 161280) * n ** 5 - (108847 / 3991680) * n ** 6,
      (20648693 / 638668800) * n ** 6,
    ],
  };
}

/** The ellipsoid of CGCS2000. */
export const CGCS2000_ELLIPSOID: Ellipsoid = { radius: CGCS2000_RADIUS, flattening: CGCS2000_FLATTENING };

const OWN = figure(CGCS2000_ELLIPSOID);
const others = new Map<Ellipsoid, Figure>();

function figureOf(ellipsoid: Ellipsoid): Figure {
  if (ellipsoid === CGCS2000_ELLIPSOID) return OWN;
  const known = others.get(ellipsoid) ?? figure(ellipsoid);
  others.set(ellipsoid, known);
  return known;
}

function series(coefficients: readonly number[], sign: 1 | -1, xi: number, eta: number): [xi: number, eta: number] {
  let [x, y] = [xi, eta];
  for (const [i, c] of coefficients.entries()) {
    const k = 2 * (i + 1);
    x += sign * c * Math.sin(k * xi) * Math.cosh(k * eta);
    y += sign * c * Math.cos(k * xi) * Math.sinh(k * eta);
  }
  return [x, y];
}

/** Tangent of the conformal latitude for the tangent of a latitude. Karney 2011, equation 7. */
function conformal(tau: number, e: number): number {
  const sigma = Math.sinh(e * Math.atanh((e * tau) / Math.hypot(1, tau)));
  return tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau);
}

/** The reverse of `conformal`, by Newton's method; three steps reach the last digit. Karney 2011, equations 19–21. */
function geographic(target: number, e: number): number {
  let tau = target / (1 - e * e);
  for (let i = 0; i < 4; i++) {
    const now = conformal(tau, e);
    const step = ((target - now) / Math.hypot(1, now)) * ((1 + (1 - e * e) * tau * tau) / ((1 - e * e) * Math.hypot(1, tau)));
    tau += step;
    if (!(Math.abs(step) > 1e-14 * Math.max(1, Math.abs(tau)))) break;
  }
  return tau;
}

/**
 * Longitude and latitude to Gauss–Krüger metres: [east, north], exact to a micrometre inside a zone. NaN for places more than 60°
 * from the central meridian.
 * @param centralMeridian Degrees.
 * @param falseEasting Metres: 500 000, or with the zone number in front 40 500 000.
 * @param ellipsoid That of CGCS2000 by default. Degrees and metres are of one datum: nothing is shifted.
 */
export function toGaussKruger(lon: number, lat: number, centralMeridian: number, falseEasting: number, ellipsoid = CGCS2000_ELLIPSOID): [east: number, north: number] {
  const { e, circle, forward } = figureOf(ellipsoid);
  const distance = ((((lon - centralMeridian + 180) % 360) + 360) % 360) - 180;
  if (!(Math.abs(distance) <= MAX_DISTANCE) || !(Math.abs(lat) <= 90)) return [NaN, NaN];
  const tau = conformal(Math.tan(lat * RAD), e);
  const cos = Math.cos(distance * RAD);
  const xi = Math.atan2(tau, cos);
  const eta = Math.asinh(Math.sin(distance * RAD) / Math.hypot(tau, cos));
  const [x, y] = series(forward, 1, xi, eta);
  return [falseEasting + circle * y, circle * x];
}

/** Gauss–Krüger metres to [lon, lat] in degrees; the reverse of `toGaussKruger`. */
export function fromGaussKruger(east: number, north: number, centralMeridian: number, falseEasting: number, ellipsoid = CGCS2000_ELLIPSOID): [lon: number, lat: number] {
  const { e, circle, inverse } = figureOf(ellipsoid);
  const [xi, eta] = series(inverse, -1, north / circle, (east - falseEasting) / circle);
  const sinh = Math.sinh(eta);
  const cos = Math.cos(xi);
  const lat = Math.atan(geographic(Math.sin(xi) / Math.hypot(sinh, cos), e)) / RAD;
  const distance = Math.atan2(sinh, cos) / RAD;
  return Math.abs(distance) <= MAX_DISTANCE ? [centralMeridian + distance, lat] : [NaN, NaN];
}
