/** Latitude and longitude in the wrong order: found from their ranges, put right and counted. */
import type { GeometryBuilder } from './geometry-builder.js';

/** What the numbers of one row say about their order. */
export const SILENT = 0;
export const SWAPPED = 1;
export const RIGHT = 2;
export const OUTSIDE = 3;

/** Longitudes may run on to 360 across the antimeridian. */
const MAX_LON = 360;

/** Numbers beyond this are not degrees that went wrong, but metres. */
const METRES = 1000;

/** True for a position whose numbers can only be metres. */
export function isMetres(x: number, y: number): boolean {
  return Math.abs(x) > METRES || Math.abs(y) > METRES;
}

/** What one position says: as it stands, swapped, or no degrees in either order. */
export function verdictOf(x: number, y: number): number {
  const east = Math.abs(x);
  const north = Math.abs(y);
  if (north <= 90) return east > MAX_LON ? OUTSIDE : east > 90 ? RIGHT : SILENT;
  return east <= 90 && north <= MAX_LON ? SWAPPED : OUTSIDE;
}

/** What several positions say together. */
export function verdictOfAll(numbers: Float64Array, before = SILENT): number {
  let verdict = before;
  for (let i = 0; i < numbers.length && verdict !== OUTSIDE; i += 2) {
    const one = verdictOf(numbers[i] as number, numbers[i + 1] as number);
    if (one === SILENT || one === verdict) continue;
    verdict = verdict === SILENT ? one : OUTSIDE;
  }
  return verdict;
}

/**
 * Puts swapped rows right: those whose second number is beyond 90 while the first is not. If more than half of all rows are, and none
 * speaks against it, the source is swapped as a whole, with the rows that could be read either way.
 * @param verdicts Of each row.
 * @returns The first row put right, and how many.
 */
export function mendSwapped(builder: GeometryBuilder, verdicts: ArrayLike<number>): { readonly first: number; readonly count: number } {
  // Mostly there are none, which the engine tells faster than any loop here.
  if (!Array.prototype.includes.call(verdicts, SWAPPED)) return { first: -1, count: 0 };
  const counts = [0, 0, 0, 0];
  let placed = 0;
  for (let row = 0; row < builder.rowCount; row++) {
    if (builder.types.at(row) === 0) continue;
    placed++;
    const verdict = verdicts[row] as number;
    counts[verdict] = (counts[verdict] as number) + 1;
  }
  const whole = (counts[SWAPPED] as number) > placed / 2 && counts[RIGHT] === 0;
  let first = -1;
  let count = 0;
  for (let row = 0; row < builder.rowCount && counts[SWAPPED] !== 0; row++) {
    const verdict = verdicts[row] as number;
    if (builder.types.at(row) === 0 || !(verdict === SWAPPED || (whole && verdict === SILENT))) continue;
    swapRow(builder, row);
    if (count++ === 0) first = row;
  }
  return { first, count };
}

function swapRow(builder: GeometryBuilder, row: number): void {
  const [from, to] = builder.vertices(row);
  for (let vertex = from; vertex < to; vertex++) {
    const x = builder.coordinates.at(2 * vertex);
    builder.coordinates.set(2 * vertex, builder.coordinates.at(2 * vertex + 1));
    builder.coordinates.set(2 * vertex + 1, x);
  }
}
