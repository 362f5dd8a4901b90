import type { Locale } from '@yizhangtu/base/locale';
import { formatNumber, formatPercent } from '@yizhangtu/base/number-format';

/** A value of a mark: exactly `digits` after the point, or at most two where nobody said. */
export function figure(value: number, digits?: number): string {
  return formatNumber(value, digits === undefined ? { maxDigits: 2 } : { digits });
}

/** A share of the whole; below 0.1 % it says so instead of 0.0 %. */
export function percent(ratio: number, locale: Locale): string {
  if (ratio > 0 && ratio < 0.001) return locale === 'en' ? '< 0.1%' : '不足 0.1%';
  return formatPercent(ratio, {}, locale);
}
