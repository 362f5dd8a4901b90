/** Properties of a service as fields of the page. */
import type { DatasetSchema } from '../model/types.js';
import { fieldOf, kindsOf } from '../model/schemas.js';
import type { PageField, PropertyType, ServiceField } from './types.js';

const KINDS: Readonly<Record<PropertyType, PageField['kind']>> = { string: 'text', number: 'number', integer: 'number', boolean: 'boolean', date: 'date', 'date-time': 'date' };

/** Fields of the service as the page has them: those of the schema, if it names any. */
export function fieldsOfPage(described: readonly ServiceField[], schema: DatasetSchema | undefined): PageField[] {
  const wanted = new Map(kindsOf(schema));
  const named = schema && new Set(schema.fields.map(({ name }) => name));
  return described.flatMap((service): PageField[] => {
    if (named && !named.has(service.name)) return [];
    const kind = wanted.get(service.name) ?? KINDS[service.type];
    return [{ name: service.name, kind: fieldOf(schema, service.name).mask === 'coarse' ? 'number' : kind, service, ...(service.type === 'date' && { dateOnly: true }), ...(service.type === 'integer' && { whole: true }) }];
  });
}
