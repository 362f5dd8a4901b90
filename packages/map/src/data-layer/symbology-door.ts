import type * as late from './late-symbology.js';

type Late = typeof late;

let here: Late | undefined;
let coming: Promise<Late> | undefined;

/** The code of symbology by numbers if it is there already. */
export function lateSymbologyNow(): Late | undefined {
  return here;
}

/** The code of symbology by numbers as soon as it is there. */
export function whenLateSymbology(): Promise<Late> {
  coming ??= import('./late-symbology.js').then((module) => (here = module));
  return coming;
}
