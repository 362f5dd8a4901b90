import type { Steps } from './drive.js';

/** Rows, points or slots between two pauses: a few ms, also where each of them is somewhere else in memory. */
const STEP = 1 << 16;

/** Calls `visit(from, to)` for all of so many, with pauses. */
export function* inParts(length: number, visit: (from: number, to: number) => void): Steps<void> {
  for (let from = 0; from < length; from += STEP) {
    visit(from, Math.min(length, from + STEP));
    yield from / length;
  }
}
