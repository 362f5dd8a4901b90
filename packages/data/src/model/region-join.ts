/** Which region each row lies in. */
import type { Grouping } from './grouping.js';
import { ringIndex, ringsHold, type RingIndex } from './ring-index.js';
import type { Geometry } from './types.js';

/** Regions to join rows to: polygons, and what each is called. */
export interface RegionSet {
  readonly geometry: Geometry;
  /** One a row of the geometry; null for a region that does not count. */
  readonly keys: readonly (string | number | null)[];
}

/** The first region that holds each place, by row number; `missing` where none does, or the row has no place. */
export function regionCodes(places: Float64Array, regions: Geometry, missing: number): Uint32Array {
  const codes = new Uint32Array(places.length / 2).fill(missing);
  const indexes = regionIndexes(regions);
  for (let row = 0; row < codes.length; row++) {
    const place = regionAt(indexes, places[2 * row] as number, places[2 * row + 1] as number);
    if (place >= 0) codes[row] = place;
  }
  return codes;
}

/** One index a row; rows that are no polygon hold nothing. */
export function regionIndexes(regions: Geometry): readonly RingIndex[] {
  if (regions.kind !== 'shape') return [];
  const { types, partStart, ringStart, vertexStart, coordinates } = regions;
  return Array.from(types, (type, row) => {
    const firstRing = ringStart[partStart[row] as number] as number;
    const endRing = type === 3 ? (ringStart[partStart[row + 1] as number] as number) : firstRing;
    return ringIndex({ vertexStart, coordinates, firstRing, endRing });
  });
}

/** Number of the first region that holds a place, -1 for none. */
export function regionAt(indexes: readonly RingIndex[], lon: number, lat: number): number {
  for (let region = 0; region < indexes.length; region++) if (ringsHold(indexes[region] as RingIndex, lon, lat)) return region;
  return -1;
}

/** Categories of rows by the key of their region. Regions with the same key are one. */
export function regionGrouping(places: Float64Array, regions: Geometry, keyOf: readonly (string | number | null)[]): Grouping {
  const codeOf = new Map<string | number, number>();
  const missing = 0xffffffff;
  const byRegion = keyOf.map((key) => {
    if (key === null) return missing;
    if (!codeOf.has(key)) codeOf.set(key, codeOf.size);
    return codeOf.get(key) as number;
  });
  const codes = regionCodes(places, regions, missing);
  for (let row = 0; row < codes.length; row++) codes[row] = byRegion[codes[row] as number] ?? missing;
  return { codes, keys: [...codeOf.keys()] };
}
