import { hierarchy, partition } from 'd3-hierarchy';
import { arc } from 'd3-shape';
import { fitted, type MeasureText } from '../marks/text-fit.js';
import { withoutSlivers, type TreeNode } from '../tree/class-tree.js';

export interface SunburstBox {
  /** Width and height of the square, px. */
  readonly size: number;
  /** Height of a line of text, px. */
  readonly lineHeight: number;
  /** Rings, 1 to 3. */
  readonly levels: number;
}

/** A piece of a ring. */
export interface SunburstArc {
  readonly node: TreeNode;
  /** 1 for the inner ring. */
  readonly depth: number;
  /** Outline as SVG path data around the centre. */
  readonly path: string;
  /** Middle of the piece, px from the centre. */
  readonly middle: readonly [x: number, y: number];
  readonly text: ArcText | undefined;
}

/** The word in a piece: along the ring where it is long, outwards where it is steep. */
export interface ArcText {
  readonly text: string;
  /** SVG transform that brings the middle of the text to the middle of the piece, upright enough to be read. */
  readonly transform: string;
}

export interface SunburstLayout {
  readonly radius: number;
  /** Radius of the hole, where the name and the sum of the root stand, px. */
  readonly hole: number;
  readonly arcs: readonly SunburstArc[];
}

/** The shortest outer edge a piece may have, px. */
const LEAST_EDGE = 3;
/** The hole as a share of the radius by number of rings. */
const HOLE = [1, 0.56, 0.38, 0.32] as const;
const PADDING = 4;

/** Rings of classes around a hole: angles in proportion to the values, clockwise from twelve o'clock, largest first. */
export function sunburstLayout(root: TreeNode, box: SunburstBox, restLabel: (count: number) => string, measure: MeasureText): SunburstLayout {
  const radius = Math.max(0, box.size / 2);
  if (!(root.value > 0) || radius === 0) return { radius, hole: radius * HOLE[1], arcs: [] };
  const clear = withoutSlivers(root, { least: (root.value * LEAST_EDGE) / (2 * Math.PI * radius), levels: Math.max(1, Math.min(box.levels, 3)), restLabel });
  const tree = hierarchy<TreeNode>(clear, (node) => (node.children.length > 0 ? [...node.children] : undefined)).sum((node) => (node.children.length > 0 ? 0 : node.value));
  const rings = Math.max(1, Math.min(box.levels, tree.height, 3)) as 1 | 2 | 3;
  const hole = radius * HOLE[rings];
  const thick = (radius - hole) / rings;
  const placed = partition<TreeNode>().size([2 * Math.PI, tree.height + 1])(tree);
  const arcs: SunburstArc[] = [];
  // A class, then what is in it: the order in which the keyboard walks.
  placed.eachBefore((one) => {
    if (one.depth === 0 || one.depth > rings) return;
    const piece = { start: one.x0, end: one.x1, inner: hole + (one.depth - 1) * thick, outer: hole + one.depth * thick };
    arcs.push(arcOf(one.data, one.depth, piece, box.lineHeight, measure));
  });
  return { radius, hole, arcs };
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly inner: number;
  readonly outer: number;
}

function arcOf(node: TreeNode, depth: number, piece: Piece, lineHeight: number, measure: MeasureText): SunburstArc {
  const { start, end, inner, outer } = piece;
  const draw = arc<null>().innerRadius(inner).outerRadius(outer).startAngle(start).endAngle(end);
  const turn = (start + end) / 2;
  const radius = (inner + outer) / 2;
  return {
    node,
    depth,
    path: draw(null) ?? '',
    middle: [Math.sin(turn) * radius, -Math.cos(turn) * radius],
    text: arcText(node.label, piece, lineHeight, measure),
  };
}

/** The whole name, or at least two characters of it, or nothing. */
function arcText(label: string, { start, end, inner, outer }: Piece, lineHeight: number, measure: MeasureText): ArcText | undefined {
  const turn = (start + end) / 2;
  const radius = (inner + outer) / 2;
  const span = Math.min(end - start, Math.PI);
  // Straight text in a bent piece: its corners must stay inside the outer circle, its middle outside the inner one.
  const low = inner + PADDING;
  const high = outer - PADDING;
  const chord = Math.min(2 * Math.sqrt(Math.max(0, high ** 2 - (radius + lineHeight / 2) ** 2)), 2 * (radius - lineHeight / 2) * Math.sin(span / 2) - 2 * PADDING);
  const outwards = 2 * low * Math.tan(Math.min(span, 3) / 2) >= lineHeight ? high - low : 0;
  const degrees = (turn * 180) / Math.PI;
  if (chord >= measure(label) || chord >= outwards) {
    const text = fitted(label, chord, measure);
    // Along the ring; on the lower half turned round, so that no word stands on its head.
    const flip = turn > Math.PI / 2 && turn < Math.PI * 1.5 ? ' rotate(180)' : '';
    return text === '' ? undefined : { text, transform: `rotate(${degrees}) translate(0,${-radius})${flip}` };
  }
  const text = fitted(label, outwards, measure);
  return text === '' ? undefined : { text, transform: `rotate(${degrees - 90}) translate(${radius},0)${turn > Math.PI ? ' rotate(180)' : ''}` };
}
