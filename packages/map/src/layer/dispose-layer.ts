import type BaseLayer from 'ol/layer/Base.js';

/** What layers may have that takes room. */
interface Holding {
  getSource?(): { dispose(): void } | null;
  /** Gives a canvas back. */
  release?(): void;
}

/**
 * Frees a layer that was taken from its map: what takes room at once, the layer itself after the next frame. Until then OpenLayers has it on the
 * list of what it drew last, and stumbles over a disposed one when it looks for features at a place.
 */
export function disposeLayer(layer: BaseLayer): void {
  const holding = layer as BaseLayer & Holding;
  holding.getSource?.()?.dispose();
  holding.release?.();
  requestAnimationFrame(() => layer.dispose());
}
