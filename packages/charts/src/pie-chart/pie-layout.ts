import { arc, pie } from 'd3-shape';
import { labelSpread } from '../marks/label-spread.js';
import { shortened, type MeasureText } from '../marks/text-fit.js';

/** A part of the whole, as far as the drawing needs it. */
export interface PiePart {
  /** Parts that are not above zero get no slice and no label. */
  readonly value: number;
  readonly label: string;
  /** Under the label: the share, the value. */
  readonly note: string;
}

export interface PieBox {
  /** Room of the whole chart, px. */
  readonly width: number;
  /** Height that is there anyway, px; the pie grows into it. 0: as high as it needs. */
  readonly height: number;
  /** Height of a line of a label, px. */
  readonly lineHeight: number;
  /** Radius of the hole as a share of the pie's, 0 for a full pie. */
  readonly hole: number;
}

/** One slice. */
export interface PieSlice {
  /** Number of its part. */
  readonly index: number;
  /** Outline as SVG path data around the centre. */
  readonly path: string;
  /** The middle of the slice, px from the centre: where a tooltip points. */
  readonly middle: readonly [x: number, y: number];
  /** Where the circle is outside the middle of the slice, px from the top left. */
  readonly edge: readonly [x: number, y: number];
}

/** The label of a slice, in the chart's px. */
export interface PieLabel {
  readonly index: number;
  readonly side: 'left' | 'right';
  readonly x: number;
  /** Middle of the upper line and of the lower. */
  readonly y: number;
  readonly noteY: number;
  readonly label: string;
  readonly note: string;
  /** From the slice to the label. */
  readonly leader: readonly (readonly [x: number, y: number])[];
}

/** A row of the list that takes the place of labels where there is no room beside the pie. */
export interface PieListRow {
  readonly index: number;
  readonly y: number;
  readonly label: string;
  readonly note: string;
}

export interface PieLayout {
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly inner: number;
  readonly slices: readonly PieSlice[];
  readonly labels: readonly PieLabel[];
  /** Filled instead of `labels` when the chart is too narrow for them. */
  readonly list: readonly PieListRow[];
  readonly rowHeight: number;
}

/** From the circle to where leaders bend, and from there to the label, px. */
const BEND = 10;
const RUN = 8;
const GAP = 4;
/** A pie smaller than this says nothing, px. */
const LEAST_RADIUS = 52;
const LARGEST_RADIUS = 132;
/** A pie of a chart whose height nobody set is at most this large. */
const USUAL_RADIUS = 84;
/** Labels get at least this many Han characters, or they become a list. */
const LEAST_CHARACTERS = 4;
/** Room a swatch of the list takes, px. */
export const SWATCH = 20;

/** Slices clockwise from twelve o'clock in the order of the parts, and their labels beside or below the pie so that none touches another. */
export function pieLayout(parts: readonly PiePart[], box: PieBox, measure: MeasureText): PieLayout {
  const { width, lineHeight } = box;
  const shown = parts.map((part, index) => ({ part, index })).filter(({ part }) => part.value > 0 && Number.isFinite(part.value));
  const widest = shown.reduce((most, { part }) => Math.max(most, measure(part.label), measure(part.note)), 0);
  const roomiest = (width - 2 * (LEAST_RADIUS + BEND + RUN + GAP)) / 2;
  const notes = shown.reduce((most, { part }) => Math.max(most, measure(part.note)), 0);
  const least = Math.max(Math.min(widest, measure('汉') * LEAST_CHARACTERS), notes);
  const beside = roomiest >= least;
  const column = beside ? Math.min(widest, roomiest) : 0;
  const free = beside ? (width - 2 * (column + BEND + RUN + GAP)) / 2 : width / 2;
  const listHeight = beside ? 0 : shown.length * lineHeight * 1.5 + lineHeight * 0.75;
  const high = box.height > 0 ? (box.height - listHeight) / 2 - lineHeight : USUAL_RADIUS;
  const radius = Math.max(Math.min(LEAST_RADIUS, width / 2), Math.min(free, high, LARGEST_RADIUS));
  const angles = pie<number>().sort(null)(shown.map(({ part }) => part.value));
  // Half of the labels may stand on one side, in two lines each, and a little apart.
  const block = lineHeight * 2.25;
  const sides = angles.map(({ startAngle, endAngle }) => ((startAngle + endAngle) / 2 < Math.PI ? 'right' : 'left'));
  const most = Math.max(...['left', 'right'].map((side) => sides.filter((one) => one === side).length));
  const pieHeight = beside ? Math.max(2 * radius + 2 * lineHeight, most * block) : 2 * radius + lineHeight * 0.75;
  const height = Math.max(box.height, pieHeight + listHeight);
  const x = width / 2;
  const y = beside ? height / 2 : radius + 2;
  const inner = radius * box.hole;
  const slices = angles.map((angle, place) => sliceOf(angle, shown[place]?.index ?? 0, { x, y, radius, inner }));
  const labels = beside ? labelsOf(slices, parts, { x, y, radius, column, block, height, lineHeight, width }, measure) : [];
  const list = beside ? [] : listOf(shown.map(({ index }) => index), parts, { width, lineHeight, top: pieHeight + lineHeight * 0.75 }, measure);
  return { width, height, x, y, radius, inner, slices, labels, list, rowHeight: lineHeight * 1.5 };
}

interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly inner: number;
}

function sliceOf(angle: { startAngle: number; endAngle: number }, index: number, { x, y, radius, inner }: Circle): PieSlice {
  const draw = arc<null>()
    .innerRadius(inner)
    .outerRadius(radius)
    .startAngle(angle.startAngle)
    .endAngle(angle.endAngle);
  const turn = (angle.startAngle + angle.endAngle) / 2;
  const [sin, cos] = [Math.sin(turn), -Math.cos(turn)];
  const centre = (radius + inner) / 2;
  return {
    index,
    path: draw(null) ?? '',
    middle: [x + sin * centre, y + cos * centre],
    edge: [x + sin * radius, y + cos * radius],
  };
}

interface Columns {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly column: number;
  readonly block: number;
  readonly height: number;
  readonly lineHeight: number;
  readonly width: number;
}

function labelsOf(slices: readonly PieSlice[], parts: readonly PiePart[], columns: Columns, measure: MeasureText): PieLabel[] {
  const { x, y, radius, column, block, height, lineHeight } = columns;
  const reach = radius + BEND;
  return (['right', 'left'] as const).flatMap((side) => {
    const sign = side === 'right' ? 1 : -1;
    const mine = slices.filter((slice) => (slice.edge[0] >= x ? 'right' : 'left') === side).sort((a, b) => a.edge[1] - b.edge[1]);
    const wanted = mine.map(({ edge }) => ({ at: y + ((edge[1] - y) / radius) * reach, size: block }));
    const middles = labelSpread(wanted, 0, height);
    return mine.map((slice, place): PieLabel => {
      const middle = middles[place] ?? 0;
      const { label, note } = parts[slice.index] as PiePart;
      const bend: readonly [number, number] = [x + ((slice.edge[0] - x) / radius) * reach, wanted[place]?.at ?? 0];
      const end = x + sign * (reach + RUN);
      // The text stands behind the end of its leader; a bend that would lie inside the text column comes back to its rim.
      const leader: PieLabel['leader'] = [slice.edge, [sign * (bend[0] - x) > reach ? end : bend[0], bend[1]], [end, middle]];
      const upper = middle - lineHeight / 2;
      return { index: slice.index, side, x: end + sign * GAP, y: upper, noteY: middle + lineHeight / 2, label: shortened(label, column + 0.5, measure), note, leader };
    });
  });
}

function listOf(
  indexes: readonly number[],
  parts: readonly PiePart[],
  { width, lineHeight, top }: { readonly width: number; readonly lineHeight: number; readonly top: number },
  measure: MeasureText,
): PieListRow[] {
  return indexes.map((index, place) => {
    const { label, note } = parts[index] as PiePart;
    const room = width - SWATCH - measure(note) - 8;
    return { index, y: top + (place + 0.5) * lineHeight * 1.5, label: shortened(label, room, measure), note };
  });
}
