export { classColumn, type ClassRule } from './class-column.js';
export { copiedColumn, type LookedUp } from './copied-column.js';
export { RegionGrid } from './region-grid.js';
export { regionColumn, type RegionSet } from './region-column.js';
export { keyedValues, valueColumn, type KeyedValues } from './value-column.js';
