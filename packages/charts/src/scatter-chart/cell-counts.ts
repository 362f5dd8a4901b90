import type { Answer } from '@yizhangtu/data/model';
import { cellOf, type CellEdges } from './cell-edges.js';

/** One cell with rows. */
export interface Cell {
  /** Number of its column and of its line, from the least numbers. */
  readonly column: number;
  readonly line: number;
  /** Rows that the filters of others leave; NaN where too few to be told. */
  readonly count: number;
}

/** Cells with rows, column by column. */
export interface Cells {
  readonly across: CellEdges;
  readonly up: CellEdges;
  readonly list: readonly Cell[];
}

/** The cells of an answer: groups are columns, splits are lines. */
export function cellsOf({ groups, splits = [] }: Answer, across: CellEdges, up: CellEdges): Cells {
  const lines = splits.map((key) => (typeof key === 'number' ? cellOf(up, key) : -1));
  const list: Cell[] = [];
  for (const { key, parts = [] } of groups) {
    const column = typeof key === 'number' ? cellOf(across, key) : -1;
    if (column < 0) continue;
    parts.forEach(({ count }, index) => {
      const line = lines[index] ?? -1;
      if (line >= 0 && count !== 0) list.push({ column, line, count });
    });
  }
  return { across, up, list: list.sort((a, b) => a.column - b.column || a.line - b.line) };
}

/** Number of the cell that holds two values; −1 for none with rows. */
export function cellAt({ across, up, list }: Cells, x: number, y: number): number {
  const [column, line] = [cellOf(across, x), cellOf(up, y)];
  return column < 0 || line < 0 ? -1 : list.findIndex((cell) => cell.column === column && cell.line === line);
}

const STEPS: Readonly<Record<string, readonly [column: number, line: number]>> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** The cell a key leads to: the nearest that way, in the same line before others; undefined for other keys. */
export function nextCell({ list }: Cells, key: string, index: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return list.length - 1;
  const [step, from] = [STEPS[key], list[index]];
  if (!step || !from) return undefined;
  let [best, least] = [index, Infinity];
  list.forEach((cell, at) => {
    const [across, up] = [cell.column - from.column, cell.line - from.line];
    const ahead = across * step[0] + up * step[1];
    const aside = Math.abs(step[0] === 0 ? across : up);
    const far = ahead + 3 * aside;
    if (ahead > 0 && far < least) [best, least] = [at, far];
  });
  return best;
}

/** Shades a picture has at most. */
const SHADES = 6;
/** The part of the cells, the emptiest and the fullest, beyond which shades make no more difference. */
const EDGE = 0.05;

/** A number as short as a tenth of it allows, and not larger. */
function roundBelow(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - (value < 10 ? 0 : 1));
  return Math.max(1, Math.floor(value / unit) * unit);
}

/**
 * Least numbers of rows of each shade, rising from 1. They grow by a factor, from what the emptiest cells hold to what the fullest do: a crowd of
 * thousands hides no single row, and cells that are nearly alike still differ.
 */
export function shadesOf({ list }: Cells): readonly number[] {
  const counts = Float64Array.from(list, ({ count }) => count).filter((count) => count > 0).sort();
  if (counts.length === 0) return [1];
  const at = (part: number): number => counts[Math.round(part * (counts.length - 1))] as number;
  const [low, high] = [at(EDGE), at(1 - EDGE)];
  const limits = Array.from({ length: SHADES - 1 }, (_, index) => roundBelow(low * (high / low) ** ((index + 1) / SHADES)));
  return [1, ...limits.filter((limit, index) => limit > (limits[index - 1] ?? 1) && limit > 1)];
}

/** Number of the shade of so many rows; too few to be told are of the first. */
export function shadeOf(shades: readonly number[], count: number): number {
  let shade = 0;
  while (shade + 1 < shades.length && count >= (shades[shade + 1] as number)) shade += 1;
  return shade;
}
