export { LayerController, LAYER_LINK, MAP_LINK, MapController, type LayerHost, type MapHost } from './link.js';
