/** Geometries of a FlatGeobuf (schema `feature.fbs`) to parts of rings of numbers. */
import { closedRing } from './closed-ring.js';
import type { FlatBuffer, FlatTable, FlatVector } from './flatbuffer.js';
import { LINE, POINT, POLYGON } from './geometry-builder.js';
import type { NoteName } from './notes.js';
import type { Shape, ShapeOrReason } from './geojson-geometry.js';

const ENDS = 0;
const XY = 1;
const TYPE = 6;
const PARTS = 7;

/** What the numbers of a type are: points, one line, several lines, a polygon. Anything else with parts is a collection of them. */
const LEAVES: Readonly<Record<number, 'points' | 'line' | 'lines' | 'polygon'>> = { 1: 'points', 2: 'line', 3: 'polygon', 4: 'points', 5: 'lines', 17: 'polygon' };
/** MultiPolygon, GeometryCollection, MultiCurve, MultiSurface, PolyhedralSurface, TIN. Curves proper are not drawn. */
const COLLECTIONS: readonly number[] = [6, 7, 11, 12, 15, 16];

interface Found {
  readonly type: number;
  readonly parts: Float64Array[][];
}

/** Reads the geometries of one file. */
export class FlatGeometries {
  readonly #headerType: number;
  /** Numbers and tables that an honest file of this size can have; one whose parts name each other again and again has more. */
  #budget: number;
  #mended = new Set<NoteName>();

  constructor(headerType: number, bytes: number) {
    this.#headerType = headerType;
    this.#budget = bytes;
  }

  #spend(bytes: number): void {
    this.#budget -= bytes;
    if (this.#budget < 0) throw new RangeError('more parts than the file can hold');
  }

  /** A single good point; undefined for anything else. The hot path of large files. */
  point(table: FlatTable, { view }: FlatBuffer): readonly [x: number, y: number] | undefined {
    if ((this.#headerType || table.uint8(TYPE)) !== 1) return undefined;
    const { at, length } = table.vector(XY, 8);
    if (length !== 2) return undefined;
    const x = view.getFloat64(at, true);
    const y = view.getFloat64(at + 8, true);
    return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : undefined;
  }

  /** Any geometry, mended where it must be. @throws RangeError for a damaged one. */
  shape(table: FlatTable, buffer: FlatBuffer): ShapeOrReason {
    this.#mended = new Set();
    const found: Found[] = [];
    let unknown = false;
    const waiting: { table: FlatTable; type: number }[] = [{ table, type: this.#headerType || table.uint8(TYPE) }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      this.#spend(8);
      const leaf = LEAVES[next.type];
      if (leaf) found.push(this.#leaf(leaf, next.table, buffer));
      else if (COLLECTIONS.includes(next.type)) waiting.push(...this.#partsOf(next.table, next.type));
      else unknown = true;
    }
    return this.#together(found.filter(({ parts }) => parts.length > 0), unknown);
  }

  /** Last first, because the stack is read from its end. */
  #partsOf(table: FlatTable, type: number): { table: FlatTable; type: number }[] {
    const vector = table.vector(PARTS, 4);
    this.#spend(4 * vector.length);
    return Array.from({ length: vector.length }, (_, index) => {
      const part = table.entry(vector, vector.length - 1 - index);
      // Parts of a MultiPolygon need not say that they are polygons.
      return { table: part, type: part.uint8(TYPE) || (type === 6 || type === 15 || type === 16 ? 3 : 0) };
    });
  }

  #leaf(leaf: 'points' | 'line' | 'lines' | 'polygon', table: FlatTable, { view }: FlatBuffer): Found {
    const xy = table.vector(XY, 8);
    this.#spend(8 * xy.length);
    const vertices = xy.length >> 1;
    if (leaf === 'points') {
      const numbers = this.#numbers(view, xy, 0, vertices);
      return { type: POINT, parts: Array.from({ length: numbers.length / 2 }, (_, i) => [numbers.subarray(2 * i, 2 * i + 2)]) };
    }
    const ends = leaf === 'line' ? [vertices] : endsOf(view, table.vector(ENDS, 4), vertices);
    const rings = ends.map((end, index) => this.#numbers(view, xy, index === 0 ? 0 : (ends[index - 1] as number), end));
    if (leaf !== 'polygon') return { type: LINE, parts: rings.filter((ring) => ring.length >= 4).map((ring) => [ring]) };
    return { type: POLYGON, parts: this.#polygon(rings) };
  }

  #polygon(rings: readonly Float64Array[]): Float64Array[][] {
    const good: Float64Array[] = [];
    for (const [index, ring] of rings.entries()) {
      const closed = this.#closed(ring);
      if (closed.length >= 8) good.push(closed);
      else {
        if (rings.length > 1 || ring.length > 0) this.#mended.add('ring-dropped');
        if (index === 0) return [];
      }
    }
    return good.length > 0 ? [good] : [];
  }

  #closed(ring: Float64Array): Float64Array {
    const whole = closedRing(ring);
    if (whole !== ring) this.#mended.add('ring-closed');
    return whole;
  }

  /** Vertices `from` to `to` without those that are no numbers. */
  #numbers(view: DataView, { at }: FlatVector, from: number, to: number): Float64Array {
    const numbers = new Float64Array(2 * (to - from));
    let length = 0;
    for (let vertex = from; vertex < to; vertex++) {
      const x = view.getFloat64(at + 16 * vertex, true);
      const y = view.getFloat64(at + 16 * vertex + 8, true);
      if (Number.isFinite(x) && Number.isFinite(y)) {
        numbers[length++] = x;
        numbers[length++] = y;
      } else this.#mended.add('bad-position');
    }
    return length === numbers.length ? numbers : numbers.slice(0, length);
  }

  /** Parts of one dimension, the highest: a row is points, lines or polygons. */
  #together(found: readonly Found[], unknown: boolean): ShapeOrReason {
    const mended = this.#mended;
    if (found.length === 0) {
      if (unknown) return 'unknown-geometry';
      return mended.has('ring-dropped') ? 'bad-geometry' : mended.has('bad-position') ? 'bad-coordinates' : 'none';
    }
    const type = found.reduce((highest, one) => Math.max(highest, one.type), 0);
    if (unknown || found.some((one) => one.type !== type)) mended.add('mixed-collection');
    const parts: Shape['parts'] = found.filter((one) => one.type === type).flatMap((one) => one.parts);
    return { type, parts, mended };
  }
}

/** Where each line or ring ends, in vertices; without a list there is one. */
function endsOf(view: DataView, { at, length }: FlatVector, vertices: number): number[] {
  if (length === 0) return [vertices];
  let before = 0;
  return Array.from({ length }, (_, index) => {
    const end = view.getUint32(at + 4 * index, true);
    if (end < before || end > vertices) throw new RangeError('ends do not rise');
    before = end;
    return end;
  });
}
