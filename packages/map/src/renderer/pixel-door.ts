/** The code that draws many shapes as pixels, fetched by the first picture that needs it: most maps show so few that canvas paths do. */
import type { PixelShapes } from './pixel-shapes.js';

type Here = typeof PixelShapes | 'missing';

let here: Here | undefined;
let coming: Promise<void> | undefined;

/** The code if it is there already; `missing` where it did not load: canvas paths draw the same. */
export function pixelShapesNow(): Here | undefined {
  return here;
}

/** Resolves when it is known whether there is the code; asked for by the first call. */
export function whenPixelShapes(): Promise<void> {
  coming ??= import('./pixel-shapes.js').then(
    (module) => void (here = module.PixelShapes),
    () => void (here = 'missing'),
  );
  return coming;
}
