/**
 * JSON as bytes: strings, numbers and whole values, read where they lie, without a string or an object for each. As strict as
 * `JSON.parse`: what it would refuse, and bytes that are no UTF-8, are never accepted here.
 */

import { scanNumber } from './json-number.js';

/** It is there and read. */
export const DONE = 0;
/** The bytes end too early; more may come. */
export const CUT = 1;
/** Not what was expected here: somebody else has to look at it. */
export const ODD = 2;

/** How far a step came: `DONE`, `CUT` or `ODD`. */
export type State = typeof DONE | typeof CUT | typeof ODD;

const NO_BYTES = new Uint8Array(0);

/** An escape or a character of four bytes may be cut off that far from the end. */
const LOOK_AHEAD = 8;

/**
 * Bytes and a place in them. Open fields, because the hot loops are functions beside it. Behind `end` the array holds zeros or nothing:
 * no loop needs to ask for the end, for neither a zero nor `undefined` goes on with anything.
 */
export class JsonBytes {
  bytes: Uint8Array;
  /** Bytes that are there. */
  end: number;
  /** True when no more will come. */
  last: boolean;
  at = 0;
  /** What the last step of a list came to. */
  state: State = DONE;
  /** The last string, without its quotes. */
  from = 0;
  to = 0;
  hash = 0;
  escaped = false;
  /** Brackets that are open in `skipValue`. */
  readonly open: number[] = [];

  /**
   * What changes only when more bytes come, or when a string has its first escape, is written twice here: an engine takes a field that was
   * written once for a constant, and would then throw away everything it has compiled.
   */
  constructor(bytes: Uint8Array, end = bytes.length, last = true) {
    this.bytes = NO_BYTES;
    this.end = -1;
    this.last = !last;
    this.extend(bytes, end, last);
    this.state = CUT;
    this.state = DONE;
    this.escaped = true;
    this.escaped = false;
  }

  /** More bytes are there. */
  extend(bytes: Uint8Array, end: number, last: boolean): void {
    this.bytes = bytes;
    this.end = end;
    this.last = last;
  }
}

/** The state of a step that cannot go on at a place. */
export function stuck(s: JsonBytes, at = s.at): State {
  return !s.last && at + LOOK_AHEAD > s.end ? CUT : ODD;
}

/** Goes to the next byte that is no white space, and gives it. */
export function skipSpace(s: JsonBytes): number {
  const { bytes } = s;
  let { at } = s;
  let c = bytes[at] as number;
  while (c === 32 || c === 10 || c === 13 || c === 9) c = bytes[++at] as number;
  s.at = at;
  return c;
}

/** Begin of a hash, and what each byte is multiplied with (FNV-1a). */
export const HASH = 0x811c9dc5 | 0;
export const HASH_STEP = 0x01000193;

/** Reads a string from behind its opening quote; `from`, `to`, `hash` and `escaped` tell of it. */
export function scanString(s: JsonBytes): State {
  const { bytes } = s;
  let { at } = s;
  let hash = HASH;
  s.from = at;
  s.escaped = false;
  for (;;) {
    const c = bytes[at] as number;
    if (c === 34) break;
    if (c >= 32 && c < 128 && c !== 92) {
      hash = Math.imul(hash ^ c, HASH_STEP);
      at++;
      continue;
    }
    const length = c === 92 ? escapeLength(bytes, at) : utf8Length(bytes, at);
    if (length === 0) return stuck(s, at);
    if (c === 92) s.escaped = true;
    for (const next = at + length; at < next; at++) hash = Math.imul(hash ^ (bytes[at] as number), HASH_STEP);
  }
  s.hash = hash;
  s.to = at;
  s.at = at + 1;
  return DONE;
}

function isHex(c: number): boolean {
  return (c >= 48 && c <= 57) || (c >= 65 && c <= 70) || (c >= 97 && c <= 102);
}

/** Bytes of an escape; 0 for none that JSON knows. */
function escapeLength(bytes: Uint8Array, at: number): number {
  const c = bytes[at + 1] as number;
  if (c === 117) {
    for (let i = 2; i < 6; i++) if (!isHex(bytes[at + i] as number)) return 0;
    return 6;
  }
  // " / \ b f n r t
  return c === 34 || c === 47 || c === 92 || c === 98 || c === 102 || c === 110 || c === 114 || c === 116 ? 2 : 0;
}

function isNext(c: number): boolean {
  return c >= 0x80 && c <= 0xbf;
}

