import type { Locale } from '@yizhangtu/base/locale';
import { convert, formatQuantity, quantityOf, unitOf, unitSymbol, writtenUnit } from '@yizhangtu/base/units';

/** The one unit a chart is written in. */
export interface ShownUnit {
  /** As written beside the title; empty for none. */
  readonly text: string;
  /** Shown value = value × `per`. */
  readonly per: number;
}

/**
 * The unit that all numbers of a chart are shown in: the wanted one where it measures the same as that of the data (㎡ → 公顷, 亩, 平方公里),
 * `auto` for the everyday unit of the largest number, else the words as they are.
 * @param given Unit of the data; undefined for none.
 * @param wanted What the page asks for; undefined keeps that of the data.
 * @param size The largest number that is shown, in the unit of the data.
 */
export function shownUnit(given: string | undefined, wanted: string | undefined, size: number, locale: Locale): ShownUnit {
  const from = given === undefined ? undefined : unitOf(given);
  if (from === undefined || wanted === undefined) {
    const kept = wanted === 'auto' ? undefined : wanted;
    return { text: kept ?? writtenUnit(given ?? '', locale), per: 1 };
  }
  const to = wanted === 'auto' ? formatQuantity(size, from, { to: 'auto' }, locale).unitId : unitOf(wanted);
  if (to === undefined || quantityOf(to) !== quantityOf(from)) return { text: wanted === 'auto' ? (given ?? '') : wanted, per: 1 };
  return { text: wanted === 'auto' || locale === 'en' ? unitSymbol(to, locale) : wanted, per: convert(1, from, to) };
}

/** Digits behind the point that a chart needs whose largest number is this: three figures are enough to compare by. */
export function usefulDigits(size: number): number {
  return size >= 100 ? 0 : size >= 10 ? 1 : 2;
}
