/** A key as datasets group by it. */
export type TreeKey = string | number | boolean | null;

/** One step on the way from the root to a leaf: a value of a field, or a class above it in a code list. */
export interface TreeStep {
  /** Tells the nodes under one parent apart. */
  readonly id: string;
  /** Code shown beside the words, where the class has one. */
  readonly code?: string;
  readonly label: string;
  /** CSS colour; undefined = that of the node above. */
  readonly color: string | undefined;
  readonly field: string;
  /** Values of the field that belong to the class, whether data has them now or not. */
  readonly keys: readonly TreeKey[];
}

/** One leaf with its way from the root. */
export interface TreeLeaf {
  readonly steps: readonly TreeStep[];
  /** Leaves that are not above zero are left out. */
  readonly value: number;
}

/** A class, the classes in it, and what they add up to. */
export interface TreeNode {
  /** Ids from the root to here; empty for the root. */
  readonly path: readonly string[];
  readonly code?: string;
  readonly label: string;
  readonly color: string | undefined;
  readonly value: number;
  /** Largest first. */
  readonly children: readonly TreeNode[];
  /** What leaves exactly the rows of this node: values by field. Empty for the root. */
  readonly filters: ReadonlyMap<string, readonly TreeKey[]>;
  /** Many small nodes together, which have no filter of their own. */
  readonly rest?: boolean;
}

interface Growing {
  readonly step: TreeStep;
  readonly children: Map<string, Growing>;
  value: number;
}

/** Id of the node that holds what a class has beside its subclasses. */
export const OWN_ID = '\u0000own';

/**
 * The tree of some leaves. Where a class has a value of its own beside subclasses, that is one more child, so that children always add up
 * to their parent.
 * @param ownLabel Words of that child: 耕地（未细分）.
 */
export function classTree(leaves: readonly TreeLeaf[], rootLabel: string, ownLabel: (label: string) => string): TreeNode {
  const top = new Map<string, Growing>();
  for (const { steps, value } of leaves) {
    if (!(value > 0) || !Number.isFinite(value)) continue;
    let level = top;
    let node: Growing | undefined;
    for (const step of steps) {
      node = level.get(step.id);
      if (!node) {
        node = { step, children: new Map(), value: 0 };
        level.set(step.id, node);
      }
      level = node.children;
    }
    if (node) node.value += value;
  }
  const children = grown(top, { path: [], color: undefined, filters: new Map() }, ownLabel);
  return { path: [], label: rootLabel, color: undefined, value: total(children), children, filters: new Map() };
}

type Above = Pick<TreeNode, 'path' | 'color' | 'filters'>;

function grown(level: ReadonlyMap<string, Growing>, above: Above, ownLabel: (label: string) => string): TreeNode[] {
  const nodes = [...level.values()].map(({ step, children, value }): TreeNode => {
    const filters = new Map(above.filters).set(step.field, step.keys);
    const here: Above = { path: [...above.path, step.id], color: step.color ?? above.color, filters };
    const below = grown(children, here, ownLabel);
    const plain = { ...here, label: step.label, ...(step.code !== undefined && { code: step.code }) };
    if (below.length === 0 || value === 0) return { ...plain, value: value + total(below), children: below };
    // The key of the class itself, without those of its subclasses.
    const owns = step.keys.slice(0, 1);
    const own: TreeNode = {
      ...plain,
      path: [...here.path, OWN_ID],
      label: ownLabel(step.label),
      value,
      children: [],
      filters: new Map(filters).set(step.field, owns),
    };
    const all = [...below, own].sort(largestFirst);
    return { ...plain, value: total(all), children: all };
  });
  return nodes.sort(largestFirst);
}

function largestFirst(a: TreeNode, b: TreeNode): number {
  return b.value - a.value || (a.label < b.label ? -1 : 1);
}

function total(nodes: readonly TreeNode[]): number {
  return nodes.reduce((sum, node) => sum + node.value, 0);
}

/** A path as one text: ids with `/` between; `/` within an id is `%2F`. */
export function pathText(path: readonly string[]): string {
  return path.map((id) => id.replace(/%/g, '%25').replace(/\//g, '%2F')).join('/');
}

/** The ids of a text that `pathText` wrote. */
export function idsOf(text: string): string[] {
  if (text === '') return [];
  return text.split('/').map((id) => id.replace(/%2F/g, '/').replace(/%25/g, '%'));
}

/** The tree from where it first divides: a single class that holds all others says nothing as a level of its own. */
export function dividedTree(root: TreeNode): TreeNode {
  const [only, second] = root.children;
  return only && !second && only.children.length > 1 ? dividedTree(only) : root;
}

/** The nodes on the way to a path, the root first. Ends above the first one that the tree does not have (any more). */
export function nodesOn(root: TreeNode, path: readonly string[]): TreeNode[] {
  const nodes = [root];
  let node = root;
  if (root.path.some((id, index) => id !== path[index])) return nodes;
  for (const id of path.slice(root.path.length)) {
    const next = node.children.find((child) => child.path[child.path.length - 1] === id);
    if (!next) break;
    nodes.push(next);
    node = next;
  }
  return nodes;
}

/**
 * The tree with children below a share of the whole put together, so that no drawing has marks nobody can see or hit. A single small
 * child stays as it is.
 * @param least Smallest value that stays.
 */
export function withoutSlivers(node: TreeNode, least: number, restLabel: (count: number) => string): TreeNode {
  const small = node.children.filter((child) => child.value < least);
  const kept = node.children.filter((child) => child.value >= least).map((child) => withoutSlivers(child, least, restLabel));
  if (small.length === 0) return kept.length === 0 ? node : { ...node, children: kept };
  if (small.length === 1) return { ...node, children: [...kept, ...small.map((one) => ({ ...one, children: [] }))] };
  const rest: TreeNode = {
    path: [...node.path, '\u0000rest'],
    label: restLabel(small.length),
    color: undefined,
    value: total(small),
    children: [],
    filters: new Map(),
    rest: true,
  };
  return { ...node, children: [...kept, rest] };
}
