/** How well classes fit the numbers in them. */
import { atOnce, type Steps } from '../steps/drive.js';

/** Values between two pauses. */
const STEP = 1 << 16;

/**
 * Goodness of variance fit: 1 − (squared distances to the means of the classes) / (squared distances to the mean of all). 0 where the
 * classes say nothing, 1 where each holds one value only (G. F. Jenks, 1977). NaN without two different values.
 * @param classOf Class of each value; numbers of `classes` and more, and values that are no numbers, do not count.
 */
export function varianceFit(values: ArrayLike<number>, classOf: ArrayLike<number>, classes: number): number {
  return atOnce(varianceFitSteps(values, classOf, classes));
}

/** The same in steps. */
export function* varianceFitSteps(values: ArrayLike<number>, classOf: ArrayLike<number>, classes: number): Steps<number> {
  const [counts, means] = [new Float64Array(classes + 1), new Float64Array(classes + 1)];
  const { length } = values;
  function* each(visit: (value: number, one: number) => void): Steps<void> {
    for (let from = 0; from < length; from += STEP) {
      for (let row = from, end = Math.min(length, from + STEP); row < end; row++) {
        const [value, one] = [values[row] as number, classOf[row] as number];
        if (value - value === 0 && one < classes) visit(value, one);
      }
      yield from / length;
    }
  }
  // Means that move with each value keep their digits where sums of big numbers lose them.
  yield* each((value, one) => {
    for (const at of [one, classes]) {
      const count = (counts[at] as number) + 1;
      counts[at] = count;
      means[at] = (means[at] as number) + (value - (means[at] as number)) / count;
    }
  });
  let [within, whole] = [0, 0];
  yield* each((value, one) => {
    within += (value - (means[one] as number)) ** 2;
    whole += (value - (means[classes] as number)) ** 2;
  });
  return whole > 0 ? 1 - within / whole : Number.NaN;
}
