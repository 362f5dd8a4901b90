import { axisTexts } from '../marks/axis-texts.js';
import { valueScale } from '../marks/value-scale.js';
import type { Locale } from '@yizhangtu/base/locale';

/** An axis of numbers, linear or of powers. */
export interface ScatterAxis {
  /** Place of a value, 0–1. */
  at(value: number): number;
  /** The value at a place. */
  value(place: number): number;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
}

const DIGITS: readonly (readonly number[])[] = [[1, 2, 5], [1, 3], [1]];

/** The axis of values between two. @param count About how many ticks. */
export function scatterAxis([low, high]: readonly [number, number], log: boolean, count: number, locale: Locale): ScatterAxis {
  return log ? powerAxis(low, high, count, locale) : linearAxis(low, high, count, locale);
}

function linearAxis(low: number, high: number, count: number, locale: Locale): ScatterAxis {
  // Points are read by their place, not by a length from zero: the axis begins where they do.
  const { min, max, ticks, at } = valueScale([low, high], { free: true, count });
  const texts = axisTexts(ticks, locale);
  return { at, value: (place) => min + place * (max - min), ticks: ticks.map((value, index) => ({ value, text: texts[index] ?? '' })) };
}

function powerAxis(low: number, high: number, count: number, locale: Locale): ScatterAxis {
  const [from, to] = [roundBelow(low), roundAbove(high)];
  const [start, length] = [Math.log(from), Math.max(1e-9, Math.log(to) - Math.log(from))];
  const lists = DIGITS.map((digits) => powers(digits, from, to));
  const values = lists.find((list) => list.length <= Math.max(3, count)) ?? thin(lists[lists.length - 1] ?? [], count);
  return {
    at: (value) => (Math.log(value) - start) / length,
    value: (place) => Math.exp(start + place * length),
    ticks: values.map((value) => ({ value, text: axisTexts([value], locale)[0] ?? '' })),
  };
}

function thin(values: readonly number[], count: number): number[] {
  const every = Math.ceil(values.length / Math.max(2, count));
  return values.filter((_, index) => index % every === 0);
}

/** Through text, because 3 × 10⁻¹ is not 0.3. */
function power(digit: number, exponent: number): number {
  return Number(`${digit}e${exponent}`);
}

function powers(digits: readonly number[], from: number, to: number): number[] {
  const values: number[] = [];
  for (let exponent = Math.floor(Math.log10(from)); exponent <= Math.ceil(Math.log10(to)); exponent += 1) {
    for (const digit of digits) {
      const value = power(digit, exponent);
      if (value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9)) values.push(value);
    }
  }
  return values;
}

function around(value: number): number[] {
  const exponent = Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((digit) => power(digit, exponent));
}

function roundBelow(value: number): number {
  return around(value).reduce((best, one) => (one <= value ? one : best), power(1, Math.floor(Math.log10(value))));
}

function roundAbove(value: number): number {
  return around(value).find((one) => one >= value) ?? value;
}

/** A number with as few digits as stay within some room: what a brush leaves in a filter. */
export function shortNumber(value: number, room: number): number {
  for (let digits = 1; digits <= 15; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.abs(short - value) <= room) return short;
  }
  return value;
}
