/** Where labels of points may stand, those to be named first. */
import type { Seen } from './collect.js';
import type { LabelSpot } from './label-painter.js';
import type { PointFrame } from './point-frame.js';


/** What is seen, and how a place of it is read. */
export type SeenIn = Seen & { readonly stride: number; readonly margin: number };

/** Slots in the order their points are named: selected symbols first, then the highest classes. */
export function wanted({ list }: PointFrame['slots']): number[] {
  const plain = list.length / 2;
  const proportional = new Set(list.map((slot) => slot.diameter)).size > 1;
  const order = list.map((_, index) => index);
  // Large symbols lie below small ones but are the ones to name.
  const unselected = order.slice(0, plain);
  return [...order.slice(plain).reverse(), ...(proportional ? unselected : unselected.reverse())];
}

/** Spots of all points that are seen. */
export function* spotsOf({ slots, style, view }: PointFrame, seen: SeenIn): Iterable<LabelSpot> {
  for (const index of wanted(slots)) {
    const radius = ((slots.list[index]?.diameter ?? style.size) / 2) * view.pixelRatio;
    for (let i = seen.start[index + 1] as number; i < (seen.start[index + 2] as number); i++) {
      const at = seen.positions[i] as number;
      const x = (at % seen.stride) - seen.margin;
      const y = Math.floor(at / seen.stride) - seen.margin;
      yield { row: seen.rows?.[i] ?? -1, x, y, radius };
    }
  }
}
