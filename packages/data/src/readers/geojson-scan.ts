/**
 * GeoJSON from bytes as they come in, without `JSON.parse`: coordinates, numbers and words go straight into columns. A feature that is
 * not quite right is cut out, read as JSON and handed to the same reader as ever; a source that is not what it seems is left to
 * `JSON.parse` as a whole. Either way the table is the same.
 */
import { FeatureReader } from './feature-reader.js';
import { checkedCrs } from './geojson-root.js';
import { FeatureBytes, scanFeatures } from './geojson-scan-feature.js';
import { CUT, DONE, hasMore, isWord, JsonBytes, literal, ODD, scanName, skipSpace, skipValue, stuck, type State } from './json-bytes.js';
import { ScannedFields, ScannedIds, Unscannable } from './scanned-fields.js';
import type { RawTable, Reading, ReadOptions } from './types.js';

const FEATURES = literal('features');
const CRS = literal('crs');
/** White space before anything else is looked through so far, here and where formats are guessed. */
const MAX_BLANK = 900;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A feature is begun when so many times the bytes of the longest one so far are there. */
const AHEAD = 2;

/** Where a scan stands: before the features, among them, behind them, at the end, or given up. */
type Phase = 'head' | 'features' | 'tail' | 'end' | 'declined';

/** Reads a FeatureCollection as far as its bytes are there. */
export class GeoJsonScan {
  readonly #options: ReadOptions;
  readonly #ahead: number;
  #phase: Phase = 'head';
  /** Head and tail are read with this one, features with the one that has a reader. */
  #s: JsonBytes | FeatureBytes;
  /** Where to begin again when more bytes have come. */
  #start = 0;
  /** Bytes that must be there before the next attempt: a feature that is long is not tried with each of its chunks. */
  #needed = 1;
  #crs: string | undefined;
  #crsSeen = false;

  /**
   * @param bytes See `JsonBytes`.
   * @param ahead See `FeatureBytes`; 0 begins features that may not be there as a whole.
   */
  constructor(bytes: Uint8Array, end: number, last: boolean, options: ReadOptions, ahead = AHEAD) {
    this.#options = options;
    this.#ahead = ahead;
    this.#s = new JsonBytes(bytes, end, last);
    const { format, encoding } = options;
    if ((format !== undefined && format !== 'geojson') || (encoding !== undefined && !/^utf-?8$/i.test(encoding))) this.#phase = 'declined';
  }

  /** True if this is for `JSON.parse`. */
  get declined(): boolean {
    return this.#phase === 'declined';
  }

  /** Place it has come to. */
  get at(): number {
    return this.#start;
  }

  /** More bytes are there. */
  extend(bytes: Uint8Array, end: number, last: boolean): void {
    this.#s.extend(bytes, end, last);
  }

