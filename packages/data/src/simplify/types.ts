/** What shapes are simplified from and what comes of it. Types only. */

/** Lines and rings whose vertices are to be ranked. */
export interface RankRequest {
  /** x, y, x, y … in map units. A place that is not finite is in no picture. */
  readonly xy: Float64Array;
  /** Line or ring → first vertex; one more entry than there are. Rings repeat their first vertex at the end. */
  readonly starts: Uint32Array;
  /** Line or ring → 1 for a ring. */
  readonly closed: Uint8Array;
}

/** What is known of each vertex once all are ranked. */
export interface VertexRanks {
  /**
   * How far the picture may be zoomed out before the vertex can be left out. A vertex of rank r is needed while what may be missed is less
   * than `2^((r − RANK_OF_ONE) / 2)` map units. `ALWAYS` is never left out: ends, and places where borders part.
   */
  readonly rank: Uint8Array<ArrayBuffer>;
  /** 1 = the border that begins at the vertex belongs to an earlier line or ring as well. */
  readonly twin: Uint8Array<ArrayBuffer>;
}