/** Bytes of a character beyond ASCII; 0 if it is no UTF-8 (too long, a surrogate, beyond U+10FFFF, cut). */
function utf8Length(bytes: Uint8Array, at: number): number {
  const c = bytes[at] as number;
  const d = bytes[at + 1] as number;
  if (c >= 0xc2 && c <= 0xdf) return isNext(d) ? 2 : 0;
  if (c >= 0xe0 && c <= 0xef) {
    const good = c === 0xe0 ? d >= 0xa0 && d <= 0xbf : c === 0xed ? d >= 0x80 && d <= 0x9f : isNext(d);
    return good && isNext(bytes[at + 2] as number) ? 3 : 0;
  }
  if (c < 0xf0 || c > 0xf4) return 0;
  const good = c === 0xf0 ? d >= 0x90 && d <= 0xbf : c === 0xf4 ? d >= 0x80 && d <= 0x8f : isNext(d);
  return good && isNext(bytes[at + 2] as number) && isNext(bytes[at + 3] as number) ? 4 : 0;
}

const WORDS: readonly (readonly [first: number, bytes: readonly number[]])[] = ['true', 'false', 'null'].map((word) => [
  word.charCodeAt(0),
  [...word].map((letter) => letter.charCodeAt(0)),
]);

/** Reads `true`, `false` or `null`. */
export function scanWord(s: JsonBytes): State {
  const word = WORDS.find(([first]) => first === s.bytes[s.at])?.[1];
  if (!word) return stuck(s);
  for (let i = 1; i < word.length; i++) if (s.bytes[s.at + i] !== word[i]) return stuck(s);
  s.at += word.length;
  return DONE;
}

/** Reads the name of a member from its opening quote to behind the colon, and goes to its value. */
export function scanName(s: JsonBytes): State {
  if (s.bytes[s.at] !== 34 && skipSpace(s) !== 34) return stuck(s);
  s.at++;
  const state = scanString(s);
  return state === DONE ? scanColon(s) : state;
}

/** Text as bytes, to compare with. */
export function literal(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Goes over these very bytes if they come next. */
export function skipLiteral(s: JsonBytes, expected: Uint8Array): boolean {
  const { bytes, at } = s;
  const { length } = expected;
  for (let i = 0; i < length; i++) if (bytes[at + i] !== expected[i]) return false;
  s.at = at + length;
  return true;
}

/** True if the last string is this word. */
export function isWord(s: JsonBytes, word: Uint8Array): boolean {
  const { bytes, from } = s;
  const { length } = word;
  if (s.to - from !== length) return false;
  for (let i = 0; i < length; i++) if (bytes[from + i] !== word[i]) return false;
  return true;
}

/** Goes over a colon to the value behind it. */
export function scanColon(s: JsonBytes): State {
  if (s.bytes[s.at] !== 58 && skipSpace(s) !== 58) return stuck(s);
  s.at++;
  if ((s.bytes[s.at] as number) <= 32) skipSpace(s);
  return DONE;
}

/** Behind an item of a list or object: true if a comma follows, which is gone over; else `state` says whether it was the closing byte. */
export function hasMore(s: JsonBytes, closing: number): boolean {
  let c = s.bytes[s.at] as number;
  if (c <= 32) c = skipSpace(s);
  s.state = c === 44 || c === closing ? DONE : stuck(s);
  if (s.state === DONE) s.at++;
  return c === 44;
}

/** Goes over any value, however deep. */
export function skipValue(s: JsonBytes): State {
  const { open } = s;
  open.length = 0;
  for (;;) {
    let state = openValue(s);
    if (state !== DONE) return state;
    // What is closed here is one value more that has ended.
    for (;;) {
      const around = open[open.length - 1];
      if (around === undefined) return DONE;
      if (around < 0) {
        // Just opened, and not empty.
        open[open.length - 1] = -around;
        break;
      }
      if (hasMore(s, around)) break;
      if (s.state !== DONE) return s.state;
      open.pop();
    }
    if (open[open.length - 1] === 125) {
      state = scanName(s);
      if (state !== DONE) return state;
    }
  }
}

/** Goes over a plain value or an empty list or object; opens any other, as the negative of its closing byte. */
function openValue(s: JsonBytes): State {
  const c = skipSpace(s);
  if (c === 34) {
    s.at++;
    return scanString(s);
  }
  if (c !== 123 && c !== 91) {
    if (c !== 45 && !(c >= 48 && c <= 57)) return scanWord(s);
    return Number.isNaN(scanNumber(s)) ? stuck(s) : DONE;
  }
  s.at++;
  const closing = c + 2;
  if (skipSpace(s) === closing) s.at++;
  else s.open.push(-closing);
  return DONE;
}
