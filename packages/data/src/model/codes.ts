/** Words and colours of coded values: from the schema, else from the code list of a standard. */
import type { Text } from '@yizhangtu/base/locale';
import { resolve, schemeOf, type CodeScheme, type Resolution } from '@yizhangtu/standards/scheme';
import type { FieldSchema } from './types.js';

/** The entry of a value in the code list of its field; undefined if the field has none or the list does not know the value. */
export function codeEntry(field: FieldSchema, value: string | number | boolean): Resolution | undefined {
  const { codes } = field;
  return codes && typeof value !== 'boolean' ? resolve({ scheme: codes.scheme, version: codes.version, code: value }) : undefined;
}

/** The code list of a field, if it has one and it is registered. */
export function codeScheme(field: FieldSchema): CodeScheme | undefined {
  return field.codes && schemeOf(field.codes.scheme, field.codes.version);
}

/** Words of a coded value, if the schema or its standard has any. */
export function codeLabel(field: FieldSchema, value: string | number | boolean): Text | undefined {
  const { values } = field;
  const key = String(value);
  if (values && Object.prototype.hasOwnProperty.call(values, key)) return values[key];
  return codeEntry(field, value)?.label;
}

/** Form of `codeLabel` for narrow places, if its standard gives one and the schema has no words of its own. */
export function codeShort(field: FieldSchema, value: string | number | boolean): Text | undefined {
  const { values } = field;
  return values && Object.prototype.hasOwnProperty.call(values, String(value)) ? undefined : codeEntry(field, value)?.entry.short;
}

/** Colour `#rrggbb` of a coded value, if its standard gives one. */
export function codeColor(field: FieldSchema, value: string | number | boolean): string | undefined {
  return codeEntry(field, value)?.color;
}
