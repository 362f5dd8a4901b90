/**
 * What a map loads when it is asked for a projection that OpenLayers does not bring. A door of its own: a page that also imports
 * `@yizhangtu/map/crs` then names `crs/register.js` only statically, and bundlers have nothing to warn of.
 */
export { lonLatTransform, projectionOf } from '../crs/register.js';
