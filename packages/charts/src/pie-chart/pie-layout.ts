import { arc, pie } from 'd3-shape';
import { briefNames } from '../marks/brief-names.js';
import { shortened, type MeasureText } from '../marks/text-fit.js';
import { BEND, GAP, pieLabels, RUN, type PieLabel } from './pie-labels.js';

/** A part of the whole, as far as the drawing needs it. */
export interface PiePart {
  /** Parts that are not above zero get no slice and no label. */
  readonly value: number;
  readonly label: string;
  /** Form of the label for narrow places. */
  readonly short?: string | undefined;
  /** Share and value as text. */
  readonly share: string;
  readonly figure: string;
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
  /** Where the circle is outside the middle of the slice, px from the top left. */
  readonly edge: readonly [x: number, y: number];
}

/** A row of the list that takes the place of labels where they have no room. */
export interface PieListRow {
  readonly index: number;
  readonly y: number;
  readonly label: string;
}

/** The list: its columns and rows, px. */
export interface PieList {
  readonly x: number;
  /** Right edges of the shares and of the values. */
  readonly shareX: number;
  readonly figureX: number;
  readonly rows: readonly PieListRow[];
}

export interface PieLayout {
  readonly height: number;
  /** Centre. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly inner: number;
  readonly slices: readonly PieSlice[];
  readonly labels: readonly PieLabel[];
  /** Instead of `labels`, beside the pie or below it. */
  readonly list: PieList | undefined;
}

interface Shown {
  readonly part: PiePart;
  readonly index: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly height: number;
}

/** A pie smaller than this says nothing, px. */
const LEAST_RADIUS = 52;
const LARGEST_RADIUS = 132;
/** A pie of a chart whose height nobody set is at most this large. */
const USUAL_RADIUS = 84;
/** Labels get at least this many Han characters, or they become a list. */
const LEAST_CHARACTERS = 4;
/** Room a swatch of the list takes, and columns of the list keep between them, px. */
export const SWATCH = 20;
const COLUMN_GAP = 12;
/** From the pie to the list beside it, px. */
const LIST_GAP = 24;
/** Shares are written bold: wider than they measure. */
export const BOLD = 1.1;
/** Between the share and the value under a label, px. */
export const NOTE_GAP = 6;
/** Height of a row of the list in lines. */
const ROW = 1.45;

/**
 * Slices clockwise from twelve o'clock in the order of the parts. Each has its label beside it; where labels have no room, or a leader would
 * have to cross the pie, there is a list beside the pie, or below it where that is too narrow as well.
 */
export function pieLayout(parts: readonly PiePart[], box: PieBox, measure: MeasureText): PieLayout {
  const shown = parts.map((part, index) => ({ part, index })).filter(({ part }) => part.value > 0 && Number.isFinite(part.value));
  const labelled = withLabels(shown, parts, box, measure);
  if (labelled) return labelled;
  const columns = listColumns(shown, measure);
  const listWidth = SWATCH + Math.min(columns.label, measure('汉') * 8) + columns.share + columns.figure + 2 * COLUMN_GAP;
  const isBeside = box.width - listWidth - LIST_GAP >= 2 * LEAST_RADIUS;
  return isBeside ? withListBeside(shown, box, columns, listWidth, measure) : withListBelow(shown, box, columns, measure);
}

function withLabels(shown: readonly Shown[], parts: readonly PiePart[], box: PieBox, measure: MeasureText): PieLayout | undefined {
  const { width, lineHeight } = box;
  const notes = Math.max(0, ...shown.map(({ part }) => measure(part.share) * BOLD + NOTE_GAP + measure(part.figure)));
  const beyond = BEND + RUN + GAP;
  const roomiest = width / 2 - LEAST_RADIUS - beyond;
  const names = briefNames(parts, roomiest, measure);
  const widest = Math.max(notes, ...shown.map(({ index }) => measure(names[index] ?? '')));
  if (roomiest < Math.max(Math.min(widest, measure('汉') * LEAST_CHARACTERS), notes)) return undefined;
  const column = Math.min(widest, roomiest);
  const high = box.height > 0 ? box.height / 2 - lineHeight : USUAL_RADIUS;
  const radius = Math.max(LEAST_RADIUS, Math.min(width / 2 - column - beyond, high, LARGEST_RADIUS));
  // Two lines, and a little apart from the next label.
  const block = lineHeight * 2.25;
  const turns = middles(shown);
  const most = Math.max(turns.filter((turn) => turn < Math.PI).length, turns.filter((turn) => turn >= Math.PI).length);
  const height = Math.max(box.height, 2 * radius + 2 * lineHeight, most * block);
  const place = { x: width / 2, y: height / 2, radius, height };
  const base = drawn(shown, place, box.hole);
  const labels = pieLabels(base.slices, names, { ...place, column, block, lineHeight }, measure);
  return labels && { ...base, labels };
}

