import type { LonLat, MapView, ViewCause } from './map-types.js';

/** Says when a view has come to rest somewhere new, and who moved it; remembers where it began. */
export class ViewWatch {
  /** Who moves the view now. A move that nobody announced is code on the OpenLayers view itself. */
  cause: ViewCause = 'code';
  /** The view of the first frame. */
  home?: { readonly center: LonLat; readonly zoom: number; readonly rotation: number };
  #rested = '';

  /** A view at rest; returns what to tell the page, or undefined when nothing changed since. */
  rest(view: Omit<MapView, 'cause'>): MapView | undefined {
    const { center, zoom, rotation, bounds } = view;
    this.home ??= { center, zoom, rotation };
    const rested = [...center, zoom, rotation, ...bounds].join(' ');
    if (rested === this.#rested) return undefined;
    this.#rested = rested;
    const cause = this.cause;
    this.cause = 'code';
    return { ...view, cause };
  }

  /** The map left the page: the next frame is a first one. */
  reset(): void {
    this.#rested = '';
  }
}
