/** Traced levels in map units, in steps. */
import type { CrsTransform } from '@yizhangtu/data/crs';
import type { Steps } from '@yizhangtu/data/steps';
import type { ValueGrid } from '@yizhangtu/data/value-grid';
import { extentOf } from '../renderer/grid-index.js';
import { projecting } from '../renderer/project.js';
import type { Extent } from '../renderer/view.js';
import type { TracedLevel } from './trace-level.js';

/** Numbers between two pauses. */
const STEP = 32_768;

/** The area at or above one limit. */
export interface ContourShape {
  readonly limit: number;
  /** Map units. */
  readonly xy: Float64Array;
  /** Ring → first vertex; one more entry than there are rings. */
  readonly start: Uint32Array;
  /** First vertex of an isoline, vertex behind its last, first of the next … */
  readonly lines: Uint32Array;
  readonly extent: Extent;
}

/** The stretches of rings that are isolines, not edges. */
export function isolinesOf({ start, level }: TracedLevel): Uint32Array {
  const lines: number[] = [];
  for (let ring = 0; ring + 1 < start.length; ring++) {
    const end = (start[ring + 1] as number) - 1;
    let from = -1;
    for (let v = start[ring] as number; v <= end; v++) {
      const isLine = v < end && level[v] === 1;
      if (isLine && from < 0) from = v;
      if (!isLine && from >= 0) {
        lines.push(from, v + 1);
        from = -1;
      }
    }
  }
  return Uint32Array.from(lines);
}

/** A traced level in map units of a projection. */
export function* contourShape(limit: number, traced: TracedLevel, { extent, width, height }: ValueGrid, toDegrees: CrsTransform, code: string): Steps<ContourShape> {
  const [west, south, east, north] = extent;
  const places = new Float64Array(traced.xy.length);
  for (let i = 0; i < places.length; i += 2) {
    places[i] = west + ((traced.xy[i] as number) * (east - west)) / width;
    places[i + 1] = north - ((traced.xy[i + 1] as number) * (north - south)) / height;
  }
  for (let from = 0; from < places.length; from += STEP) {
    toDegrees(places.subarray(from, from + STEP));
    yield (0.5 * from) / places.length;
  }
  const xy = yield* projecting({ kind: 'point', coordinates: places }, code);
  return { limit, xy, start: traced.start, lines: isolinesOf(traced), extent: extentOf(xy) };
}
