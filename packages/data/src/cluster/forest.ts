/** Clusters while they are being joined: points and clusters in one numbering, points first. */
import type { ClusterTreeRequest } from './types.js';

/** Level of an entry that is a point. */
export const POINT = 255;

/** Everything that has been joined so far. */
export class Forest {
  readonly points: number;
  /** Points and clusters together. */
  size: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly count: Uint32Array;
  /** Levels above the finest; `POINT` for points. */
  readonly born: Uint8Array;
  /** Clusters in a cluster, itself included; 0 for points. */
  readonly inner: Uint32Array;
  /** First part of a cluster, then the next part of the same; −1 for none. */
  readonly first: Int32Array;
  readonly next: Int32Array;

  constructor({ xy }: ClusterTreeRequest) {
    const n = xy.length / 2;
    // Each join makes at least one entry less, so there are fewer clusters than points.
    const most = 2 * n;
    this.points = n;
    this.size = n;
    this.x = new Float64Array(most);
    this.y = new Float64Array(most);
    this.count = new Uint32Array(most);
    this.born = new Uint8Array(most);
    this.inner = new Uint32Array(most);
    this.first = new Int32Array(most);
    this.next = new Int32Array(most);
    for (let i = 0; i < n; i++) {
      this.x[i] = xy[2 * i] as number;
      this.y[i] = xy[2 * i + 1] as number;
    }
    this.count.fill(1, 0, n);
    this.born.fill(POINT, 0, n);
  }

  /** Opens a cluster with its first part. */
  open(part: number, born: number): number {
    const cluster = this.size++;
    this.born[cluster] = born;
    this.inner[cluster] = 1;
    this.first[cluster] = -1;
    this.add(cluster, part);
    return cluster;
  }

  /** Adds a part. Until `close`, x and y hold sums. */
  add(cluster: number, part: number): void {
    const { x, y, count, inner, first, next } = this;
    const weight = count[part] as number;
    x[cluster] = (x[cluster] as number) + (x[part] as number) * weight;
    y[cluster] = (y[cluster] as number) + (y[part] as number) * weight;
    count[cluster] = (count[cluster] as number) + weight;
    inner[cluster] = (inner[cluster] as number) + (inner[part] as number);
    next[part] = first[cluster] as number;
    first[cluster] = part;
  }

  /** Turns sums into the centre of gravity. */
  close(cluster: number): void {
    const weight = this.count[cluster] as number;
    this.x[cluster] = (this.x[cluster] as number) / weight;
    this.y[cluster] = (this.y[cluster] as number) / weight;
  }
}
