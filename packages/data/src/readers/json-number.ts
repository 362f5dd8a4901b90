/** Numbers of JSON from bytes, to the doubles `JSON.parse` gives. */
import type { JsonBytes } from './json-bytes.js';

/** Powers of ten that a double holds exactly. */
const TEN = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
/** Integers below are exact. */
const EXACT = 2 ** 53;

/**
 * Reads a number: the double `JSON.parse` gives, to the last bit. NaN if there is none. Integer and decimals are added up apart, so that
 * they stay small integers; a quotient of two exact numbers is rounded once, as a correct reading is.
 */
export function scanNumber(s: JsonBytes): number {
  const { bytes, at: start } = s;
  let at = start;
  let c = bytes[at] as number;
  const negative = c === 45;
  if (negative) c = bytes[++at] as number;
  const first = at;
  let whole = 0;
  for (; c >= 48 && c <= 57; c = bytes[++at] as number) whole = whole * 10 + (c - 48);
  const digits = at - first;
  s.at = at;
  if (digits === 0 || (digits > 1 && bytes[first] === 48)) return Number.NaN;
  let part = 0;
  let decimals = 0;
  if (c === 46) {
    const dot = at;
    c = bytes[++at] as number;
    for (; c >= 48 && c <= 57; c = bytes[++at] as number) part = part * 10 + (c - 48);
    decimals = at - dot - 1;
    s.at = at;
    if (decimals === 0) return Number.NaN;
  }
  if (c === 101 || c === 69) return withExponent(s, start);
  let value = whole;
  if (decimals > 0) {
    if (decimals > 22) return numberOf(bytes, start, at);
    const power = TEN[decimals] as number;
    value = whole * power + part;
    if (value >= EXACT) return longNumber(bytes, start, at);
    value /= power;
  } else if (value >= EXACT) return numberOf(bytes, start, at);
  return negative ? -value : value;
}

function withExponent(s: JsonBytes, start: number): number {
  const { bytes } = s;
  let at = s.at + 1;
  if (bytes[at] === 43 || bytes[at] === 45) at++;
  const first = at;
  while ((bytes[at] as number) >= 48 && (bytes[at] as number) <= 57) at++;
  s.at = at;
  return at === first ? Number.NaN : numberOf(bytes, start, at);
}

function numberOf(bytes: Uint8Array, from: number, to: number): number {
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i] as number);
  return Number(text);
}

/** Cuts a double into two halves whose products are exact (Veltkamp). */
const SPLIT = 2 ** 27 + 1;

/** `a × b` is exactly `p` and this rest (Dekker 1971). */
function restOfProduct(a: number, b: number, p: number): number {
  const ta = SPLIT * a;
  const tb = SPLIT * b;
  const ah = ta - (ta - a);
  const bh = tb - (tb - b);
  const al = a - ah;
  const bl = b - bh;
  return al * bl - (p - ah * bh - al * bh - ah * bl);
}

/** Digits beyond the first so many are added up apart; together they stay exact. */
const HEAD = 15;
const TAIL = 5;
/** A quotient in two doubles is wrong by less than this part of it. */
const DOUBT = 2 ** -98;

/**
 * A number of 16 to 20 digits with decimals, as programs write that print every digit a double has. The digits are held in two doubles and
 * divided in two; only a result in doubt, close to the middle between two doubles, is read as text.
 */
function longNumber(bytes: Uint8Array, from: number, to: number): number {
  const negative = bytes[from] === 45;
  let head = 0;
  let tail = 0;
  let digits = 0;
  let tailDigits = 0;
  let dot = to;
  for (let i = negative ? from + 1 : from; i < to; i++) {
    const c = bytes[i] as number;
    if (c === 46) {
      dot = i;
      continue;
    }
    if (digits < HEAD) head = head * 10 + (c - 48);
    else {
      tail = tail * 10 + (c - 48);
      tailDigits++;
    }
    // Zeros in front are no digits.
    if (head > 0) digits++;
  }
  if (tailDigits > TAIL) return numberOf(bytes, from, to);
  const divisor = TEN[to - dot - 1] as number;
  const shift = TEN[tailDigits] as number;
  const product = head * shift;
  const low = restOfProduct(head, shift, product) + tail;
  const high = product + low;
  const rest = low - (high - product);
  const quotient = high / divisor;
  const back = quotient * divisor;
  const more = (high - back - restOfProduct(quotient, divisor, back) + rest) / divisor;
  const doubt = quotient * DOUBT;
  const value = quotient + (more - doubt);
  if (value !== quotient + (more + doubt)) return numberOf(bytes, from, to);
  return negative ? -value : value;
}
