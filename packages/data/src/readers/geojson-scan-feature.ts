/** Good features, from bytes straight into columns. Whatever is not quite right is `ODD`, and read as JSON by somebody else. */
import { hashOf } from './byte-words.js';
import { patternOf, type Pattern } from './feature-pattern.js';
import type { FeatureReader } from './feature-reader.js';
import { GeometryMark } from './geometry-builder.js';
import { scanAlike } from './geojson-scan-alike.js';
import { GeometryBytes, scanGeometry } from './geojson-scan-geometry.js';
import { scanId, scanPlainCell } from './geojson-scan-values.js';
import { CUT, DONE, hasMore, literal, ODD, scanColon, scanName, scanString, scanWord, skipLiteral, skipSpace, skipValue, stuck, type State } from './json-bytes.js';
import { NESTED, type ScannedField, type ScannedFields, type ScannedIds } from './scanned-fields.js';
import { OUTSIDE, SILENT, verdictOf } from './swapped.js';

/** Bytes that a feature is taken to have before one is known, and at most. */
const LONG = 1024;
const LONGEST = 1 << 15;

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** After so many features in other ways in a row another pattern is learnt, so many times at most. */
const MOST_OTHERS = 4;
const MOST_LEARNT = 32;
/** More features in other ways than there can be are to come before another one is learnt. */
const NEVER = -(2 ** 30);

const NO_VIEW = new DataView(new ArrayBuffer(0));

export type ScanReader = FeatureReader<ScannedFields, ScannedIds>;

/** The bytes of a source, with the reader its features go to. */
export class FeatureBytes extends GeometryBytes {
  readonly reader: ScanReader;
  readonly mark = new GeometryMark();
  /** Where to begin again when more bytes have come. */
  start = 0;
  /** Features so far. */
  total = 0;
  /** The last feature is read, what follows it is not. */
  behind = false;
  /** The list of features has ended. */
  closed = false;
  /** A feature has been seen, so this is no list of records. */
  sure = false;
  /** Bytes of the longest feature so far, within limits. */
  longest: number;
  readonly ahead: number;
  /** How features are written; undefined while that is not known, or where each is written in another way. */
  pattern: Pattern | undefined;
  /** The bytes, to be looked at four at a time. */
  view: DataView;
  /** Features in a row that were written in other ways. */
  others = MOST_OTHERS;
  /** Patterns that were learnt so far. */
  learnt = 0;

  /** @param ahead A feature is begun when so many times the bytes of the longest one are there. */
  constructor(bytes: Uint8Array, end: number, last: boolean, reader: ScanReader, ahead: number) {
    super(bytes, end, last, reader.geometry);
    this.reader = reader;
    this.ahead = ahead;
    // Twice, as in `JsonBytes`.
    this.view = NO_VIEW;
    this.view = viewOf(bytes);
    this.longest = 0;
    this.longest = LONG;
  }

  /**
   * Whether the next feature is likely to be there as a whole. One that breaks off takes ways that no whole one takes, and the engine
   * throws away what it has compiled for those.
   */
  get roomy(): boolean {
    return this.last || this.end - this.at >= this.ahead * this.longest;
  }
}

const FEATURE = literal('"Feature"');
const TYPE = literal('"type"');
const GEOMETRY = literal('"geometry"');
const PROPERTIES = literal('"properties"');
const ID = literal('"id"');

const OTHER = 0;
const IS_TYPE = 1;
const IS_GEOMETRY = 2;
const IS_PROPERTIES = 4;
const IS_ID = 8;

