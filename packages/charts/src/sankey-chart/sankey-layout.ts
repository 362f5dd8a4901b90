import { fitted, type MeasureText } from '../marks/text-fit.js';

/** A class on one side, as far as the drawing needs it. */
export interface SankeyClass {
  readonly value: number;
  readonly label: string;
  /** The value as text. */
  readonly figure: string;
}

export interface SankeyLink {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

export interface SankeyBox {
  readonly width: number;
  /** Height that is there anyway, px; 0: as high as it needs. */
  readonly height: number;
  readonly lineHeight: number;
}

/** The bar of a class, px. */
export interface SankeyNode {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** Room that is its own, label included: nothing else of this side is in it. */
  readonly slot: { readonly y: number; readonly height: number };
  readonly label: string;
  /** Empty where it does not fit. */
  readonly figure: string;
  /** The value stands below the label, not behind it. */
  readonly isBelow: boolean;
}

/** The band of a flow. */
export interface SankeyBand {
  readonly path: string;
  /** Middle of the band, px. */
  readonly middle: readonly [x: number, y: number];
}

export interface SankeyLayout {
  readonly height: number;
  readonly left: readonly SankeyNode[];
  readonly right: readonly SankeyNode[];
  /** In the order of the links. */
  readonly bands: readonly SankeyBand[];
}

/** Thickness of a class, px. */
export const BAR = 10;
/** Between a class and its label, and between a label and its value, px. */
export const GAP = 6;
/** Labels of one side take at most this share of the width. */
const LABEL_SHARE = 0.32;
/** Height a class asks for where nobody set the height, in lines. */
const USUAL_LINES = 2.4;
const LEAST_HEIGHT = 200;
const LARGEST_HEIGHT = 560;
/** A flow is never thinner, px. */
const THINNEST = 1;

/**
 * Two columns of classes and the bands between them. Every class has room for its label, however small it is, so labels never touch; bands
 * are as thick on the left as on the right.
 */
export function sankeyLayout(from: readonly SankeyClass[], to: readonly SankeyClass[], links: readonly SankeyLink[], box: SankeyBox, measure: MeasureText): SankeyLayout {
  const { width, lineHeight } = box;
  const most = Math.max(from.length, to.length);
  const usual = Math.min(Math.max(LEAST_HEIGHT, most * lineHeight * USUAL_LINES), Math.max(LARGEST_HEIGHT, most * lineHeight * 1.3));
  const height = Math.max(box.height, usual);
  const scale = Math.min(scaleOf(from, height, lineHeight), scaleOf(to, height, lineHeight));
  const columns = [labelWidth(from, width, measure), labelWidth(to, width, measure)] as const;
  const place = { height, scale, lineHeight };
  const left = nodesOf(from, { ...place, x: columns[0] + GAP, room: columns[0] }, measure);
  const right = nodesOf(to, { ...place, x: width - columns[1] - GAP - BAR, room: columns[1] }, measure);
  return { height, left, right, bands: bandsOf(links, left, right, scale) };
}

function labelWidth(side: readonly SankeyClass[], width: number, measure: MeasureText): number {
  const widest = Math.max(0, ...side.map(({ label, figure }) => measure(label) + GAP + measure(figure)));
  return Math.min(widest, width * LABEL_SHARE);
}

/** Distance between two classes at least, px. */
function gapOf(lineHeight: number): number {
  return lineHeight * 0.3;
}

/** px for one unit of value, so that a side fills the height when every class has at least a line of text. */
function scaleOf(side: readonly SankeyClass[], height: number, lineHeight: number): number {
  const room = height - gapOf(lineHeight) * Math.max(0, side.length - 1);
  const total = side.reduce((sum, { value }) => sum + value, 0);
  if (!(total > 0)) return 0;
  const needed = (scale: number): number => side.reduce((sum, { value }) => sum + Math.max(value * scale, lineHeight), 0);
  let [low, high] = [0, room / total];
  // Classes that get a line though they are smaller leave less for the others.
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (needed(middle) <= room) low = middle;
    else high = middle;
  }
  return low;
}

interface SidePlace {
  readonly x: number;
  readonly room: number;
  readonly height: number;
  readonly scale: number;
  readonly lineHeight: number;
}

function nodesOf(side: readonly SankeyClass[], place: SidePlace, measure: MeasureText): SankeyNode[] {
  const { x, height, scale, lineHeight, room } = place;
  const slots = side.map(({ value }) => Math.max(value * scale, lineHeight));
  const used = slots.reduce((sum, slot) => sum + slot, 0);
  const gap = side.length > 1 ? (height - used) / (side.length - 1) : 0;
  let y = side.length > 1 ? 0 : (height - used) / 2;
  return side.map(({ value, label, figure }, index): SankeyNode => {
    const slot = slots[index] ?? 0;
    const bar = Math.max(value * scale, THINNEST);
    const top = y;
    y += slot + gap;
    const isBelow = slot >= lineHeight * 2;
    const whole = measure(label) + GAP + measure(figure) <= room;
    const node = { x, y: top + (slot - bar) / 2, height: bar, slot: { y: top, height: slot } };
    if (isBelow && !whole) return { ...node, label: fitted(label, room, measure), figure: measure(figure) <= room ? figure : '', isBelow };
    return { ...node, label: whole ? label : fitted(label, room, measure), figure: whole ? figure : '', isBelow: false };
  });
}

function bandsOf(links: readonly SankeyLink[], left: readonly SankeyNode[], right: readonly SankeyNode[], scale: number): SankeyBand[] {
  const leftEdge = left.map(({ y }) => y);
  const rightEdge = right.map(({ y }) => y);
  // Bands leave a class in the order of where they go, and arrive in the order of where they come from: as few crossings as the order of the classes allows.
  const order = links.map((_, index) => index).sort((a, b) => (links[a]?.from ?? 0) - (links[b]?.from ?? 0) || (links[a]?.to ?? 0) - (links[b]?.to ?? 0));
  const bands: SankeyBand[] = [];
  for (const index of order) {
    const link = links[index];
    const [start, end] = [left[link?.from ?? -1], right[link?.to ?? -1]];
    if (!link || !start || !end) continue;
    const thick = link.value * scale;
    const [y0, y1] = [leftEdge[link.from] ?? 0, rightEdge[link.to] ?? 0];
    leftEdge[link.from] = y0 + thick;
    rightEdge[link.to] = y1 + thick;
    bands[index] = bandOf(start.x + BAR, y0, end.x, y1, Math.max(thick, THINNEST));
  }
  return bands;
}

function bandOf(x0: number, y0: number, x1: number, y1: number, thick: number): SankeyBand {
  const middle = (x0 + x1) / 2;
  const path = `M${x0},${y0}C${middle},${y0},${middle},${y1},${x1},${y1}V${y1 + thick}C${middle},${y1 + thick},${middle},${y0 + thick},${x0},${y0 + thick}Z`;
  return { path, middle: [middle, (y0 + y1 + thick) / 2] };
}
