/** Fields of a layer of ArcGIS: kinds, names for people, words of codes. Pure. */
import type { Text } from '@yizhangtu/base/locale';
import type { DatasetSchema, FieldSchema } from '../model/types.js';
import { isObject, objects, type Json } from '../remote-features/answers.js';
import type { PropertyType, ServiceField } from '../remote-features/types.js';

const TYPES: Readonly<Record<string, PropertyType>> = {
  String: 'string', GUID: 'string', GlobalID: 'string', XML: 'string', TimeOnly: 'string', SmallInteger: 'integer', Integer: 'integer', BigInteger: 'integer', OID: 'integer', Single: 'number',
  Double: 'number', Date: 'date-time', DateOnly: 'date', TimestampOffset: 'date-time',
};
/** Areas and lengths that ArcGIS keeps for itself, in units of the coordinate system. */
const OWN = /^shape(?:_|__|\.st)?(?:area|length|leng)\b|^shape\.(?:area|len)\b|^st_(?:area|length)\(/i;

function typeOf({ type }: Json): string {
  return String(type).replace(/^esriFieldType/, '');
}

/** A word in both languages: services speak one. */
function both(word: unknown): Text {
  return { zh: String(word), en: String(word) };
}

/** Words of coded values. */
function valuesOf(domain: unknown): Readonly<Record<string, Text>> | undefined {
  if (!isObject(domain) || domain['type'] !== 'codedValue') return undefined;
  return Object.fromEntries(objects(domain['codedValues']).map(({ code, name }) => [String(code), both(name)]));
}

/** Kinds of a layer, in the field that tells them apart: the words of subtypes. */
function subtypesOf({ typeIdField, types }: Json): readonly [field: string, values: Readonly<Record<string, Text>>] | undefined {
  const all = objects(types);
  return typeof typeIdField === 'string' && typeIdField !== '' && all.length > 0 ? [typeIdField, Object.fromEntries(all.map(({ id, name }) => [String(id), both(name)]))] : undefined;
}

/** Fields that rows can have. */
export function esriFields(layer: Json): ServiceField[] {
  return objects(layer['fields']).flatMap((field): ServiceField[] => {
    const type = TYPES[typeOf(field)];
    return type && typeof field['name'] === 'string' ? [{ name: field['name'], type, asked: true }] : [];
  });
}

/** What a layer says of its fields. Numbers that stand for words are words. */
export function esriSchema(layer: Json): DatasetSchema {
  const [subtypeField, subtypes] = subtypesOf(layer) ?? [];
  const fields = objects(layer['fields']).flatMap((field): FieldSchema[] => {
    const { name, alias, domain } = field;
    if (typeof name !== 'string' || !TYPES[typeOf(field)]) return [];
    const values = (name === subtypeField ? subtypes : undefined) ?? valuesOf(domain);
    const internal = /^(?:OID|GlobalID)$/.test(typeOf(field)) || OWN.test(name);
    return [{ name, ...(typeof alias === 'string' && alias !== '' && alias !== name && { label: both(alias) }), ...(values && { values, kind: 'text' as const }), ...(internal && { internal }) }];
  });
  const title = fields.find(({ name, internal }) => name === layer['displayField'] && !internal)?.name;
  return { id: 'arcgis/layer@1', fields, ...(title !== undefined && { titleField: title }) };
}

const DAY = 86_400_000;

/** Values as they are read: instants come as milliseconds, days as midnights of Greenwich where all of a field are. */
export function withDates(rows: readonly Json[], fields: readonly ServiceField[]): Json[] {
  const dates = fields.filter(({ type }) => type === 'date-time').map(({ name }) => name);
  const days = new Set(dates.filter((name) => rows.every((row) => typeof row[name] !== 'number' || row[name] % DAY === 0)));
  return dates.length === 0 ? [...rows] : rows.map((row) => ({ ...row, ...Object.fromEntries(dates.map((name) => [name, written(row[name], days.has(name))])) }));
}

function written(value: unknown, day: boolean): unknown {
  if (typeof value !== 'number') return value;
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return null;
  return day ? date.toISOString().slice(0, 10) : date.toISOString();
}

/** Well-known ids of a spatial reference: `EPSG:4549`; undefined where it has none. */
export function esriCrs(reference: unknown): string | undefined {
  if (!isObject(reference)) return undefined;
  const { latestWkid, wkid, wkt } = reference;
  const id = [latestWkid, wkid].find((one) => typeof one === 'number' && one > 0);
  if (typeof id === 'number') return `EPSG:${id === 102100 || id === 102113 || id === 3785 ? 3857 : id}`;
  // Written out, without a number: degrees on a known datum can be told.
  if (typeof wkt !== 'string' || !/^\s*GEOGCS/i.test(wkt)) return undefined;
  if (/CGCS_?2000|China_(?:Geodetic_Coordinate_System_)?2000/i.test(wkt)) return 'EPSG:4490';
  return /WGS_?(?:19)?84/i.test(wkt) ? 'EPSG:4326' : undefined;
}