/** Goes over the name of one of the four members that count, as they are mostly ordered. */
function scanMember(s: FeatureBytes): number {
  if (s.bytes[s.at] !== 34) skipSpace(s);
  if (skipLiteral(s, TYPE)) return IS_TYPE;
  if (skipLiteral(s, ID)) return IS_ID;
  if (skipLiteral(s, PROPERTIES)) return IS_PROPERTIES;
  return skipLiteral(s, GEOMETRY) ? IS_GEOMETRY : OTHER;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads features from `start` on, to a place at most or to the end of their list. */
export function scanFeatures(s: FeatureBytes, until: number): State {
  s.at = s.start;
  while (s.at < until && !s.closed) {
    if (!s.roomy) return CUT;
    if (s.behind) {
      s.closed = !hasMore(s, 93) && s.state === DONE;
      if (s.state !== DONE) return s.state;
      s.behind = false;
    } else {
      skipSpace(s);
      const from = s.at;
      let state = scanGood(s, from);
      if (state === DONE) s.sure = true;
      else if (state === ODD) {
        s.at = from;
        state = oddFeature(s);
      }
      if (state !== DONE) return state;
      if (s.at - from > s.longest) s.longest = Math.min(LONGEST, s.at - from);
      s.total++;
      s.behind = true;
    }
    s.start = s.at;
  }
  return DONE;
}

/** Reads a good feature: by the pattern of those before, or as it comes. */
function scanGood(s: FeatureBytes, from: number): State {
  if (s.pattern) {
    if (s.view.buffer !== s.bytes.buffer) s.view = viewOf(s.bytes);
    if (scanAlike(s, s.pattern)) {
      s.others = 0;
      return DONE;
    }
    s.at = from;
  }
  const state = scanFeature(s, s.total);
  if (state === DONE && ++s.others > MOST_OTHERS) learn(s, from);
  return state;
}

/** Learns how the feature that was just read is written; no more where each is written in another way, and to compare them is lost time. */
function learn(s: FeatureBytes, from: number): void {
  const more = s.learnt++ < MOST_LEARNT;
  s.pattern = more ? patternOf(s, from) : undefined;
  s.others = more ? 0 : NEVER;
}

/** Cuts a feature out and reads it as JSON. */
function oddFeature(s: FeatureBytes): State {
  const from = s.at;
  const state = skipValue(s);
  if (state !== DONE) return state;
  const feature = JSON.parse(decoder.decode(s.bytes.subarray(from, s.at))) as unknown;
  if (!s.sure && feature !== null) {
    if (typeof feature !== 'object' || (feature as { type?: unknown }).type !== 'Feature') return ODD;
    s.sure = true;
  }
  s.reader.add(feature, s.total);
  return DONE;
}

/** Reads a feature and adds it as a row; or leaves everything as it was. @param place Its number in the source. */
function scanFeature(s: FeatureBytes, place: number): State {
  const { reader, mark } = s;
  const row = reader.places.length;
  mark.set(reader.geometry);
  let state = scanMembers(s, row);
  const verdict = reader.degrees ? verdictOf(s.maxX, s.maxY) : SILENT;
  if (state === DONE && verdict === OUTSIDE) state = ODD;
  if (state === DONE) {
    reader.verdicts.push(verdict);
    reader.places.push(place);
    return DONE;
  }
  reader.geometry.takeBack(mark);
  reader.fields.takeBack(row);
  reader.ids.takeBack(row);
  return state;
}

function scanMembers(s: FeatureBytes, row: number): State {
  if (s.bytes[s.at] !== 123) return stuck(s);
  s.at++;
  let seen = 0;
  do {
    const member = scanMember(s);
    if ((seen & member) !== 0) return ODD;
    seen |= member;
    let state = member === OTHER ? scanName(s) : scanColon(s);
    if (state !== DONE) return state;
    if (member === IS_TYPE) state = skipLiteral(s, FEATURE) ? DONE : stuck(s);
    else if (member === IS_GEOMETRY) state = scanGeometry(s);
    else if (member === IS_PROPERTIES) state = scanProperties(s, row);
    else if (member === IS_ID) state = scanId(s, s.reader.ids, row);
    else state = s.escaped ? ODD : skipValue(s);
    if (state !== DONE) return state;
  } while (hasMore(s, 125));
  const whole = (seen & IS_TYPE) !== 0 && (seen & IS_GEOMETRY) !== 0;
  return s.state === DONE && !whole ? ODD : s.state;
}

function scanProperties(s: FeatureBytes, row: number): State {
  const c = s.bytes[s.at];
  if (c === 110) return scanWord(s);
  if (c !== 123) return stuck(s);
  s.at++;
  if (skipSpace(s) === 125) {
    s.at++;
    return DONE;
  }
  let place = 0;
  do {
    const field = nextField(s, place, row);
    if (!field) return s.state;
    // Twice the same name: the last one counts, which JSON.parse knows.
    if (field.lastRow === row) return ODD;
    const state = scanCell(s, field, row);
    if (state !== DONE) return state;
    place = field.place + 1;
  } while (hasMore(s, 125));
  return s.state;
}

/** The field of the next property, mostly the one that came next before. Goes to the value; undefined, and `state`, if it cannot. */
function nextField(s: FeatureBytes, place: number, row: number): ScannedField | undefined {
  let c = s.bytes[s.at] as number;
  if (c <= 32) c = skipSpace(s);
  const { fields } = s.reader;
  let field = fields.fields[place];
  if (c === 34 && field && isNamed(s, field)) s.at += (field.key as Uint8Array).length + 2;
  else {
    const known = fields.fields.length;
    s.state = c === 34 ? DONE : stuck(s);
    s.at++;
    if (s.state === DONE) s.state = scanString(s);
    if (s.state === DONE && s.escaped) s.state = ODD;
    if (s.state !== DONE) return undefined;
    field = fields.field(s.bytes, s.from, s.to, s.hash, row);
    // Names of digits come first in an object, whatever their place in the source.
    if (field.place === known && /^\d+$/.test(field.name)) {
      s.state = ODD;
      return undefined;
    }
  }
  s.state = scanColon(s);
  return s.state === DONE ? field : undefined;
}

function isNamed(s: FeatureBytes, { key }: ScannedField): boolean {
  if (!key) return false;
  const { bytes } = s;
  const { length } = key;
  const from = s.at + 1;
  if (bytes[from + length] !== 34) return false;
  for (let i = 0; i < length; i++) if (bytes[from + i] !== key[i]) return false;
  return true;
}

function scanCell(s: FeatureBytes, field: ScannedField, row: number): State {
  const c = s.bytes[s.at] as number;
  if (c !== 123 && c !== 91) return scanPlainCell(s, field, row);
  const from = s.at;
  const state = skipValue(s);
  if (state === DONE) field.set(row, NESTED, field.words.add(s.bytes, from, s.at, hashOf(s.bytes, from, s.at), row));
  return state;
}
