export { packSchema, type PackSchema } from './pack-schema.js';
export { packTable, type PackOptions } from './pack-table.js';
export { packedSummary, type PackedSummary } from './summary.js';
