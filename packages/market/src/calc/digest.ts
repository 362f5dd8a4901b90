/** Bytes that are the same everywhere, and their digests. No secure context is needed, and nothing is left to chance. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { YztError } from '@yizhangtu/base/errors';
import type { Steps } from '@yizhangtu/data/steps';

/** What has one form as text: objects of texts, whole numbers, true, false, null and lists. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain | undefined };

/**
 * JSON in its one form (RFC 8785): names in order of their UTF-16 units, no spaces, nothing where a value is undefined.
 * @throws YztError `bad-argument` for numbers that are not whole, or too large to be exact: their text depends on who writes it.
 */
export function canonicalText(value: Plain): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new YztError('bad-argument', { zh: `数值 ${value} 不是整数，不能保证各处写法一致。请换成整数（例如万分数）或文字。`, en: `The number ${value} is not whole, and is not written the same everywhere. Use whole numbers, such as parts of ten thousand, or text.` });
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly Plain[]).map(canonicalText).join(',')}]`;
  const entries = Object.entries(value as Readonly<Record<string, Plain | undefined>>).filter((entry): entry is [string, Plain] => entry[1] !== undefined);
  return `{${entries.sort(([a], [b]) => byUnits(a, b)).map(([name, one]) => `${JSON.stringify(name)}:${canonicalText(one)}`).join(',')}}`;
}

/** Order of UTF-16 units, the same in every language. */
export function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** SHA-256 (FIPS 180-4) of a text in UTF-8, 64 hexadecimal digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 of the one form of a list, worked out one by one: the same as that of its whole text. Yields the part done, 0 to 1. */
export function* listHashSteps(list: readonly Plain[]): Steps<string> {
  const state = sha256.create().update(utf8ToBytes('['));
  for (const [at, one] of list.entries()) {
    state.update(utf8ToBytes((at > 0 ? ',' : '') + canonicalText(one)));
    yield at / list.length;
  }
  return bytesToHex(state.update(utf8ToBytes(']')).digest());
}

/**
 * HMAC-SHA-256 (RFC 2104) of texts in UTF-8 with one key. What the key and a common beginning decide is worked out once, and one state is used again
 * and again: a draw asks for some hundred thousand.
 * @param key Hexadecimal.
 * @param start How all messages begin.
 */
export function hmacWith(key: string, start = ''): (rest: Uint8Array) => string {
  const begun = hmac.create(sha256, hexToBytes(key)).update(utf8ToBytes(start));
  const state = begun.clone();
  const digest = new Uint8Array(sha256.outputLen);
  return (rest) => {
    begun._cloneInto(state).update(rest).digestInto(digest);
    return bytesToHex(digest);
  };
}

/** A text in UTF-8. */
export const utf8: (text: string) => Uint8Array = utf8ToBytes;

/** HMAC-SHA-256 of one text. @param key Hexadecimal. */
export function hmacHex(key: string, text: string): string {
  return hmacWith(key)(utf8(text));
}
