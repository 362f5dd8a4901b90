export { layerLoader, type LayerLoading } from './layer-loader.js';
export { TileLoader, type Picture, type TileHost } from './tile-loader.js';
export type { TileCounts } from './tile-health.js';
