/** What a hierarchy of clusters is made from and what it is. Types only. */

/** Points to build a hierarchy of. */
export interface ClusterTreeRequest {
  /** x, y, x, y … in map units. A place that is not finite belongs to no cluster. */
  readonly xy: Float64Array;
  /** Cluster distance at level 0 in map units; at level k it is `distance × 2^k`. */
  readonly distance: number;
  /** First level that is built: the one nearest to the ground. */
  readonly finest: number;
}

/**
 * Clusters of every level as one tree in typed arrays. Entry 0 is the whole; after it stand the clusters in preorder, so the parts of a
 * cluster are the entries up to its `skip`, and its points one run of `order`. A level is a power of two: level k shows clusters
 * `distance × 2^k` map units apart.
 */
export interface ClusterTree {
  readonly distance: number;
  readonly finest: number;
  /** Level from which on nothing joins any more. */
  readonly coarsest: number;
  /** Centre of gravity. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** First of the cluster's points in `order`. */
  readonly start: Uint32Array;
  /** Points of the cluster. */
  readonly count: Uint32Array;
  /** How many of its points stand in no smaller cluster; they come first. */
  readonly direct: Uint32Array;
  /** The entry after the cluster and everything in it. */
  readonly skip: Uint32Array;
  /** Levels above `finest` at which the cluster came to be; 255 for the whole. */
  readonly born: Uint8Array;
  /** Numbers of the points, cluster by cluster. */
  readonly order: Uint32Array;
}
