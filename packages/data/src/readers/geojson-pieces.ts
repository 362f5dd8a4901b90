/**
 * GeoJSON that comes in pieces, read by `JSON.parse` feature by feature while the rest is under way. A piece is cut behind what looks like a
 * whole feature; only if `JSON.parse` takes it as a list of whole values was the cut right, so no cut can change what is read.
 */
import { MercatorAlong } from '../points/mercator.js';
import { checkedCrs, isRecord } from './geojson-root.js';
import { FeatureReader, JsonIds } from './feature-reader.js';
import { JsonFields } from './fields.js';
import type { RawTable, Reading, ReadOptions } from './types.js';

/** Features between two pauses. */
const SLICE = 64;
/** Places to cut that are tried in one piece. */
const CUTS = 4;
/** A name that no source has: what stands under it in the last piece are features. */
const REST = '\u0000';
const REST_IN_JSON = '\\u0000';

/** Reads one source. It may decline: then the source is no collection of features in UTF-8, or is broken, and somebody else reads the whole. */
export class GeoJsonPieces {
  readonly #options: ReadOptions;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  /** What has come and is not read yet. */
  #text = '';
  #reader: FeatureReader | undefined;
  #crs: string | undefined;
  #seen = 0;
  /** The kind of what is in the list is known. */
  #known = false;
  #cutting = true;
  #declined = false;

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  /** True once it is known that somebody else must read the source. */
  get declined(): boolean {
    return this.#declined;
  }

  /** Features read so far. */
  get rows(): number {
    return this.#seen;
  }

  /** Takes a piece and reads the features that are whole. */
  push(piece: Uint8Array): void {
    if (this.#declined) return;
    try {
      this.#text += this.#decoder.decode(piece, { stream: true });
      if (!this.#reader) this.#begin();
      if (this.#reader && this.#cutting) this.#readWhole();
    } catch {
      this.#declined = true;
    }
  }

  /** The table when all pieces are there; undefined when declined. */
  *finish(): Reading<RawTable | undefined> {
    const features = this.#declined ? undefined : this.#rest();
    if (!features || !this.#reader) return undefined;
    for (let i = 0; i < features.length; i++) {
      this.#add(features[i]);
      if (this.#declined) return undefined;
      if (i % SLICE === SLICE - 1) yield i / features.length;
    }
    return this.#reader.finish(this.#seen, this.#options, this.#crs);
  }

  /** Reads what stands before the features, once it is there. */
  #begin(): void {
    const start = /^\s*(\S)/.exec(this.#text)?.[1];
    if (start !== undefined && start !== '{') this.#declined = true;
    const head = /"features"\s*:\s*\[/.exec(this.#text);
    if (!head || this.#declined) return;
    const end = head.index + head[0].length;
    const root = JSON.parse(`${this.#text.slice(0, end)}]}`) as object;
    this.#crs = checkedCrs(root, this.#options);
    this.#reader = new FeatureReader(this.#crs === undefined, new JsonFields(), new JsonIds());
    if (this.#crs === undefined) this.#reader.along = new MercatorAlong();
    this.#text = this.#text.slice(end);
  }

  /** Reads up to the last place that turns out to be the end of a feature. */
  #readWhole(): void {
    let from = this.#text.length;
    for (let tries = 0; tries < CUTS; tries++) {
      const cut = cutBefore(this.#text, from);
      if (!cut) {
        if (tries > 0) this.#cutting = false;
        return;
      }
      const features = listOf(this.#text.slice(0, cut.end));
      if (features) {
        this.#text = this.#text.slice(cut.next);
        for (const feature of features) this.#add(feature);
        this.#reader?.follow();
        return;
      }
      from = cut.end;
    }
    // Lists of objects within features: the whole is read at the end.
    this.#cutting = false;
  }

  /** The last features, with what stands behind them. Undefined, declined, if that says more than it should. */
  #rest(): readonly unknown[] | undefined {
    try {
      const text = this.#text + this.#decoder.decode();
      this.#text = '';
      const tail = JSON.parse(`{"${REST_IN_JSON}":[${text}`) as Readonly<Record<string, unknown>>;
      const features = tail[REST];
      // A system of coordinates behind the features comes too late, and other features would take the place of these.
      if (Array.isArray(features) && !('crs' in tail) && !('features' in tail)) return features as unknown[];
    } catch {
      // Broken, or no UTF-8: whoever reads the whole says where.
    }
    this.#declined = true;
    return undefined;
  }

  #add(feature: unknown): void {
    if (!this.#known && feature !== null) {
      this.#known = true;
      this.#declined = isRecord(feature);
    }
    if (!this.#declined) this.#reader?.add(feature, this.#seen++);
  }
}

/** The last place before `from` where one object ends and another begins: where the first ends, and where the next begins. */
function cutBefore(text: string, from: number): { readonly end: number; readonly next: number } | undefined {
  for (let next = text.lastIndexOf('{', from - 1); next > 0; next = text.lastIndexOf('{', next - 1)) {
    const comma = lastSolid(text, next);
    if (text[comma] !== ',') continue;
    const end = lastSolid(text, comma);
    if (text[end] === '}') return { end: end + 1, next };
  }
  return undefined;
}

/** The last place before another that holds no white space. */
function lastSolid(text: string, before: number): number {
  let at = before - 1;
  while (at >= 0 && isSpace(text.charCodeAt(at))) at--;
  return at;
}

/** The four that JSON knows; other control characters between features are damage, of which the reader of the whole speaks. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function listOf(text: string): readonly unknown[] | undefined {
  try {
    return JSON.parse(`[${text}]`) as readonly unknown[];
  } catch {
    return undefined;
  }
}
