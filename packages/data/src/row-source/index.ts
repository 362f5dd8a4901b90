/** Rows that come from a service or a file as far as a view wants them. */
export type { RangedOptions } from './ranged-rows.js';
export { RowsLoader, type LoaderHost, type LoaderOptions } from './rows-loader.js';
export type { RowsFound, RowSource, RowsWanted } from './types.js';
export { boxesMeet, needsFetch, windowOf, type Fetched } from './windows.js';
