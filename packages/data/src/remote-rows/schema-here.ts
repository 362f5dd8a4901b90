import type { DatasetSchema } from '../model/types.js';

const made = new WeakMap<DatasetSchema, DatasetSchema>();

/** The words of a schema for rows that came masked: a mask must not be laid on twice. */
export function asHere(schema: DatasetSchema | undefined): DatasetSchema | undefined {
  if (!schema) return undefined;
  let here = made.get(schema);
  if (!here) {
    const { placeDigits: _, ...rest } = schema;
    here = { ...rest, fields: schema.fields.map(({ mask: _mask, ...field }) => field) };
    made.set(schema, here);
  }
  return here;
}
