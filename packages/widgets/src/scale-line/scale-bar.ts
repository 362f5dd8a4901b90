/** Pure logic of the scale line: what a pixel measures on the ground, and which round length fits. */
import type { Text } from '@yizhangtu/base/locale';
import { CGCS2000_FLATTENING, CGCS2000_RADIUS } from '@yizhangtu/map/crs';
import type { YztMap } from '@yizhangtu/map/map';

/** Metric, or nautical miles for pages at sea. */
export type ScaleUnits = 'metric' | 'nautical';

/** First eccentricity squared of CGCS2000. */
const E2 = CGCS2000_FLATTENING * (2 - CGCS2000_FLATTENING);

/** Width of a screen pixel in the scale denominators of OGC standards (WMTS 07-057r7, SE 05-077r4): 0.28 mm. */
export const OGC_PIXEL_METRES = 0.00028;
/** The international nautical mile (海里), metres. */
export const NAUTICAL_MILE = 1852;

/**
 * Distance in metres between two near places, with the ellipsoid's own radii of curvature at their middle. Right to better than
 * 1 in 100 000 for up to some kilometres, which is all a pixel needs.
 * @param a Longitude and latitude, degrees.
 * @param b Longitude and latitude, degrees.
 */
export function nearDistance(a: readonly [number, number], b: readonly [number, number]): number {
  const rad = Math.PI / 180;
  const lat = ((a[1] + b[1]) / 2) * rad;
  const w = Math.sqrt(1 - E2 * Math.sin(lat) ** 2);
  const meridian = (CGCS2000_RADIUS * (1 - E2)) / w ** 3;
  const normal = CGCS2000_RADIUS / w;
  let turn = b[0] - a[0];
  if (turn > 180) turn -= 360;
  if (turn < -180) turn += 360;
  return Math.hypot(meridian * (b[1] - a[1]) * rad, normal * Math.cos(lat) * turn * rad);
}

/** Metres on the ground of one CSS pixel, sideways at the middle of the map. NaN before the map has a view. */
export function groundResolution(map: YztMap): number {
  const [x, y] = [map.clientWidth / 2, map.clientHeight / 2];
  const [near, far] = [map.lonLatOf([x - 0.5, y]), map.lonLatOf([x + 0.5, y])];
  return near && far ? nearDistance(near, far) : NaN;
}

/** The largest 1, 2 or 5 × 10ⁿ that is not above a number. 0 for what is not a positive number. */
export function roundBelow(value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = value / power;
  // A hair of tolerance, so that 4.999999 from a floating division still is 5.
  const step = [5, 2, 1].find((candidate) => lead >= candidate * (1 - 1e-9)) ?? 1;
  return Number((step * power).toPrecision(1));
}

/** A length that fits the line. */
export interface ScaleBar {
  /** The round number shown. */
  readonly value: number;
  readonly unit: Text;
  /** Width of the line in CSS pixels. */
  readonly width: number;
}

interface Unit {
  readonly metres: number;
  readonly text: Text;
}

const METRE: Unit = { metres: 1, text: { zh: '米', en: 'm' } };
const KILOMETRE: Unit = { metres: 1000, text: { zh: '公里', en: 'km' } };
const MILE: Unit = { metres: NAUTICAL_MILE, text: { zh: '海里', en: 'nmi' } };

/**
 * The scale bar for a ground resolution, or undefined where there is none yet.
 * @param metresPerPixel Metres on the ground of one CSS pixel.
 * @param maxWidth Widest line, CSS pixels.
 */
export function scaleBar(metresPerPixel: number, maxWidth: number, units: ScaleUnits): ScaleBar | undefined {
  const longest = metresPerPixel * maxWidth;
  const kilometres = units === 'metric' && longest >= 1000;
  const unit = units === 'nautical' ? MILE : kilometres ? KILOMETRE : METRE;
  const value = roundBelow(longest / unit.metres);
  if (value === 0) return undefined;
  return { value, unit: unit.text, width: Math.round((value * unit.metres) / metresPerPixel) };
}

/** The denominator of the numeric scale to two significant digits: 4 800 000 in 1:4,800,000. OGC pixel of 0.28 mm. */
export function scaleDenominator(metresPerPixel: number): number {
  const exact = metresPerPixel / OGC_PIXEL_METRES;
  return exact > 0 && Number.isFinite(exact) ? Number(exact.toPrecision(2)) : 0;
}
