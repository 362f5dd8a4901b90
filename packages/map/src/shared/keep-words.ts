import { badValue } from './bad-value.js';

/** A property that takes a few words only. */
export interface WordRule {
  /** The attribute as it is written in HTML. */
  readonly name: string;
  /** The words; the first one stands where there was none before. */
  readonly words: readonly string[];
}

/**
 * Puts back the value before where a property was set to a word it does not know, and says so. For `willUpdate`.
 * @param rules By property.
 */
export function keepWords(element: Element, changed: ReadonlyMap<PropertyKey, unknown>, rules: Readonly<Record<string, WordRule>>): void {
  const values = element as unknown as Record<string, unknown>;
  for (const [property, { name, words }] of Object.entries(rules)) {
    const value = values[property];
    if (!changed.has(property) || words.some((word) => word === value)) continue;
    badValue(element, name, value, words.filter(Boolean).slice(0, 3).join('|'));
    values[property] = changed.get(property) ?? words[0];
  }
}
