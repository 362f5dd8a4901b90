/** Which vertices stand at the same place, and at which places borders part. Pure. */
import type { RankRequest } from './types.js';

/** Vertices looked at between two pauses. */
const STEP = 65_536;

/** First vertex at the same place, for each vertex; −1 for a place that is none. */
export function* samePlaces({ xy }: RankRequest): Generator<number, Int32Array> {
  const count = xy.length / 2;
  const same = new Int32Array(count);
  let size = 1024;
  while (size < 2 * count) size *= 2;
  const mask = size - 1;
  const table = new Int32Array(size).fill(-1);
  const bits = new Int32Array(xy.buffer, xy.byteOffset, 4 * count);
  for (let v = 0; v < count; v++) {
    const x = xy[2 * v] as number;
    const y = xy[2 * v + 1] as number;
    if (x - x !== 0 || y - y !== 0) same[v] = -1;
    else {
      let at = hash(bits, 4 * v) & mask;
      for (let other = table[at] as number; other >= 0; other = table[at] as number) {
        if (xy[2 * other] === x && xy[2 * other + 1] === y) break;
        at = (at + 1) & mask;
      }
      if ((table[at] as number) < 0) table[at] = v;
      same[v] = table[at] as number;
    }
    if (v % STEP === STEP - 1) yield v / count;
  }
  return same;
}

function hash(bits: Int32Array, at: number): number {
  let h = Math.imul((bits[at] as number) ^ Math.imul(bits[at + 1] as number, 0x85ebca6b), 0x9e3779b1);
  h ^= Math.imul((bits[at + 2] as number) ^ Math.imul(bits[at + 3] as number, 0xc2b2ae35), 0x27d4eb2f);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

/** The vertices of one line or ring that count: no place twice in a row, none that is no place, the end of a ring not again. */
export class Chain {
  vertices = new Int32Array(1024);
  length = 0;

  /** Reads [from, to). */
  read(same: Int32Array, from: number, to: number, closed: boolean): void {
    if (to - from > this.vertices.length) this.vertices = new Int32Array(2 * (to - from));
    const { vertices } = this;
    let length = 0;
    for (let v = from; v < to; v++) {
      if ((same[v] as number) < 0 || (length > 0 && same[v] === same[vertices[length - 1] as number])) continue;
      vertices[length++] = v;
    }
    while (closed && length > 1 && same[vertices[0] as number] === same[vertices[length - 1] as number]) length--;
    this.length = length;
  }
}

/**
 * By first vertex at a place, 1 where lines end or borders part: where the neighbours along one line or ring are others than along another
 * one that has the place. Between two such places borders run together or alone.
 */
export function* partings(request: RankRequest, same: Int32Array): Generator<number, Uint8Array> {
  const { starts, closed } = request;
  const parts = new Uint8Array(same.length);
  const low = new Int32Array(same.length).fill(-1);
  const high = new Int32Array(same.length);
  const chain = new Chain();
  let done = 0;
  for (let ring = 0; ring + 1 < starts.length; ring++) {
    const isRing = closed[ring] === 1;
    chain.read(same, starts[ring] as number, starts[ring + 1] as number, isRing);
    const { vertices, length } = chain;
    for (let i = 0; i < length; i++) {
      const here = same[vertices[i] as number] as number;
      if (!isRing && (i === 0 || i === length - 1)) {
        parts[here] = 1;
        continue;
      }
      const p = same[vertices[i === 0 ? length - 1 : i - 1] as number] as number;
      const n = same[vertices[i === length - 1 ? 0 : i + 1] as number] as number;
      const [a, b] = p < n ? [p, n] : [n, p];
      if ((low[here] as number) < 0) {
        low[here] = a;
        high[here] = b;
      } else if (low[here] !== a || high[here] !== b) parts[here] = 1;
    }
    done += length;
    if (done > STEP) {
      done = 0;
      yield ring / starts.length;
    }
  }
  return parts;
}