interface Columns {
  readonly label: number;
  readonly share: number;
  readonly figure: number;
}

function listColumns(shown: readonly Shown[], measure: MeasureText): Columns {
  const widest = (text: (part: PiePart) => string): number => Math.max(0, ...shown.map(({ part }) => measure(text(part))));
  return { label: widest((part) => part.label), share: widest((part) => part.share) * BOLD, figure: widest((part) => part.figure) };
}

function withListBeside(shown: readonly Shown[], box: PieBox, columns: Columns, listWidth: number, measure: MeasureText): PieLayout {
  const { width, lineHeight } = box;
  const listHeight = shown.length * lineHeight * ROW;
  const high = box.height > 0 ? box.height / 2 - 2 : Math.max(USUAL_RADIUS, listHeight / 2);
  const radius = Math.max(LEAST_RADIUS, Math.min((width - listWidth - LIST_GAP) / 2, high, LARGEST_RADIUS));
  const height = Math.max(box.height, 2 * radius + 4, listHeight);
  const base = drawn(shown, { x: radius + 2, y: height / 2, radius, height }, box.hole);
  const x = 2 * radius + LIST_GAP;
  // A list as wide as its words: numbers far away from their names are hard to follow.
  const full = x + SWATCH + columns.label + columns.share + columns.figure + 2 * COLUMN_GAP;
  return { ...base, list: listAt(shown, { x, right: Math.min(width, full), top: (height - listHeight) / 2, lineHeight }, columns, measure) };
}

function withListBelow(shown: readonly Shown[], box: PieBox, columns: Columns, measure: MeasureText): PieLayout {
  const { width, lineHeight } = box;
  const below = shown.length * lineHeight * ROW + lineHeight;
  const high = box.height > 0 ? (box.height - below) / 2 - 2 : USUAL_RADIUS;
  const radius = Math.max(Math.min(LEAST_RADIUS, width / 2), Math.min(width / 2, high, LARGEST_RADIUS));
  const height = Math.max(box.height, 2 * radius + 4 + below);
  const base = drawn(shown, { x: width / 2, y: radius + 2, radius, height }, box.hole);
  return { ...base, list: listAt(shown, { x: 0, right: width, top: 2 * radius + 4 + lineHeight, lineHeight }, columns, measure) };
}

interface ListPlace {
  readonly x: number;
  readonly right: number;
  readonly top: number;
  readonly lineHeight: number;
}

function listAt(shown: readonly Shown[], { x, right, top, lineHeight }: ListPlace, columns: Columns, measure: MeasureText): PieList {
  const shareX = right - columns.figure - COLUMN_GAP;
  const room = shareX - columns.share - COLUMN_GAP - x - SWATCH;
  const names = briefNames(shown.map(({ part }) => part), room + 0.5, measure);
  const rows = shown.map(({ index }, place) => ({
    index,
    y: top + (place + 0.5) * lineHeight * ROW,
    label: shortened(names[place] ?? '', room + 0.5, measure),
  }));
  return { x, shareX, figureX: right, rows };
}

/** Half way through each slice, in radians from twelve o'clock. */
function middles(shown: readonly Shown[]): number[] {
  return angles(shown).map(({ startAngle, endAngle }) => (startAngle + endAngle) / 2);
}

function angles(shown: readonly Shown[]): { readonly startAngle: number; readonly endAngle: number }[] {
  return pie<number>().sort(null)(shown.map(({ part }) => part.value));
}

function drawn(shown: readonly Shown[], place: Place, hole: number): PieLayout {
  const { x, y, radius } = place;
  const inner = radius * hole;
  const slices = angles(shown).map(({ startAngle, endAngle }, at): PieSlice => {
    const draw = arc<null>().innerRadius(inner).outerRadius(radius).startAngle(startAngle).endAngle(endAngle);
    const turn = (startAngle + endAngle) / 2;
    return { index: shown[at]?.index ?? 0, path: draw(null) ?? '', edge: [x + Math.sin(turn) * radius, y - Math.cos(turn) * radius] };
  });
  return { ...place, inner, slices, labels: [], list: undefined };
}
