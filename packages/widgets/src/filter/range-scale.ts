/** The scale of a range, and where values stand on its track: evenly, or by magnitude. */
import type { Column, NumberBin } from '@yizhangtu/data/model';

/** Stops of a decade: six steps of about the same ratio, that people would write. */
const NICE = [1, 1.5, 2, 3, 5, 7] as const;
/** Magnitudes below the largest value that get stops of their own; what is smaller lies in the first step. */
const DECADES = 5;

/** The scale of a range: round ends around all values, and the step of the thumbs. */
export interface RangeScale {
  readonly min: number;
  readonly max: number;
  /** Between thumbs of an even scale. */
  readonly step: number;
  /** Values of the places of a scale by magnitude, from `min` to `max`; undefined for an even one. */
  readonly stops?: readonly number[];
}

const DAY_MS = 86_400_000;

/** 1, 2 or 5 × 10ⁿ, at least the number given. */
function roundStep(exact: number): number {
  const power = 10 ** Math.floor(Math.log10(exact));
  const factor = [1, 2, 5, 10].find((one) => one * power >= exact * (1 - 1e-9)) ?? 10;
  return Number((factor * power).toPrecision(1));
}

/** Numbers of a column; undefined for columns that have none. */
export function numbersOf(column: Column | undefined): ArrayLike<number> | undefined {
  return column?.kind === 'number' || column?.kind === 'date' ? column.values : undefined;
}

/**
 * The scale over all values of a column, about a hundred steps, or stops by magnitude with `log`. Whole numbers keep whole steps, dates whole days. Undefined without
 * two different values.
 */
export function rangeScale(column: Column | undefined, log = false): RangeScale | undefined {
  const values = numbersOf(column);
  if (!values) return undefined;
  let low = Infinity;
  let high = -Infinity;
  let whole = true;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
    if (whole && !Number.isInteger(value)) whole = false;
  }
  return scaleOver({ low, high, whole, date: column?.kind === 'date' }, log);
}

/** What is known of all values of a field. */
export interface Extent {
  readonly low: number;
  readonly high: number;
  /** All are whole numbers. */
  readonly whole: boolean;
  readonly date: boolean;
}

/** The scale over values of which the ends are known, by magnitude with `log`; dates and values without one above zero are spread evenly all the same. */
export function scaleOver(extent: Extent, log = false): RangeScale | undefined {
  const { low, high, whole, date } = extent;
  const stops = log ? logScale(extent) : undefined;
  if (stops) return stops;
  if (!(low < high)) return undefined;
  const exact = (high - low) / 100;
  const step = date ? Math.max(1, Math.ceil(exact / DAY_MS)) * DAY_MS : Math.max(roundStep(exact), whole ? 1 : 0);
  const min = tidy(Math.floor(low / step) * step);
  return { min, max: tidy(min + Math.ceil((high - min) / step - 1e-9) * step), step };
}

/** Takes off the tail of a binary fraction: 0.30000000000000004. */
function tidy(value: number): number {
  return Number(value.toPrecision(14));
}

/** Equal bins over a scale, one a step of a scale by magnitude. */
export function rangeBin({ min, max, stops }: RangeScale, bins: number): NumberBin {
  return stops ? { kind: 'number', breaks: stops } : { kind: 'number', origin: min, width: (max - min) / bins, domain: [min, max] };
}

/**
 * Stops by magnitude around all values: round numbers, about six a decade. Values not above zero lie in the first step. Undefined without two different
 * values, or without one above zero.
 */
export function logScale({ low, high, whole, date }: Extent): RangeScale | undefined {
  if (date || !(low < high) || !(high > 0)) return undefined;
  const last = Math.floor(Math.log10(high)) + 1;
  const round = Array.from({ length: (DECADES + 1) * NICE.length }, (_, index) => {
    const power = last - DECADES + Math.floor(index / NICE.length) - 1;
    return Number(((NICE[index % NICE.length] as number) * 10 ** power).toPrecision(2));
  }).filter((stop) => !whole || Number.isInteger(stop));
  const top = round.find((stop) => stop >= high) ?? 10 ** last;
  const from = low <= 0 ? [low] : round.filter((stop) => stop <= low).slice(-1);
  const bottom = from[0] ?? low;
  const stops = [bottom, ...round.filter((stop) => stop > bottom && stop < top), top];
  return { min: bottom, max: top, step: 0, stops };
}

/** Place of a value on the track, 0 to 1. */
export function placeOn({ min, max, stops }: RangeScale, value: number): number {
  if (!stops) return (value - min) / (max - min);
  const next = stops.findIndex((stop) => stop > value);
  if (next < 0) return 1;
  if (next === 0) return 0;
  const [from, to] = [stops[next - 1] as number, stops[next] as number];
  return (next - 1 + (value - from) / (to - from)) / (stops.length - 1);
}

/** How a native slider goes over the scale. */
export interface Slider {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Where its thumb stands for a value. */
  thumb(value: number): number;
  /** The value of a thumb. */
  value(thumb: number): number;
}

export function sliderOf(scale: RangeScale): Slider {
  const { min, max, step, stops } = scale;
  if (!stops) return { min, max, step, thumb: (value) => value, value: (thumb) => thumb };
  const last = stops.length - 1;
  return { min: 0, max: last, step: 1, thumb: (value) => Math.round(placeOn(scale, value) * last), value: (thumb) => stops[thumb] ?? max };
}
