import type { ChartTable, TableCell } from '../chart/chart-table.js';
import type { TreeNode } from './class-tree.js';

export interface TreeTableWords {
  readonly heads: { readonly item: string; readonly code: string; readonly value: string; readonly share: string };
  figure(value: number): string;
  /** A value in the unit that is shown. */
  shown(value: number): number;
  share(part: number, whole: number): string;
}

function hasCodes(node: TreeNode): boolean {
  return node.code !== undefined || node.children.some(hasCodes);
}

/** The table twin of a tree: every class under a node, each below the one it belongs to and set in a step. */
export function treeTable(root: TreeNode, words: TreeTableWords): ChartTable {
  const codes = root.children.some(hasCodes);
  const { item, code, value, share } = words.heads;
  const columns = [
    { head: item, number: false },
    ...(codes ? [{ head: code, number: false }] : []),
    { head: value, number: true },
    { head: share, number: true },
  ];
  const rows: TableCell[][] = [];
  const add = (node: TreeNode, level: number): void => {
    const cells: TableCell[] = [{ text: node.label, level }];
    if (codes) cells.push({ text: node.code ?? '' });
    cells.push({ text: words.figure(node.value), value: words.shown(node.value) }, { text: words.share(node.value, root.value) });
    rows.push(cells);
    for (const child of node.children) add(child, level + 1);
  };
  for (const child of root.children) add(child, 0);
  return { columns, rows };
}
