/** Lengths in words: `500m`, `1.5km` on the ground, `24px` on the screen. Pure. */
import { numberFrom } from '../shared/values.js';

/** A length on the ground (metres) or on the screen (CSS px). */
export interface Length {
  readonly value: number;
  readonly unit: 'm' | 'px';
}

/** What a property accepts. */
export interface LengthRule {
  /** Limits in metres; absent when metres make no sense. */
  readonly m?: readonly [min: number, max: number];
  /** Limits in CSS px; absent when pixels make no sense. */
  readonly px?: readonly [min: number, max: number];
}

/** A length within limits; undefined for anything else. A number without a unit is none, because both units are used. */
export function lengthFrom(value: unknown, rule: LengthRule): Length | undefined {
  const match = /^\s*([\d.]+)\s*(m|km|px|米|公里|像素)\s*$/.exec(String(value));
  if (!match) return undefined;
  const word = match[2] as string;
  const unit = word === 'px' || word === '像素' ? 'px' : 'm';
  const limits = rule[unit];
  const number = numberFrom(match[1]);
  if (number === undefined || !limits) return undefined;
  const length = number * (word === 'km' || word === '公里' ? 1000 : 1);
  return length >= limits[0] && length <= limits[1] ? { value: length, unit } : undefined;
}

/** Metres as a person says them: `500 m`, `1.5 km`. */
export function metresText(metres: number): { zh: string; en: string } {
  const [number, zh, en] = metres >= 1000 ? [metres / 1000, '公里', 'km'] : [metres, '米', 'm'];
  const text = String(Number(number.toPrecision(4)));
  return { zh: `${text} ${zh}`, en: `${text} ${en}` };
}
