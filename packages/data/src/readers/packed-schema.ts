/** Schema and provenance as a file may carry them: only members of the right kind are taken. */
import type { Text } from '@yizhangtu/base/locale';
import { MASKS } from '../model/masks.js';
import type { Column, DatasetSchema, FieldSchema, Provenance } from '../model/types.js';
import { isObject, type Json } from './packed-parts.js';

const KINDS: readonly Column['kind'][] = ['text', 'number', 'date', 'boolean'];

const wordOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function textOf(value: unknown): Text | undefined {
  if (!isObject(value)) return undefined;
  const [zh, en] = [wordOf(value['zh']), wordOf(value['en'])];
  return zh !== undefined || en !== undefined ? { zh: zh ?? en ?? '', en: en ?? zh ?? '' } : undefined;
}

function codesOf(value: unknown): FieldSchema['codes'] {
  if (!isObject(value)) return undefined;
  const [scheme, version] = [wordOf(value['scheme']), wordOf(value['version'])];
  return scheme === undefined ? undefined : { scheme, ...(version !== undefined && { version }) };
}

function valuesOf(value: unknown): Record<string, Text> | undefined {
  if (!isObject(value)) return undefined;
  const words = Object.create(null) as Record<string, Text>;
  for (const [key, one] of Object.entries(value)) {
    const text = textOf(one);
    if (text) words[key] = text;
  }
  return words;
}

function fieldFrom(value: unknown): FieldSchema | undefined {
  if (!isObject(value)) return undefined;
  const name = wordOf(value['name']);
  if (name === undefined) return undefined;
  const { digits, internal, plain, required } = value;
  const label = textOf(value['label']);
  const kind = KINDS.find((one) => one === value['kind']);
  const unit = wordOf(value['unit']);
  const codes = codesOf(value['codes']);
  const values = valuesOf(value['values']);
  const mask = MASKS.find((one) => one === value['mask']);
  return {
    name,
    ...(label && { label }),
    ...(kind && { kind }),
    ...(unit !== undefined && { unit }),
    ...(typeof digits === 'number' && Number.isInteger(digits) && digits >= 0 && digits <= 20 && { digits }),
    ...(codes && { codes }),
    ...(values && { values }),
    ...(mask && { mask }),
    ...(internal === true && { internal }),
    ...(plain === true && { plain }),
    ...(required === true && { required }),
  };
}

/** A schema from JSON; undefined if it is none. */
export function schemaFrom(value: unknown): DatasetSchema | undefined {
  if (!isObject(value)) return undefined;
  const { fields } = value;
  const id = wordOf(value['id']);
  const label = textOf(value['label']);
  const titleField = wordOf(value['titleField']);
  const list = Array.isArray(fields) ? (fields as unknown[]).map(fieldFrom).filter((field) => field !== undefined) : [];
  if (id === undefined && list.length === 0) return undefined;
  const count = (name: string, most: number): number | undefined => {
    const number = (value as Json)[name];
    return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= most ? number : undefined;
  };
  const [placeDigits, suppressBelow] = [count('placeDigits', 15), count('suppressBelow', 1e9)];
  return {
    id: id ?? '',
    fields: list,
    ...(label && { label }),
    ...(titleField !== undefined && { titleField }),
    ...(placeDigits !== undefined && { placeDigits }),
    ...(suppressBelow !== undefined && { suppressBelow }),
  };
}

/** Provenance from JSON; undefined if it is none. */
export function provenanceFrom(value: unknown): Provenance | undefined {
  if (!isObject(value)) return undefined;
  const [source, licence, updated] = ['source', 'licence', 'updated'].map((name) => wordOf((value as Json)[name]));
  return {
    ...(source !== undefined && { source }),
    ...(licence !== undefined && { licence }),
    ...(updated !== undefined && { updated }),
    ...(value['example'] === true && { example: true }),
  };
}
