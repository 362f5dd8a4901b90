/** Parts of an expression with their kind: what is read of a row. */
import type { Column } from '../model/types.js';

/** Kinds of values; `null` is a missing value that fits any of them. */
export type Kind = Column['kind'] | 'null';

/** Value of a row: numbers and instants (NaN is missing), 0 false, 1 true, 2 missing, words (undefined is missing). */
export type At<V = number | string | undefined> = (row: number) => V;
export type NumberAt = At<number>;
export type TextAt = At<string | undefined>;

/** A part that was read: its kind and its values. */
export interface Typed {
  readonly kind: Kind;
  readonly at: At;
  /** A text that stands in the expression itself, which may be a date. */
  readonly literal?: string;
}

export const number = (at: NumberAt): Typed => ({ kind: 'number', at });
export const date = (at: NumberAt): Typed => ({ kind: 'date', at });
export const boolean = (at: NumberAt): Typed => ({ kind: 'boolean', at });
export const text = (at: TextAt): Typed => ({ kind: 'text', at });

/** Values of a part whose kind was checked. */
export const asNumber = ({ at }: Typed): NumberAt => at as NumberAt;
export const asText = ({ at }: Typed): TextAt => at as TextAt;

/** A value that is missing, as a kind has it. */
export const MISSING = { number: Number.NaN, date: Number.NaN, boolean: 2, text: undefined } as const;

/** Whether a value of a kind is missing. */
export function isMissing(kind: Kind, value: number | string | undefined): boolean {
  return kind === 'null' || value === undefined || (kind === 'boolean' ? value === 2 : Number.isNaN(value));
}

/** Infinite numbers and those that are none are missing. */
export const finite = (value: number): number => (value - value === 0 ? value : Number.NaN);

/** Names of kinds for people. */
export const KIND_NAMES: Readonly<Record<Kind, { readonly zh: string; readonly en: string }>> = {
  number: { zh: '数字', en: 'a number' },
  text: { zh: '文本', en: 'a text' },
  date: { zh: '日期', en: 'a date' },
  boolean: { zh: '是否', en: 'true or false' },
  null: { zh: '空值', en: 'missing' },
};
