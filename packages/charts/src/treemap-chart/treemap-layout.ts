import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import { fitted, wrapped, type MeasureText } from '../marks/text-fit.js';
import { withoutSlivers, type TreeNode } from '../tree/class-tree.js';

export interface TreemapBox {
  readonly width: number;
  readonly height: number;
  /** Height of a line of text, px. */
  readonly lineHeight: number;
  /** Levels below the root that are drawn, 1 or 2. */
  readonly levels: number;
}

/** The rectangle of a node, px. */
export interface TreemapCell {
  readonly node: TreeNode;
  /** 1 for the classes of the root, 2 for what is in them. */
  readonly depth: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Classes within it are drawn over it; only a strip at the top is its own. */
  readonly head: number;
}

/** Texts of a cell that fit into it, top down. */
export interface CellText {
  readonly lines: readonly string[];
  readonly value: string | undefined;
}

/** A rectangle smaller than this can neither be seen nor hit, px². */
const LEAST_AREA = 36;
const PADDING = 6;
/** Heads are written bold: wider than they measure. */
const BOLD = 1.08;

/** Nested rectangles whose areas are in proportion to the values, as square as they can be (squarified treemap, Bruls et al. 2000). */
export function treemapCells(root: TreeNode, box: TreemapBox, restLabel: (count: number) => string): TreemapCell[] {
  const { width, height, lineHeight, levels } = box;
  if (!(root.value > 0) || width <= 0 || height <= 0) return [];
  const clear = withoutSlivers(root, { least: (root.value * LEAST_AREA) / (width * height), levels, restLabel });
  const head = lineHeight + 4;
  const tree = hierarchy<TreeNode>(clear, (node) => (node.children.length > 0 ? [...node.children] : undefined)).sum((node) => (node.children.length > 0 ? 0 : node.value));
  const placed = treemap<TreeNode>()
    .tile(treemapSquarify.ratio(1.3))
    .size([width, height])
    .paddingInner((node) => (node.depth === 0 ? 2 : 1))
    .paddingTop((node) => (node.depth === 1 && node.children ? head : 0))
    .round(true)(tree);
  const cells: TreemapCell[] = [];
  // Where a head would leave no room for what is below it, the class is one rectangle that opens by a click.
  const closed = new Set<unknown>();
  // A class, then what is in it: the order in which the keyboard walks.
  placed.eachBefore((one) => {
    const size = { width: one.x1 - one.x0, height: one.y1 - one.y0 };
    if (one.depth === 0 || size.width <= 0 || size.height <= 0 || closed.has(one.parent)) return;
    const opens = one.children !== undefined && size.height >= 1.8 * head && size.width >= 2 * head;
    if (!opens) closed.add(one);
    cells.push({ node: one.data, depth: one.depth, x: one.x0, y: one.y0, ...size, head: opens ? head : 0 });
  });
  return cells;
}

/** The words of a cell: the name in at most three lines and the value below, or nothing where too little of the name would be left. */
export function cellText(cell: TreemapCell, value: string, lineHeight: number, measure: MeasureText): CellText {
  const width = cell.width - 2 * PADDING;
  const { label } = cell.node;
  if (cell.head > 0) {
    const line = cell.head < lineHeight ? '' : fitted(label, width, (text) => measure(text) * BOLD);
    if (line === '') return { lines: [], value: undefined };
    return { lines: [line], value: measure(label) * BOLD + PADDING + measure(value) <= width ? value : undefined };
  }
  const rows = Math.floor((cell.height - PADDING) / lineHeight);
  if (rows < 1) return { lines: [], value: undefined };
  const withValue = rows >= 2 && measure(value) <= width;
  const most = Math.min(3, withValue ? rows - 1 : rows);
  const lines = most === 1 ? [fitted(label, width, measure)] : wrapped(label, width, most, measure);
  const left = [...lines.join('')].length;
  const isWhole = lines.join('').replace(/\s/g, '') === label.replace(/\s/g, '');
  // Lines of one character each are no word.
  const isWord = isWhole ? lines.length === 1 || width >= measure('汉汉') : left > 3 && width >= measure('汉汉汉');
  return isWord && lines[0] !== '' ? { lines, value: withValue ? value : undefined } : { lines: [], value: undefined };
}
