/** Where the map package, or a page, says how to get from a system of coordinates to degrees. */

/** Turns x, y pairs into lon, lat pairs in degrees, in place. */
export type CrsTransform = (coordinates: Float64Array) => void;

type Lookup = (crs: string) => CrsTransform | undefined;

const lookups = new Set<Lookup>();

/** Makes transforms known: `lookup('EPSG:4549')` gives one, or undefined. Returns the function that takes them back. */
export function registerCrsTransforms(lookup: Lookup): () => void {
  lookups.add(lookup);
  return () => {
    lookups.delete(lookup);
  };
}

/** The transform from a system to degrees, if anyone has one. */
export function crsTransform(crs: string): CrsTransform | undefined {
  for (const lookup of lookups) {
    const transform = lookup(crs);
    if (transform) return transform;
  }
  return undefined;
}

/** True if anyone has transforms; else a source in metres is an error at once. */
export function hasCrsTransforms(): boolean {
  return lookups.size > 0;
}
