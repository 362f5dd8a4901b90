/** Directions of symbols as bytes. Pure. */

/** Symbols are turned in steps of this many degrees: half of it moves the tip of a symbol of 20 px by a quarter of a pixel. */
export const TURN_STEP = 3;
/** A turn that is not known. */
export const NO_TURN = 255;
/** Number of turns a symbol is drawn in. */
const TURNS = 360 / TURN_STEP;

/** The turn of a symbol on the screen: its own and that of the view, radians clockwise. */
export function turnInView(turn: number, rotation: number): number {
  if (turn === NO_TURN) return NO_TURN;
  const steps = turn + Math.round((rotation * 180) / Math.PI / TURN_STEP);
  return ((steps % TURNS) + TURNS) % TURNS;
}
