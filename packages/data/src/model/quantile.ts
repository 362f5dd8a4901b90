/** Quantiles without sorting everything: only the values around the place that is asked for are put in order. */
import { atOnce, type Steps } from '../steps/drive.js';
import type { RowOrder } from './order.js';

/** Values of a selection that is worth a pause after each pass. */
const PAUSE_FROM = 1 << 15;

/** Puts `values[k]` where it would stand in ascending order, none above it to the left and none below it to the right. Hoare's selection, with a pause after each long pass; no NaN. */
function* selectPlace(values: Float64Array, k: number, from = 0, to = values.length - 1): Steps<void> {
  while (to > from) {
    const pivot = medianOfThree(values, from, to);
    let i = from;
    let j = to;
    while (i <= j) {
      while ((values[i] as number) < pivot) i++;
      while ((values[j] as number) > pivot) j--;
      if (i > j) break;
      const kept = values[i] as number;
      values[i++] = values[j] as number;
      values[j--] = kept;
    }
    if (k <= j) to = j;
    else if (k >= i) from = i;
    else return;
    if (to - from > PAUSE_FROM) yield 0.5;
  }
}

function medianOfThree(values: Float64Array, from: number, to: number): number {
  const a = values[from] as number;
  const b = values[(from + to) >> 1] as number;
  const c = values[to] as number;
  return a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;
}

/**
 * The value that a part `p` of the values lies below: type 7 of Hyndman & Fan (1996). NaN for no values.
 * @param values Without NaN; their order changes.
 * @param p 0 to 1.
 */
export function quantileOf(values: Float64Array, p: number): number {
  return atOnce(quantileSteps(values, p));
}

/** The same in steps. */
export function* quantileSteps(values: Float64Array, p: number): Steps<number> {
  const n = values.length;
  if (n === 0) return Number.NaN;
  const place = (n - 1) * Math.min(1, Math.max(0, p));
  const low = Math.floor(place);
  yield* selectPlace(values, low);
  const below = values[low] as number;
  if (place === low) return withoutSign(below);
  let above = Infinity;
  for (let i = low + 1; i < n; i++) if ((values[i] as number) < above) above = values[i] as number;
  return between(below, above, place - low);
}

/** 0 for −0: the two are equal, so which of them stands at a place is left to how it was found. */
function withoutSign(value: number): number {
  return value + 0;
}

function between(below: number, above: number, part: number): number {
  return withoutSign(above === below ? below : below + (above - below) * part);
}

/**
 * The same of the rows that pass, whose order is known: no value is copied or moved.
 * @param values Row → value; NaN is missing.
 * @param passing Row → 1 for those that count.
 * @param count Number of rows that pass.
 */
export function quantileInOrder({ rows, present }: RowOrder, values: ArrayLike<number>, passing: Uint8Array, count: number, p: number): number {
  let n = count;
  for (let i = present; i < rows.length; i++) n -= passing[rows[i] as number] as number;
  if (n <= 0) return Number.NaN;
  const place = (n - 1) * Math.min(1, Math.max(0, p));
  const low = Math.floor(place);
  let at = -1;
  for (let left = low + 1; left > 0; ) left -= passing[rows[++at] as number] as number;
  const below = values[rows[at] as number] as number;
  if (place === low) return withoutSign(below);
  do at++;
  while (passing[rows[at] as number] === 0);
  return between(below, values[rows[at] as number] as number, place - low);
}
