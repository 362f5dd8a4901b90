export { kindsOf } from '../model/schemas.js';
export { schemaFrom } from '../readers/packed-schema.js';
export { packTable, type PackOptions } from './pack-table.js';
export { packedSummary, type PackedSummary } from './summary.js';
