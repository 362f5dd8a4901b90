/** The code that asks for what rows elsewhere weigh, fetched by the first layer that draws such. */
import type { PlacesInReach } from './places-in-reach.js';

let coming: Promise<typeof PlacesInReach> | undefined;

/** The class as soon as its code is there. Rejects where it did not load. */
export function whenPlaces(): Promise<typeof PlacesInReach> {
  coming ??= import('./places-in-reach.js').then((module) => module.PlacesInReach);
  return coming;
}
