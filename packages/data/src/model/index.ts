export { Dataset } from './dataset.js';
export type { DatasetFeature } from './feature.js';
export { asNow } from './as-now.js';
export { rowsAreHere, wholeOf, type DatasetLike, type FieldInfo } from './dataset-like.js';
export type { ColumnInput, DictionaryInput } from './columns.js';
export { tableFromColumns, type ColumnsInput } from './from-columns.js';
export { plainShapes } from './plain-shapes.js';
export { rowBounds, verticesOf, type Bounds, type FeatureGeometry } from './geometry.js';
export type { Grouping } from './grouping.js';
export type { DerivedColumn, RowSource } from './derived-columns.js';
export { isAdditive, measureFrom, measureWords, parsedMeasure } from './measures.js';
export { binFrom, parsedBin } from './bin-words.js';
export { groupFilter } from './group-filter.js';
export { compareKeys } from './order.js';
export { inOrder, upTo } from './select.js';
export { sortedRows } from './sorted-rows.js';
export { quantileSteps } from './quantile.js';
export { countsAfter, passingChange, type PassingChange } from './passing-rows.js';
export { codeColor, codeLabel } from './codes.js';
export { listedFields, onSchemaRegistered, registerSchema, schemaById } from './schemas.js';
export { NO_CODE } from './types.js';
export type {
  Ahead,
  Answer,
  Bin,
  CycleBin,
  Filter,
  Group,
  GroupKey,
  Key,
  Measure,
  MeasureKind,
  NumberBin,
  Part,
  Query,
  Ring,
  RowsAnswer,
  RowsQuery,
  TimeBin,
  TimeUnit,
} from './query-types.js';
export type {
  BooleanColumn,
  CellValue,
  Column,
  DatasetChange,
  DatasetOptions,
  DatasetSchema,
  DateColumn,
  FieldSchema,
  Geometry,
  NoGeometry,
  NumberColumn,
  PointGeometry,
  Provenance,
  ReadNote,
  ReadReport,
  ShapeGeometry,
  Table,
  TextColumn,
} from './types.js';
