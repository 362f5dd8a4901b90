/** Writes to a WFS: insert, update, delete. Without any user interface. */
export { wfsTransaction } from './transaction.js';
export type { WfsEdit, WfsTransactionOptions, WfsTransactionResult, WrittenGeometry, WrittenPosition, WrittenValue } from './types.js';
