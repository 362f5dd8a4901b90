/** The shape of a dataset as JSON Schema, so that a bureau can check its rows with any validator before they reach a page. */
import { schemeOf, type CodeScheme } from '@yizhangtu/standards/scheme';
import type { DatasetSchema, FieldSchema } from '../model/types.js';

/** A JSON Schema, draft 2020-12, as plain JSON. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Longer lists are named, not repeated: villages of a city alone are thousands. */
const MOST_CODES = 400;

const TYPES = { text: 'string', number: 'number', date: 'string', boolean: 'boolean' } as const;

/**
 * JSON Schema (draft 2020-12) of one row: the `properties` of a GeoJSON feature, or a row of a table whose numbers are numbers. Dates are ISO 8601.
 * Values that may be missing may be null; columns the shape does not know are allowed. Code lists come from the schemes that are registered; where
 * none is, or it is longer than 400 codes, the codes are any text and `x-scheme` names the list. `x-unit` is the unit of a number.
 */
export function jsonSchemaOf(schema: DatasetSchema): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:yizhangtu:${schema.id.replace('/', ':')}`,
    ...(schema.label && { title: schema.label.zh, description: schema.label.en }),
    type: 'object',
    properties: Object.fromEntries(schema.fields.map((field) => [field.name, propertyOf(field)])),
    required: schema.fields.filter((field) => field.required).map(({ name }) => name),
  };
}

function propertyOf(field: FieldSchema): JsonSchema {
  const scheme = field.codes && schemeOf(field.codes.scheme, field.codes.version);
  const kind = field.kind ?? (field.codes || field.values || field.mask ? 'text' : undefined);
  const type = kind && TYPES[kind];
  return {
    ...(field.label && { title: field.label.zh, description: field.label.en }),
    ...(type && { type: field.required ? type : [type, 'null'] }),
    ...(kind === 'date' && { format: 'date-time' }),
    ...choicesOf(field, scheme),
    ...(field.unit !== undefined && { 'x-unit': field.unit }),
    ...(field.codes && { 'x-scheme': [field.codes.scheme, field.codes.version].filter((part) => part !== undefined).join('@') }),
    ...(field.mask && { 'x-mask': field.mask }),
  };
}

/** Words a value may be, each with what it means. */
function choicesOf(field: FieldSchema, scheme: CodeScheme | undefined): JsonSchema {
  const words = field.values
    ? Object.entries(field.values).map(([code, label]) => ({ const: code, title: label.zh, description: label.en }))
    : (scheme?.entries ?? []).map(({ code, label }) => ({ const: code, title: label.zh, description: label.en }));
  if (words.length === 0 || words.length > MOST_CODES) return {};
  return { oneOf: field.required ? words : [...words, { type: 'null' }] };
}
