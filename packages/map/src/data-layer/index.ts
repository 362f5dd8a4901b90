export { DataLayerElement, type LayerLook, PLAIN_LOOK } from './data-layer.js';
