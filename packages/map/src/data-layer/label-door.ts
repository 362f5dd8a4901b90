/** The code that breaks labels into lines, fetched by the first layer with a `label-width`. */
import type { lineBreaker } from '../renderer/label-lines.js';

let here: typeof lineBreaker | undefined;
let coming: Promise<unknown> | undefined;

/** The code if it is there already. */
export function lineBreakerNow(): typeof lineBreaker | undefined {
  return here;
}

/** Resolves as soon as it is. */
export function whenLineBreaker(): Promise<unknown> {
  coming ??= import('../renderer/label-lines.js').then((module) => (here = module.lineBreaker));
  return coming;
}
