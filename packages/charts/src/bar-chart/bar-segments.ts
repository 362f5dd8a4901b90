import type { ChartRow } from '../chart/group-rows.js';

/** How series stand together. `share`: each group is 100 %. */
export type BarLayout = 'stacked' | 'grouped' | 'share';

/** One piece of a bar, in values. */
export interface BarSegment {
  /** Number of the series; −1 for a bar that has none. */
  readonly series: number;
  readonly from: number;
  readonly to: number;
  /** Place beside the others of its group, and how many there are: 0 of 1 where pieces stand on each other. */
  readonly lane: number;
  readonly lanes: number;
  /** Nothing stands on its end. */
  readonly outer: boolean;
}

/** The pieces of the bar of a group. Negative values go the other way. Missing values have no piece. */
export function barSegments(row: ChartRow, layout: BarLayout): BarSegment[] {
  const { parts } = row;
  if (!parts) return Number.isFinite(row.value) ? [{ series: -1, from: 0, to: row.value, lane: 0, lanes: 1, outer: true }] : [];
  if (layout === 'grouped') {
    return parts.flatMap((to, series) =>
      Number.isFinite(to) ? [{ series, from: 0, to, lane: series, lanes: parts.length, outer: true }] : [],
    );
  }
  const whole = layout === 'share' ? parts.reduce((sum, value) => sum + (value > 0 ? value : 0), 0) : 1;
  return stacked(parts.map((value) => (layout === 'share' ? (whole > 0 && value > 0 ? value / whole : 0) : value)));
}

function stacked(values: readonly number[]): BarSegment[] {
  let [up, down] = [0, 0];
  const pieces = values.flatMap((value, series) => {
    if (!Number.isFinite(value) || value === 0) return [];
    const from = value > 0 ? up : down;
    const to = from + value;
    if (value > 0) up = to;
    else down = to;
    return [{ series, from, to }];
  });
  return pieces.map((piece) => ({ ...piece, lane: 0, lanes: 1, outer: piece.to === (piece.to > piece.from ? up : down) }));
}

/** Smallest and largest value that bars reach, 0 among them. */
export function barExtent(bars: readonly (readonly BarSegment[])[]): readonly [min: number, max: number] {
  let [min, max] = [0, 0];
  for (const bar of bars) {
    for (const { to } of bar) {
      if (to < min) min = to;
      if (to > max) max = to;
    }
  }
  return [min, max];
}
