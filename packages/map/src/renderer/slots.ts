/** Which symbol each row gets and in which order symbols are drawn. Pure. */
import type { RenderColumns, RenderStyle } from './types.js';

/** One symbol of the picture. Slot 0 is "not drawn"; higher slots are drawn later, so they lie on top. */
export interface Slot {
  readonly classIndex: number;
  /** CSS px. */
  readonly diameter: number;
  readonly selected: boolean;
}

/** The slot of each row and what the slots are. */
export interface Slots {
  /** Row → slot. */
  readonly of: Uint16Array;
  /** Slot − 1 → symbol. */
  readonly list: readonly Slot[];
  /** False where it is known that no row has a slot of the selected ones, which are the second half of the list. */
  readonly lifted?: boolean;
}

/** Class indices from bottom to top: 其他 and 无数据 first, then in the order of the legend. */
export function classOrder(classes: RenderStyle['classes']): number[] {
  const below: number[] = [];
  const above: number[] = [];
  classes.forEach((one, index) => (one.below ? below : above).push(index));
  return [...below, ...above];
}

function diametersOf(columns: RenderColumns, size: number): number[] {
  if (!columns.diameters) return [size];
  const seen = new Uint8Array(256);
  for (let row = 0; row < columns.rowCount; row++) seen[columns.diameters[row] as number] = 1;
  const out: number[] = [];
  // Large ones first: they lie below and never hide a small one.
  for (let diameter = 255; diameter > 0; diameter--) if (seen[diameter]) out.push(diameter);
  return out;
}

/** Slots in drawing order: unselected below selected, large below small, then classes. */
function listOf(classes: readonly number[], diameters: readonly number[]): Slot[] {
  const list: Slot[] = [];
  for (const selected of [false, true])
    for (const diameter of diameters) for (const classIndex of classes) list.push({ classIndex, diameter, selected });
  return list;
}

/** Assigns slots. One pass over the rows; called when filter, selection, classes or sizes change. */
export function slotsOf(columns: RenderColumns, style: Pick<RenderStyle, 'classes' | 'size'>): Slots {
  const order = classOrder(style.classes);
  const diameters = diametersOf(columns, style.size);
  const list = listOf(order, diameters);
  const rank = new Uint16Array(256);
  order.forEach((classIndex, position) => (rank[classIndex] = position + 1));
  const step = new Uint16Array(256);
  diameters.forEach((diameter, position) => (step[diameter] = position * order.length));
  const of = new Uint16Array(columns.rowCount);
  const { passing, classOf, diameters: each } = columns;
  for (let row = 0; row < of.length; row++) {
    if (passing[row] === 0) continue;
    const position = rank[classOf[row] as number] as number;
    if (position === 0) continue;
    if (!each) of[row] = position;
    else if (each[row] !== 0) of[row] = position + (step[each[row] as number] as number);
  }
  const plain = list.length / 2;
  let lifted = false;
  for (const row of columns.selection) {
    if (!of[row]) continue;
    of[row] = (of[row] as number) + plain;
    lifted = true;
  }
  return { of, list, lifted };
}
