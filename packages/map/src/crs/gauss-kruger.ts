/** Transverse Mercator on the ellipsoid: Krüger's series to the sixth order, with Karney's formulas for the latitude (J. Geod. 85, 2011). */

/** Semi-major axis of the CGCS2000 ellipsoid, in metres. GB 22021-2008. */
export const CGCS2000_RADIUS = 6378137;
/** Flattening of the CGCS2000 ellipsoid. EPSG:1024 is defined with it; it differs from GRS 80 in the twelfth digit only. */
export const CGCS2000_FLATTENING = 1 / 298.257222101;

const RAD = Math.PI / 180;
/** Beyond this distance from the central meridian the series is no longer exact to a millimetre. */
const MAX_DISTANCE = 60;

const N = CGCS2000_FLATTENING / (2 - CGCS2000_FLATTENING);
const E = Math.sqrt(CGCS2000_FLATTENING * (2 - CGCS2000_FLATTENING));
/** Radius of the circle that is as long as a meridian. */
const A = (CGCS2000_RADIUS / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64 + N ** 6 / 256);

/** Karney 2011, equation 35. */
const FORWARD = [
  N / 2 - (2 / 3) * N ** 2 + (5 / 16) * N ** 3 + (41 / 180) * N ** 4 - (127 / 288) * N ** 5 + (7891 / 37800) * N ** 6,
  (13 / 48) * N ** 2 - (3 / 5) * N ** 3 + (557 / 1440) * N ** 4 + (281 / 630) * N ** 5 - (1983433 / 1935360) * N ** 6,
  (61 / 240) * N ** 3 - (103 / 140) * N ** 4 + (15061 / 26880) * N ** 5 + (167603 / 181440) * N ** 6,
  (49561 / 161280) * N ** 4 - (179 / 168) * N ** 5 + (6601661 / 7257600) * N ** 6,
  (34729 / 80640) * N ** 5 - (3418889 / 1995840) * N ** 6,
  (212378941 / 319334400) * N ** 6,
];
/** Karney 2011, equation 36. */
const INVERSE = [
  N / 2 - (2 / 3) * N ** 2 + (37 / 96) * N ** 3 - (1 / 360) * N ** 4 - (81 / 512) * N ** 5 + (96199 / 604800) * N ** 6,
  (1 / 48) * N ** 2 + (1 / 15) * N ** 3 - (437 / 1440) * N ** 4 + (46 / 105) * N ** 5 - (1118711 / 3870720) * N ** 6,
  (17 / 480) * N ** 3 - (37 / 840) * N ** 4 - (209 / 4480) * N ** 5 + (5569 / 90720) * N ** 6,
  (4397 / 161280) * N ** 4 - (11 / 504) * N ** 5 - (830251 / 7257600) * N ** 6,
  (4583 / 161280) * N ** 5 - (108847 / 3991680) * N ** 6,
  (20648693 / 638668800) * N ** 6,
];

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
function conformal(tau: number): number {
  const sigma = Math.sinh(E * Math.atanh((E * tau) / Math.hypot(1, tau)));
  return tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau);
}

/** The reverse of `conformal`, by Newton's method; three steps reach the last digit. Karney 2011, equations 19–21. */
function geographic(target: number): number {
  let tau = target / (1 - E * E);
  for (let i = 0; i < 4; i++) {
    const now = conformal(tau);
    const step = ((target - now) / Math.hypot(1, now)) * ((1 + (1 - E * E) * tau * tau) / ((1 - E * E) * Math.hypot(1, tau)));
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
 */
export function toGaussKruger(lon: number, lat: number, centralMeridian: number, falseEasting: number): [east: number, north: number] {
  const distance = ((((lon - centralMeridian + 180) % 360) + 360) % 360) - 180;
  if (!(Math.abs(distance) <= MAX_DISTANCE) || !(Math.abs(lat) <= 90)) return [NaN, NaN];
  const tau = conformal(Math.tan(lat * RAD));
  const cos = Math.cos(distance * RAD);
  const xi = Math.atan2(tau, cos);
  const eta = Math.asinh(Math.sin(distance * RAD) / Math.hypot(tau, cos));
  const [x, y] = series(FORWARD, 1, xi, eta);
  return [falseEasting + A * y, A * x];
}

/** Gauss–Krüger metres to [lon, lat] in degrees; the reverse of `toGaussKruger`. */
export function fromGaussKruger(east: number, north: number, centralMeridian: number, falseEasting: number): [lon: number, lat: number] {
  const [xi, eta] = series(INVERSE, -1, north / A, (east - falseEasting) / A);
  const sinh = Math.sinh(eta);
  const cos = Math.cos(xi);
  const lat = Math.atan(geographic(Math.sin(xi) / Math.hypot(sinh, cos))) / RAD;
  const distance = Math.atan2(sinh, cos) / RAD;
  return Math.abs(distance) <= MAX_DISTANCE ? [centralMeridian + distance, lat] : [NaN, NaN];
}
