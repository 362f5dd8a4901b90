import type BaseLayer from 'ol/layer/Base.js';

interface WithSource {
  getSource?(): { dispose(): void } | null;
}

/**
 * Frees a layer that was taken from its map, and its source. The layer itself goes after the next frame: until then OpenLayers has it on the list
 * of what it drew last, and stumbles over a disposed one when it looks for features at a place.
 */
export function disposeLayer(layer: BaseLayer): void {
  (layer as WithSource).getSource?.()?.dispose();
  requestAnimationFrame(() => layer.dispose());
}
