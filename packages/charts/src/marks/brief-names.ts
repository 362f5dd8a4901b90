import type { MeasureText } from './text-fit.js';

/** A name and its form for narrow places. */
export interface Named {
  readonly label: string;
  readonly short?: string | undefined;
}

/** Names for places of a width in px: the full ones where all of them fit, else the short forms of those that have one, so that names of one chart are alike. */
export function briefNames(items: readonly Named[], width: number, measure: MeasureText): string[] {
  const fits = items.every(({ label }) => measure(label) <= width);
  return items.map(({ label, short }) => (fits ? label : (short ?? label)));
}
