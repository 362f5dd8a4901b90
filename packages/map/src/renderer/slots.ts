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

function diametersOf({ diameters, rowCount }: RenderColumns, size: number): number[] {
  if (!diameters) return [size];
  const seen = new Uint8Array(256);
  for (let row = 0; row < rowCount; row++) seen[diameters[row] as number] = 1;
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

const NONE: ReadonlySet<number> = new Set();

/** Assigns slots. One pass over the rows; called when filter, classes or sizes change. */
export function slotsOf(columns: RenderColumns, style: Pick<RenderStyle, 'classes' | 'size'>): Slots {
  const order = classOrder(style.classes);
  const diameters = diametersOf(columns, style.size);
  const { rowCount, passing, classOf, diameters: each } = columns;
  // By class and, where rows differ in it, diameter.
  const slots = new Uint16Array(1 << 16);
  diameters.forEach((diameter, step) => order.forEach((classIndex, place) => (slots[(classIndex << 8) | (each ? diameter : 0)] = step * order.length + place + 1)));
  const of = new Uint16Array(rowCount);
  // Without a branch by row: filters leave rows in no order that a processor could foresee.
  for (let row = Math.min(rowCount, classOf.length) - 1; row >= 0; row--) of[row] = (slots[((classOf[row] as number) << 8) | (each ? (each[row] as number) : 0)] as number) * (passing[row] as number);
  return slotsSelected({ of, list: listOf(order, diameters) }, NONE, columns.selection);
}

/** The slots of the same rows when others are selected, which are lifted: no row is looked at but those that are and those that were. */
export function slotsSelected(slots: Slots, before: ReadonlySet<number>, selection: ReadonlySet<number>): Slots {
  if (before === selection) return slots;
  const { list } = slots;
  const of = slots.of.slice();
  const plain = list.length / 2;
  let lifted = false;
  for (const row of before) if ((of[row] as number) > plain) of[row] = (of[row] as number) - plain;
  for (const row of selection) {
    if (!of[row]) continue;
    of[row] = (of[row] as number) + plain;
    lifted = true;
  }
  return { of, list, lifted };
}
