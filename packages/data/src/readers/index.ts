export { readTable, type ReadInput } from './read-table.js';
export { registerCrsTransforms, type CrsTransform } from './crs-transforms.js';
export type { RawTable, ReadFormat, ReadOptions } from './types.js';
