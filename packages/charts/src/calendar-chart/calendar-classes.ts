import type { Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import { breaksOf, classWords, knownNumbers, parseSpec, type BreaksSpec } from '@yizhangtu/data/symbology';
import { isRampName, ramp } from '@yizhangtu/standards/ramps';

/** How values are cut, as the attribute `breaks` writes it. */
export interface CalendarBreaks {
  readonly spec: BreaksSpec;
  /** The page names a ramp; otherwise colours are strengths of the colour of the chart. */
  readonly ramped: boolean;
}

/** One class of days. */
export interface DayClass {
  readonly label: Text;
  /** Part of the colour of the chart, 0–1. */
  readonly strength: number;
  /** `#rrggbb` of a named ramp; undefined for the colour of the chart. */
  readonly color: string | undefined;
}

/** Classes of the days of a calendar. */
export interface DayClasses {
  readonly classes: readonly DayClass[];
  /** Zero has a look of its own: nothing happened is no small number. */
  readonly zero: boolean;
  /** Number of the class of a value; −1 for zero with a look of its own, and for none. */
  of(value: number): number;
}

/** The palest class still stands out from the paper. */
const PALEST = 0.24;

/** Reads `5`, `4:quantile:blues`, `10,20,50`. @throws YztError `bad-attribute` naming what is wrong. */
export function calendarBreaks(words: string): CalendarBreaks {
  const ramped = words.split(':').some((part) => isRampName(part.trim()));
  return { spec: parseSpec(`breaks:value:${words}`) as BreaksSpec, ramped };
}

/**
 * Cuts the values of days into classes by the breaks code of all symbologies.
 * @param whole Values are counts: no limit between whole numbers.
 * @param adds Values add up, so zero is «nothing»; a mean of zero is a value like any other.
 */
export function dayClasses(values: readonly number[], { spec, ramped }: CalendarBreaks, { whole, adds }: { readonly whole: boolean; readonly adds: boolean }): DayClasses {
  const zero = adds && !values.some((value) => value < 0);
  const known = knownNumbers(values.filter((value) => Number.isFinite(value) && !(zero && value === 0)));
  const found = spec.edges ?? breaksOf(known, spec.count, spec.method === 'manual' ? 'equal' : spec.method);
  const limits = whole ? [...new Set(found.map(Math.ceil))] : found;
  const count = limits.length + 1;
  const colors = ramped ? ramp(spec.ramp, count) : [];
  const write = (value: number): string => formatNumber(value, { maxDigits: 6 });
  const classes = Array.from({ length: known.length > 0 || spec.edges ? count : 0 }, (_, index) => ({
    label: classWords(index === 0 && whole ? 1 : limits[index - 1], limits[index], { write, whole }),
    strength: count === 1 ? 1 : PALEST + ((1 - PALEST) * index) / (count - 1),
    color: colors[index],
  }));
  const of = (value: number): number => (Number.isFinite(value) && !(zero && value === 0) ? limits.reduce((place, limit) => place + (limit <= value ? 1 : 0), 0) : -1);
  return { classes, zero, of };
}
