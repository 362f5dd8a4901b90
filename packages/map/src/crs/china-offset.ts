import gcoord from 'gcoord';

/**
 * Coordinates as map apps in China show them: `gcj02` (高德, 腾讯), `bd09` (百度). `wgs84` stands for WGS 84 and CGCS2000, which are
 * the same to a few centimetres.
 */
export type ChinaDatum = 'wgs84' | 'gcj02' | 'bd09';

type LonLat = readonly [lon: number, lat: number];
type Datum = Parameters<typeof gcoord.transform>[1];

const DATUMS: Readonly<Record<ChinaDatum, Datum>> = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 };

/**
 * The same place in another of the three. Data in the library is always WGS 84 / CGCS2000; this is for the two hand-overs only:
 * out, when a place is given to an app (`wgs84` → `gcj02` for a 高德 navigation link), and in, when an app's place is taken over.
 * Outside the box 72.004–137.8347°E, 0.8293–55.8271°N nothing is shifted, so a track that leaves it jumps by some hundred metres.
 * In reverse exact to about 0.1 m, the accuracy of the iteration. Method: gcoord (MIT); the official offset is not public.
 */
export function shiftDatum([lon, lat]: LonLat, from: ChinaDatum, to: ChinaDatum): [lon: number, lat: number] {
  if (from === to || !Number.isFinite(lon) || !Number.isFinite(lat)) return [lon, lat];
  const [x, y] = gcoord.transform([lon, lat], DATUMS[from], DATUMS[to]);
  return [x, y];
}

/** A place of ours as 高德 and 腾讯 show it. */
export function toGcj02(lonLat: LonLat): [lon: number, lat: number] {
  return shiftDatum(lonLat, 'wgs84', 'gcj02');
}

/** A place from 高德 or 腾讯 as ours. */
export function fromGcj02(lonLat: LonLat): [lon: number, lat: number] {
  return shiftDatum(lonLat, 'gcj02', 'wgs84');
}

/** A place of ours as 百度 shows it. */
export function toBd09(lonLat: LonLat): [lon: number, lat: number] {
  return shiftDatum(lonLat, 'wgs84', 'bd09');
}

/** A place from 百度 as ours. */
export function fromBd09(lonLat: LonLat): [lon: number, lat: number] {
  return shiftDatum(lonLat, 'bd09', 'wgs84');
}
