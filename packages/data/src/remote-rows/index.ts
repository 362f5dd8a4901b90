/** Rows of a remote dataset that a view holds in the page. */
export type { RowsNeed } from './needed-rows.js';
export { RowsHere } from './rows-here.js';
export { rowsTable } from './rows-table.js';
