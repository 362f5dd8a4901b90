import type { ChartTable, TableCell, TableRows } from '../chart/chart-table.js';
import type { TreeNode } from './class-tree.js';

export interface TreeTableWords {
  readonly heads: { readonly item: string; readonly code: string; readonly value: string; readonly share: string };
  figure(value: number): string;
  /** A value in the unit that is shown. */
  shown(value: number): number;
  share(part: number, whole: number): string;
}

/** The table twin of a tree: every class under a node, each below the one it belongs to and set in a step. Rows are made when they are asked for. */
export function treeTable(root: TreeNode, words: TreeTableWords): ChartTable {
  const codes = root.children.length > 0 && root.coded;
  const { item, code, value, share } = words.heads;
  const columns = [
    { head: item, number: false },
    ...(codes ? [{ head: code, number: false }] : []),
    { head: value, number: true },
    { head: share, number: true },
  ];
  const row = ({ node, level }: Placed): TableCell[] => {
    const cells: TableCell[] = [{ text: node.label, level }];
    if (codes) cells.push({ text: node.code ?? '' });
    cells.push({ text: words.figure(node.value), value: words.shown(node.value) }, { text: words.share(node.value, root.value) });
    return cells;
  };
  return { columns, rows: rowsInTurn(root, row) };
}

interface Placed {
  readonly node: TreeNode;
  readonly level: number;
}

function* walk(node: TreeNode, level: number): Generator<Placed, void, void> {
  for (const child of node.children) {
    yield { node: child, level };
    if (child.children.length > 0) yield* walk(child, level + 1);
  }
}

/** Rows of a walk over a tree. Whoever asks for one after the other does not begin at the root again. */
function rowsInTurn(root: TreeNode, row: (placed: Placed) => TableCell[]): TableRows {
  let way = walk(root, 0);
  let at = 0;
  return {
    length: root.size,
    slice(from, to) {
      if (from < at) [way, at] = [walk(root, 0), 0];
      const rows: TableCell[][] = [];
      while (at < Math.min(to, root.size)) {
        const next = way.next();
        if (next.done) break;
        if (at >= from) rows.push(row(next.value));
        at += 1;
      }
      return rows;
    },
  };
}
