import type * as engine from './engine.js';

/** The drawing code of data layers; type only here, so that the start page does not carry it. */
export type Engine = typeof engine;

let here: Engine | undefined;

// Asked for at once: the module is needed by every page that has a data layer, only not before its data.
const coming: Promise<Engine> = import('./engine.js').then((module) => (here = module));

/** The drawing code if it is there already. */
export function engineNow(): Engine | undefined {
  return here;
}

/** The drawing code as soon as it is there. */
export function whenEngine(): Promise<Engine> {
  return coming;
}
