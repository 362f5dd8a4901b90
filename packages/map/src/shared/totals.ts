/** Totals of several numbers of a row. Pure. */

/** What a number adds to a pie: less than nothing and what is missing add nothing. */
export function partOf(value: number | undefined): number {
  return value !== undefined && value > 0 && value < Infinity ? value : 0;
}

/** The sum of the parts of each row. */
export function totalsOf(numbers: readonly ArrayLike<number>[], rows: number): Float64Array {
  const totals = new Float64Array(rows);
  for (const values of numbers) for (let row = 0; row < rows; row++) totals[row] = (totals[row] as number) + partOf(values[row]);
  return totals;
}
