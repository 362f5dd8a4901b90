import { svg, type SVGTemplateResult } from 'lit';
import type { ChartRow } from '../chart/group-rows.js';
import { barExtent, type BarLayout, type BarSegment } from './bar-segments.js';

/** The bar of all other groups is broken where it is more than so many times as long as the longest of the groups, */
const TIMES = 4;
/** and is then drawn so many times as long as that one. */
const DRAWN = 1.25;
/** Where along a bar its break is. */
export const BREAK_PLACE = 0.85;

/** Bars to be drawn, and which of them is drawn shorter than its value. */
export interface DrawnBars {
  readonly bars: readonly (readonly BarSegment[])[];
  /** Undefined where every bar is as long as its value. */
  readonly broken: number | undefined;
}

/**
 * Shortens the bar of all other groups («其他») where nothing would be left of the bars of the groups beside it. It keeps its value in words
 * and is drawn with a break, as newspapers do. Bars of groups are never broken.
 */
export function brokenRest(bars: readonly (readonly BarSegment[])[], rows: readonly ChartRow[], layout: BarLayout): DrawnBars {
  const rest = rows.findIndex((row) => row.rest);
  const whole = { bars, broken: undefined };
  if (rest < 0 || layout !== 'stacked') return whole;
  const [min, longest] = barExtent(bars.filter((_, index) => index !== rest));
  const [low, high] = barExtent([bars[rest] ?? []]);
  if (longest <= 0 || min < 0 || low < 0 || high <= TIMES * longest) return whole;
  const part = (DRAWN * longest) / high;
  const shorter = (bars[rest] ?? []).map((segment) => ({ ...segment, from: segment.from * part, to: segment.to * part }));
  return { bars: bars.map((bar, index) => (index === rest ? shorter : bar)), broken: rest };
}

/** The break: two strokes across a bar at `x`, `y`, which is `size` px thick. @param turn Degrees: 0 for bars that stand, 90 for those that lie. */
export function breakMark({ x, y, size, turn }: { readonly x: number; readonly y: number; readonly size: number; readonly turn: number }): SVGTemplateResult {
  const half = size / 2 + 2;
  const stroke = (at: number): string => `M${-half} ${at + 2.5}L${half} ${at - 2.5}`;
  return svg`<path class="break" d=${stroke(-2.5) + stroke(2.5)} transform=${`translate(${x} ${y}) rotate(${turn})`}></path>`;
}
