import { badValue } from './bad-value.js';
import { numberFrom } from './values.js';

/** What a numeric property accepts. */
export interface NumberRule {
  /** The attribute as it is written in HTML. */
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** A value that would do, for the hint. */
  readonly example: string;
}

/** The number of a property: undefined when unset, `previous` and a hint when it cannot be used. */
export function readNumber(element: Element, rule: NumberRule, value: unknown, previous: number | undefined): number | undefined {
  if (value === null || value === undefined) return undefined;
  const number = numberFrom(value, rule.min, rule.max);
  if (number !== undefined) return number;
  badValue(element, rule.name, value, rule.example);
  return previous;
}
