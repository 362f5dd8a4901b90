/** The vertices that a zoom can show, picked from all by their ranks. Pure. */
import type { VertexRanks } from '@yizhangtu/data/simplify';
import type { ShapeSet } from './geometry.js';

/** Vertices of all rings of a set. */
export interface Vertices {
  /** Map units. */
  readonly xy: Float64Array;
  /** Ring → first vertex; one more entry than there are rings. */
  readonly start: Uint32Array;
  /** Vertex → its rank; those below `least` are left out. Absent where nobody has ranked them. */
  readonly rank?: Uint8Array;
  readonly least: number;
  /** Vertex → 1 where the border that begins there belongs to an earlier ring too. */
  readonly twin?: Uint8Array;
}

/** All vertices as they are. */
export function allVertices({ xy, source }: ShapeSet): Vertices {
  return { xy, start: source.vertexStart, least: 0 };
}

/** Vertices looked at between two pauses. */
const STEP = 65_536;

function countFrom(rank: Uint8Array, least: number): number {
  let count = 0;
  for (let v = 0; v < rank.length; v++) if ((rank[v] as number) >= least) count++;
  return count;
}

/** Vertices of a rank and above, side by side in memory. Rings no longer repeat their first vertex. Gives way now and then. */
export function* rankedVertices(shapes: ShapeSet, { rank: ranks, twin: twins }: VertexRanks, least: number): Generator<number, Vertices> {
  const { partStart, ringStart, vertexStart, types } = shapes.source;
  const count = countFrom(ranks, least);
  const out = { xy: new Float64Array(2 * count), start: new Uint32Array(vertexStart.length), rank: new Uint8Array(count), twin: new Uint8Array(count), least };
  const { xy, rank, twin } = out;
  const from = shapes.xy;
  let at = 0;
  let pause = STEP;
  for (let row = 0; row < types.length; row++) {
    // The last vertex of a ring is its first.
    const closing = types[row] === 3 ? 1 : 0;
    const end = ringStart[partStart[row + 1] as number] as number;
    for (let ring = ringStart[partStart[row] as number] as number; ring < end; ring++) {
      out.start[ring] = at;
      const to = (vertexStart[ring + 1] as number) - closing;
      for (let v = vertexStart[ring] as number; v < to; v++) {
        if ((ranks[v] as number) < least) continue;
        xy[2 * at] = from[2 * v] as number;
        xy[2 * at + 1] = from[2 * v + 1] as number;
        rank[at] = ranks[v] as number;
        twin[at++] = twins[v] as number;
      }
      if (to < pause) continue;
      pause = to + STEP;
      yield to / ranks.length;
    }
  }
  out.start[vertexStart.length - 1] = at;
  return out;
}
