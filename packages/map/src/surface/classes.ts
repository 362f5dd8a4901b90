/** Classes of the numbers of a surface: limits by the breaks code of all symbologies, colours of the theme, words of the legend. Pure. */
import { formatNumber } from '@yizhangtu/base/number-format';
import type { Text } from '@yizhangtu/base/locale';
import { breaksOf, classWords, knownNumbers, parseSpec, type BreaksSpec, type SymbolClass } from '@yizhangtu/data/symbology';
import { isRampName } from '@yizhangtu/standards/ramps';
import { surfaceColors } from './surface-theme.js';

export type { BreaksSpec };

const DIGITS = 12;
/** From yellow to blue: more steps can be told apart than in one hue. */
const RAMP = 'ylgnbu';

/**
 * Reads how numbers are cut into classes: `6`, `5:jenks:blues`, `10,20,50:reds`, in any order.
 * @throws YztError `bad-attribute` naming what is wrong.
 */
export function breaksSpec(words: string): BreaksSpec {
  const named = words.split(':').some((part) => isRampName(part.trim()));
  return parseSpec(`breaks:value:${words}${named ? '' : `:${RAMP}`}`) as BreaksSpec;
}

/** Limits between the classes of numbers. @param extra Classes to find beyond those that are asked for. */
export function limitsOf(spec: BreaksSpec, numbers: ArrayLike<number>, extra = 0): readonly number[] {
  if (spec.edges) return spec.edges;
  const method = spec.method === 'manual' ? 'equal' : spec.method;
  return breaksOf(knownNumbers(numbers), spec.count + extra, method);
}

/** Number of limits that are not above a value: its class. */
export function classOfValue(limits: readonly number[], value: number): number {
  let place = 0;
  while (place < limits.length && (limits[place] as number) <= value) place++;
  return place;
}

function number(value: number): string {
  return formatNumber(value, { maxDigits: DIGITS });
}

/** 「10–20」, 「20 以上」: a cell holds `min ≤ value < max`. */
export function rangeWords(min: number | undefined, max: number | undefined): Text {
  return classWords(min, max, { write: number });
}

/** A line stands for one number: its limit. */
export function lineWords(min: number | undefined): Text {
  return { zh: number(min ?? 0), en: number(min ?? 0) };
}

/** 「3–4」, 「7」, 「16 及以上」 for numbers that are counted. @param least The smallest count there is. */
export function countWords(min: number | undefined, max: number | undefined, least: number): Text {
  return classWords(min ?? least, max, { write: number, whole: true });
}

/** Whole limits for numbers that are counted: 2.5 parts the same counts as 3. */
export function wholeLimits(limits: readonly number[]): readonly number[] {
  return [...new Set(limits.map(Math.ceil))];
}

/**
 * Classes between limits. They have no filter: a class of cells is no condition on rows.
 * @param open Whether there is a class below the first limit.
 */
export function classesBetween(limits: readonly number[], spec: BreaksSpec, dark: boolean, open: boolean, words = rangeWords): SymbolClass[] {
  const count = limits.length + (open ? 1 : 0);
  return surfaceColors(spec.ramp, count, dark).map((color, index) => {
    const min = limits[open ? index - 1 : index];
    const max = limits[open ? index : index + 1];
    return { key: undefined, label: words(min, max), color, ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  });
}
