/** The code of WebGL, fetched by the first layer that wants it. */
import type { GlPoints } from './gl-points.js';

let here: typeof GlPoints | undefined;
let coming: Promise<void> | undefined;

/** What draws points by WebGL if its code is there already. */
export function glPointsNow(): typeof GlPoints | undefined {
  return here;
}

/** After so many ms the code is asked for even by a page that never rests. */
const PATIENCE_MS = 1000;

/** Resolves when the page has nothing else to do. */
function rest(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS });
    else setTimeout(resolve, PATIENCE_MS);
  });
}

/** The same, later: the first picture, which pixels draw as well, shall not wait while a page finds out whether it has a graphics card. */
export function glPointsLater(): Promise<void> {
  return rest().then(whenGlPoints);
}

/** Resolves when the code is there; stays without it where it does not load: pixels draw the same. */
export function whenGlPoints(): Promise<void> {
  coming ??= import('./gl-points.js').then(
    (module) => void (here = module.GlPoints),
    () => undefined,
  );
  return coming;
}
