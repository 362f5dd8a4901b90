/** What a map shows of its data before OpenLayers is there: the layers paint themselves on canvases that OpenLayers' first frame takes away. */
import type { LayerElement } from '../layer/layer.js';
import type { YztMap } from '../map/map.js';
import { nothingTaken } from './canvas-door.js';
import type { DrawTarget } from '../renderer/types.js';
import type { View } from '../renderer/view.js';

/** Draws a layer; false while there is nothing to draw. */
export type EarlyPaint = (target: DrawTarget) => boolean;

interface EarlyLayer {
  readonly paint: EarlyPaint;
  readonly canvas: HTMLCanvasElement;
}

const pictures = new WeakMap<YztMap, EarlyPicture>();

/** Draws a layer that OpenLayers does not know yet, soon: any number of calls make one picture. Does nothing where only OpenLayers can tell the view. */
export function drawEarly(map: YztMap, layer: LayerElement, paint: EarlyPaint): void {
  let picture = pictures.get(map);
  if (!picture) pictures.set(map, (picture = new EarlyPicture(map)));
  picture.add(layer, paint);
}

class EarlyPicture {
  readonly #map: YztMap;
  readonly #layers = new Map<LayerElement, EarlyLayer>();
  readonly #stop: () => void;
  #queued = false;
  /** The last click on the picture: nobody could answer it yet. */
  #click: MouseEvent | undefined;

  constructor(map: YztMap) {
    this.#map = map;
    // Layers came, went, moved or were hidden.
    map.addEventListener('yzt-layers-change', this.#queue);
    map.addEventListener('click', this.#note);
    this.#stop = map.onFrame(() => this.#end());
  }

  add(layer: LayerElement, paint: EarlyPaint): void {
    if (!this.#layers.has(layer)) this.#layers.set(layer, { paint, canvas: newCanvas() });
    this.#queue();
  }

  readonly #note = (event: MouseEvent): void => {
    // Widgets over the map answer for themselves.
    this.#click = event.composedPath().includes(this.#map.renderRoot) ? event : undefined;
  };

  /** In a task of its own, not in the next frame: by then the frame is to be shown. */
  readonly #queue = (): void => {
    if (this.#queued) return;
    this.#queued = true;
    setTimeout(() => {
      this.#queued = false;
      this.#draw();
    });
  };

  #draw(): void {
    const place = this.#map.renderRoot.querySelector<HTMLElement>('.viewport');
    const view = place ? this.#map.firstView([place.offsetWidth, place.offsetHeight]) : undefined;
    for (const { canvas } of this.#layers.values()) canvas.remove();
    if (!view || !place) return;
    const labels: (() => void)[] = [];
    const taken = nothingTaken();
    let drawn = false;
    for (const layer of this.#map.layers) {
      const early = this.#layers.get(layer);
      // What groups do to their layers is OpenLayers' to say.
      if (!early || !layer.isShown || layer.groupElement) continue;
      const context = contextOf(early.canvas, view, layer.opacity);
      // A layer whose code is on its way asks for a picture when it has come.
      let waits = false;
      const wait = () => (waits = true);
      if (!context || !early.paint({ context, view, taken, later: (draw) => labels.unshift(draw), again: this.#queue, wait }) || waits) continue;
      place.append(early.canvas);
      drawn = true;
    }
    for (const draw of labels) draw();
    if (drawn) this.#map.firstDrawn();
  }

  #end(): void {
    this.#stop();
    this.#map.removeEventListener('yzt-layers-change', this.#queue);
    this.#map.removeEventListener('click', this.#note);
    const viewport = this.#map.olMap.getViewport();
    if (this.#click && viewport) repeatClick(viewport, this.#click);
    for (const { canvas } of this.#layers.values()) {
      canvas.remove();
      canvas.width = canvas.height = 0;
    }
    this.#layers.clear();
    pictures.delete(this.#map);
  }
}

function newCanvas(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.className = 'early';
  Object.assign(canvas.style, { position: 'absolute', left: '0', top: '0', transformOrigin: 'top left', pointerEvents: 'none' });
  return canvas;
}

/** The context of a canvas in the size of a view, cleared. */
function contextOf(canvas: HTMLCanvasElement, view: View, opacity: number): CanvasRenderingContext2D | null {
  canvas.width = view.width;
  canvas.height = view.height;
  canvas.style.transform = `scale(${1 / view.pixelRatio})`;
  canvas.style.opacity = opacity === 1 ? '' : String(opacity);
  return canvas.getContext('2d');
}

/** What a hand does in a click, once more, for OpenLayers, which was not there. */
function repeatClick(viewport: HTMLElement, { clientX, clientY, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): void {
  const init = { clientX, clientY, ctrlKey, metaKey, shiftKey, altKey, button: 0, isPrimary: true, pointerId: 1, pointerType: 'mouse', bubbles: true, composed: true };
  // After the frame that shows the map: a click asks what is drawn.
  setTimeout(() => {
    for (const type of ['pointerdown', 'pointerup']) viewport.dispatchEvent(new PointerEvent(type, init));
  });
}
