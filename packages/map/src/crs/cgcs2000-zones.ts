import { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { toGaussKruger } from './gauss-kruger.js';

/** A CGCS2000 Gauss–Krüger zone (高斯-克吕格分带). */
export interface Zone {
  /** `EPSG:4549`. */
  readonly code: string;
  /** Width of the zone in degrees: 三度带 or 六度带. */
  readonly width: 3 | 6;
  /** 25–45 (3°) or 13–23 (6°). */
  readonly number: number;
  /** Degrees east. */
  readonly centralMeridian: number;
  /** True when the easting begins with the zone number: 40 534 469.77 instead of 534 469.77. */
  readonly prefixed: boolean;
  /** Metres added to the easting. */
  readonly falseEasting: number;
  readonly label: Text;
  /** West and east edge in degrees. A place on the edge between two zones belongs to the eastern one. */
  readonly west: number;
  readonly east: number;
}

/** First and last zone number, and what turns a number into an EPSG code. Checked against the EPSG registry, all 64 codes. */
const SERIES = {
  3: { first: 25, last: 45, prefixed: 4488, meridian: 4509 },
  6: { first: 13, last: 23, prefixed: 4478, meridian: 4489 },
} as const;

/** A zone of any datum that is divided as CGCS2000 is. @param name Of the datum, as the label begins. */
export function zoneWith(name: string, width: 3 | 6, number: number, prefixed: boolean, code: number): Zone {
  const centralMeridian = width === 3 ? 3 * number : 6 * number - 3;
  const words = prefixed ? { zh: `第 ${number} 带`, en: `zone ${number}` } : { zh: `中央经线 ${centralMeridian}°`, en: `CM ${centralMeridian}E` };
  return {
    code: `EPSG:${code}`,
    width,
    number,
    centralMeridian,
    prefixed,
    falseEasting: prefixed ? number * 1e6 + 500_000 : 500_000,
    label: { zh: `${name} ${width} 度带 ${words.zh}`, en: `${name} ${width}-degree Gauss-Kruger ${words.en}` },
    west: centralMeridian - width / 2,
    east: centralMeridian + width / 2,
  };
}

function build(width: 3 | 6, number: number, prefixed: boolean): Zone {
  const series = SERIES[width];
  return zoneWith('CGCS2000', width, number, prefixed, (prefixed ? series.prefixed : series.meridian) + number);
}

/** First and last number of the zones of a width. */
export function zoneNumbers(width: 3 | 6): readonly [first: number, last: number] {
  return [SERIES[width].first, SERIES[width].last];
}

function all(): Zone[] {
  const zones: Zone[] = [];
  for (const width of [3, 6] as const) {
    const [first, last] = zoneNumbers(width);
    for (const prefixed of [true, false]) for (let n = first; n <= last; n++) zones.push(build(width, n, prefixed));
  }
  return zones;
}

/** All 64 zones: EPSG:4491–4554. */
export const ZONES: readonly Zone[] = all();

const byCode = new Map(ZONES.map((zone) => [zone.code, zone]));

/**
 * A coordinate system's name in the form `EPSG:4549`. Understands a bare number, any case, and the URN and URL forms of OGC services;
 * other names come back as they are.
 */
export function normalCode(code: string | number): string {
  const text = String(code).trim();
  const hit = /^(?:epsg:|(?:urn:(?:x-)?ogc:def:crs:epsg:[\d.]*:)|(?:https?:\/\/www\.opengis\.net\/(?:def\/crs\/epsg\/[\d.]+\/|gml\/srs\/epsg\.xml#)))?(\d{4,6})$/i.exec(text);
  return hit ? `EPSG:${hit[1]}` : text;
}

/** The zone a code names, in any of its forms; undefined for other coordinate systems. */
export function zoneOf(code: string | number): Zone | undefined {
  return byCode.get(normalCode(code));
}

/**
 * The zone that a longitude lies in.
 * @param lon Degrees, 73.5–136.5 (3°) or 72–138 (6°): the zones of China.
 * @throws YztError `bad-argument` outside them.
 */
export function zoneAt(lon: number, width: 3 | 6 = 3, prefixed = false): Zone {
  const number = width === 3 ? Math.floor(lon / 3 + 0.5) : Math.floor(lon / 6) + 1;
  const { first, last } = SERIES[width];
  if (!(number >= first && number <= last)) {
    throw new YztError('bad-argument', {
      zh: `经度 ${lon} 不在 CGCS2000 ${width} 度带范围内。请给出中国境内的经度。`,
      en: `Longitude ${lon} lies in no CGCS2000 ${width}-degree zone. Give a longitude in China.`,
    });
  }
  return build(width, number, prefixed);
}

/** A zone as a proj4 definition, for code that works with proj4. */
export function proj4Definition(zone: Zone): string {
  return `+proj=tmerc +lat_0=0 +lon_0=${zone.centralMeridian} +k=1 +x_0=${zone.falseEasting} +y_0=0 +ellps=GRS80 +units=m +no_defs +type=crs`;
}

/** South and north end of the zones: 曾母暗沙 and 漠河, in whole degrees. */
export const ZONES_SOUTH = 3;
export const ZONES_NORTH = 54;

/**
 * The part of a zone's plane that is drawn, in metres: [west, south, east, north]. It reaches half a zone beyond each edge, so that
 * what lies across the edge of the city's zone is still on the map.
 */
export function zoneExtent(zone: Zone): [number, number, number, number] {
  const corner = (lon: number, lat: number) => toGaussKruger(lon, lat, zone.centralMeridian, zone.falseEasting);
  const [west, , east] = zoneWorldExtent(zone);
  // Meridians bend towards the pole: the plane is widest in the south and highest at its northern corners.
  return [corner(west, ZONES_SOUTH)[0], corner(zone.centralMeridian, ZONES_SOUTH)[1], corner(east, ZONES_SOUTH)[0], corner(east, ZONES_NORTH)[1]];
}

/** The same part in degrees. */
export function zoneWorldExtent(zone: Zone): [number, number, number, number] {
  return [zone.centralMeridian - zone.width, ZONES_SOUTH, zone.centralMeridian + zone.width, ZONES_NORTH];
}
