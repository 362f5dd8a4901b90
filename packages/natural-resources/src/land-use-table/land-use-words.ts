/** Numbers of a table of land in words: one unit and one number of digits for all of it. */
import { formatNumber } from '@yizhangtu/base/number-format';
import { convert, unitOf, type UnitId } from '@yizhangtu/base/units';

/** Units of area that a reader can choose, the usual one first. */
export const AREA_UNITS = ['hectare', 'mu', 'square-kilometer', 'square-meter'] as const;
export type AreaUnit = (typeof AREA_UNITS)[number];

/** The unit a page asks for: an id, a symbol or another spelling; undefined for what is no unit of area of the table. */
export function areaUnitOf(text: string): AreaUnit | undefined {
  const unit = unitOf(text);
  return AREA_UNITS.find((one) => one === unit);
}

/** How areas of a table are written. */
export interface AreaWriting {
  readonly from: UnitId;
  readonly to: AreaUnit;
  /** Digits behind the point. */
  readonly digits: number;
}

/** @param largest The largest area of the table, in the unit of the data: statistics in whole numbers need no fractions. */
export function areaWriting(from: UnitId, to: AreaUnit, largest: number): AreaWriting {
  return { from, to, digits: convert(largest, from, to) >= 10_000 ? 0 : 2 };
}

/** An area, without its unit. */
export function areaText(area: number, { from, to, digits }: AreaWriting): string {
  return formatNumber(convert(area, from, to), { digits });
}

/** A change with its sign: ＋ and − are as wide as digits. */
export function changeText(area: number, before: number, writing: AreaWriting): string {
  const text = areaText(Math.abs(area - before), writing);
  if (!/[1-9]/.test(text)) return '0';
  return `${area > before ? '+' : '−'}${text}`;
}

/** A part of a whole in percent; a dash where there is no whole. */
export function shareText(part: number, whole: number): string {
  return whole > 0 ? `${formatNumber((100 * part) / whole, { digits: 2 })}%` : '—';
}
