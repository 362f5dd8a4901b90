import { pageLocale, type Locale } from './locale.js';
import { NO_VALUE } from './number-format.js';

/** Lowest wind speed of each force 0–17, in m/s. GB/T 28591-2012 风力等级, table 1. */
const FORCE_FROM = [0, 0.3, 1.6, 3.4, 5.5, 8.0, 10.8, 13.9, 17.2, 20.8, 24.5, 28.5, 32.7, 37.0, 41.5, 46.2, 51.0, 56.1];
/** Highest speed of force 17; above it a bulletin says 17级以上. */
const FORCE_17_TO = 61.2;

/**
 * Wind force 0–17 of a speed, after GB/T 28591-2012; NaN for no speed. The table is given to 0.1 m/s, so the speed is rounded first.
 * @param metersPerSecond Two- or ten-minute mean, ≥ 0.
 */
export function beaufortNumber(metersPerSecond: number): number {
  if (!(metersPerSecond >= 0)) return NaN;
  const tenths = Math.round(metersPerSecond * 10);
  let force = 0;
  for (const [level, from] of FORCE_FROM.entries()) if (tenths >= Math.round(from * 10)) force = level;
  return force;
}

/** Wind force in words: `6级`, `17级以上`; in English `force 6`. */
export function beaufortText(metersPerSecond: number, locale: Locale = pageLocale()): string {
  const force = beaufortNumber(metersPerSecond);
  if (Number.isNaN(force)) return NO_VALUE;
  const above = Math.round(metersPerSecond * 10) > Math.round(FORCE_17_TO * 10);
  if (locale === 'en') return above ? 'above force 17' : `force ${force}`;
  return above ? '17级以上' : `${force}级`;
}
