import type * as engine from './engine.js';

/** The code of surface layers; type only here, so that a page does not carry it before it is needed. */
export type SurfaceEngine = typeof engine;

let here: SurfaceEngine | undefined;
let coming: Promise<SurfaceEngine> | undefined;

/** The code if it is there already. */
export function surfaceEngineNow(): SurfaceEngine | undefined {
  return here;
}

/** The code as soon as it is there; asked for when the first surface layer is made. Rejects where it did not load. */
export function whenSurfaceEngine(): Promise<SurfaceEngine> {
  coming ??= import('./engine.js').then(
    (module) => (here = module),
    (reason: unknown) => {
      // The next layer tries again.
      coming = undefined;
      throw reason;
    },
  );
  return coming;
}
