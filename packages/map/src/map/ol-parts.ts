/** Everything of a map that needs OpenLayers. A chunk of its own, so that data and widgets start while it loads. */
export { CanvasLayer } from '../data-layer/canvas-layer.js';
export { MapSession } from './map-session.js';
export { setRotatable } from './ol-map.js';
export { isKnown, loadProjection, transformTo } from './projections.js';
export { ViewModel } from './view-model.js';
