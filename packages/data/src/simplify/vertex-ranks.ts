/**
 * Ranks the vertices of shapes once, so that a zoom is a matter of leaving out those below a rank. Borders are cut where they part, and
 * each piece is ranked by itself and always from the same end: what two shapes share stays shared at every zoom. Pure.
 */
import { Chain, partings, samePlaces } from './places.js';
import { ALWAYS, rankOf } from './ranks.js';
import type { RankRequest, VertexRanks } from './types.js';

/** A piece of border is cut after so many vertices, so that the time does not grow with the square of its length. */
const LONGEST = 4096;
/** Vertices looked at between two pauses. */
const STEP = 16_384;

/** Pieces of border, vertex by vertex. */
class Ranker {
  readonly rank: Uint8Array<ArrayBuffer>;
  /** Vertices ranked so far. */
  done = 0;
  readonly #xy: Float64Array;
  #stack: number[] = [];

  constructor(xy: Float64Array) {
    this.#xy = xy;
    this.rank = new Uint8Array(xy.length / 2);
  }

  /** Whether a vertex lies west of another one, or south of it on the same meridian. */
  isBefore(p: number, q: number): boolean {
    const xy = this.#xy;
    const dx = (xy[2 * p] as number) - (xy[2 * q] as number);
    return dx !== 0 ? dx < 0 : (xy[2 * p + 1] as number) < (xy[2 * q + 1] as number);
  }

  /** Ranks a piece, ends included, which stay. */
  piece(path: Int32Array, length: number): void {
    this.done += length;
    for (let from = 0; from < length - 1; from += LONGEST) {
      const to = Math.min(length - 1, from + LONGEST);
      this.rank[path[from] as number] = this.rank[path[to] as number] = ALWAYS;
      this.#split(path, from, to);
    }
    if (length === 1) this.rank[path[0] as number] = ALWAYS;
  }

  /** Douglas and Peucker (1973) to the last vertex; none outranks the one that made its piece. */
  #split(path: Int32Array, first: number, last: number): void {
    const stack = this.#stack;
    stack.push(first, last, Infinity);
    while (stack.length > 0) {
      const most = stack.pop() as number;
      const to = stack.pop() as number;
      const from = stack.pop() as number;
      if (to - from < 2) continue;
      const at = this.#furthest(path, from, to);
      const worth = Math.min(most, Math.sqrt(this.#distance));
      this.rank[path[at] as number] = rankOf(worth);
      // The rest lies on the line.
      if (worth === 0) continue;
      stack.push(from, at, worth, at, to, worth);
    }
  }

  #distance = 0;

  /** The vertex of a piece that is furthest from the line between its ends; how far, squared, is left in `#distance`. */
  #furthest(path: Int32Array, from: number, to: number): number {
    const xy = this.#xy;
    const ax = xy[2 * (path[from] as number)] as number;
    const ay = xy[2 * (path[from] as number) + 1] as number;
    const dx = (xy[2 * (path[to] as number)] as number) - ax;
    const dy = (xy[2 * (path[to] as number) + 1] as number) - ay;
    const inverse = 1 / (dx * dx + dy * dy);
    let at = from + 1;
    let most = -1;
    for (let i = from + 1; i < to; i++) {
      let px = (xy[2 * (path[i] as number)] as number) - ax;
      let py = (xy[2 * (path[i] as number) + 1] as number) - ay;
      const along = inverse === Infinity ? 0 : (px * dx + py * dy) * inverse;
      if (along > 0) {
        const part = along > 1 ? 1 : along;
        px -= part * dx;
        py -= part * dy;
      }
      const square = px * px + py * py;
      if (square > most) {
        most = square;
        at = i;
      }
    }
    this.#distance = most;
    return at;
  }
}

/** The pieces of lines and rings, each from the end that comes first whichever way the ring runs. */
class Pieces {
  path = new Int32Array(1024);
  readonly twin: Uint8Array<ArrayBuffer>;
  readonly #ranker: Ranker;
  readonly #same: Int32Array;
  /** First edges of the pieces so far, either way. */
  readonly #seen = new Set<number>();

