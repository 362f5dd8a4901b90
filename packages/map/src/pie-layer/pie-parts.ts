/** Diameters of pies. Pure. */

/** Smaller pies could not be read, CSS px. */
const SMALLEST = 8;

/**
 * Diameters in CSS px: the area follows the total, the largest is `size` wide. A row without a total has none and is not drawn.
 * @param largest The largest total, where these are a part of all rows.
 */
export function pieDiameters(totals: Float64Array, size: number, largest?: number): Uint8Array {
  let most = largest ?? 0;
  if (largest === undefined) for (let row = 0; row < totals.length; row++) most = Math.max(most, totals[row] as number);
  const out = new Uint8Array(totals.length);
  for (let row = 0; row < out.length; row++) {
    const total = totals[row] as number;
    if (total > 0) out[row] = Math.max(SMALLEST, Math.round(size * Math.sqrt(Math.min(1, total / most))));
  }
  return out;
}
