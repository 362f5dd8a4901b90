export { jsonSchemaOf, type JsonSchema } from './json-schema.js';
