/** Which classes make one piece of a cluster's ring: those of one colour, since only colours can be told apart there. Pure. */
import type { Slot } from './slots.js';
import type { RenderClass } from './types.js';

/** More pieces than this make a ring nobody can read. */
export const MAX_SHARES = 12;

/** Pieces of a ring. */
export interface Shares {
  /** Colour of each piece; empty for no ring. */
  readonly colors: readonly string[];
  /** Class → piece. */
  readonly ofClass: Uint8Array;
}

const NONE: Shares = { colors: [], ofClass: new Uint8Array(0) };

/** Pieces of some classes. None for a single colour, which says nothing, and for more than can be read. */
export function sharesOf(classes: readonly RenderClass[]): Shares {
  const colors: string[] = [];
  const ofClass = Uint8Array.from(classes, ({ color }) => {
    if (!colors.includes(color)) colors.push(color);
    return colors.indexOf(color);
  });
  return colors.length > 1 && colors.length <= MAX_SHARES ? { colors, ofClass } : NONE;
}

/** Slot → piece; slot 0 is never counted. */
export function shareOfSlot({ ofClass }: Shares, slots: readonly Slot[]): Uint8Array {
  return Uint8Array.from([0, ...slots.map(({ classIndex }) => ofClass[classIndex] ?? 0)]);
}
