import { labelSpread } from '../marks/label-spread.js';
import { shortened, type MeasureText } from '../marks/text-fit.js';
import type { PieSlice } from './pie-layout.js';

/** The label of a slice, in the chart's px. */
export interface PieLabel {
  readonly index: number;
  readonly side: 'left' | 'right';
  readonly x: number;
  /** Middle of the upper line and of the lower. */
  readonly y: number;
  readonly noteY: number;
  readonly label: string;
  /** From the slice to the label. */
  readonly leader: readonly (readonly [x: number, y: number])[];
}

/** What stands between the circle and the text, px: leaders bend, run, and end before the text. */
export const BEND = 10;
export const RUN = 8;
export const GAP = 4;

export interface LabelRoom {
  /** Centre and radius of the pie. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Room for text on either side. */
  readonly column: number;
  /** Height of one label with the air around it, of the chart, and of a line. */
  readonly block: number;
  readonly height: number;
  readonly lineHeight: number;
}

/** Farther from its slice than this, in labels, a label is hard to follow back. */
const FARTHEST = 1.25;

/**
 * Labels beside the pie at their slices, moved up or down so that none touches another. Undefined where a label would stand far from its
 * slice, or its leader would have to cross the pie: too many small slices lie on one side.
 */
export function pieLabels(slices: readonly PieSlice[], names: readonly string[], room: LabelRoom, measure: MeasureText): PieLabel[] | undefined {
  const labels = (['right', 'left'] as const).flatMap((side) => labelsOf(side, slices, names, room, measure));
  const lost = labels.some(({ leader: [, bend, end] }) => {
    if (!bend || !end) return false;
    return Math.abs(end[1] - bend[1]) > FARTHEST * room.block || distance(bend, end, [room.x, room.y]) < room.radius + 2;
  });
  return lost ? undefined : labels;
}

function labelsOf(side: 'left' | 'right', slices: readonly PieSlice[], names: readonly string[], room: LabelRoom, measure: MeasureText): PieLabel[] {
  const { x, y, radius, column, block, height, lineHeight } = room;
  const sign = side === 'right' ? 1 : -1;
  const stretch = (radius + BEND) / radius;
  const mine = slices.filter(({ edge }) => (edge[0] >= x ? 'right' : 'left') === side).sort((a, b) => a.edge[1] - b.edge[1]);
  const bends = mine.map(({ edge }) => [x + (edge[0] - x) * stretch, y + (edge[1] - y) * stretch] as const);
  const middles = labelSpread(bends.map(([, at]) => ({ at, size: block })), 0, height);
  return mine.map((slice, place): PieLabel => {
    const middle = middles[place] ?? 0;
    const end = x + sign * (radius + BEND + RUN);
    return {
      index: slice.index,
      side,
      x: end + sign * GAP,
      y: middle - lineHeight / 2,
      noteY: middle + lineHeight / 2,
      label: shortened(names[slice.index] ?? '', column + 0.5, measure),
      leader: [slice.edge, bends[place] ?? slice.edge, [end, middle]],
    };
  });
}

/** Distance of a point from a line between two points, px. */
function distance([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number], [px, py]: readonly [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length));
  return Math.hypot(px - ax - along * dx, py - ay - along * dy);
}
