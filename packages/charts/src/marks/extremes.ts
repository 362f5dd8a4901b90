/** Values that stand out in a course, by their number. */
export interface Extremes {
  readonly highs: readonly number[];
  readonly lows: readonly number[];
}

/** The highest and the lowest value, the first of equal ones. None where all are equal or missing. */
export function ends(values: readonly number[]): Extremes {
  let [low, high] = [-1, -1];
  values.forEach((value, index) => {
    if (!Number.isFinite(value)) return;
    if (low < 0 || value < (values[low] as number)) low = index;
    if (high < 0 || value > (values[high] as number)) high = index;
  });
  return low < 0 || values[low] === values[high] ? { highs: [], lows: [] } : { highs: [high], lows: [low] };
}

/**
 * Peaks and troughs: turning points with at least a share of the whole range between each and the next, so that ripples do not count.
 * High and low water of a tide.
 * @param share Part of the range, 0–1.
 */
export function turns(values: readonly number[], share = 0.25): Extremes {
  const { highs: [top], lows: [bottom] } = ends(values);
  if (top === undefined || bottom === undefined) return { highs: [], lows: [] };
  const least = ((values[top] as number) - (values[bottom] as number)) * share;
  const highs: number[] = [];
  const lows: number[] = [];
  let [high, low] = [-1, -1];
  let rising: boolean | undefined;
  values.forEach((value, index) => {
    if (!Number.isFinite(value)) return;
    if (high < 0 || value > (values[high] as number)) high = index;
    if (low < 0 || value < (values[low] as number)) low = index;
    if (rising !== false && (values[high] as number) - value >= least) {
      // A first high at the very beginning is an end, not a turn.
      if (rising === true || high > firstKnown(values)) highs.push(high);
      [rising, low] = [false, index];
    } else if (rising !== true && value - (values[low] as number) >= least) {
      if (rising === false || low > firstKnown(values)) lows.push(low);
      [rising, high] = [true, index];
    }
  });
  return { highs, lows };
}

function firstKnown(values: readonly number[]): number {
  return values.findIndex(Number.isFinite);
}
