/** The scale of ranks: two ranks are a doubling. */

/** Rank of a vertex that is worth between 0.7 map units and one. */
export const RANK_OF_ONE = 128;
/** Rank of a vertex that no zoom leaves out. */
export const ALWAYS = 255;

/** Rank of a vertex without which the picture would be off by a distance in map units. */
export function rankOf(distance: number): number {
  return distance > 0 ? Math.min(ALWAYS - 1, Math.max(1, Math.ceil(2 * Math.log2(distance)) + RANK_OF_ONE)) : 0;
}

/** Lowest rank that must be drawn where the picture may be off by so many map units. */
export function rankFrom(distance: number): number {
  return Math.min(ALWAYS, Math.max(1, Math.floor(2 * Math.log2(distance)) + 1 + RANK_OF_ONE));
}
