/** Writes joined clusters down as arrays in preorder. */
import type { Forest } from './forest.js';
import type { ClusterTree, ClusterTreeRequest } from './types.js';

const WHOLE = 255;

class Writer {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly start: Uint32Array;
  readonly count: Uint32Array;
  readonly direct: Uint32Array;
  readonly skip: Uint32Array;
  readonly born: Uint8Array;
  readonly order: Uint32Array;
  entries = 0;
  placed = 0;

  constructor(clusters: number, points: number) {
    this.x = new Float64Array(clusters);
    this.y = new Float64Array(clusters);
    this.start = new Uint32Array(clusters);
    this.count = new Uint32Array(clusters);
    this.direct = new Uint32Array(clusters);
    this.skip = new Uint32Array(clusters);
    this.born = new Uint8Array(clusters);
    this.order = new Uint32Array(points);
  }
}

/** Writes the points among some parts and returns the clusters among them. */
function placePoints(out: Writer, forest: Forest, parts: Iterable<number>, pending: number[]): void {
  const from = out.placed;
  for (const part of parts) {
    if (part < forest.points) out.order[out.placed++] = part;
    else pending.push(part);
  }
  out.direct[out.entries - 1] = out.placed - from;
}

function* partsOf(forest: Forest, cluster: number): Iterable<number> {
  for (let part = forest.first[cluster] as number; part >= 0; part = forest.next[part] as number) yield part;
}

function writeCluster(out: Writer, forest: Forest, cluster: number): void {
  const at = out.entries++;
  out.x[at] = forest.x[cluster] as number;
  out.y[at] = forest.y[cluster] as number;
  out.start[at] = out.placed;
  out.count[at] = forest.count[cluster] as number;
  out.skip[at] = at + (forest.inner[cluster] as number);
  out.born[at] = forest.born[cluster] as number;
}

/**
 * The finished tree.
 * @param top Entries of the coarsest level.
 */
export function flatTree(request: ClusterTreeRequest, forest: Forest, top: Int32Array, coarsest: number): ClusterTree {
  const clusters = top.reduce((sum, id) => sum + (forest.inner[id] as number), 1);
  const points = top.reduce((sum, id) => sum + (forest.count[id] as number), 0);
  const out = new Writer(clusters, points);
  out.count[0] = points;
  out.skip[0] = clusters;
  out.born[0] = WHOLE;
  out.entries = 1;
  // Last in, first out: a cluster is finished before its neighbour begins, which is preorder.
  const pending: number[] = [];
  placePoints(out, forest, top, pending);
  for (let cluster = pending.pop(); cluster !== undefined; cluster = pending.pop()) {
    writeCluster(out, forest, cluster);
    placePoints(out, forest, partsOf(forest, cluster), pending);
  }
  const { x, y, start, count, direct, skip, born, order } = out;
  return { distance: request.distance, finest: request.finest, coarsest, x, y, start, count, direct, skip, born, order };
}
