/** Filters by place. */
import { eachPiece } from '../points/degrees.js';
import type { Steps } from '../steps/drive.js';
import type { FilterContext } from './filters.js';
import type { Filter, Ring } from './query-types.js';
import { ringIndex, ringsHold, type RingIndex } from './ring-index.js';

type BoundsFilter = Extract<Filter, { kind: 'bounds' }>;
type ShapeFilter = Extract<Filter, { kind: 'shape' }>;

/** Places between two pauses. */
const STEP = 1 << 15;

/** Rows whose place lies within the rings; in steps. */
export function* fillShape(mask: Uint8Array, filter: ShapeFilter, places: Float64Array): Steps<void> {
  if (places.length === 0) return;
  const index = indexOf(filter.rings);
  for (let row = 0; row < mask.length; row++) {
    if (ringsHold(index, places[2 * row] as number, places[2 * row + 1] as number)) mask[row] = 1;
    if (row % STEP === STEP - 1) yield row / mask.length;
  }
}

/** Rings of a filter, closed where they are open. */
function indexOf(rings: readonly Ring[]): RingIndex {
  const vertexStart = [0];
  const numbers: number[] = [];
  for (const ring of rings) {
    for (const [lon, lat] of ring) numbers.push(lon, lat);
    const [first, last] = [ring[0], ring[ring.length - 1]];
    if (first && last && (first[0] !== last[0] || first[1] !== last[1])) numbers.push(first[0], first[1]);
    vertexStart.push(numbers.length / 2);
  }
  return ringIndex({ vertexStart: Uint32Array.from(vertexStart), coordinates: Float64Array.from(numbers), firstRing: 0, endRing: rings.length });
}

/** Points inside, shapes whose extent meets the window. */
export function fillBounds(mask: Uint8Array, filter: BoundsFilter, context: FilterContext): void {
  const { geometry } = context;
  if (geometry.kind === 'none') return;
  const { west, south, east, north } = filter;
  // Over the antimeridian: the window is two.
  const crosses = west > east;
  if (geometry.kind === 'point') {
    eachPiece(geometry, (degrees, from) => {
      for (let i = 0; i < degrees.length; i += 2) {
        const lon = degrees[i] as number;
        const lat = degrees[i + 1] as number;
        const inside = crosses ? lon >= west || lon <= east : lon >= west && lon <= east;
        mask[(from + i) / 2] = inside && lat >= south && lat <= north ? 1 : 0;
      }
    });
    return;
  }
  const extents = context.extents();
  for (let row = 0; row < mask.length; row++) {
    const left = extents[4 * row] as number;
    const right = extents[4 * row + 2] as number;
    const inside = crosses ? right >= west || left <= east : right >= west && left <= east;
    mask[row] = inside && (extents[4 * row + 3] as number) >= south && (extents[4 * row + 1] as number) <= north ? 1 : 0;
  }
}
