/** Trees of classes, in steps: a field may have a million different words. */
import { inOrder, upTo } from '@yizhangtu/data/model';
import { atOnce, type Steps } from '@yizhangtu/data/steps';

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
  /** No other step leads to this class, under one parent. Of very many it is not looked whether there is one. */
  readonly alone?: boolean;
}

/** One leaf with its way from the root. */
export interface TreeLeaf {
  readonly steps: readonly TreeStep[];
  /** Leaves that are not above zero are left out. */
  readonly value: number;
}

/** A class, the classes in it, and what they add up to. */
export interface TreeNode {
  /** The last of `path`; empty for the root. */
  readonly id: string;
  /** Ids from the root to here; empty for the root. */
  readonly path: readonly string[];
  readonly code?: string | undefined;
  readonly label: string;
  readonly color: string | undefined;
  readonly value: number;
  /** Largest first, equal ones as their leaves came. */
  readonly children: readonly TreeNode[];
  /** Nodes below. */
  readonly size: number;
  /** The node or one below has a code. */
  readonly coded: boolean;
  /** What leaves exactly the rows of this node: values by field. Empty for the root. */
  readonly filters: ReadonlyMap<string, readonly TreeKey[]>;
  /** Many small nodes together, which have no filter of their own. */
  readonly rest?: boolean;
  /** The node of the whole tree, where this is one that is drawn of it. */
  readonly whole?: TreeNode;
}

/** A node that grows. Way and filters are made when they are asked for: of most nodes nobody does. */
class ClassNode implements TreeNode {
  value = 0;
  children: ClassNode[] = NO_CHILDREN;
  size = 0;
  coded: boolean;
  /** Children that others may lead to as well, by their id. */
  known?: Map<string, ClassNode> | undefined;
  readonly above: ClassNode | undefined;
  readonly step: TreeStep;

  constructor(step: TreeStep, above: ClassNode | undefined) {
    this.step = step;
    this.above = above;
    this.coded = step.code !== undefined;
  }

  get id(): string {
    return this.step.id;
  }

  get code(): string | undefined {
    return this.step.code;
  }

  get label(): string {
    return this.step.label;
  }

  get color(): string | undefined {
    return this.step.color ?? this.above?.color;
  }

  get path(): readonly string[] {
    return this.above ? [...this.above.path, this.id] : [];
  }

  get filters(): ReadonlyMap<string, readonly TreeKey[]> {
    return this.above ? new Map(this.above.filters).set(this.step.field, this.step.keys) : new Map();
  }

  /** The child of a step. */
  child(step: TreeStep): ClassNode {
    const known = step.alone ? undefined : this.known?.get(step.id);
    if (known) return known;
    const node = new ClassNode(step, this);
    if (this.children === NO_CHILDREN) this.children = [];
    this.children.push(node);
    if (!step.alone) (this.known ??= new Map()).set(step.id, node);
    return node;
  }
}

/** One for all leaves. */
const NO_CHILDREN: ClassNode[] = [];

/** Id of the node that holds what a class has beside its subclasses. */
export const OWN_ID = '\u0000own';

/** Leaves or nodes between two pauses: about a millisecond. */
const STEP = 1 << 11;
/** Fewer are put in order at once. */
const FEW = 1 << 12;

/**
 * The tree of some leaves. Where a class has a value of its own beside subclasses, that is one more child, so that children always add up
 * to their parent.
 * @param ownLabel Words of that child: 耕地（未细分）.
 */
export function classTree(leaves: Iterable<TreeLeaf>, rootLabel: string, ownLabel: (label: string) => string): TreeNode {
  return atOnce(classTreeSteps(leaves, rootLabel, ownLabel));
}

/** The same in steps. */
export function* classTreeSteps(leaves: Iterable<TreeLeaf>, rootLabel: string, ownLabel: (label: string) => string): Steps<TreeNode> {
  const root = new ClassNode({ id: '', label: rootLabel, color: undefined, field: '', keys: [] }, undefined);
  let way: ClassNode[] = [];
  let count = 0;
  for (const { steps, value } of leaves) {
    if (++count % STEP === 0) yield 0.3;
    if (!(value > 0) || !Number.isFinite(value)) continue;
    way = wayOf(root, steps, way);
    const node = way[way.length - 1];
    if (node) node.value += value;
  }
  yield* summed(root, ownLabel);
  return root;
}

/** The nodes on the way to a leaf. Steps that it shares with the leaf before lead to the same nodes. */
function wayOf(root: ClassNode, steps: readonly TreeStep[], before: readonly ClassNode[]): ClassNode[] {
  let same = 0;
  while (same < steps.length && before[same]?.step === steps[same]) same += 1;
  const way = before.slice(0, same);
  for (let at = same; at < steps.length; at += 1) way.push((way[at - 1] ?? root).child(steps[at] as TreeStep));
  return way;
}

