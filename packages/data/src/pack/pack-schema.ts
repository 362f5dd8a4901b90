import { kindsOf } from '../model/schemas.js';
import type { DatasetSchema } from '../model/types.js';
import { schemaFrom } from '../readers/packed-schema.js';
import type { ReadOptions } from '../readers/types.js';

/** A schema as it travels with packed columns, and the kinds it wants its source read in. */
export interface PackSchema {
  readonly schema: DatasetSchema;
  readonly kinds: NonNullable<ReadOptions['kinds']>;
}

/** The schema in some JSON; undefined if it is none. Members of the wrong kind are left out. */
export function packSchema(json: unknown): PackSchema | undefined {
  const schema = schemaFrom(json);
  return schema && { schema, kinds: kindsOf(schema) };
}
