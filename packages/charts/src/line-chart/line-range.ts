import type { Filter } from '@yizhangtu/data/model';
import { nearestStop, type BrushRange } from '../marks/brush-steps.js';
import type { LineData } from './line-data.js';

/** The filter that leaves what lies from one place of the axis to another, whole bins where there are bins. */
export function rangeFilter({ bins }: LineData, field: string, { from, to }: BrushRange): Filter | undefined {
  const [first, last] = [bins[from], bins[to]];
  if (!first || !last) return undefined;
  if (last.end === undefined) return { kind: 'range', field, min: first.start, max: last.start };
  return { kind: 'range', field, min: first.start, max: last.end, maxExclusive: true };
}

/** The places that a filter leaves; undefined for a filter that is no range of this field. */
export function rangeOfFilter({ bins }: LineData, field: string, filter: Filter | undefined): BrushRange | undefined {
  if (filter?.kind !== 'range' || filter.field !== field || bins.length === 0) return undefined;
  const { min = -Infinity, max = Infinity } = filter;
  const from = bins.findIndex(({ start, end }) => (end === undefined ? start >= min : end > min));
  let to = bins.length - 1;
  while (to >= 0 && ((bins[to]?.start ?? 0) > max || (filter.maxExclusive && (bins[to]?.start ?? 0) >= max))) to -= 1;
  if (from >= 0 && to >= from) return { from, to };
  // A range between two places, or beyond all: the nearest place, so that it can be seen and let go of.
  const place = nearestStop(bins.map(({ start }) => start), Number.isFinite(min) ? min : max);
  return { from: place, to: place };
}
