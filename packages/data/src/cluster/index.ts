export { clusterTree, clusterWorkerState, setClusterWorkerUrl } from './client.js';
export { splitLevel, walkLevel, type LevelVisitor, type TreeWindow } from './walk-tree.js';
export type { ClusterTree, ClusterTreeRequest } from './types.js';
