/** Words and colours of coded values: from the schema, else from the code list of a standard. */
import type { Text } from '@yizhangtu/base/locale';
import type { FieldSchema } from './types.js';

/** Words of a coded value, if the schema or its standard has any. */
export function codeLabel(field: FieldSchema, value: string | number | boolean): Text | undefined {
  const { values } = field;
  const key = String(value);
  return values && Object.prototype.hasOwnProperty.call(values, key) ? values[key] : undefined;
}

/** Colour `#rrggbb` of a coded value, if its standard gives one. */
export function codeColor(_field: FieldSchema, _value: string | number | boolean): string | undefined {
  return undefined;
}
