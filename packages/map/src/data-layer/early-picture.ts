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

  constructor(map: YztMap) {
    this.#map = map;
    // Layers came, went, moved or were hidden.
    map.addEventListener('yzt-layers-change', this.#queue);
    this.#stop = map.onFrame(() => this.#end());
  }

  add(layer: LayerElement, paint: EarlyPaint): void {
    if (!this.#layers.has(layer)) this.#layers.set(layer, { paint, canvas: newCanvas() });
    this.#queue();
  }

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
      if (!context || !early.paint({ context, view, taken, later: (draw) => labels.unshift(draw), again: this.#queue })) continue;
      place.append(early.canvas);
      drawn = true;
    }
    for (const draw of labels) draw();
    if (drawn) this.#map.firstDrawn();
  }

  #end(): void {
    this.#stop();
    this.#map.removeEventListener('yzt-layers-change', this.#queue);
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
