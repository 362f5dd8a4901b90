/** Values that stand out in a course, by their number. */
export interface Extremes {
  readonly highs: readonly number[];
  readonly lows: readonly number[];
}

/** Numbers of the lowest, the highest and the last known value, the first of equal ones; −1 where none is known. */
export interface Course {
  readonly low: number;
  readonly high: number;
  readonly last: number;
}

const courses = new WeakMap<readonly (number | undefined)[], Course>();

/** Where values lie. Kept with the list, which must not change: axes, names and sentences of a million values ask again in every frame. */
export function courseOf(values: readonly (number | undefined)[]): Course {
  let course = courses.get(values);
  if (!course) courses.set(values, (course = courseNow(values)));
  return course;
}

/** The same of a list that may change. */
export function courseNow(values: readonly (number | undefined)[]): Course {
  let [low, high, last] = [-1, -1, -1];
  let [least, most] = [0, 0];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (value === undefined || !Number.isFinite(value)) continue;
    if (low < 0 || value < least) [low, least] = [index, value];
    if (high < 0 || value > most) [high, most] = [index, value];
    last = index;
  }
  return { low, high, last };
}

/** The highest and the lowest value, the first of equal ones. None where all are equal or missing. */
export function ends(values: readonly number[]): Extremes {
  const { low, high } = courseNow(values);
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
