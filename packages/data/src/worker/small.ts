/** Which sources are read on the page. */
import type { ReadOptions } from '../readers/types.js';

/**
 * Bytes up to which GeoJSON is read on the page, in slices, instead of in a worker that is not there yet: to start one takes about as long
 * as to read this much.
 */
export const SMALL_SOURCE = 1_500_000;

const SPACES = [0x09, 0x0a, 0x0d, 0x20];
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** Whether bytes begin like JSON in an encoding that keeps ASCII; undefined while nothing but white space has come. */
export function beginsLikeJson(piece: Uint8Array): boolean | undefined {
  let at = BYTE_ORDER_MARK.every((byte, i) => piece[i] === byte) ? BYTE_ORDER_MARK.length : 0;
  while (at < piece.length && SPACES.includes(piece[at] as number)) at++;
  if (at === piece.length) return undefined;
  return piece[at] === 0x7b || piece[at] === 0x5b;
}

/** Whether a source may turn out to be small GeoJSON, as far as is known before its bytes come. */
export function mayBeSmall({ format }: ReadOptions, size: number): boolean {
  return (format === undefined || format === 'geojson') && size <= SMALL_SOURCE;
}
