/** Collects geometries of rows into flat typed arrays. */
import type { Geometry, ShapeGeometry } from '../model/types.js';

type Numbers = Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** A typed array that grows. Its fields are open: the hot loops of readers write into the array themselves. */
export class Grow<T extends Numbers> {
  array: T;
  length = 0;
  readonly #make: (size: number) => T;

  constructor(make: (size: number) => T, size = 256) {
    this.#make = make;
    this.array = make(size);
  }

  push(value: number): void {
    if (this.length === this.array.length) this.reserve(1);
    this.array[this.length++] = value;
  }

  /** Makes room for more, at least twice what there is. Gives the array to write into. */
  reserve(more: number): T {
    if (this.length + more > this.array.length) {
      const larger = this.#make(Math.max(2 * this.array.length, this.length + more));
      larger.set(this.array);
      this.array = larger;
    }
    return this.array;
  }

  at(index: number): number {
    return this.array[index] as number;
  }

  set(index: number, value: number): void {
    this.array[index] = value;
  }

  /** What was pushed, in an array of exactly that length. */
  result(): T {
    return this.array.slice(0, this.length) as T;
  }
}

/** Kinds of geometry of a row, as `ShapeGeometry.types` has them. */
export const NONE = 0;
export const POINT = 1;
export const LINE = 2;
export const POLYGON = 3;

/** How far a builder has come. One object, used again for each row. */
export class GeometryMark {
  rows = 0;
  parts = 0;
  rings = 0;
  numbers = 0;
  plain = true;

  /** Marks where a builder stands. */
  set(builder: GeometryBuilder): void {
    this.rows = builder.types.length;
    this.parts = builder.ringStart.length;
    this.rings = builder.vertexStart.length;
    this.numbers = builder.coordinates.length;
    this.plain = builder.plain;
  }
}

export class GeometryBuilder {
  readonly types = new Grow((size) => new Uint8Array(size));
  readonly partStart = new Grow((size) => new Uint32Array(size));
  readonly ringStart = new Grow((size) => new Uint32Array(size));
  readonly vertexStart = new Grow((size) => new Uint32Array(size));
  readonly coordinates = new Grow((size) => new Float64Array(size), 1024);
  /** Rows of more than one part, or not a point: then it is no plain point geometry. */
  plain = true;

  /** Rows so far. */
  get rowCount(): number {
    return this.types.length;
  }

  /** Vertices so far. */
  get vertexCount(): number {
    return this.coordinates.length / 2;
  }

  /** Adds a row: its parts, of rings, of numbers x, y, x, y … An empty list is a row without a place. */
  addRow(type: number, parts: readonly (readonly Float64Array[])[]): void {
    this.partStart.push(this.ringStart.length);
    this.types.push(parts.length === 0 ? NONE : type);
    if (parts.length > 1 || (parts.length === 1 && type !== POINT)) this.plain = false;
    for (const rings of parts) {
      this.ringStart.push(this.vertexStart.length);
      for (const ring of rings) {
        this.vertexStart.push(this.vertexCount);
        this.coordinates.reserve(ring.length).set(ring, this.coordinates.length);
        this.coordinates.length += ring.length;
      }
    }
  }

  /** Adds a row that is one point; the hot path of large sources. */
  addPoint(x: number, y: number): void {
    this.partStart.push(this.ringStart.length);
    this.ringStart.push(this.vertexStart.length);
    this.vertexStart.push(this.vertexCount);
    this.types.push(POINT);
    this.coordinates.push(x);
    this.coordinates.push(y);
  }

  /** Forgets everything behind a mark. */
  takeBack(mark: GeometryMark): void {
    this.types.length = mark.rows;
    this.partStart.length = mark.rows;
    this.ringStart.length = mark.parts;
    this.vertexStart.length = mark.rings;
    this.coordinates.length = mark.numbers;
    this.plain = mark.plain;
  }

  /** First and last vertex (exclusive) of a row. */
  vertices(row: number): readonly [from: number, to: number] {
    return [firstVertex(this, row), row + 1 < this.rowCount ? firstVertex(this, row + 1) : this.vertexCount];
  }

  /** Points alone as pairs, one a row; anything else as shapes; nothing at all as a table without places. */
  build(): Geometry {
    if (this.vertexCount === 0) return { kind: 'none' };
    return this.plain ? { kind: 'point', coordinates: pairsOf(this) } : shapesOf(this);
  }
}

function firstVertex({ partStart, ringStart, vertexStart, vertexCount }: GeometryBuilder, row: number): number {
  const part = partStart.at(row);
  const ring = part < ringStart.length ? ringStart.at(part) : vertexStart.length;
  return ring < vertexStart.length ? vertexStart.at(ring) : vertexCount;
}

function pairsOf({ coordinates, types, rowCount, vertexCount }: GeometryBuilder): Float64Array {
  if (vertexCount === rowCount) return coordinates.result();
  const pairs = new Float64Array(2 * rowCount).fill(Number.NaN);
  for (let row = 0, vertex = 0; row < rowCount; row++) {
    if (types.at(row) === NONE) continue;
    pairs[2 * row] = coordinates.at(2 * vertex);
    pairs[2 * row + 1] = coordinates.at(2 * vertex + 1);
    vertex++;
  }
  return pairs;
}

function shapesOf({ types, partStart, ringStart, vertexStart, coordinates, vertexCount }: GeometryBuilder): ShapeGeometry {
  return {
    kind: 'shape',
    types: types.result(),
    partStart: startsOf(partStart, ringStart.length),
    ringStart: startsOf(ringStart, vertexStart.length),
    vertexStart: startsOf(vertexStart, vertexCount),
    coordinates: coordinates.result(),
  };
}

/** Each list of starts has one entry more than there are things. */
function startsOf(starts: Grow<Uint32Array<ArrayBuffer>>, end: number): Uint32Array {
  const all = new Uint32Array(starts.length + 1);
  all.set(starts.array.subarray(0, starts.length));
  all[starts.length] = end;
  return all;
}
