export { Dataset, type DatasetFeature, type DatasetOptions } from './dataset.js';
export type { ColumnInput, DictionaryInput } from './columns.js';
export { tableFromColumns, type ColumnsInput } from './from-columns.js';
export { rowBounds, verticesOf, type Bounds, type FeatureGeometry } from './geometry.js';
export type { Grouping } from './grouping.js';
export { codeColor, codeLabel } from './codes.js';
export { registerSchema, schemaById } from './schemas.js';
export * from './types.js';
