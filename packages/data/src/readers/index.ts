export { readTable, type ReadInput } from './read-table.js';
export type { RawTable, ReadFormat, ReadOptions } from './types.js';
