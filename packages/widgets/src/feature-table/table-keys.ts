/** Pure logic: where the keys take the focus in a grid, and which rows a click or key selects. */

/** A cell: row −1 is the head. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Size of a grid: rows that pass, columns, rows of a page. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

/** Keys that move, as in the grid pattern of WAI-ARIA. Undefined for a key that moves nothing. */
export function movedCell(
  key: string,
  ctrl: boolean,
  { row, column }: Cell,
  { rows, columns, page }: GridSize,
): Cell | undefined {
  const next = ((): Cell | undefined => {
    switch (key) {
      case 'ArrowUp':
        return { row: row - 1, column };
      case 'ArrowDown':
        return { row: row + 1, column };
      case 'ArrowLeft':
        return { row, column: column - 1 };
      case 'ArrowRight':
        return { row, column: column + 1 };
      case 'PageUp':
        return { row: Math.max(row < 0 ? -1 : 0, row - page), column };
      case 'PageDown':
        return { row: row + page, column };
      case 'Home':
        return { row: ctrl ? 0 : row, column: 0 };
      case 'End':
        return { row: ctrl ? rows - 1 : row, column: columns - 1 };
      default:
        return undefined;
    }
  })();
  if (!next) return undefined;
  return { row: Math.min(rows - 1, Math.max(-1, next.row)), column: Math.min(columns - 1, Math.max(0, next.column)) };
}

/** Which rows are chosen next: rows `from` to `to` of the table, both in, and how they join what is chosen. */
export interface Choice {
  readonly from: number;
  readonly to: number;
  readonly mode: 'replace' | 'add' | 'toggle';
  /** Where the next range begins. */
  readonly anchor: number;
}

/** A click or key on a row: plain chooses it alone, Ctrl turns it round, Shift takes everything from the last one chosen. */
export function rowChoice(index: number, anchor: number, keys: { readonly ctrl: boolean; readonly shift: boolean }): Choice {
  if (keys.shift && anchor >= 0) {
    const [from, to] = index < anchor ? [index, anchor] : [anchor, index];
    return { from, to, mode: keys.ctrl ? 'add' : 'replace', anchor };
  }
  return { from: index, to: index, mode: keys.ctrl ? 'toggle' : 'replace', anchor: index };
}
