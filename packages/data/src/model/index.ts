export { Dataset, type DatasetFeature, type DatasetOptions } from './dataset.js';
export { rowsAreHere, type DatasetLike, type FieldInfo } from './dataset-like.js';
export type { ColumnInput, DictionaryInput } from './columns.js';
export { tableFromColumns, type ColumnsInput } from './from-columns.js';
export { rowBounds, verticesOf, type Bounds, type FeatureGeometry } from './geometry.js';
export type { Grouping } from './grouping.js';
export { codeColor, codeLabel } from './codes.js';
export { registerSchema, schemaById } from './schemas.js';
export { NO_CODE } from './types.js';
export type {
  Answer,
  BooleanColumn,
  CellValue,
  Column,
  DatasetChange,
  DatasetSchema,
  DateColumn,
  FieldSchema,
  Filter,
  Geometry,
  Group,
  Measure,
  MeasureKind,
  NoGeometry,
  NumberColumn,
  PointGeometry,
  Provenance,
  Query,
  ReadNote,
  ReadReport,
  RowsAnswer,
  RowsQuery,
  ShapeGeometry,
  Table,
  TextColumn,
} from './types.js';
