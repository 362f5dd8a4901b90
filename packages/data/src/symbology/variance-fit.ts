/** How well classes fit the numbers in them. */

/**
 * Goodness of variance fit: 1 − (squared distances to the means of the classes) / (squared distances to the mean of all). 0 where the
 * classes say nothing, 1 where each holds one value only (G. F. Jenks, 1977). NaN without two different values.
 * @param classOf Class of each value; numbers of `classes` and more, and values that are no numbers, do not count.
 */
export function varianceFit(values: ArrayLike<number>, classOf: ArrayLike<number>, classes: number): number {
  const [counts, means] = [new Float64Array(classes + 1), new Float64Array(classes + 1)];
  const each = (visit: (value: number, one: number) => void): void => {
    for (let row = 0; row < values.length; row++) {
      const [value, one] = [values[row] as number, classOf[row] as number];
      if (value - value === 0 && one < classes) visit(value, one);
    }
  };
  // Means that move with each value keep their digits where sums of big numbers lose them.
  each((value, one) => {
    for (const at of [one, classes]) {
      const count = (counts[at] as number) + 1;
      counts[at] = count;
      means[at] = (means[at] as number) + (value - (means[at] as number)) / count;
    }
  });
  let [within, whole] = [0, 0];
  each((value, one) => {
    within += (value - (means[one] as number)) ** 2;
    whole += (value - (means[classes] as number)) ** 2;
  });
  return whole > 0 ? 1 - within / whole : Number.NaN;
}
