/** Where values of a range stand on its track: evenly, or by magnitude. */
import type { Extent, RangeScale } from './filter-model.js';

/** Stops of a decade: six steps of about the same ratio, that people would write. */
const NICE = [1, 1.5, 2, 3, 5, 7] as const;
/** Magnitudes below the largest value that get stops of their own; what is smaller lies in the first step. */
const DECADES = 5;

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
