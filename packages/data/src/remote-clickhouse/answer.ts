/** What the server answers. */

/** What the server writes in JSON. */
export type Cell = string | number | null;

/** A number as the server writes it in JSON: wide ones are quoted. */
export function numberIn(cell: Cell | undefined): number {
  if (cell === null || cell === undefined) return Number.NaN;
  if (typeof cell !== 'string') return Number(cell);
  return /^-?inf$/.test(cell) ? (cell.startsWith('-') ? -Infinity : Infinity) : Number(cell);
}
