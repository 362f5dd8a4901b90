import type { Locale } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';

/** Steps that shorten a whole axis, largest first. Below ten thousand numbers are short enough as they are. */
const STEPS: Readonly<Record<Locale, readonly (readonly [from: number, step: number, unit: string])[]>> = {
  'zh-CN': [
    [1e12, 1e12, '万亿'],
    [1e8, 1e8, '亿'],
    [1e4, 1e4, '万'],
  ],
  en: [
    [1e12, 1e12, 'T'],
    [1e9, 1e9, 'B'],
    [1e6, 1e6, 'M'],
    [1e4, 1e3, 'K'],
  ],
};

/** More digits than this make a shortened number longer than the number itself. */
const MOST_DIGITS = 1;

/** Digits after the point that a number needs. Beyond six significant ones it is an error of arithmetic. */
function digitsOf(number: number): number {
  let digits = 0;
  const rounded = Number(number.toPrecision(6));
  while (digits < 12 && Math.abs(rounded * 10 ** digits - Math.round(rounded * 10 ** digits)) > 1e-9) digits += 1;
  return digits;
}

/** Most digits that any of the numbers needs. */
function mostDigits(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, digitsOf(number)), 0);
}

/**
 * The texts of the ticks of an axis, shortened where all of them are short then (万, 亿; K, M, B), each by its own size: `500`, `2K`, `2.5K`. What
 * is not shortened has as many digits as the one that needs most: `0.5`, `1.0`; zero is `0`.
 * @param ticks Rising.
 */
export function axisTexts(ticks: readonly number[], locale: Locale): string[] {
  const largest = ticks.reduce((most, tick) => Math.max(most, Math.abs(tick)), 0);
  const smallest = ticks.reduce((least, tick) => (tick === 0 ? least : Math.min(least, Math.abs(tick))), Infinity);
  const steps = STEPS[locale].filter(
    ([from, step]) => largest >= from && smallest >= step / 2 && mostDigits(ticks.map((tick) => tick / step)) <= MOST_DIGITS,
  );
  const written = steps.length > 0 ? {} : { digits: mostDigits(ticks) };
  return ticks.map((tick) => {
    const [, step, unit] = steps.find(([, least]) => Math.abs(tick) >= least) ?? [0, 1, ''];
    return tick === 0 ? '0' : formatNumber(tick / step, written) + unit;
  });
}
