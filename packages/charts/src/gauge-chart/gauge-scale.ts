import type { Threshold } from '../chart/thresholds.js';

/** A stretch of the scale that means something. */
export interface GaugeBand {
  /** Its name; empty for the stretch before the first threshold. */
  readonly label: string;
  /** Its ends, in the unit of the value. */
  readonly from: number;
  readonly to: number;
  /** Number of its threshold; −1 for the stretch before the first one. */
  readonly index: number;
}

/** The scale of a gauge. */
export interface GaugeScale {
  readonly min: number;
  readonly max: number;
  /** The bands from `min` to `max`, side by side; none without thresholds. */
  readonly bands: readonly GaugeBand[];
  /** Place of a value on the scale, 0–1; values beyond its ends are at them. */
  at(value: number): number;
}

/** @param thresholds Each is the value its band begins at, in any order. @param max Above `min`. */
export function gaugeScale(min: number, max: number, thresholds: readonly Threshold[]): GaugeScale {
  const rising = thresholds.map((one, index) => ({ ...one, index })).sort((a, b) => a.value - b.value);
  const bands = [{ label: '', value: -Infinity, index: -1 }, ...rising]
    .map(({ label, value, index }, at) => ({ label, index, from: Math.max(min, value), to: Math.min(max, rising[at]?.value ?? Infinity) }))
    .filter(({ from, to }) => to > from);
  return {
    min,
    max,
    bands: rising.length === 0 ? [] : bands,
    at: (value) => Math.min(1, Math.max(0, (value - min) / (max - min))),
  };
}

/**
 * The threshold a value has reached: the highest that is not above it; also of values beyond the ends of the scale.
 * @returns undefined below the first.
 */
export function reachedThreshold(value: number, thresholds: readonly Threshold[]): Threshold | undefined {
  return thresholds.reduce<Threshold | undefined>((best, one) => (one.value <= value && (!best || one.value >= best.value) ? one : best), undefined);
}
