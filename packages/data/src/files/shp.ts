/** Shapes of a `.shp` file (ESRI white paper of 1998), record by record. Lengths and counts are checked against the bytes that are there. */
import { closedRing } from '../readers/closed-ring.js';
import { LINE, POINT, POLYGON } from '../readers/geometry-builder.js';
import type { NoteName } from '../readers/notes.js';
import type { ShapeOrReason } from '../readers/geojson-geometry.js';
import { groupRings } from '../readers/ring-groups.js';

const CODE = 9994;
const HEAD = 100;
const RECORD_HEAD = 8;
/** Values below it stand for «no data» in Z and M, and in coordinates for an empty point. */
const NO_DATA = -1e38;

/** What the types of shapes are, Z and M left out: 1, 11 and 21 are points. */
const POINTS = 1;
const LINES = 3;
const POLYGONS = 5;
const MULTIPOINT = 8;

/** A file of shapes. */
export class Shp {
  readonly #view: DataView;
  /** Where the next record begins. */
  #at = HEAD;
  #mended = new Set<NoteName>();

  /** @throws RangeError for what is no such file. */
  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (this.#view.getInt32(0) !== CODE) throw new RangeError('code');
    if (this.#view.byteLength < HEAD) throw new RangeError('head');
  }

  /** True while there are more records. */
  get more(): boolean {
    return this.#at + RECORD_HEAD <= this.#view.byteLength;
  }

  /** Part of the file that is read. */
  get part(): number {
    return this.#at / this.#view.byteLength;
  }

  /** The next shape. @throws RangeError if the file ends within it, or it says what cannot be. */
  next(): ShapeOrReason {
    const from = this.#at + RECORD_HEAD;
    const length = 2 * this.#view.getInt32(this.#at + 4);
    const to = from + length;
    if (length < 4 || to > this.#view.byteLength) throw new RangeError('record');
    this.#at = to;
    this.#mended = new Set();
    return this.#shape(from, to);
  }

  #shape(at: number, to: number): ShapeOrReason {
    const type = this.#view.getInt32(at, true);
    if (type === 0) return 'none';
    if (type < 0 || type > 28) return 'unknown-geometry';
    const kind = type % 10;
    if (kind === POINTS) return this.#point(at + 4);
    if (kind === MULTIPOINT) return this.#multiPoint(at, to);
    return kind === LINES || kind === POLYGONS ? this.#parts(at, to, kind) : 'unknown-geometry';
  }

  #point(at: number): ShapeOrReason {
    const x = this.#view.getFloat64(at, true);
    const y = this.#view.getFloat64(at + 8, true);
    if (x < NO_DATA || y < NO_DATA || (Number.isNaN(x) && Number.isNaN(y))) return 'none';
    if (!Number.isFinite(x) || !Number.isFinite(y)) return 'bad-coordinates';
    return { type: POINT, parts: [[Float64Array.of(x, y)]], mended: this.#mended };
  }

  #multiPoint(at: number, to: number): ShapeOrReason {
    const count = this.#count(at + 36, at + 40, to, 16);
    const numbers = this.#numbers(at + 40, 0, count);
    if (numbers.length === 0) return count === 0 ? 'none' : 'bad-coordinates';
    const parts = Array.from({ length: numbers.length / 2 }, (_, i) => [numbers.subarray(2 * i, 2 * i + 2)]);
    return { type: POINT, parts, mended: this.#mended };
  }

  #parts(at: number, to: number, kind: number): ShapeOrReason {
    const view = this.#view;
    const partCount = this.#count(at + 36, at + 44, to, 4);
    const points = at + 44 + 4 * partCount;
    const pointCount = this.#count(at + 40, points, to, 16);
    if (partCount === 0 || pointCount === 0) return 'none';
    const lines: Float64Array[] = [];
    for (let part = 0; part < partCount; part++) {
      const from = view.getInt32(at + 44 + 4 * part, true);
      const end = part + 1 < partCount ? view.getInt32(at + 48 + 4 * part, true) : pointCount;
      if (from < 0 || end < from || end > pointCount) throw new RangeError('parts');
      lines.push(this.#numbers(points, from, end));
    }
    return kind === LINES ? this.#lines(lines) : this.#polygons(lines);
  }

  #lines(lines: readonly Float64Array[]): ShapeOrReason {
    const good = lines.filter((line) => line.length >= 4);
    return good.length > 0 ? { type: LINE, parts: good.map((line) => [line]), mended: this.#mended } : this.#reason();
  }

  #polygons(rings: readonly Float64Array[]): ShapeOrReason {
    const good: Float64Array[] = [];
    for (const ring of rings) {
      const whole = this.#closed(ring);
      if (whole.length >= 8) good.push(whole);
      else this.#mended.add('ring-dropped');
    }
    return good.length > 0 ? { type: POLYGON, parts: groupRings(good), mended: this.#mended } : this.#reason();
  }

  #reason(): NoteName {
    return this.#mended.has('bad-position') ? 'bad-coordinates' : 'bad-geometry';
  }

  #closed(ring: Float64Array): Float64Array {
    const whole = closedRing(ring);
    if (whole !== ring) this.#mended.add('ring-closed');
    return whole;
  }

  /** A count that the bytes of the record can hold. */
  #count(at: number, from: number, to: number, size: number): number {
    const count = this.#view.getInt32(at, true);
    if (count < 0 || from + size * count > to) throw new RangeError('count');
    return count;
  }

  /** Vertices `from` to `to` of a list, without those that are no numbers. */
  #numbers(points: number, from: number, to: number): Float64Array {
    const view = this.#view;
    const numbers = new Float64Array(2 * (to - from));
    let length = 0;
    for (let at = points + 16 * from; at < points + 16 * to; at += 16) {
      const x = view.getFloat64(at, true);
      const y = view.getFloat64(at + 8, true);
      if (Number.isFinite(x) && Number.isFinite(y)) {
        numbers[length++] = x;
        numbers[length++] = y;
      } else this.#mended.add('bad-position');
    }
    return length === numbers.length ? numbers : numbers.slice(0, length);
  }
}
