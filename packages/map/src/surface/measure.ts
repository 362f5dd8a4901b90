/** How rows become one number, in words: `count`, `sum:areaM2`, `mean:price`. Pure. */
import type { BinMeasure } from './bin-picture.js';

/** A measure; undefined for words that are none. */
export function measureFrom(words: unknown): BinMeasure | undefined {
  const [kind, field, more] = String(words).split(':').map((part) => part.trim());
  if (kind === 'count' && field === undefined) return { kind };
  const known = kind === 'sum' || kind === 'mean' || kind === 'min' || kind === 'max';
  return known && field && more === undefined ? { kind, field } : undefined;
}
