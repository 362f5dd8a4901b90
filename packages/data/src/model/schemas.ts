/** Schemas by id, so that markup can name one: `schema="fitness/venue@1"`. */
import type { DatasetLike } from './dataset-like.js';
import type { Column, DatasetSchema, FieldSchema } from './types.js';

const registry = new Map<string, DatasetSchema>();
const listeners = new Set<(schema: DatasetSchema) => void>();

/** Makes a schema known under its id. The last one registered under an id counts. */
export function registerSchema(schema: DatasetSchema): void {
  registry.set(schema.id, schema);
  for (const listener of [...listeners]) listener(schema);
}

/** Calls `listener` for every schema registered from now on. Returns the function that ends it. */
export function onSchemaRegistered(listener: (schema: DatasetSchema) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The schema registered under an id, `fitness/venue@1`; undefined if there is none. */
export function schemaById(id: string): DatasetSchema | undefined {
  return registry.get(id);
}

/** The entry of a field; undefined if there is none. */
export function fieldIn(schema: DatasetSchema | undefined, name: string): FieldSchema | undefined {
  return schema?.fields.find((field) => field.name === name);
}

/** The entry of a field, or a bare one. */
export function fieldOf(schema: DatasetSchema | undefined, name: string): FieldSchema {
  return fieldIn(schema, name) ?? { name };
}

/** Kinds of fields that readers must not guess: those the schema names, and text for codes, which are words even when they are digits. */
export function kindsOf(schema: DatasetSchema | undefined): (readonly [name: string, kind: Column['kind']])[] {
  return (schema?.fields ?? []).flatMap((field): [string, Column['kind']][] => {
    const kind = field.kind ?? (field.codes || (field.mask && field.mask !== 'coarse') ? 'text' : undefined);
    return kind ? [[field.name, kind]] : [];
  });
}

/** Fields that views list: those of the schema, then worked-out ones that say what they are; without a schema all columns. */
export function listedFields(dataset: Pick<DatasetLike, 'schema' | 'columns' | 'field'>): string[] {
  const { schema, columns } = dataset;
  const names = columns.map(({ name }) => name);
  if (!schema) return names;
  const own = schema.fields.map(({ name }) => name);
  return [...own, ...names.filter((name) => !own.includes(name) && dataset.field(name).label !== undefined)];
}