  /** Reads on, to a place at most. True if it got there and there is more; false if it waits for bytes, has ended or declined. */
  run(until: number): boolean {
    const s = this.#s;
    if (this.#phase === 'end' || this.declined || (!s.last && s.end < this.#needed)) return false;
    try {
      while (this.#start < until) if (!this.#step(until)) return false;
      return true;
    } catch (reason) {
      if (!(reason instanceof Unscannable)) throw reason;
      this.#phase = 'declined';
      return false;
    }
  }

  /** The rows so far; undefined while there are none, or none that can be shown yet. */
  preview(): RawTable | undefined {
    const s = this.#s;
    return s instanceof FeatureBytes && s.reader.rowCount > 0 && !this.declined ? s.reader.preview(s.total, this.#options, this.#crs) : undefined;
  }

  /** The table; undefined if it was declined. @throws YztError as the reader of JSON does. */
  finish(): RawTable | undefined {
    const s = this.#s;
    if (this.#phase !== 'end' || !(s instanceof FeatureBytes)) return undefined;
    return s.reader.finish(s.total, this.#options, this.#crs);
  }

  /** One step; false if there is nothing more to do for now. */
  #step(until: number): boolean {
    const s = this.#s;
    s.at = this.#start;
    let state: State;
    if (s instanceof FeatureBytes && this.#phase === 'features') {
      state = scanFeatures(s, until);
      this.#start = s.start;
      if (s.closed) this.#phase = 'tail';
    } else {
      state = this.#phase === 'head' ? this.#head() : this.#phase === 'tail' ? this.#tail() : ODD;
      if (state === DONE) this.#start = this.#s.at;
    }
    if (state === DONE) return this.#phase !== 'end';
    if (state === ODD) this.#phase = 'declined';
    else this.#needed = s.end + Math.max(1, s.end - this.#start);
    return false;
  }

  /** Everything up to the first feature. */
  #head(): State {
    const s = this.#s;
    const { bytes } = s;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) s.at = 3;
    if (skipSpace(s) !== 123 || s.at > MAX_BLANK) return stuck(s);
    s.at++;
    this.#crsSeen = false;
    do {
      const state = scanName(s);
      if (state !== DONE) return state;
      if (!s.escaped && isWord(s, FEATURES)) return this.#begin();
      const member = this.#member();
      if (member !== DONE) return member;
    } while (hasMore(s, 125));
    // An object without features.
    return s.state === DONE ? ODD : s.state;
  }

  /** Goes over a member of the collection beside `features`. */
  #member(): State {
    const s = this.#s;
    if (s.escaped || isWord(s, FEATURES)) return ODD;
    const isCrs = isWord(s, CRS);
    const from = s.at;
    const state = skipValue(s);
    if (state !== DONE || !isCrs) return state;
    if (this.#crsSeen) return ODD;
    this.#crsSeen = true;
    return this.#checkCrs(JSON.parse(decoder.decode(s.bytes.subarray(from, s.at)))) ? DONE : ODD;
  }

  /** False if what a source says of its system changes how it is read, or forbids it: then it is read as a whole. */
  #checkCrs(member: unknown): boolean {
    try {
      const crs = checkedCrs({ crs: member }, this.#options);
      if (this.#phase === 'tail') return crs === this.#crs;
      this.#crs = crs;
      return true;
    } catch {
      return false;
    }
  }

  /** Goes into the list of features. */
  #begin(): State {
    const s = this.#s;
    if (s.bytes[s.at] !== 91) return stuck(s);
    s.at++;
    const c = skipSpace(s);
    if (c === undefined || s.at >= s.end) return stuck(s);
    if (!this.#crsSeen && !this.#checkCrs(undefined)) return ODD;
    const reader = new FeatureReader(this.#crs === undefined, new ScannedFields(), new ScannedIds());
    const next = new FeatureBytes(s.bytes, s.end, s.last, reader, this.#ahead);
    next.at = c === 93 ? s.at + 1 : s.at;
    this.#s = next;
    next.start = next.at;
    this.#phase = c === 93 ? 'tail' : 'features';
    return DONE;
  }

  /** Everything behind the features. */
  #tail(): State {
    const s = this.#s;
    const seen = this.#crsSeen;
    while (hasMore(s, 125)) {
      let state = scanName(s);
      if (state === DONE) state = this.#member();
      if (state !== DONE) {
        this.#crsSeen = seen;
        return state;
      }
    }
    if (s.state !== DONE) {
      this.#crsSeen = seen;
      return s.state;
    }
    skipSpace(s);
    if (s.at < s.end || !s.last) {
      this.#crsSeen = seen;
      return s.at < s.end ? ODD : CUT;
    }
    this.#phase = 'end';
    return DONE;
  }
}

/** Bytes between two pauses. */
const SLICE = 1 << 18;

/** Reads GeoJSON from bytes that are all there; undefined if they are for `JSON.parse`. */
export function* scanGeoJson(buffer: ArrayBuffer, options: ReadOptions): Reading<RawTable | undefined> {
  const scan = new GeoJsonScan(new Uint8Array(buffer), buffer.byteLength, true, options);
  while (scan.run(scan.at + SLICE)) yield scan.at / buffer.byteLength;
  return scan.finish();
}
