import { formatAngle } from '@yizhangtu/base/angles';
import { pageLocale, type Locale } from '@yizhangtu/base/locale';
import { formatNumber, NO_VALUE } from '@yizhangtu/base/number-format';
import { normalCode, zoneOf } from './cgcs2000-zones.js';
import { toGaussKruger } from './gauss-kruger.js';
import { unknownCrs } from './unknown-crs.js';

/** How a place is read out: decimal degrees, ° ′ ″, degrees and minutes, or metres in a CGCS2000 zone (`EPSG:4549`). */
export type CoordinateFormat = 'degrees' | 'dms' | 'minutes' | `EPSG:${number}`;

/** One of the two numbers of a place. */
export interface CoordinatePart {
  /** `X`, `Y`, or empty where the number says itself which it is. */
  readonly axis: string;
  readonly value: string;
  /** `北`, `东`, or empty. A number in a zone is never without it: X is north in Chinese surveying and east in most software. */
  readonly direction: string;
}

const ANGLES = {
  degrees: { style: 'decimal', digits: 6 },
  dms: { style: 'seconds', digits: 1 },
  minutes: { style: 'minutes', digits: 0 },
} as const;

function meters(value: number): string {
  return Number.isNaN(value) ? NO_VALUE : formatNumber(value, { digits: 2, grouping: 'space' });
}

/**
 * The two numbers of a place, in the order in which they are read: longitude before latitude, X (north) before Y (east).
 * @throws YztError `unknown-crs` for a coordinate system that is no CGCS2000 zone.
 */
export function coordinateParts(
  [lon, lat]: readonly [number, number],
  format: CoordinateFormat,
  locale: Locale = pageLocale(),
): [CoordinatePart, CoordinatePart] {
  if (format === 'degrees' || format === 'dms' || format === 'minutes') {
    const part = (angle: number, axis: 'lon' | 'lat') => ({ axis: '', value: formatAngle(angle, axis, ANGLES[format], locale), direction: '' });
    return [part(lon, 'lon'), part(lat, 'lat')];
  }
  const zone = zoneOf(format);
  if (!zone) throw unknownCrs(normalCode(format));
  const [east, north] = toGaussKruger(lon, lat, zone.centralMeridian, zone.falseEasting);
  const english = locale === 'en';
  return [
    { axis: 'X', value: meters(north), direction: english ? 'N' : '北' },
    { axis: 'Y', value: meters(east), direction: english ? 'E' : '东' },
  ];
}

/**
 * A place as one line: `E120.382600° N36.061800°`, `E120°22′57.4″ N36°03′42.5″`, `X 3 992 467.72 北 Y 534 469.77 东`.
 * @throws YztError `unknown-crs` for a coordinate system that is no CGCS2000 zone.
 */
export function coordinateText(lonLat: readonly [number, number], format: CoordinateFormat, locale: Locale = pageLocale()): string {
  return coordinateParts(lonLat, format, locale)
    .map(({ axis, value, direction }) => [axis, value, direction].filter((word) => word !== '').join(' '))
    .join(' ');
}
