/** Geometries as bytes (WKB of OGC and ISO, EWKB of PostGIS) to what GeoJSON says of them. Z and M are read and left out. */
import type { WktGeometry } from './wkt.js';

const TYPES: readonly (string | undefined)[] = [undefined, 'Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon', 'GeometryCollection'];
const MAX_DEPTH = 32;
/** Flags of EWKB. */
const [HAS_Z, HAS_M, HAS_SRID] = [0x80000000, 0x40000000, 0x20000000];

interface Head {
  readonly type: string;
  /** Numbers of a position. */
  readonly size: number;
  readonly little: boolean;
  readonly srid?: number;
}

/** Reads one geometry. */
class WkbReader {
  readonly #view: DataView;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
  }

  read(depth: number): WktGeometry {
    if (depth > MAX_DEPTH) throw new RangeError('depth');
    const head = this.#head();
    const srid = head.srid === undefined ? {} : { srid: head.srid };
    return { geometry: this.#body(head, depth), ...srid };
  }

  #uint(little: boolean): number {
    const value = this.#view.getUint32(this.at, little);
    this.at += 4;
    return value;
  }

  #head(): Head {
    const little = this.#view.getUint8(this.at++) === 1;
    const word = this.#uint(little);
    const code = word & 0x1fffffff;
    const type = TYPES[code % 1000];
    const iso = Math.floor(code / 1000);
    if (type === undefined || iso > 3) throw new RangeError('type');
    const size = 2 + ((word & HAS_Z) !== 0 || iso === 1 || iso === 3 ? 1 : 0) + ((word & HAS_M) !== 0 || iso > 1 ? 1 : 0);
    return { type, size, little, ...((word & HAS_SRID) !== 0 && { srid: this.#uint(little) }) };
  }

  #body(head: Head, depth: number): object | null {
    const { type } = head;
    switch (type) {
      case 'Point': {
        const position = this.#position(head);
        return position.every(Number.isNaN) ? null : { type, coordinates: position };
      }
      case 'LineString':
        return { type, coordinates: this.#positions(head) };
      case 'Polygon':
        return { type, coordinates: this.#list(head, 4, () => this.#positions(head)) };
      case 'GeometryCollection':
        return { type, geometries: this.#list(head, 5, () => this.read(depth + 1).geometry) };
      default:
        return { type, coordinates: this.#list(head, 5, () => (this.read(depth + 1).geometry as { coordinates?: unknown } | null)?.coordinates ?? []) };
    }
  }

  /** As many as the bytes can hold. @param least Bytes of one at least. */
  #list<T>({ little }: Head, least: number, entry: () => T): T[] {
    const count = this.#uint(little);
    if (count * least > this.#view.byteLength - this.at) throw new RangeError('count');
    return Array.from({ length: count }, entry);
  }

  #positions(head: Head): number[][] {
    return this.#list(head, 8 * head.size, () => this.#position(head));
  }

  #position({ size, little }: Head): number[] {
    const position = [this.#view.getFloat64(this.at, little), this.#view.getFloat64(this.at + 8, little)];
    // Height and measure of the position must be there, too.
    if (size > 2) this.#view.getFloat64(this.at + 8 * (size - 1), little);
    this.at += 8 * size;
    return position;
  }
}

/** The geometry in some bytes; undefined for what is none. */
export function wkbGeometry(bytes: Uint8Array): WktGeometry | undefined {
  return wkbAt(bytes, 0)?.found;
}

/** The geometry that begins at a byte, and where the next may; undefined for what is none. */
export function wkbAt(bytes: Uint8Array, at: number): { readonly found: WktGeometry; readonly end: number } | undefined {
  try {
    const reader = new WkbReader(bytes, at);
    const found = reader.read(0);
    return { found, end: reader.at };
  } catch (reason) {
    if (reason instanceof RangeError) return undefined;
    throw reason;
  }
}

/** The geometry in hexadecimal digits, as databases print it; undefined for anything else. */
export function hexGeometry(text: string): WktGeometry | undefined {
  if (text.length < 18 || text.length % 2 !== 0 || !/^0[01][\da-f]+$/i.test(text)) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return wkbGeometry(bytes);
}
