/** Words and code lists of the vessels that are drawn. */
import type { DatasetSchema, FieldSchema } from '@yizhangtu/data/model';
import { VESSEL } from '../data/vessel-schema.js';

/**
 * The shape of the table that is drawn: as the source describes its fields, and the pack's words where it says nothing. Values of fields that the pack cleans
 * or works out are always read by the pack's code lists. What the source masks stays as it is: its rows come masked already.
 */
export function drawnSchema(source: DatasetSchema | undefined): DatasetSchema {
  const own = new Map<string, FieldSchema>(VESSEL.fields.map((field) => [field.name, field]));
  const fields = (source?.fields ?? []).map((field): FieldSchema => {
    const { mask: _masked, ...shown } = field;
    const codes = own.get(field.name)?.codes;
    return { ...own.get(field.name), ...shown, ...(codes && { codes }) };
  });
  const named = new Set(fields.map(({ name }) => name));
  return { ...VESSEL, ...(source?.titleField && { titleField: source.titleField }), fields: [...fields, ...VESSEL.fields.filter(({ name }) => !named.has(name))] };
}
