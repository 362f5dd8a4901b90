import type { Text } from '@yizhangtu/base/locale';
import type { LayerElement } from '../layer/layer.js';
import type { Bounds } from '../shared/values.js';
import type { KeyAction } from './map-keys.js';
import type { Hit, MapPick } from './map-types.js';
import { CLEARED, NOTHING_HERE, selectedWords, zoomWords } from './map-words.js';
import { clearSelection, selectBounds, selectHit } from './selection.js';

/** Part of the map that an arrow key moves by. */
const PAN_STEP = 0.2;
/** The cross in the middle is aimed less exactly than a mouse. */
const KEY_TOLERANCE = 14;

/** What clicks and keys act on. */
export interface ActionHost {
  readonly layers: readonly LayerElement[];
  pick(pixel: readonly [number, number], tolerance?: number): Hit[];
  zoomBy(delta: number): number;
  panBy(pixels: readonly [number, number]): void;
  home(): void;
  /** Tells the page about a pick; false when the page wants the selection left alone. */
  tellPick(pick: PickAt): boolean;
}

/** A pick before its place is known in degrees. */
export type PickAt = Omit<MapPick, 'lonLat'>;

/** What clicks and keys tell. */
export interface ActionEcho {
  /** Size of the map in CSS pixels. */
  size(): readonly [number, number];
  /** Says a sentence for a screen reader. */
  say(text: Text): void;
}

/** What clicks, boxes and keys do on a map. */
export class MapActions {
  readonly #host: ActionHost;
  readonly #echo: ActionEcho;
  #said = 0;

  constructor(host: ActionHost, echo: ActionEcho) {
    this.#host = host;
    this.#echo = echo;
  }

  /** A click or its equal, with everything under it. False when something else took it. */
  pick(pick: PickAt): boolean {
    if (!this.#host.tellPick(pick)) return false;
    selectHit(pick.hits, this.#host.layers, pick.additive);
    return true;
  }

  /** A box drawn over the map. */
  box(bounds: Bounds, additive: boolean): void {
    const count = selectBounds(bounds, this.#host.layers, additive);
    this.#say(selectedWords(count));
  }

  /** A key pressed on the focused map. */
  press(action: KeyAction): void {
    const host = this.#host;
    const [width, height] = this.#echo.size();
    switch (action.kind) {
      case 'pan':
        host.panBy([action.x * width * PAN_STEP, -action.y * height * PAN_STEP]);
        break;
      case 'zoom':
        this.#say(zoomWords(host.zoomBy(action.delta)));
        break;
      case 'home':
        host.home();
        break;
      case 'pick':
        this.#pickMiddle([width / 2, height / 2], action.additive);
        break;
      case 'clear':
        if (clearSelection(host.layers)) this.#say(CLEARED);
    }
  }

  #pickMiddle(pixel: readonly [number, number], additive: boolean): void {
    const hits = this.#host.pick(pixel, KEY_TOLERANCE);
    // Who took it says what came of it.
    if (!this.pick({ pixel, hits, additive, byKey: true })) return;
    const top = hits[0];
    if (top) void this.#sayHit(top, hits.length);
    else this.#say(NOTHING_HERE);
  }

  #say(text: Text): void {
    this.#said++;
    this.#echo.say(text);
  }

  /** Unless something else was said while the words were fetched: an old sentence must not follow a new one. */
  async #sayHit(hit: Hit, count: number): Promise<void> {
    const turn = ++this.#said;
    const { hitWords } = await import('./hit-words.js');
    if (turn === this.#said) this.#echo.say(hitWords(hit, count));
  }
}
