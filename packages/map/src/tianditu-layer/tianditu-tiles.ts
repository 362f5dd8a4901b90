/** What 天地图 needs of OpenLayers and of coordinate systems, when it is on a map. */
export { matrixLayer } from '../services/matrix-source.js';
export { projectionOf } from '../crs/index.js';
