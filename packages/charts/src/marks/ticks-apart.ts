import type { AxisTick } from './axis.js';
import type { MeasureText } from './text-fit.js';

/** Space between two texts of an axis, px. */
export const APART = 12;

/** True when no text of the first line touches the next. */
export function ticksApart(ticks: readonly AxisTick[], measure: MeasureText): boolean {
  return ticks.every((tick, index) => {
    const next = ticks[index + 1];
    return !next || next.at - tick.at >= (measure(tick.text) + measure(next.text)) / 2 + APART;
  });
}

/** Second lines that would touch the next one are left out: the next says more. */
export function partsApart(ticks: readonly AxisTick[], measure: MeasureText): AxisTick[] {
  let next: AxisTick | undefined;
  const kept: AxisTick[] = [];
  for (let index = ticks.length - 1; index >= 0; index -= 1) {
    const tick = ticks[index] as AxisTick;
    const clash =
      tick.part !== undefined &&
      next?.part !== undefined &&
      next.at - tick.at < (measure(tick.part) + measure(next.part)) / 2 + APART;
    kept.unshift(clash ? { at: tick.at, text: tick.text } : tick);
    if (tick.part !== undefined && !clash) next = tick;
  }
  return kept;
}
