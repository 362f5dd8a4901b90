/** A selection of an axis by the numbers of its stops. */
export interface BrushRange {
  readonly from: number;
  readonly to: number;
}

/** Number of the stop nearest to a place. @param stops px, rising. */
export function nearestStop(stops: readonly number[], x: number): number {
  let [low, high] = [0, stops.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((stops[middle] as number) <= x) low = middle;
    else high = middle;
  }
  if (high < 0) return 0;
  return Math.abs(x - (stops[low] as number)) <= Math.abs((stops[high] as number) - x) ? low : high;
}

/** The stop a key leads to; undefined for other keys. Page Up and Page Down go a tenth of the axis. */
export function brushStep(key: string, stop: number, count: number): number | undefined {
  const page = Math.max(1, Math.round(count / 10));
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowUp: 1,
    ArrowLeft: -1,
    ArrowDown: -1,
    PageUp: page,
    PageDown: -page,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  return step === undefined ? undefined : Math.max(0, Math.min(count - 1, stop + step));
}
