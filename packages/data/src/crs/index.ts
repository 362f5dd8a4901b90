/** Coordinate systems of sources that are no degrees: who knows how to bring them to degrees says so here. `@yizhangtu/map` does. */
export { registerCrsTransforms, type CrsLookup, type CrsTransform } from './crs-transforms.js';
