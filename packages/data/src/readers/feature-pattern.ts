/** How a source writes its features: what stands between their values, which is the same bytes in feature after feature. */
import type { FeatureBytes } from './geojson-scan-feature.js';
import { DONE, hasMore, isWord, literal, scanName, skipLiteral, skipSpace, skipValue } from './json-bytes.js';
import type { ScannedField } from './scanned-fields.js';

/** What a value is: a cell of a field, the id, a coordinate, or a number that is left out. */
export const CELL = 0;
export const ID = 1;
export const X = 2;
export const Y = 3;
export const HEIGHT = 4;

const TYPE = literal('type');
const IS_ID = literal('id');
const PROPERTIES = literal('properties');
const GEOMETRY = literal('geometry');
const COORDINATES = literal('coordinates');
const IS_POINT = literal('"Point"');

/** Features that are points, written alike. */
export interface Pattern {
  /** Bytes of each stretch: one before each value, and one behind the last. */
  readonly lengths: Int32Array;
  /** The stretches in words of four bytes, the last of each with some bytes of the one before it. A shorter stretch has its bytes in one word. */
  readonly words: Int32Array;
  /** Where the words of each stretch end. */
  readonly ends: Int32Array;
  /** What each value is. */
  readonly kinds: Uint8Array;
  /** The field of each cell. */
  readonly fields: readonly (ScannedField | undefined)[];
}

class PatternBuilder {
  readonly #s: FeatureBytes;
  readonly #lengths: number[] = [];
  readonly #words: number[] = [];
  readonly #ends: number[] = [];
  readonly #kinds: number[] = [];
  readonly #fields: (ScannedField | undefined)[] = [];
  /** What comes next is not in the pattern yet. */
  #from: number;

  constructor(s: FeatureBytes, from: number) {
    this.#s = s;
    this.#from = from;
  }

  /** Goes over a value. False if there is none that a pattern can have. */
  value(kind: number, field?: ScannedField): boolean {
    const s = this.#s;
    const c = skipSpace(s);
    if (c === 123 || c === 91) return false;
    this.#stretch(s.at);
    this.#kinds.push(kind);
    this.#fields.push(field);
    const state = skipValue(s);
    this.#from = s.at;
    return state === DONE;
  }

  /** The pattern of a feature that ends here. */
  build(end: number): Pattern | undefined {
    this.#stretch(end);
    const kinds = Uint8Array.from(this.#kinds);
    if (!kinds.includes(Y)) return undefined;
    return { lengths: Int32Array.from(this.#lengths), words: Int32Array.from(this.#words), ends: Int32Array.from(this.#ends), kinds, fields: this.#fields };
  }

  #stretch(to: number): void {
    const { bytes } = this.#s;
    const from = this.#from;
    const length = to - from;
    for (let i = 0; i < length; i += 4) this.#words.push(wordAt(bytes, i + 4 <= length ? from + i : Math.max(from, to - 4), to));
    this.#lengths.push(length);
    this.#ends.push(this.#words.length);
  }
}

/** Four bytes from a place on, those from `end` on as zeros. */
function wordAt(bytes: Uint8Array, from: number, end: number): number {
  let word = 0;
  for (let i = 3; i >= 0; i--) word = (word << 8) | (from + i < end ? (bytes[from + i] as number) : 0);
  return word;
}

/** The pattern of the feature that was just read, from `from` on; undefined for one that has none. The place stays where it is. */
export function patternOf(s: FeatureBytes, from: number): Pattern | undefined {
  const end = s.at;
  const builder = new PatternBuilder(s, from);
  s.at = from;
  const alike = eachMember(s, () => {
    if (isWord(s, TYPE)) return skipValue(s) === DONE;
    if (isWord(s, IS_ID)) return builder.value(ID);
    if (isWord(s, PROPERTIES)) return properties(s, builder);
    return isWord(s, GEOMETRY) && point(s, builder);
  });
  s.at = end;
  return alike ? builder.build(end) : undefined;
}

/** Goes through an object; false where a member says so. */
function eachMember(s: FeatureBytes, take: () => boolean): boolean {
  if (skipSpace(s) !== 123) return false;
  s.at++;
  if (skipSpace(s) === 125) {
    s.at++;
    return true;
  }
  do if (scanName(s) !== DONE || !take()) return false;
  while (hasMore(s, 125));
  return s.state === DONE;
}

function properties(s: FeatureBytes, builder: PatternBuilder): boolean {
  // Nothing where an object could be.
  if (s.bytes[s.at] === 110) return skipValue(s) === DONE;
  const { fields } = s.reader;
  return eachMember(s, () => builder.value(CELL, fields.field(s.bytes, s.from, s.to, s.hash, s.reader.rowCount - 1)));
}

function point(s: FeatureBytes, builder: PatternBuilder): boolean {
  return eachMember(s, () => {
    if (isWord(s, TYPE)) return skipLiteral(s, IS_POINT);
    return isWord(s, COORDINATES) && position(s, builder);
  });
}

function position(s: FeatureBytes, builder: PatternBuilder): boolean {
  if (s.bytes[s.at] !== 91) return false;
  s.at++;
  let kind = X;
  do if (!builder.value(kind < HEIGHT ? kind++ : HEIGHT)) return false;
  while (hasMore(s, 93));
  return s.state === DONE;
}
