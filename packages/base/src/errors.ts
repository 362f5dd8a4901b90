import { inWords, type Locale, type Text } from './locale.js';

/**
 * Every error code of the library. Each has a page `docs/errors/<code>.md`; a gate compares the two lists.
 */
export const ERROR_CODES = [
  'auth',
  'bad-archive',
  'bad-argument',
  'bad-attribute',
  'bad-csv',
  'bad-encoding',
  'bad-expression',
  'bad-flatgeobuf',
  'bad-geojson',
  'bad-geoparquet',
  'bad-geotiff',
  'bad-grid',
  'bad-json',
  'bad-packed',
  'bad-parcels',
  'bad-pmtiles',
  'bad-shapefile',
  'bad-state',
  'bad-topojson',
  'bad-wkt',
  'bad-workbook',
  'bad-world-file',
  'bad-xml',
  'blocked',
  'cancelled',
  'cors',
  'dataset-not-found',
  'duplicate-element',
  'empty-data',
  'features-skipped',
  'forbidden',
  'http-error',
  'layer-not-found',
  'map-not-found',
  'needs-rows',
  'network',
  'no-overviews',
  'no-ranges',
  'not-a-tile',
  'not-answerable',
  'not-exportable',
  'not-found',
  'not-json',
  'ol-mismatch',
  'query-failed',
  'quota',
  'render-failed',
  'service-exception',
  'timeout',
  'token',
  'too-many-groups',
  'unknown-crs',
  'unknown-field',
  'unknown-scheme',
  'web-page',
  'work-failed',
  'worker-unavailable',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** A failure with a stable code and a sentence a person can read, in Chinese and English. */
export class YztError extends Error {
  override readonly name = 'YztError';
  readonly code: ErrorCode;
  /** The sentence in both languages: what happened, the value, the remedy. Plain text, never markup. */
  readonly text: Text;
  /** What caused it, where something did. */
  override readonly cause?: unknown;

  constructor(code: ErrorCode, text: Text, options: { cause?: unknown } = {}) {
    super(`${text.zh} / ${text.en}`);
    this.code = code;
    this.text = text;
    this.cause = options.cause;
  }

  /** The sentence in one language. */
  in(locale: Locale): string {
    return inWords(this.text, locale);
  }
}

/** True for the error of an aborted fetch or task. Aborts are not errors and are never shown. */
export function isAbort(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'AbortError';
}

/** An unknown reason as a YztError: kept if it is one, wrapped with `code` otherwise. */
export function asYztError(reason: unknown, code: ErrorCode, text: Text): YztError {
  return reason instanceof YztError ? reason : new YztError(code, text, { cause: reason });
}
