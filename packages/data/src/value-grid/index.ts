/** Numbers on a regular grid – temperature, height, wind, currents – as typed columns, and the one way they come in. */
export { gridValue, rangeOf } from './grid-value.js';
export { isDegrees, readGrid, type GridSubject } from './read-grid.js';
export type { GridData, GridExtent, GridNumbers, ValueGrid } from './types.js';
