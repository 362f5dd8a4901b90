/** Selections that hold a million rows as easily as one. */

/** From so many rows on a set of bytes takes the place of a set of numbers, which at half a million takes longer to make than a frame lasts. */
const MANY = 20_000;

/** Rows as one byte each, ascending: what reads a set of numbers reads this as well. */
class ManyRows {
  readonly size: number;
  readonly #has: Uint8Array;

  constructor(has: Uint8Array) {
    this.#has = has;
    let size = 0;
    for (let row = 0; row < has.length; row++) size += has[row] as number;
    this.size = size;
  }

  has(row: number): boolean {
    return this.#has[row] === 1;
  }

  *values(): IterableIterator<number> {
    for (let row = 0; row < this.#has.length; row++) if (this.#has[row] === 1) yield row;
  }

  keys(): IterableIterator<number> {
    return this.values();
  }

  *entries(): IterableIterator<[number, number]> {
    for (const row of this.values()) yield [row, row];
  }

  [Symbol.iterator](): IterableIterator<number> {
    return this.values();
  }

  forEach(visit: (value: number, key: number, set: ReadonlySet<number>) => void, self?: unknown): void {
    const set = this as unknown as ReadonlySet<number>;
    for (const row of this.values()) visit.call(self, row, row, set);
  }
}

/** How a selection changes. */
export type SelectMode = 'replace' | 'add' | 'toggle';

/** The selection after rows were selected; the same set if nothing changed. Numbers that are no row are left out. */
export function selectionAfter(before: ReadonlySet<number>, rows: Iterable<number>, mode: SelectMode, rowCount: number): ReadonlySet<number> {
  const listed = isList(rows) ? rows.length : 0;
  const many = before.size > MANY || listed > MANY;
  const next = many ? manyAfter(before, rows, mode, rowCount) : fewAfter(before, rows, mode, rowCount);
  if (next.size !== before.size) return next;
  for (const row of before) if (!next.has(row)) return next;
  return before;
}

function isList(rows: Iterable<number>): rows is Iterable<number> & ArrayLike<number> {
  return Array.isArray(rows) || ArrayBuffer.isView(rows);
}

function fewAfter(before: ReadonlySet<number>, rows: Iterable<number>, mode: SelectMode, rowCount: number): ReadonlySet<number> {
  const next = new Set(mode === 'replace' ? [] : before);
  for (const row of rows) {
    if (!Number.isInteger(row) || row < 0 || row >= rowCount) continue;
    if (mode === 'toggle' && next.delete(row)) continue;
    next.add(row);
  }
  return next;
}

function manyAfter(before: ReadonlySet<number>, rows: Iterable<number>, mode: SelectMode, rowCount: number): ReadonlySet<number> {
  const has = new Uint8Array(rowCount);
  if (mode !== 'replace') for (const row of before) has[row] = 1;
  // A number that is no row is no index of the array either: writing there has no effect.
  const set = (row: number): void => void (has[row] = mode === 'toggle' ? 1 - (has[row] ?? 0) : 1);
  // By their places where there are some: an iterator takes five times as long.
  if (isList(rows)) for (let i = 0; i < rows.length; i++) set(rows[i] as number);
  else for (const row of rows) set(row);
  return new ManyRows(has) as unknown as ReadonlySet<number>;
}
