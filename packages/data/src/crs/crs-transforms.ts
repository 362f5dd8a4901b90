/** Where the map package, or a page, says how to get from a system of coordinates to degrees. */

/** Turns x, y pairs into lon, lat pairs in degrees, in place. */
export interface CrsTransform {
  (coordinates: Float64Array): void;
  /** The way back, where there is one: lon, lat pairs to x, y, in place. Places that have none become NaN. */
  readonly inverse?: ((coordinates: Float64Array) => void) | undefined;
}

/** Finds a transform, or nothing; its code may have to come first. */
export type CrsLookup = (crs: string) => CrsTransform | undefined | Promise<CrsTransform | undefined>;

const lookups = new Set<CrsLookup>();

/** Makes transforms known: `lookup('EPSG:4549')` gives one, or undefined. Returns the function that takes them back. */
export function registerCrsTransforms(lookup: CrsLookup): () => void {
  lookups.add(lookup);
  return () => {
    lookups.delete(lookup);
  };
}

/** The transform from a system to degrees, if anyone has one. */
export async function crsTransform(crs: string): Promise<CrsTransform | undefined> {
  for (const lookup of lookups) {
    const transform = await lookup(crs);
    if (transform) return transform;
  }
  return undefined;
}
