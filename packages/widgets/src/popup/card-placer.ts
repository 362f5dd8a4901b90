import type { YztMap } from '@yizhangtu/map/map';
import { overlap, placePopup, roomBeside, type Frame } from './popup-place.js';

/** Below this width of the map the popup is a card along its bottom, CSS pixels. */
const SHEET_WIDTH = 520;
/** The part of a narrow map that the card along its bottom may cover. */
const SHEET_SHARE = 0.42;
/** Lowest card with a scrolling middle that can still be read, CSS pixels. */
const MIN_HEIGHT = 200;

/** Everything about the map that placing needs. */
interface Ground {
  readonly frame: Frame;
  readonly anchor: readonly [number, number];
  readonly sheet: boolean;
}

/** Keeps a card at its place on the map while the map, the window or the page moves. */
export class CardPlacer {
  readonly #host: HTMLElement & { readonly mapElement: YztMap | undefined };
  #card?: HTMLElement;
  #lonLat?: readonly [number, number];
  #centred = false;
  #followed?: YztMap;
  #stopFrames?: () => void;

  /** @param host The popup; its box is the origin of the card's coordinates. */
  constructor(host: HTMLElement & { readonly mapElement: YztMap | undefined }) {
    this.#host = host;
  }

  /**
   * Fits the card to the room there is and puts it at a place.
   * @param centred The map is about to bring the place to its middle: the card must fit there.
   */
  settle(card: HTMLElement, lonLat: readonly [number, number], centred = false): void {
    this.#card = card;
    this.#centred = centred;
    this.#lonLat = lonLat;
    this.#fit();
    this.#place();
  }

  /** Follows a map from now on; undefined for none. */
  follow(map: YztMap | undefined): void {
    if (map === this.#followed) return;
    this.#followed = map;
    this.#stopFrames?.();
    this.#stopFrames = map?.onFrame(this.#place);
    window.removeEventListener('resize', this.#place);
    window.removeEventListener('scroll', this.#place, true);
    if (!map) {
      this.#card = undefined;
      return;
    }
    window.addEventListener('resize', this.#place);
    window.addEventListener('scroll', this.#place, true);
  }

  /** Undefined before the map can tell. */
  #ground(): Ground | undefined {
    const map = this.#host.mapElement;
    const pixel = this.#lonLat && map?.pixelOf([this.#lonLat[0], this.#lonLat[1]]);
    if (!map || !pixel) return undefined;
    const box = map.getBoundingClientRect();
    const frame = overlap(box, { left: 0, top: 0, width: window.innerWidth, height: window.innerHeight });
    return { frame, anchor: [box.left + pixel[0], box.top + pixel[1]], sheet: frame.width < SHEET_WIDTH };
  }

  /** The card's size is decided when its content is: it must not grow and shrink while the map is dragged. */
  #fit(): void {
    const ground = this.#ground();
    if (!ground) return;
    const { frame, anchor, sheet } = ground;
    const y = this.#centred ? frame.top + frame.height / 2 : anchor[1];
    // A sheet leaves the middle of the map to what it speaks of.
    const height = sheet ? frame.height * SHEET_SHARE : Math.max(MIN_HEIGHT, roomBeside(y, frame));
    this.#host.style.setProperty('--_room-width', `${sheet ? frame.width : frame.width - 16}px`);
    this.#host.style.setProperty('--_room-height', `${Math.round(height)}px`);
    this.#card?.classList.toggle('sheet', sheet);
  }

  #place = (): void => {
    const card = this.#card;
    const ground = this.#ground();
    card?.classList.toggle('outside', !ground);
    if (!card || !ground) return;
    const { frame, anchor, sheet } = ground;
    if (sheet !== card.classList.contains('sheet')) this.#fit();
    const size = { width: card.offsetWidth, height: card.offsetHeight };
    const place = placePopup(anchor, size, frame);
    for (const side of ['above', 'below'] as const) card.classList.toggle(side, place.side === side);
    card.classList.toggle('clamped', place.clamped);
    card.classList.toggle('outside', place.outside && !sheet);
    const [left, top] = sheet ? [frame.left, frame.top + frame.height - size.height] : [place.left, place.top];
    const origin = this.#host.getBoundingClientRect();
    const values = { '--_left': left - origin.left, '--_top': top - origin.top, '--_tip': place.tip };
    for (const [name, value] of Object.entries(values)) this.#host.style.setProperty(name, `${Math.round(value)}px`);
  };
}
