/** Fields and rows of a dataset of iServer. Pure. */
import type { DatasetSchema, FieldSchema } from '../model/types.js';
import { objects, type Json } from '../remote-features/answers.js';
import type { PropertyType, ServiceField } from '../remote-features/types.js';

const TYPES: Readonly<Record<string, PropertyType>> = {
  BOOLEAN: 'boolean', BYTE: 'integer', INT16: 'integer', INT32: 'integer', INT64: 'integer', SINGLE: 'number', DOUBLE: 'number', DATETIME: 'date-time', DATE: 'date', TEXT: 'string', WTEXT: 'string', CHAR: 'string',
};

/** A system field: numbers that iServer keeps for itself. */
export function isSystemField(name: string): boolean {
  return /^sm(?:id|x|y|z|userid|libtileid|geometrysize|geoposition|area|perimeter|length|topoerror|sdri[wnes]|.{0,3}key)$/i.test(name);
}

/** Fields of the document `fields`: a list, or in old versions the names alone. */
export function iserverFields(document: unknown): ServiceField[] {
  const names = (document as Json | null)?.['fieldNames'];
  if (Array.isArray(names)) return (names as unknown[]).filter((name): name is string => typeof name === 'string').map((name) => ({ name, type: /^sm/i.test(name) ? 'number' : 'string', asked: true }));
  return objects(document).flatMap(({ name, type }): ServiceField[] => {
    const kind = TYPES[String(type).toUpperCase()];
    return kind && typeof name === 'string' ? [{ name, type: kind, asked: true }] : [];
  });
}

/** Names for people. */
export function iserverSchema(document: unknown): DatasetSchema {
  const captions = new Map(objects(document).map(({ name, caption }) => [name, caption]));
  const fields = iserverFields(document).map(({ name }): FieldSchema => {
    const caption = captions.get(name);
    return { name, ...(typeof caption === 'string' && caption !== '' && caption !== name && { label: { zh: caption, en: caption } }), ...(isSystemField(name) && { internal: true }) };
  });
  return { id: 'iserver/dataset@1', fields };
}

function valueOf(word: unknown, type: PropertyType): unknown {
  if (typeof word !== 'string' || type === 'string') return word ?? null;
  const text = word.trim();
  if (text === '') return null;
  if (type === 'boolean') return /^(?:true|1)$/i.test(text);
  if (type !== 'number' && type !== 'integer') return text;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

/** Values of a row, which come as words beside their names; names may be in other letters than in the fields. */
export function valuesOfRow({ fieldNames, fieldValues }: Json, fields: readonly ServiceField[]): Record<string, unknown> {
  const known = new Map(fields.map((field) => [field.name.toUpperCase(), field]));
  const [names, values] = [fieldNames, fieldValues].map((list) => (Array.isArray(list) ? (list as unknown[]) : []));
  const row = Object.create(null) as Record<string, unknown>;
  names?.forEach((name, index) => {
    const field = known.get(String(name).toUpperCase());
    if (field) row[field.name] = valueOf(values?.[index], field.type);
  });
  return row;
}

/** `EPSG:4490` of a coordinate system; undefined where it has no number. */
export function iserverCrs(system: unknown): string | undefined {
  const { epsgCode, type } = (system ?? {}) as Json;
  if (typeof epsgCode === 'number' && epsgCode > 0) return `EPSG:${epsgCode}`;
  return type === 'PCS_EARTH_LONGITUDE_LATITUDE' ? 'EPSG:4326' : undefined;
}
