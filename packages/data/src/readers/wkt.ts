/** Geometries as text (WKT, with the SRID of EWKT) to what GeoJSON says of them. Z and M are read and left out. */

/** A geometry as GeoJSON has it, and the system it names. */
export interface WktGeometry {
  readonly geometry: object | null;
  readonly srid?: number;
}

const TYPES: Readonly<Record<string, string>> = {
  POINT: 'Point',
  LINESTRING: 'LineString',
  LINEARRING: 'LineString',
  POLYGON: 'Polygon',
  MULTIPOINT: 'MultiPoint',
  MULTILINESTRING: 'MultiLineString',
  MULTIPOLYGON: 'MultiPolygon',
  GEOMETRYCOLLECTION: 'GeometryCollection',
};
const MAX_DEPTH = 32;
const HEAD = /\s*(?:SRID\s*=\s*(\d{1,6})\s*;)?\s*([A-Z]{5,20})(?:\s*(ZM|Z|M))?\b\s*/iy;
const EMPTY = /EMPTY\b/iy;
const NUMBER = /\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|nan)/iy;
const BLANK = /\s*/y;

/** Thrown within; never leaves. */
class WktFault extends Error {}

/** True for a text that begins with a geometry. */
export function looksLikeWkt(text: string): boolean {
  return /^\s*(?:SRID\s*=\s*\d{1,6}\s*;\s*)?(?:POINT|LINESTRING|POLYGON|MULTIPOINT|MULTILINESTRING|MULTIPOLYGON|GEOMETRYCOLLECTION)\s*(?:ZM?|M)?\s*(?:\(|EMPTY)/i.test(text);
}

/** Reads geometries one after the other. */
export class WktReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Character the reader stands at. */
  get at(): number {
    return this.#at;
  }

  /** True while anything but blanks and separators follows. */
  get more(): boolean {
    const separators = /[\s;,"]*/y;
    separators.lastIndex = this.#at;
    separators.exec(this.#text);
    this.#at = separators.lastIndex;
    return this.#at < this.#text.length;
  }

  /** The next geometry; undefined for what is none. */
  next(): WktGeometry | undefined {
    try {
      return this.#tagged(0);
    } catch (reason) {
      if (reason instanceof WktFault) return undefined;
      throw reason;
    }
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const hit = pattern.exec(this.#text);
    if (hit) this.#at = pattern.lastIndex;
    return hit;
  }

  #sign(sign: string): boolean {
    this.#take(BLANK);
    if (this.#text[this.#at] !== sign) return false;
    this.#at++;
    return true;
  }

  #tagged(depth: number): WktGeometry {
    const head = this.#take(HEAD);
    const type = TYPES[head?.[2]?.toUpperCase() ?? ''];
    if (!head || type === undefined || depth > MAX_DEPTH) throw new WktFault();
    const srid = head[1] === undefined ? {} : { srid: Number(head[1]) };
    if (this.#take(EMPTY)) return { geometry: null, ...srid };
    return { geometry: this.#body(type, depth), ...srid };
  }

  #body(type: string, depth: number): object {
    switch (type) {
      case 'Point':
        return { type, coordinates: this.#list(() => this.#position())[0] };
      case 'LineString':
        return { type, coordinates: this.#list(() => this.#position()) };
      case 'MultiPoint':
        return { type, coordinates: this.#list(() => (this.#text[this.#at] === '(' ? (this.#list(() => this.#position())[0] as unknown) : this.#position())) };
      case 'Polygon':
      case 'MultiLineString':
        return { type, coordinates: this.#list(() => this.#positions()) };
      case 'MultiPolygon':
        return { type, coordinates: this.#list(() => (this.#take(EMPTY) ? [] : this.#list(() => this.#positions()))) };
      default:
        return { type, geometries: this.#list(() => this.#tagged(depth + 1).geometry) };
    }
  }

  #positions(): unknown[] {
    return this.#take(EMPTY) ? [] : this.#list(() => this.#position());
  }

  #list<T>(entry: () => T): T[] {
    if (!this.#sign('(')) throw new WktFault();
    const all: T[] = [];
    do {
      this.#take(BLANK);
      all.push(entry());
    } while (this.#sign(','));
    if (!this.#sign(')')) throw new WktFault();
    return all;
  }

  #position(): number[] {
    const numbers: number[] = [];
    for (let hit = this.#take(NUMBER); hit; hit = this.#take(NUMBER)) numbers.push(Number(hit[1]));
    if (numbers.length < 2 || numbers.length > 4) throw new WktFault();
    return numbers.slice(0, 2);
  }
}

/** One geometry that fills a text; undefined for anything else. */
export function wktGeometry(text: string): WktGeometry | undefined {
  const reader = new WktReader(text);
  const geometry = reader.next();
  return geometry && !reader.more ? geometry : undefined;
}
