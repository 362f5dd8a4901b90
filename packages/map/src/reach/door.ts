/** The code for rows that are elsewhere, fetched by the first layer that draws some. */
import type { RowsInReach } from './rows-in-reach.js';

let coming: Promise<typeof RowsInReach> | undefined;

/** The class as soon as its code is there. Rejects where it did not load. */
export function whenReach(): Promise<typeof RowsInReach> {
  coming ??= import('./rows-in-reach.js').then((module) => module.RowsInReach);
  return coming;
}
