/** Zones of the two datums that surveying in China used before CGCS2000. They are divided as CGCS2000 is and lie on other ellipsoids. */
import { normalCode, zoneNumbers, zoneWith, type Zone } from '../crs/cgcs2000-zones.js';
import type { Ellipsoid } from '../crs/gauss-kruger.js';

/** 1980 西安坐标系 and 1954 年北京坐标系. */
export type OldDatum = 'xian80' | 'beijing54';

/** A Gauss–Krüger zone of an old datum. */
export interface OldZone extends Zone {
  readonly datum: OldDatum;
}

interface DatumFacts {
  readonly label: { readonly zh: string; readonly en: string };
  /** EPSG code of its degrees. */
  readonly degrees: string;
  readonly ellipsoid: Ellipsoid;
  /** Width of the zones, whether the easting begins with the number, and what turns the number into an EPSG code. */
  readonly series: readonly (readonly [width: 3 | 6, prefixed: boolean, base: number])[];
}

/** Ellipsoids: EPSG:7049 (IAG 1975) and EPSG:7024 (Krassowsky 1940). Codes as in the EPSG registry; 21473–21483 are deprecated there and the same as 21453–21463. */
export const OLD_DATUMS: Readonly<Record<OldDatum, DatumFacts>> = {
  xian80: {
    label: { zh: '1980 西安坐标系', en: 'Xian 1980' },
    degrees: 'EPSG:4610',
    ellipsoid: { radius: 6378140, flattening: 1 / 298.257 },
    series: [[6, true, 2314], [6, false, 2325], [3, true, 2324], [3, false, 2345]],
  },
  beijing54: {
    label: { zh: '1954 年北京坐标系', en: 'Beijing 1954' },
    degrees: 'EPSG:4214',
    ellipsoid: { radius: 6378245, flattening: 1 / 298.3 },
    series: [[3, true, 2376], [3, false, 2397], [6, true, 21400], [6, false, 21440], [6, false, 21460]],
  },
};

const NAMES: Readonly<Record<OldDatum, string>> = { xian80: 'Xian80', beijing54: 'Beijing54' };

function zonesOf(datum: OldDatum): OldZone[] {
  return OLD_DATUMS[datum].series.flatMap(([width, prefixed, base]) => {
    const [first, last] = zoneNumbers(width);
    return Array.from({ length: last - first + 1 }, (_, i): OldZone => ({ ...zoneWith(NAMES[datum], width, first + i, prefixed, base + first + i), datum }));
  });
}

/** All zones of the old datums: EPSG:2327–2390, 2401–2442, 21413–21423, 21453–21463 and 21473–21483. */
export const OLD_ZONES: readonly OldZone[] = [...zonesOf('xian80'), ...zonesOf('beijing54')];

const byCode = new Map(OLD_ZONES.map((zone) => [zone.code, zone]));

/** The zone of an old datum that a code names, in any of its forms; undefined for other coordinate systems. */
export function oldZoneOf(code: string | number): OldZone | undefined {
  return byCode.get(normalCode(code));
}
