import type MapEvent from 'ol/MapEvent.js';
import type OlMap from 'ol/Map.js';
import type View from 'ol/View.js';
import { MapPointer, type PointerHost } from './map-pointer.js';
import { disposeOlMap, makeOlMap } from './ol-map.js';
import { PickWarmer } from './pick-warmer.js';
import { watchPixelRatio } from './pixel-ratio.js';

/** What one life of an OpenLayers map tells its element. */
export interface SessionHost extends PointerHost {
  /** The map got a size, or another one. */
  sized(): void;
  /** A frame was drawn. `resting`: nothing moves the view any more. */
  drawn(resting: boolean): void;
}

/** Set on a View that is on the map for a picture only: what it shows is nobody's business but the picture's. */
export const FOR_PICTURE = 'yzt-for-picture';

/** One OpenLayers map from the time it is made until its element leaves the page. */
export class MapSession {
  readonly olMap: OlMap;
  readonly #host: SessionHost;
  readonly #pointer: MapPointer;
  readonly #stopRatio: () => void;
  readonly #warmer: PickWarmer;
  #place?: HTMLElement;
  #observer?: ResizeObserver;
  #frame = 0;

  constructor(host: SessionHost, view: View) {
    this.#host = host;
    this.olMap = makeOlMap(view);
    this.olMap.on('postrender', this.#onFrame);
    this.olMap.on('change:size', this.#onSize);
    this.#pointer = new MapPointer(host, this.olMap);
    this.#warmer = new PickWarmer((pixel, tolerance) => host.pick(pixel, tolerance));
    this.#stopRatio = watchPixelRatio((ratio) => this.olMap.setPixelRatio(ratio));
  }

  /** Puts the map into a place of the page; waits while that is hidden or has no size. */
  show(place: HTMLElement): void {
    if (this.#place === place) return;
    this.#place = place;
    this.#observer?.disconnect();
    this.#showIfSized();
    if (this.olMap.getTarget()) return;
    // In the frame after: showing the map inside the observation would resize what is being observed.
    this.#observer = new ResizeObserver(() => (this.#frame = requestAnimationFrame(() => this.#showIfSized())));
    this.#observer.observe(place);
  }

  /** Nothing is under the pointer any more. */
  clearHover(): void {
    this.#pointer.clearHover();
  }

  /** Frees the map with everything that listens for it. Layers have been taken off before. */
  dispose(): void {
    this.#observer?.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#stopRatio();
    this.#warmer.stop();
    this.#pointer.dispose();
    this.olMap.un('postrender', this.#onFrame);
    this.olMap.un('change:size', this.#onSize);
    disposeOlMap(this.olMap);
  }

  get #isForPicture(): boolean {
    return this.olMap.getView().get(FOR_PICTURE) === true;
  }

  #showIfSized(): void {
    const place = this.#place;
    if (!place || place.offsetWidth === 0 || place.offsetHeight === 0) return;
    // From here on OpenLayers watches the size itself.
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.olMap.setTarget(place);
  }

  readonly #onSize = (): void => {
    if (this.#isForPicture) return;
    const [width = 0, height = 0] = this.olMap.getSize() ?? [];
    if (width > 0 && height > 0) this.#host.sized();
  };

  readonly #onFrame = (event: MapEvent): void => {
    if (!event.frameState || this.#isForPicture) return;
    const view = this.olMap.getView();
    const resting = !view.getAnimating() && !view.getInteracting();
    this.#host.drawn(resting);
    if (resting) this.#warmer.rest(event.frameState.size as [number, number]);
    else this.#warmer.stop();
  };
}
