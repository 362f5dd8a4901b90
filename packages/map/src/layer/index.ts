export { LayerElement } from './layer.js';
