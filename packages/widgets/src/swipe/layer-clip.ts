/** Keeps the layers of a map to a part of it. */
import type BaseLayer from 'ol/layer/Base.js';
import type Layer from 'ol/layer/Layer.js';
import type RenderEvent from 'ol/render/Event.js';
import { apply } from 'ol/transform.js';
import type { Corners } from './swipe-side.js';

/** Clips what one layer, or all layers of a group, draw on canvases. Layers drawn by WebGL are left whole: their context has no such clip. */
export class LayerClip {
  readonly #corners: () => Corners;
  #clipped: Layer[] = [];

  /** @param corners The part, in CSS px of the map, asked in each frame. */
  constructor(corners: () => Corners) {
    this.#corners = corners;
  }

  /** Clips these layers from now on, and no others. Each draws again. */
  use(base: BaseLayer | undefined): void {
    const wanted = base?.getLayersArray() ?? [];
    if (wanted.length === this.#clipped.length && wanted.every((layer, at) => layer === this.#clipped[at])) return;
    for (const layer of this.#clipped) {
      layer.un('prerender', this.#before);
      layer.un('postrender', this.#after);
      layer.changed();
    }
    this.#clipped = wanted;
    for (const layer of wanted) {
      layer.on('prerender', this.#before);
      layer.on('postrender', this.#after);
      layer.changed();
    }
  }

  /** Draws the layers again. */
  changed(): void {
    for (const layer of this.#clipped) layer.changed();
  }

  readonly #before = ({ context, inversePixelTransform }: RenderEvent): void => {
    if (!(context instanceof CanvasRenderingContext2D) || !inversePixelTransform) return;
    context.save();
    context.beginPath();
    // From CSS px to those of the canvas, which a turned map turns too.
    for (const [x, y] of this.#corners()) {
      const [toX = 0, toY = 0] = apply(inversePixelTransform, [x, y]);
      context.lineTo(toX, toY);
    }
    context.closePath();
    context.clip();
  };

  readonly #after = ({ context, inversePixelTransform }: RenderEvent): void => {
    if (context instanceof CanvasRenderingContext2D && inversePixelTransform) context.restore();
  };
}
