/** Pure logic of the layer list: the tree, what a tick means, and the search. */
import type { Text } from '@yizhangtu/base/locale';
import { inScaleRange } from '../legend/legend-rows.js';
import { listedAs } from '../shared/layer-order.js';

/** A group as the layer list reads it. */
export interface TreeGroup {
  readonly label: string;
  invisible: boolean;
  readonly groupElement?: TreeGroup;
  /** Shows one of its layers at a time. */
  readonly exclusive?: boolean;
  /** Closed until somebody opens it. */
  readonly folded?: boolean;
  /** Listed as one layer, as a base map is, and not with what is in it. */
  readonly isOneLayer?: boolean;
  /** Its name where the page gave none. */
  readonly usualLabel?: Text | undefined;
}

/** A layer as the layer list reads it. */
export interface TreeLayer {
  readonly label: string;
  invisible: boolean;
  readonly minZoom?: number;
  readonly maxZoom?: number;
  readonly groupElement?: TreeGroup;
}

/** A group with what is in it, or a layer. The top of the map comes first. */
export type TreeNode<L extends TreeLayer = TreeLayer> =
  | { readonly kind: 'layer'; readonly layer: L }
  | { readonly kind: 'group'; readonly group: TreeGroup; readonly children: readonly TreeNode<L>[] };

interface OpenGroup<L extends TreeLayer> {
  readonly kind: 'group';
  readonly group: TreeGroup;
  readonly children: (TreeNode<L> | OpenGroup<L>)[];
}

function pathOf(layer: TreeLayer): TreeGroup[] {
  const path: TreeGroup[] = [];
  for (let group = layer.groupElement; group; group = group.groupElement) path.unshift(group);
  return path;
}

/**
 * Layers as they are listed: a group that is one layer stands for all that is in it, where the lowest of it is drawn.
 * @param layers In drawing order, the bottom layer first, with groups flattened.
 */
export function listed<L extends TreeLayer>(layers: readonly L[]): L[] {
  return [...new Set(layers.map(listedAs))];
}

/**
 * The tree of a map's layers, the top layer first.
 * @param layers As they are listed.
 */
export function layerTree<L extends TreeLayer>(layers: readonly L[]): TreeNode<L>[] {
  const root: OpenGroup<L>['children'] = [];
  const open = new Map<TreeGroup, OpenGroup<L>>();
  for (const layer of [...layers].reverse()) {
    let siblings = root;
    for (const group of pathOf(layer)) {
      let node = open.get(group);
      if (!node) {
        node = { kind: 'group', group, children: [] };
        open.set(group, node);
        siblings.push(node);
      }
      siblings = node.children;
    }
    siblings.push({ kind: 'layer', layer });
  }
  return root;
}

/** Every layer under a node. */
export function leaves<L extends TreeLayer>(node: TreeNode<L>): L[] {
  return node.kind === 'layer' ? [node.layer] : node.children.reduce<L[]>((all, child) => all.concat(leaves(child)), []);
}

/** Whether a layer is switched on, itself and every group around it. */
export function isOn(layer: TreeLayer): boolean {
  return !layer.invisible && pathOf(layer).every((group) => !group.invisible);
}

/** The state of a tick box: all of its layers on, none, or some. */
export function tickOf(node: TreeNode): 'on' | 'off' | 'mixed' {
  const states = leaves(node).map(isOn);
  if (states.every(Boolean)) return 'on';
  return states.some(Boolean) ? 'mixed' : 'off';
}

/**
 * Switches everything under a node on or off. A group around it that is off is opened without showing what else is in it: its
 * other layers are switched off one by one instead.
 * @param all Every layer of the map.
 */
export function setTick<L extends TreeLayer>(node: TreeNode<L>, on: boolean, all: readonly L[]): void {
  const mine = leaves(node);
  if (!on) {
    for (const layer of mine) layer.invisible = true;
    return;
  }
  for (const layer of all) if (!mine.includes(layer) && !isOn(layer)) layer.invisible = true;
  for (const layer of mine) {
    layer.invisible = false;
    for (const group of pathOf(layer)) group.invisible = false;
  }
}

/** Why a layer does not draw at a zoom level, or undefined when it does. */
export function outOfScale(layer: TreeLayer, zoom: number): 'zoom-in' | 'zoom-out' | undefined {
  if (inScaleRange(layer, zoom)) return undefined;
  return zoom < (layer.minZoom ?? -Infinity) ? 'zoom-in' : 'zoom-out';
}

/** Words made comparable: full-width forms as half-width, small letters, no spaces at the ends. */
export function folded(words: string): string {
  return words.normalize('NFKC').toLowerCase().trim();
}

/** The part of a tree whose layers, or a group around them, match a search; all of it for an empty one. @param nameOf What a list calls them. */
export function searched<L extends TreeLayer>(tree: readonly TreeNode<L>[], words: string, nameOf: (subject: L | TreeGroup) => string): TreeNode<L>[] {
  const wanted = folded(words);
  if (wanted === '') return [...tree];
  const hits: TreeNode<L>[] = [];
  for (const node of tree) {
    if (folded(nameOf(subjectOf(node))).includes(wanted)) hits.push(node);
    else if (node.kind === 'group') {
      const children = searched(node.children, words, nameOf);
      if (children.length > 0) hits.push({ ...node, children });
    }
  }
  return hits;
}

/** A line of the tree as it is shown. */
export interface TreeRow<L extends TreeLayer = TreeLayer> {
  readonly node: TreeNode<L>;
  /** From 1. */
  readonly level: number;
  /** The group it stands in; undefined on top. */
  readonly parent?: TreeRow<L> | undefined;
  /** All that stands in the same group, the top of the map first, itself among them. */
  readonly siblings: readonly TreeNode<L>[];
}

/** The layer or the group of a node: what a list knows it by. */
export function subjectOf<L extends TreeLayer>(node: TreeNode<L>): L | TreeGroup {
  return node.kind === 'layer' ? node.layer : node.group;
}

/** The lines of a tree from top to bottom; of a closed group only its own. */
export function treeRows<L extends TreeLayer>(tree: readonly TreeNode<L>[], isOpen: (group: TreeGroup) => boolean, parent?: TreeRow<L>): TreeRow<L>[] {
  return tree.reduce<TreeRow<L>[]>((rows, node) => {
    const row: TreeRow<L> = { node, level: (parent?.level ?? 0) + 1, parent, siblings: tree };
    rows.push(row);
    return node.kind === 'group' && isOpen(node.group) ? rows.concat(treeRows(node.children, isOpen, row)) : rows;
  }, []);
}