/** Adds up what is below a node, largest first. */
function* summed(node: ClassNode, ownLabel: (label: string) => string): Steps<void> {
  node.known = undefined;
  const { step, children } = node;
  if (node.value > 0) {
    // The key of the class itself, without those of its subclasses.
    const { code, color, field, label, keys } = step;
    const own = new ClassNode({ id: OWN_ID, ...(code !== undefined && { code }), label: ownLabel(label), color, field, keys: keys.slice(0, 1) }, node);
    own.value = node.value;
    node.value = 0;
    children.push(own);
  }
  for (let at = 0; at < children.length; at += 1) {
    const child = children[at] as ClassNode;
    if (child.children.length > 0) yield* summed(child, ownLabel);
    node.value += child.value;
    node.size += child.size + 1;
    if (child.coded) node.coded = true;
    if (at % STEP === STEP - 1) yield 0.6;
  }
  node.children = yield* largestFirst(children);
}

/** Nodes by their values, equal ones as they stood. */
function* largestFirst(nodes: ClassNode[]): Steps<ClassNode[]> {
  const compare = (a: ClassNode, b: ClassNode): number => b.value - a.value;
  if (nodes.length <= FEW) return nodes.sort(compare);
  let sorted = true;
  for (let at = 1; at < nodes.length && sorted; at += 1) {
    sorted = compare(nodes[at - 1] as ClassNode, nodes[at] as ClassNode) <= 0;
    if (at % (8 * STEP) === 0) yield 0.7;
  }
  // The answer of a dataset comes so.
  if (sorted) return nodes;
  const order = yield* inOrder(upTo(new Uint32Array(nodes.length)), (a, b) => compare(nodes[a] as ClassNode, nodes[b] as ClassNode));
  const ordered: ClassNode[] = [];
  for (const at of order) {
    ordered.push(nodes[at] as ClassNode);
    if (ordered.length % (8 * STEP) === 0) yield 0.9;
  }
  return ordered;
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
    const next = node.children.find((child) => child.id === id);
    if (!next) break;
    nodes.push(next);
    node = next;
  }
  return nodes;
}

/** Nodes that are drawn at most: more can be neither seen nor walked through. */
const MOST_DRAWN = 400;

/** What is drawn of a tree. */
export interface Drawable {
  /** Smallest value that is drawn by itself. */
  readonly least: number;
  /** Levels below the node. */
  readonly levels: number;
  /** Name of small nodes together. */
  restLabel(count: number): string;
}

/**
 * The tree down to a level, with children below a share of the whole put together, so that no drawing has marks nobody can see or hit, and
 * none has more than four hundred. A single small child stays as it is. Looks only once through the small ones.
 */
export function withoutSlivers(node: TreeNode, drawable: Drawable): TreeNode {
  const values = valuesFrom(node, drawable.least, drawable.levels, []).sort((a, b) => b - a);
  const cut = values[MOST_DRAWN - 1];
  if (cut === undefined) return drawnOf(node, { ...drawable, ties: Infinity });
  return drawnOf(node, { ...drawable, least: cut, ties: MOST_DRAWN - values.findIndex((value) => value === cut) });
}

/** The values of nodes of at least a value. */
function valuesFrom(node: TreeNode, least: number, levels: number, into: number[]): number[] {
  for (const child of levels > 0 ? node.children : []) {
    if (child.value < least) break;
    into.push(child.value);
    valuesFrom(child, least, levels - 1, into);
  }
  return into;
}

/** @param drawable Of the nodes that have just the least value only `ties` are drawn; counted down. */
function drawnOf(node: TreeNode, drawable: Drawable & { ties: number }, levels = drawable.levels): TreeNode {
  const { id, path, code, label, color, value, filters, coded } = node;
  const own = { id, path, code, label, color, value, filters, coded, size: 0, whole: node };
  if (levels === 0 || node.children.length === 0) return { ...own, children: [] };
  const children: TreeNode[] = [];
  for (const child of node.children) {
    if (child.value < drawable.least || (child.value === drawable.least && drawable.ties-- <= 0)) break;
    children.push(drawnOf(child, drawable, levels - 1));
  }
  const small = node.children.length - children.length;
  if (small === 1) children.push(drawnOf(node.children[children.length] as TreeNode, drawable, 0));
  else if (small > 1) children.push(restOf(node, children.length, drawable.restLabel(small)));
  return { ...own, children };
}

/** The children of a node from one on, as one. */
function restOf(node: TreeNode, from: number, label: string): TreeNode {
  const id = '\u0000rest';
  let value = 0;
  for (let at = from; at < node.children.length; at += 1) value += (node.children[at] as TreeNode).value;
  return { id, path: [...node.path, id], label, color: undefined, value, children: [], size: 0, coded: false, filters: new Map(), rest: true };
}
