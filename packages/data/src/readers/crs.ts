/** Coordinate systems a source may name. Degrees on WGS 84 and CGCS2000 differ by centimetres and are read as they are. */

const DEGREES = new Set(['4326', '4490', '4979', 'CRS84', 'CRS84h', '4258', '4269', '4555']);
const MERCATOR = new Set(['900913', '102100', '102113', '3785']);

/** `EPSG:4549` of any spelling: `urn:ogc:def:crs:EPSG::4549`, `http://www.opengis.net/def/crs/EPSG/0/4549`, `epsg:4549`. */
export function crsCode(name: string): string {
  const code = /(?:CRS84h?|\d{3,6})$/i.exec(name.trim())?.[0];
  if (!code) return name.trim();
  if (/^crs84/i.test(code)) return 'CRS84';
  return `EPSG:${MERCATOR.has(code) ? '3857' : code}`;
}

/** True for systems whose coordinates are longitude and latitude in degrees. */
export function isDegrees(name: string): boolean {
  return DEGREES.has(crsCode(name).replace('EPSG:', ''));
}

/** The name in the member `crs` of an old GeoJSON (2008); undefined for none, or for one that says nothing. */
export function crsMember(member: unknown): string | undefined {
  if (typeof member === 'string') return member;
  if (typeof member !== 'object' || member === null) return undefined;
  const { properties } = member as { properties?: unknown };
  if (typeof properties !== 'object' || properties === null) return undefined;
  const { name, code, href } = properties as Record<string, unknown>;
  for (const word of [name, code, href]) if (typeof word === 'string' || typeof word === 'number') return String(word);
  return undefined;
}