  constructor(ranker: Ranker, same: Int32Array) {
    this.#ranker = ranker;
    this.#same = same;
    this.twin = new Uint8Array(same.length);
  }

  rank({ vertices, length }: Chain, closed: boolean, isParting: (vertex: number) => boolean): void {
    if (length === 0) return;
    let start = closed ? -1 : 0;
    if (closed) {
      for (let i = 0; i < length && start < 0; i++) if (isParting(vertices[i] as number)) start = i;
      if (start < 0) start = this.#first(vertices, length);
    }
    const steps = closed ? length : length - 1;
    if (this.path.length < length + 1) this.path = new Int32Array(2 * (length + 1));
    this.path[0] = vertices[start] as number;
    let size = 1;
    for (let step = 1; step <= steps; step++) {
      const vertex = vertices[(start + step) % length] as number;
      this.path[size++] = vertex;
      if (step < steps && !isParting(vertex)) continue;
      this.#piece(size);
      this.path[0] = vertex;
      size = 1;
    }
    if (steps === 0) this.#ranker.piece(this.path, 1);
  }

  #piece(size: number): void {
    const { path } = this;
    const ranker = this.#ranker;
    // Two pieces with a common edge are the same piece, else they would have been cut there.
    if (this.#isSeen(path[0] as number, path[1] as number, path[size - 2] as number, path[size - 1] as number))
      for (let i = 0; i + 1 < size; i++) this.twin[path[i] as number] = 1;
    const head = path[0] as number;
    const tail = path[size - 1] as number;
    // A piece that ends where it began is told apart by its second vertex.
    const loop = !ranker.isBefore(head, tail) && !ranker.isBefore(tail, head);
    const backwards = loop ? ranker.isBefore(path[size - 2] as number, path[1] as number) : ranker.isBefore(tail, head);
    if (backwards) path.subarray(0, size).reverse();
    ranker.piece(path, size);
  }

  /** Whether a piece with this first or last edge has been there before; it has now. */
  #isSeen(first: number, second: number, beforeLast: number, last: number): boolean {
    const seen = this.#seen;
    const head = this.#edge(first, second);
    if (seen.has(head)) return true;
    seen.add(head);
    seen.add(this.#edge(beforeLast, last));
    return false;
  }

  #edge(p: number, q: number): number {
    const a = this.#same[p] as number;
    const b = this.#same[q] as number;
    return a < b ? a * this.#same.length + b : b * this.#same.length + a;
  }

  /** The westernmost vertex, of several the southernmost. */
  #first(vertices: Int32Array, length: number): number {
    let first = 0;
    for (let i = 1; i < length; i++) if (this.#ranker.isBefore(vertices[i] as number, vertices[first] as number)) first = i;
    return first;
  }
}

/** Ranks all vertices. Gives way now and then, so that a page without workers can do it in slices. */
export function* vertexRanks(request: RankRequest): Generator<number, VertexRanks> {
  const { xy, starts, closed } = request;
  const same = yield* samePlaces(request);
  const parts = yield* partings(request, same);
  const ranker = new Ranker(xy);
  const pieces = new Pieces(ranker, same);
  const chain = new Chain();
  const isParting = (vertex: number) => parts[same[vertex] as number] === 1;
  for (let ring = 0; ring + 1 < starts.length; ring++) {
    const from = starts[ring] as number;
    const to = starts[ring + 1] as number;
    chain.read(same, from, to, closed[ring] === 1);
    pieces.rank(chain, closed[ring] === 1, isParting);
    // The end of a ring is its beginning.
    if (closed[ring] === 1 && to - from > 1 && same[from] === same[to - 1]) ranker.rank[to - 1] = ranker.rank[from] as number;
    if (ranker.done < STEP) continue;
    ranker.done = 0;
    yield ring / starts.length;
  }
  return { rank: ranker.rank, twin: pieces.twin };
}
