export { expressionColumn, type ExpressionOptions } from './expression-column.js';
export { FUNCTION_NAMES } from './compile.js';
export { Condition, type FieldValue } from './condition.js';
export { BandMaths } from './band-maths.js';
