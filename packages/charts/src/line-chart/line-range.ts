import type { Filter } from '@yizhangtu/data/model';
import { bisectLeft, bisectRight } from 'd3-array';
import { nearestStop, type BrushRange } from '../marks/brush-steps.js';
import type { LineData } from './line-data.js';

/** The filter that leaves what lies from one place of the axis to another, whole bins where there are bins. */
export function rangeFilter({ starts, ends }: LineData, field: string, { from, to }: BrushRange): Filter | undefined {
  const [min, max, end] = [starts[from], starts[to], ends[to]];
  if (min === undefined || max === undefined) return undefined;
  if (end === undefined) return { kind: 'range', field, min, max };
  return { kind: 'range', field, min, max: end, maxExclusive: true };
}

/** The places that a filter leaves; undefined for a filter that is no range of this field. */
export function rangeOfFilter({ starts, ends }: LineData, field: string, filter: Filter | undefined): BrushRange | undefined {
  if (filter?.kind !== 'range' || filter.field !== field || starts.length === 0) return undefined;
  const { min = -Infinity, max = Infinity, maxExclusive } = filter;
  const from = ends.length > 0 ? bisectRight(ends as readonly number[], min) : bisectLeft(starts, min);
  const to = (maxExclusive ? bisectLeft(starts, max) : bisectRight(starts, max)) - 1;
  if (from < starts.length && to >= from) return { from, to };
  // A range between two places, or beyond all: the nearest place, so that it can be seen and let go of.
  const place = nearestStop(starts, Number.isFinite(min) ? min : max);
  return { from: place, to: place };
}
