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
const MOST_DIGITS = 2;

/** Digits after the point that tell numbers of this distance apart. */
function digitsOf(distance: number): number {
  let digits = 0;
  while (digits < 12 && Math.abs(distance * 10 ** digits - Math.round(distance * 10 ** digits)) > 1e-6) digits += 1;
  return digits;
}

/**
 * The texts of the ticks of an axis. All are shortened by the same step (万, 亿; K, M, B) and have as many digits as the distance
 * between them needs: `0`, `0.5万`, `1.0万`; zero is `0`.
 * @param ticks Evenly spaced, rising.
 */
export function axisTexts(ticks: readonly number[], locale: Locale): string[] {
  const distance = ticks.length > 1 ? (ticks[1] as number) - (ticks[0] as number) : (ticks[0] ?? 0);
  const largest = ticks.reduce((most, tick) => Math.max(most, Math.abs(tick)), 0);
  const hit = STEPS[locale].find(([from, step]) => largest >= from && digitsOf(distance / step) <= MOST_DIGITS);
  const [, step, unit] = hit ?? [0, 1, ''];
  const digits = digitsOf(distance / step);
  return ticks.map((tick) => (tick === 0 ? '0' : formatNumber(tick / step, { digits }) + unit));
}
