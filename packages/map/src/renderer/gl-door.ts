/** The code of WebGL, fetched by the first layer that wants it. */
import type { GlPoints } from './gl-points.js';

let here: typeof GlPoints | undefined;
let coming: Promise<void> | undefined;

/** What draws points by WebGL if its code is there already. */
export function glPointsNow(): typeof GlPoints | undefined {
  return here;
}

/** Resolves when the code is there; stays without it where it does not load: pixels draw the same. */
export function whenGlPoints(): Promise<void> {
  coming ??= import('./gl-points.js').then(
    (module) => void (here = module.GlPoints),
    () => undefined,
  );
  return coming;
}
