/** The form of a symbol, for those who draw it and those who ask what lies under a pointer. Pure. */
import type { Slot } from './slots.js';
import { NO_TURN, TURN_STEP } from './turns.js';
import type { PointShape } from './types.js';

/** A selected symbol is this much larger. */
export const LIFT = 1.25;
/** Width of the ring around a selected symbol, CSS px. */
export const SELECTED_RING = 2.5;
/** How far beyond the edge of a symbol its soft edge still paints, device px; half a step of 255 is nothing. */
export const SOFT = 0.5 - 1 / 510;
/** The disc in place of a symbol without a known direction ÷ size of the symbol. */
const UNTURNED = 0.6;

const SQRT3 = Math.sqrt(3);

/** Signed distance to the edge of a shape of radius r, negative inside. Shapes are sized to look equally heavy. */
export function distance(shape: PointShape, x: number, y: number, r: number): number {
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  if (shape === 'square') return Math.max(ax, ay) - r * 0.886;
  if (shape === 'diamond') return (ax + ay - r * 1.2) * Math.SQRT1_2;
  // Equilateral, point up, centred on its centroid: inradius is half the circumradius.
  if (shape === 'triangle') return Math.max((ax * SQRT3 - y) / 2, y) - r * 0.62;
  return Math.sqrt(x * x + y * y) - r;
}

/** Furthest any shape reaches from its middle ÷ its radius. */
export const FURTHEST = 1.26;

/** A symbol without its ring. Lengths are CSS px. */
export interface SymbolForm {
  readonly shape: PointShape;
  readonly diameter: number;
  /** Clockwise, radians. */
  readonly angle: number;
}

/**
 * The form of a slot.
 * @param turn Steps clockwise from upright. What has a direction that is not known must not seem to point north: it is a plain disc.
 */
export function formOf(shape: PointShape, slot: Slot, turn: number): SymbolForm {
  const diameter = slot.diameter * (slot.selected ? LIFT : 1);
  if (turn === NO_TURN) return { shape: 'circle', diameter: diameter * UNTURNED, angle: 0 };
  return { shape, diameter, angle: (turn * TURN_STEP * Math.PI) / 180 };
}
