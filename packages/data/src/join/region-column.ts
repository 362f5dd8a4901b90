/** The region each row lies in, as a column. */
import type { DerivedColumn, RegionSet } from '../model/derived-columns.js';
import { placesOf } from '../model/places.js';
import { NO_CODE, type FieldSchema, type TextColumn } from '../model/types.js';
import type { Steps } from '../steps/drive.js';
import { RegionGrid } from './region-grid.js';

export type { RegionSet };

/** Places between two pauses. */
const STEP = 1 << 15;

/**
 * A column with the key of the region each row lies in: a point itself, of a line or polygon the place that stands for it (half way along,
 * inside). Of regions that overlap the first one counts, as on the map the one that was drawn first. Missing outside all of them.
 */
export function regionColumn(field: FieldSchema, regions: RegionSet): DerivedColumn {
  return {
    field,
    uses: [],
    kind: () => 'text',
    far: () => ({ regions }),
    steps: (rows) => joined(field.name, placesOf(rows.geometry), rows.rowCount, regions),
  };
}

function* joined(name: string, places: Float64Array, rowCount: number, { geometry, keys }: RegionSet): Steps<TextColumn> {
  const codeOf = new Map<string, number>();
  const codes = new Uint32Array(rowCount).fill(NO_CODE);
  const regionCode = keys.map((key) => {
    if (key === null) return NO_CODE;
    const word = String(key);
    const code = codeOf.get(word) ?? codeOf.size;
    codeOf.set(word, code);
    return code;
  });
  const grid = new RegionGrid(geometry, rowCount);
  for (let row = 0; row < places.length / 2; row++) {
    if (row % STEP === STEP - 1) yield row / rowCount;
    const region = grid.at(places[2 * row] as number, places[2 * row + 1] as number);
    if (region >= 0) codes[row] = regionCode[region] ?? NO_CODE;
  }
  return { kind: 'text', name, dictionary: [...codeOf.keys()], codes };
}
