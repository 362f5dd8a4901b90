import type { KeyedValues } from '../join/value-column.js';
import type { Measure } from '../model/query-types.js';
import type { FieldSchema } from '../model/types.js';

/** How a figure about other rows is shown: with the unit of what is measured, unless another is written. */
export function figureLike(own: FieldSchema, { kind }: Measure, measured: FieldSchema | undefined): FieldSchema {
  if (!measured || kind === 'count' || kind === 'distinct') return own;
  const { unit, digits } = measured;
  return { ...(unit && { unit }), ...(digits !== undefined && { digits }), ...own };
}

/**
 * How a value of another row is shown: as there, with its words and its unit. It comes masked, so its mask is not laid on again.
 * @param named True for the name for people that the field has there.
 */
export function valueLike(own: FieldSchema, { mask: _mask, ...other }: FieldSchema, named: boolean): FieldSchema {
  const { label: words, ...rest } = own;
  const label = named ? (other.label ?? words) : words;
  return { ...other, ...rest, ...(label && { label }) };
}

/** Whether two sets of figures are the same. */
export function sameValues(one: KeyedValues, other: KeyedValues): boolean {
  if (one.size !== other.size) return false;
  for (const [key, value] of one) if (!Object.is(value, other.get(key))) return false;
  return true;
}

/** Whether two columns, places or whatever else hold the same. */
export function sameRows(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (isList(one) && isList(other)) {
    if (one.length !== other.length) return false;
    for (let at = 0; at < one.length; at++) if (!Object.is(one[at], other[at])) return false;
    return true;
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [a, b] = [one, other] as [Record<string, unknown>, Record<string, unknown>];
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => sameRows(a[name], b[name]));
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}
