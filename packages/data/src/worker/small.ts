/** Which sources may be read on the page. Apart from the reading, because it is asked before a worker is started. */
import type { ReadOptions } from '../readers/types.js';

/** Bytes up to which a source is read on the page, if no worker runs. */
export const SMALL_SOURCE = 1_500_000;
/** A server that compresses says how many bytes cross the line; GeoJSON is at least so many times larger. */
const PACKED = 4;
/** Endings of addresses of other formats. */
const OTHER = /\.(?:csv|tsv|txt|wkt|wkb|yztc|fgb|zip|xlsx|(?:geo)?parquet|shp|km[lz]|gpx)$/i;

/** Whether a source may turn out to be small GeoJSON, as far as is known before its bytes come. */
export function mayBeSmall({ format, encoding }: ReadOptions, url: string | undefined): boolean {
  if (url === undefined || OTHER.test(url.replace(/[?#].*$/, ''))) return false;
  return (format === undefined || format === 'geojson') && (encoding === undefined || /^utf-?8$/i.test(encoding));
}

/** Bytes of an answer, at least, by its headers; 0 if they do not say. */
export function leastBytes({ headers }: Response): number {
  const length = Number(headers.get('content-length') ?? 0) || 0;
  return headers.has('content-encoding') ? PACKED * length : length;
}
