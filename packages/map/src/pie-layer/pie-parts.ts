/** Totals and diameters of pies. Pure. */

/** What a number adds to a pie: less than nothing and what is missing add nothing. */
export function partOf(value: number | undefined): number {
  return value !== undefined && value > 0 && value < Infinity ? value : 0;
}

/** The sum of the parts of each row. */
export function totalsOf(numbers: readonly ArrayLike<number>[], rows: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => numbers.reduce((sum, values) => sum + partOf(values[row]), 0));
}

/** Smaller pies could not be read, CSS px. */
const SMALLEST = 8;

/** Diameters in CSS px: the area follows the total, the largest is `size` wide. A row without a total has none and is not drawn. */
export function pieDiameters(totals: Float64Array, size: number): Uint8Array {
  const most = totals.reduce((a, b) => Math.max(a, b), 0);
  return Uint8Array.from(totals, (total) => (total > 0 ? Math.max(SMALLEST, Math.round(size * Math.sqrt(total / most))) : 0));
}
